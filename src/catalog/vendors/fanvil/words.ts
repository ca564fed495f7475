import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'

/** The code by which members of a group and lamps are picked up, followed by the number. */
export const pickupCode = '*8'

export const transportTypes = { udp: 0, tcp: 1, tls: 3 } as const
export const mediaCrypto = { off: 0, optional: 1, required: 2 } as const

export const codecNames: Readonly<Record<Codec, string>> = {
  g722: 'G722',
  pcma: 'PCMA',
  pcmu: 'PCMU',
  g729: 'G729',
  opus: 'opus',
}

/** The first telephones number their languages. */
const languageNumbers: Readonly<Record<Language, string>> = { en: '0', fr: '5', it: '7', de: '16' }
const numbered: ReadonlySet<string> = new Set(['X4', 'X4G', 'X5S', 'X6'])

export function languageCode(language: Language, model: string): string {
  return numbered.has(model) ? languageNumbers[language] : language
}

const tones: Readonly<Record<string, number>> = {
  AT: 22,
  AU: 15,
  BE: 0,
  BR: 16,
  CA: 18,
  CH: 9,
  CL: 20,
  CN: 1,
  CZ: 12,
  DE: 2,
  DK: 23,
  ES: 33,
  FI: 24,
  FR: 25,
  GB: 13,
  GR: 26,
  HU: 27,
  IN: 29,
  IT: 21,
  JP: 4,
  LI: 9,
  LT: 28,
  MC: 25,
  MX: 30,
  NL: 5,
  NO: 6,
  NZ: 31,
  PT: 32,
  RU: 19,
  SE: 8,
  SM: 21,
  TW: 10,
  US: 11,
  VA: 21,
  ZA: 14,
}

/** A country that is not listed gets the 425 Hz tones that most of Europe shares. */
export function toneCode(country: string): number {
  return tones[country] ?? 9
}
