import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

/** `sip transport protocol`; 0 is UDP and TCP. */
export const transportTypes: Readonly<Record<Transport, number>> = { udp: 1, tcp: 2, tls: 4 }

export const srtpModes = { off: 0, optional: 1, required: 2 } as const

/** Payload types (Wazo plug-in). */
export const codecPayloads: Readonly<Record<Codec, number | null>> = { pcmu: 0, pcma: 8, g722: 9, g729: 18, opus: null }

/** The file that comes with the firmware, and the word for the keypad's letters; English needs no file. */
export const languageWords: Readonly<Record<Language, { readonly file: string | null; readonly input: string }>> = {
  fr: { file: 'lang_fr.txt', input: 'French' },
  de: { file: 'lang_de.txt', input: 'German' },
  it: { file: 'lang_it.txt', input: 'Italian' },
  en: { file: null, input: 'English' },
}

/** `tone set` by country; the 425 Hz tones that most of Europe shares are the phone's `Europe`. */
const toneSets: Readonly<Record<string, string>> = {
  AU: 'Australia',
  BR: 'Brazil',
  CA: 'US',
  DE: 'Germany',
  FR: 'France',
  GB: 'UK',
  GG: 'UK',
  GI: 'UK',
  IE: 'UK',
  IM: 'UK',
  IT: 'Italy',
  JE: 'UK',
  MC: 'France',
  MX: 'Mexico',
  RU: 'Russia',
  SM: 'Italy',
  US: 'US',
  VA: 'Italy',
}

export function toneSet(country: string): string {
  return toneSets[country] ?? 'Europe'
}
