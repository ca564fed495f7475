import { hashAccessKey } from '#domain/access-key.ts'

/** What a maker calls each time zone, by IANA name. The first of several zones with the same clock is the stand-in for others. */
export type ZoneTable<T> = Readonly<Record<string, T>>

/** A year whose clock changes stand for all; fixed, so that the same spec always gives the same bytes. */
const referenceYear = 2026
const week = 7 * 24 * 3600 * 1000

/** Offsets in minutes east of UTC, one for each week of the reference year. Pure, so what was computed once is kept. */
const knownOffsets = new Map<string, readonly number[]>()

function offsets(zone: string): readonly number[] {
  const known = knownOffsets.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const start = Date.UTC(referenceYear, 0, 4)
  const computed = Array.from({ length: 52 }, (_, index) => offsetAt(format, start + index * week))
  knownOffsets.set(zone, computed)
  return computed
}

function offsetAt(format: Intl.DateTimeFormat, time: number): number {
  const name = format.formatToParts(time).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /([+-])(\d\d):(\d\d)/.exec(name)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Minutes east of UTC in winter time. */
export function standardOffset(zone: string): number {
  return Math.min(...offsets(zone))
}

/** The maker's word for a zone: its own, or that of a zone whose clock goes the same all year; null when there is none. */
export function lookUpZone<T>(table: ZoneTable<T>, zone: string): T | null {
  const own = table[zone]
  if (own !== undefined) return own
  const wanted = offsets(zone).join()
  const twin = Object.entries(table).find(([candidate]) => offsets(candidate).join() === wanted)
  return twin ? twin[1] : null
}

/** Minute of the day, between 1:00 and 4:59, at which a device fetches again: spread by its key, the same every day. */
export function syncMinute(accessKey: string): number {
  return 60 + (Number.parseInt(hashAccessKey(accessKey).slice(0, 8), 16) % 240)
}

/** `HH:MM` of a minute of the day. */
export function clockTime(minute: number): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${pad(Math.floor(minute / 60) % 24)}:${pad(minute % 60)}`
}
