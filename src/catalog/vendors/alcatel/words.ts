import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'

/** `SettingLanguage` and `language` alike. */
export const languageCodes: Readonly<Record<Language, number>> = { en: 0, fr: 1, de: 2, it: 3 }

/** Codecs by their number of RTP, parted by semicolons. */
const payloadTypes: Readonly<Record<Codec, number>> = { pcmu: 0, pcma: 8, g729: 18, g722: 9, opus: 125 }

export function codecList(codecs: readonly Codec[]): string {
  return codecs.map((codec) => payloadTypes[codec]).join(';')
}

/** `+1:00`, `-3:30`. */
export function offsetText(minutes: number): string {
  const distance = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${Math.floor(distance / 60)}:${String(distance % 60).padStart(2, '0')}`
}
