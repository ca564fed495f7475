import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'
import { standardOffset, type ZoneTable } from '../../toolkit/clock.ts'

/** Zones that the present bases know, by the names of the IANA list (Wazo plug-in Nx70). The first of one clock stands for others. */
const baseZones = [
  'Europe/Zurich',
  'Europe/London',
  'Europe/Helsinki',
  'Europe/Moscow',
  'Europe/Samara',
  'Europe/Kaliningrad',
  'Europe/Istanbul',
  'Africa/Cairo',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Darwin',
  'Australia/Brisbane',
  'Australia/Sydney',
  'Pacific/Noumea',
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Caracas',
  'America/Sao_Paulo',
  ...['Amsterdam', 'Andorra', 'Athens', 'Belfast', 'Belgrade', 'Berlin', 'Bratislava', 'Brussels', 'Bucharest'].map(
    europe,
  ),
  ...['Budapest', 'Chisinau', 'Copenhagen', 'Dublin', 'Gibraltar', 'Guernsey', 'Isle_of_Man', 'Jersey', 'Kiev'].map(
    europe,
  ),
  ...['Lisbon', 'Ljubljana', 'Luxembourg', 'Madrid', 'Malta', 'Minsk', 'Monaco', 'Oslo', 'Paris', 'Podgorica'].map(
    europe,
  ),
  ...['Prague', 'Riga', 'Rome', 'San_Marino', 'Sarajevo', 'Skopje', 'Sofia', 'Stockholm', 'Tallinn', 'Tirane'].map(
    europe,
  ),
  ...['Vaduz', 'Vatican', 'Vienna', 'Vilnius', 'Warsaw', 'Zagreb'].map(europe),
]

function europe(city: string): string {
  return `Europe/${city}`
}

export const baseZoneNames: ZoneTable<string> = Object.fromEntries(baseZones.map((zone) => [zone, zone]))

/** `Telephony.0.ToneScheme`. Of the names only these are sure; every other country gets the tones of none. */
const baseTones: Readonly<Record<string, string>> = {
  AT: 'Austria',
  CH: 'Switzerland',
  DE: 'Germany',
  FR: 'France',
  IT: 'Italy',
  LI: 'Switzerland',
  MC: 'France',
  SM: 'Italy',
  VA: 'Italy',
}

export function baseToneScheme(country: string): string {
  return baseTones[country] ?? 'International'
}

/** The Maxwell phones have a table of their own; of its names only these are known, which serve all of their clock. */
export const maxwellZoneNames: ZoneTable<string> = {
  'Europe/Amsterdam': 'GMT+1.Europe/Amsterdam',
  'Europe/London': 'GMT.Europe/London',
}

export const maxwellLanguages: Readonly<Record<Language, string>> = {
  fr: 'fr-fr',
  de: 'de-de',
  en: 'en-us',
  it: 'it-it',
}

const maxwellTones: Readonly<Record<string, string>> = {
  AT: 'AUT',
  CH: 'CHE',
  DE: 'DEU',
  FR: 'FRA',
  GB: 'GBR',
  IT: 'ITA',
  LI: 'CHE',
  MC: 'FRA',
  NL: 'NLD',
  SM: 'ITA',
  US: 'USA',
  VA: 'ITA',
}

export function maxwellToneScheme(country: string): string {
  return maxwellTones[country] ?? 'INT'
}

/** RTP payload types, which the Maxwell phones are given. */
export const payloadTypes: Readonly<Record<Codec, number | null>> = { g722: 9, pcma: 8, pcmu: 0, g729: 18, opus: null }

/** Numbers of the N510 and N720 for codecs, languages of the web page, tones and countries (Wazo and Gemeinschaft templates). */
export const frameCodecs: Readonly<Record<Codec, number | null>> = { g722: 5, pcma: 1, pcmu: 0, g729: 3, opus: null }
export const frameLanguages: Readonly<Record<Language, number>> = { en: 0x1, de: 0x2, it: 0x7, fr: 0x9 }

const frameTones: Readonly<Record<string, number>> = {
  AT: 4,
  CH: 2,
  CZ: 5,
  DE: 12,
  ES: 6,
  FR: 7,
  GB: 8,
  IT: 13,
  LI: 2,
  MC: 7,
  NL: 9,
  PL: 10,
  RU: 11,
  SM: 13,
  US: 1,
  VA: 13,
  ZA: 3,
}

export function frameTone(country: string): number {
  return frameTones[country] ?? 0
}

const frameCountries: Readonly<Record<string, number>> = {
  AT: 3,
  BE: 6,
  CH: 69,
  CZ: 18,
  DE: 25,
  DK: 19,
  ES: 67,
  FI: 23,
  FR: 24,
  GB: 74,
  GR: 26,
  HU: 28,
  IE: 32,
  IT: 34,
  LI: 41,
  LU: 43,
  NL: 48,
  NO: 50,
  PL: 56,
  PT: 57,
  RO: 59,
  SE: 68,
  US: 75,
}

/** 78: another country. */
export function frameCountry(country: string): number {
  return frameCountries[country] ?? 78
}

/** Zones by their place in the list of the N510; those with summer time that the base computes itself. */
export const frameZones: ZoneTable<number> = {
  'Europe/Zurich': 27,
  'Europe/Paris': 29,
  'Europe/Warsaw': 30,
  'Europe/Prague': 28,
  'Europe/London': 26,
  'Europe/Athens': 32,
  'Europe/Helsinki': 36,
  'Europe/Bucharest': 33,
  'Europe/Moscow': 40,
  'Atlantic/Azores': 23,
  'Africa/Cairo': 34,
  'Africa/Johannesburg': 35,
  'Asia/Jerusalem': 37,
  'Asia/Baghdad': 38,
  'Asia/Dubai': 43,
  'Asia/Kabul': 45,
  'Asia/Karachi': 47,
  'Asia/Kolkata': 48,
  'Asia/Kathmandu': 49,
  'Asia/Dhaka': 51,
  'Asia/Bangkok': 54,
  'Asia/Hong_Kong': 56,
  'America/Los_Angeles': 4,
  'America/Phoenix': 5,
  'America/Denver': 7,
  'America/Chicago': 9,
  'America/Bogota': 12,
  'America/New_York': 13,
  'America/Halifax': 15,
  'America/Santiago': 17,
  'America/St_Johns': 18,
  'America/Sao_Paulo': 19,
}

/** The zone of the table with the same distance from UTC in winter, for one whose clock the table does not have. */
export function nearestZone<T>(table: ZoneTable<T>, zone: string): T | null {
  const wanted = standardOffset(zone)
  return Object.entries(table).find(([candidate]) => standardOffset(candidate) === wanted)?.[1] ?? null
}
