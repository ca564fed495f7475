import type { Transport } from '#domain/device.ts'
import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'
import { lookUpZone, standardOffset, type ZoneTable } from '../../toolkit/clock.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

export const transportTypes: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 }

/** Off, enabled, enabled and forced (Tancredi takes the last together with TLS). */
export const srtpModes = { off: 0, optional: 1, required: 2 } as const

/** Payload types. The phones have no Opus. */
export const codecCodes: Readonly<Record<Codec, number | null>> = { pcmu: 0, pcma: 8, g722: 9, g729: 18, opus: null }

export const languageCodes: Readonly<Record<Language, number>> = { en: 0, fr: 1, de: 2, it: 6 }

const toneOrder = 'AU AT BR BE CN CL CZ DK FI FR DE GB GR HU LT IN IT JP MX NZ NL NO PT ES CH SE RU US'.split(' ')
const sameTones: Readonly<Record<string, string>> = { LI: 'CH', MC: 'FR', SM: 'IT', VA: 'IT', CA: 'US', IE: 'GB' }

/** `ToneSelectCountry` counts the countries from 1. Others get the 425 Hz tones that most of Europe shares. */
export function toneCountry(country: string): number {
  return toneOrder.indexOf(sameTones[country] ?? country) + 1 || toneOrder.indexOf('DE') + 1
}

/** `TimeZone` of the zones that the Tancredi templates name. */
const zones: ZoneTable<number> = {
  UTC: 33,
  'Europe/London': 39,
  'Europe/Berlin': 50,
  'Europe/Rome': 52,
  'America/Mexico_City': 13,
}

/** For the others a city with that offset, minutes east of UTC, of the list that the phones share with those of Htek (Wazo plug-in). */
const offsets: readonly (readonly [minutes: number, code: number])[] = [
  [-600, 2],
  [-540, 3],
  [-480, 6],
  [-420, 10],
  [-360, 14],
  [-300, 18],
  [-240, 20],
  [-210, 26],
  [-180, 30],
  [-120, 31],
  [-60, 32],
  [0, 33],
  [60, 49],
  [120, 57],
  [180, 73],
  [210, 74],
  [240, 77],
  [300, 83],
  [330, 84],
  [360, 85],
  [420, 88],
  [480, 89],
  [540, 93],
  [570, 94],
  [600, 96],
  [660, 101],
  [720, 102],
]

/** Where there is none for the offset, the next below it. */
export function zoneCode(zone: string): number {
  const minutes = standardOffset(zone)
  return lookUpZone(zones, zone) ?? offsets.findLast(([offset]) => offset <= minutes)?.[1] ?? 33
}
