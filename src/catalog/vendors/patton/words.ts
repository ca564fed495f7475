import type { Codec } from '#domain/device-settings.ts'

export const codecNames: Readonly<Record<Codec, string | null>> = {
  pcma: 'g711alaw64k',
  pcmu: 'g711ulaw64k',
  g729: 'g729',
  g722: null,
  opus: null,
}

/** There telephones are fed, rung and told the caller by Bell's rules and faxes fall back to the other law; elsewhere as in Europe. */
export function isNorthAmerican(country: string): boolean {
  return ['US', 'CA'].includes(country)
}

export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export const weeks = ['first', 'second', 'third', 'fourth', 'last'] as const
