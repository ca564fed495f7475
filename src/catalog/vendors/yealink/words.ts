import type { Transport } from '#domain/device.ts'
import type { Language } from '#domain/language.ts'
import type { ZoneTable } from '../../toolkit/clock.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

export const transportTypes: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 }

/** `srtp_encryption` (administrator guide V86; FusionPBX's W80B template has 1 and 2 the other way round). */
export const srtpModes: Readonly<Record<'off' | 'optional' | 'required', number>> = { off: 0, optional: 1, required: 2 }

/** `custom.handset.language` of a DECT base. */
export const handsetLanguages: Readonly<Record<Language, number>> = { en: 0, fr: 1, de: 2, it: 3 }

export const languageNames: Readonly<Record<Language, string>> = {
  fr: 'French',
  de: 'German',
  en: 'English',
  it: 'Italian',
}

/** `voice.tone.country` by ISO country; the neighbours without tones of their own get those they use. */
const toneCountries: Readonly<Record<string, string>> = {
  AU: 'Australia',
  AT: 'Austria',
  BE: 'Belgium',
  BR: 'Brazil',
  CH: 'Switzerland',
  CL: 'Chile',
  CN: 'China',
  CZ: 'Czech',
  DE: 'Germany',
  DK: 'Denmark',
  ES: 'Spain',
  FI: 'Finland',
  FR: 'France',
  GB: 'Great Britain',
  GR: 'Greece',
  HU: 'Hungary',
  IN: 'India',
  IT: 'Italy',
  JP: 'Japan',
  LI: 'Switzerland',
  LT: 'Lithuania',
  MC: 'France',
  MX: 'Mexico',
  NL: 'Netherlands',
  NO: 'Norway',
  NZ: 'New Zealand',
  PT: 'Portugal',
  RU: 'Russia',
  SE: 'Sweden',
  SM: 'Italy',
  US: 'USA',
  VA: 'Italy',
}

/** Countries that are not listed get the 425 Hz tones that most of Europe shares. */
export function toneCountry(country: string): string {
  return toneCountries[country] ?? 'Germany'
}

/** `local_time.time_zone_name`; the offset is computed. Switzerland first: it stands in for zones with the same clock. */
export const zoneNames: ZoneTable<string> = {
  'Europe/Zurich': 'Switzerland(Bern)',
  'Europe/Helsinki': 'Finland(Helsinki)',
  'Europe/London': 'United Kingdom(London)',
  'Europe/Moscow': 'Russia(Moscow)',
  'Europe/Kaliningrad': 'Russia(Kaliningrad)',
  'Europe/Samara': 'Russia(Samara)',
  'Europe/Amsterdam': 'Netherlands(Amsterdam)',
  'Europe/Athens': 'Greece(Athens)',
  'Europe/Berlin': 'Germany(Berlin)',
  'Europe/Brussels': 'Belgium(Brussels)',
  'Europe/Bucharest': 'Romania(Bucharest)',
  'Europe/Budapest': 'Hungary(Budapest)',
  'Europe/Chisinau': 'Moldova(Kishinev)',
  'Europe/Copenhagen': 'Denmark(Kopenhaven)',
  'Europe/Dublin': 'Ireland(Dublin)',
  'Europe/Kiev': 'Ukraine(Kyiv,Odessa)',
  'Europe/Kyiv': 'Ukraine(Kyiv,Odessa)',
  'Europe/Lisbon': 'Portugal(Lisboa,Porto,Funchal)',
  'Europe/Luxembourg': 'Luxembourg(Luxembourg)',
  'Europe/Madrid': 'Spain(Madrid)',
  'Europe/Paris': 'France(Paris)',
  'Europe/Prague': 'Czech Republic(Prague)',
  'Europe/Riga': 'Latvia(Riga)',
  'Europe/Rome': 'Italy(Rome)',
  'Europe/Skopje': 'Macedonia(Skopje)',
  'Europe/Sofia': 'Bulgaria(Sofia)',
  'Europe/Tallinn': 'Estonia(Tallinn)',
  'Europe/Tirane': 'Albania(Tirane)',
  'Europe/Vienna': 'Austria(Vienna)',
  'Europe/Vilnius': 'Lithuania(Vilnius)',
  'Europe/Warsaw': 'Poland(Warsaw)',
  'Europe/Zagreb': 'Croatia(Zagreb)',
  'Atlantic/Azores': 'Portugal(Azores)',
  'Atlantic/Canary': 'Spain-Canary Islands(Las Palmas)',
  'Atlantic/Faroe': 'Denmark-Faroe Islands(Torshavn)',
  'America/New_York': 'United States-Eastern Time',
  'America/Chicago': 'United States-Central Time',
  'America/Denver': 'United States-Mountain Time',
  'America/Los_Angeles': 'United States-Pacific Time',
  'Asia/Dubai': 'United Arab Emirates(Dubai)',
  'Asia/Kolkata': 'India(Calcutta)',
  'Asia/Shanghai': 'China(Beijing)',
  'Asia/Singapore': 'Singapore(Singapore)',
  'Asia/Tokyo': 'Japan(Tokyo)',
  'Australia/Sydney': 'Australia(Sydney,Melbourne,Canberra)',
  'Pacific/Auckland': 'New Zealand(Wellington,Auckland)',
}

/** `local_time.time_zone`: `0`, `+1`, `-3:30`. */
export function offsetText(minutes: number): string {
  if (minutes === 0) return '0'
  const rest = Math.abs(minutes) % 60
  return `${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}
