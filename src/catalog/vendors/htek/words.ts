import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

export const transportTypes: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 }

/** `SRtpMode`: off, enabled, enabled and forced. */
export const srtpModes = { off: 0, optional: 1, required: 2 } as const

/** Payload types; 20 stands for G.729 (Wazo plug-in). */
export const codecCodes: Readonly<Record<Codec, number>> = { pcmu: 0, pcma: 8, g722: 9, g729: 20, opus: 120 }

/** `ToneSelectCountry` (Wazo plug-in). */
const toneCountries: Readonly<Record<string, number>> = {
  AU: 1,
  AT: 2,
  BR: 3,
  BE: 4,
  CN: 5,
  CL: 6,
  CZ: 7,
  DK: 8,
  FI: 9,
  FR: 10,
  DE: 11,
  GB: 12,
  GR: 13,
  HU: 14,
  LT: 15,
  IN: 16,
  IT: 17,
  JP: 18,
  MX: 19,
  NZ: 20,
  NL: 21,
  NO: 22,
  PT: 23,
  ES: 24,
  CH: 25,
  SE: 26,
  RU: 27,
  US: 28,
  LI: 25,
  MC: 10,
  SM: 17,
  VA: 17,
}

/** Countries that are not listed get the 425 Hz tones that most of Europe shares. */
export function toneCountry(country: string): number {
  return toneCountries[country] ?? 11
}

/** `TimeZone` by minutes east of UTC (Wazo plug-in): one of the phone's cities with that offset. */
const zoneCodes: Readonly<Record<number, number>> = {
  [-660]: 105,
  [-600]: 2,
  [-540]: 3,
  [-480]: 6,
  [-420]: 10,
  [-360]: 14,
  [-300]: 18,
  [-270]: 19,
  [-240]: 20,
  [-210]: 26,
  [-180]: 30,
  [-120]: 31,
  [-60]: 32,
  0: 33,
  60: 49,
  120: 57,
  180: 73,
  210: 74,
  240: 77,
  300: 83,
  330: 84,
  360: 85,
  420: 88,
  480: 89,
  540: 93,
  570: 94,
  600: 96,
  630: 100,
  660: 101,
  720: 102,
  765: 103,
  780: 104,
}

/** Where there is none for the offset, that of the full hour below it. */
export function zoneCode(minutes: number): number {
  return zoneCodes[minutes] ?? zoneCodes[Math.floor(minutes / 60) * 60] ?? 33
}
