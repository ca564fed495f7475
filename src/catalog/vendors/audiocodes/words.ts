import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'
import { limited } from '../../toolkit/text.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

/**
 * What a person typed, without quotation marks and what some firmware takes for a comment, an enciphered value (braces) or none at all (`$$`);
 * full-width signs count as the plain ones.
 */
export function typed(value: string, maxLength: number): string {
  return limited(value.normalize('NFKC').replace(/["';${}]/g, ''), maxLength)
}

export const transportWords: Readonly<Record<Transport, string>> = { udp: 'UDP', tcp: 'TCP', tls: 'TLS' }

/** The older firmware does not know Opus. */
export const codecWords: Readonly<Record<Codec, string | null>> = {
  g722: 'G722_8000',
  pcma: 'PCMA',
  pcmu: 'PCMU',
  g729: 'G729',
  opus: null,
}

export const languageWords: Readonly<Record<Language, string>> = {
  fr: 'FRENCH',
  de: 'GERMAN',
  it: 'ITALIAN',
  en: 'ENGLISH',
}

/** `selected_country`; Germany stands for the 425 Hz tones that most of Europe shares. */
const countryWords: Readonly<Record<string, string>> = {
  AR: 'Argentina',
  AU: 'Australia',
  BR: 'Brazil',
  CA: 'USA',
  CN: 'China',
  FR: 'France',
  GB: 'UK',
  GG: 'UK',
  GI: 'UK',
  IE: 'UK',
  IL: 'Israel',
  IM: 'UK',
  IN: 'India',
  IT: 'Italy',
  JE: 'UK',
  MC: 'France',
  NL: 'Netherlands',
  PT: 'Portugal',
  RU: 'Russia',
  SM: 'Italy',
  US: 'USA',
  VA: 'Italy',
}

export function toneCountry(country: string): string {
  return countryWords[country] ?? 'Germany'
}

export const weekdayWords = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const
