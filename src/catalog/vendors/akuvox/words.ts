import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'
import type { ZoneTable } from '../../toolkit/clock.ts'

/** The code by which members of a group and lamps are picked up, followed by the number. */
export const pickupCode = '*8'

export const transportTypes = { udp: 0, tcp: 1, tls: 2 } as const
export const srtpModes = { off: 0, optional: 1, required: 2 } as const

export const languageNumbers: Readonly<Record<Language, number>> = { en: 0, it: 7, fr: 9, de: 10 }

/** Every codec of the telephone in the place where it has it; those without a name of ours stay off. */
export const codecPlaces: readonly (readonly [name: string, payload: number, codec: Codec | null])[] = [
  ['G729', 18, 'g729'],
  ['PCMU', 0, 'pcmu'],
  ['PCMA', 8, 'pcma'],
  ['G723_53', 4, null],
  ['G723_63', 4, null],
  ['G722', 9, 'g722'],
  ['G726-16', 112, null],
  ['G726-24', 102, null],
  ['G726-32', 2, null],
  ['opus', 111, 'opus'],
  ['iLBC_13_3', 97, null],
  ['iLBC_15_2', 97, null],
]

const tones: Readonly<Record<string, number>> = {
  AT: 10,
  BE: 7,
  BR: 13,
  CN: 2,
  CZ: 10,
  DE: 10,
  DK: 8,
  ES: 3,
  FI: 9,
  IT: 14,
  NL: 11,
  NO: 12,
  PL: 10,
  PT: 13,
  RO: 10,
  SE: 5,
  SM: 14,
  TW: 6,
  US: 1,
  VA: 14,
}

/** A country that the telephone does not know, as Switzerland, France and Britain, gets the 425 Hz tones that most of Europe shares. */
export function toneCode(country: string): number {
  return tones[country] ?? 10
}

/** Names of places by which the telephone knows summer time. The American ones besides Eastern are as its relatives call them. */
export const zoneNames: ZoneTable<string> = {
  'Europe/Zurich': 'Germany(Berlin)',
  'Europe/Berlin': 'Germany(Berlin)',
  'Europe/Paris': 'France(Paris)',
  'Europe/Rome': 'Italy(Rome)',
  'Europe/Madrid': 'Spain(Madrid)',
  'Europe/Luxembourg': 'Luxembourg(Luxembourg)',
  'Europe/Prague': 'Czech Republic(Prague)',
  'Europe/Copenhagen': 'Denmark(Kopenhagen)',
  'Europe/Zagreb': 'Croatia(Zagreb)',
  'Europe/London': 'United Kingdom(London)',
  'Europe/Lisbon': 'Portugal(Lisboa,Porto,Funchal)',
  'Europe/Athens': 'Greece(Athens)',
  'Europe/Helsinki': 'Finland(Helsinki)',
  'Europe/Tallinn': 'Estonia(Tallinn)',
  'Europe/Riga': 'Latvia(Riga)',
  'Europe/Kiev': 'Ukraine(Kyiv, Odessa)',
  'Europe/Istanbul': 'Turkey(Ankara)',
  'Europe/Moscow': 'Russia(Moscow)',
  'America/New_York': 'United States-Eastern Time',
  'America/Chicago': 'United States-Central Time',
  'America/Denver': 'United States-Mountain Time',
  'America/Los_Angeles': 'United States-Pacific Time',
  'America/Anchorage': 'United States-Alaska Time',
  'Pacific/Honolulu': 'United States-Hawaii-Aleutian',
  'Asia/Tokyo': 'Japan(Tokyo)',
  'Australia/Sydney': 'Australia(Sydney,Melboume,Canberra)',
  'Pacific/Auckland': 'New Zealand(Wellington,Auckland)',
}
