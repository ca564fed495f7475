import type { Codec } from '#domain/device-settings.ts'
import type { Language } from '#domain/language.ts'
import { standardOffset, type ZoneTable } from '../../toolkit/clock.ts'
import { nationalTones, type Tone } from '../../toolkit/national-tones.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'

/** The code by which members of a group and lamps are picked up, followed by the number. */
export const pickupCode = '*8'

export const transportTypes = { udp: 0, tcp: 1, tls: 2 } as const
export const srtpTypes = { off: 0, optional: 1, required: 2 } as const

/** RTP payload types; 123 is the phones' own for Opus. */
export const codecNumbers: Readonly<Record<Codec, number>> = { g722: 9, pcma: 8, pcmu: 0, g729: 18, opus: 123 }

/** Languages of the Android telephones. */
export const androidLanguages: Readonly<Record<Language, string>> = {
  fr: 'fr_FR',
  de: 'de_DE',
  en: 'en_GB',
  it: 'it_IT',
}

/** Zones that the Android telephones list; another with the same clock stands in for what is missing. */
export const androidZones: ZoneTable<string> = Object.fromEntries(
  [
    'Europe/Amsterdam',
    'Europe/London',
    'Europe/Athens',
    'Europe/Istanbul',
    'Europe/Moscow',
    'Atlantic/Azores',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Phoenix',
    'America/Los_Angeles',
    'America/Anchorage',
    'America/Halifax',
    'America/Sao_Paulo',
    'Asia/Dubai',
    'Asia/Shanghai',
    'Asia/Tokyo',
    'Asia/Bangkok',
    'Australia/Brisbane',
    'Australia/Sydney',
    'Pacific/Auckland',
  ].map((zone) => [zone, zone]),
)

/** A self-defined zone as POSIX writes one, in the short form: 32 characters is what the DECT bases take. */
export function posixZone(zone: string): string {
  const standard = standardOffset(zone)
  const rule = summerTime(zone)
  const own = `STD${west(standard)}`
  if (!rule) return own
  const summer = rule.saving === 60 ? 'DST' : `DST${west(standard + rule.saving)}`
  return `${own}${summer},${change(rule.start)},${change(rule.end)}`
}

/** POSIX counts hours west of Greenwich. */
function west(minutesEast: number): string {
  const sign = minutesEast > 0 ? '-' : '+'
  return `${sign}${hours(Math.abs(minutesEast))}`
}

function hours(minutes: number): string {
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

function change({ month, fromDay, last, weekday, minute }: ClockChange): string {
  return `M${month}.${last ? 5 : Math.ceil(fromDay / 7)}.${weekday}/${hours(minute)}`
}

/** Tones of the telephones: frequencies twice when there is one alone, cadences in hundredths of a second. */
export function phoneTones(country: string): readonly (readonly [parameter: number, tone: string])[] {
  const { dial, ringback, busy, congestion } = nationalTones(country)
  const write = ({ frequencies, cadence }: Tone) => {
    const [first = 425, second = first] = frequencies
    const times = cadence.map(([on, off]) => `${Math.round(on * 100)}/${Math.round(off * 100)}`).join('-')
    return `f1=${first},f2=${second}${times && `,c=${times}`};`
  }
  return [
    [343, write(dial)],
    [2909, write(dial)],
    [346, write(ringback)],
    [348, write(busy)],
    [349, write(congestion)],
  ]
}

/** Tones of gateways, bases and Android telephones: with a level in dBm, cadences in milliseconds. */
export function levelTones(country: string): readonly (readonly [parameter: number, tone: string])[] {
  const { dial, ringback, busy, congestion } = nationalTones(country)
  const write = ({ frequencies, cadence }: Tone, level: number) => {
    const parts = frequencies.map((frequency, index) => `f${index + 1}=${frequency}@${level}`)
    const times = cadence.map(([on, off]) => `${Math.round(on * 1000)}/${Math.round(off * 1000)}`).join('-')
    return `${parts.join(',')},c=${times || '0/0'};`
  }
  return [
    [4000, write(dial, -13)],
    [4001, write(ringback, -19)],
    [4002, write(busy, -24)],
    [4003, write(congestion, -24)],
  ]
}

/** Impedance of an analog port (P854) and how it announces a caller (P853). */
export function analogLine(country: string): { readonly impedance: number; readonly callerId: number } {
  if (country === 'US' || country === 'CA') return { impedance: 0, callerId: 0 }
  if (country === 'GB') return { impedance: 10, callerId: 9 }
  return { impedance: country === 'DE' ? 9 : 4, callerId: 1 }
}
