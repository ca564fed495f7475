import { DateTime } from 'luxon'

/** A day (2026-11-24) or month (2026-11) with its bounds in ms; `until` is exclusive. */
export interface Period {
  name: string
  from: number
  until: number
}

/** Days and months as a time zone has them: a day may have 23 or 25 hours, and need not begin at 0:00. */
export interface Calendar {
  timeZone: string
  dayOf(at: number): Period
  monthOf(at: number): Period
  /** The day of that name; null when there is none. */
  dayNamed(name: string): Period | null
  /** Names of the last `count` days up to the one of `at`, the oldest first. */
  daysUntil(at: number, count: number): string[]
  /** Local date and time in ISO, without zone (2026-11-24T08:30:00). */
  localTime(at: number): string
  /** The moment (ms) of a local date and time; null when there is no such date. */
  at(local: { year: number; month: number; day: number; hour: number; minute: number; second: number }): number | null
  /** 0 to 23. */
  hourOf(at: number): number
}

/** @param timeZone IANA name */
export function createCalendar(timeZone: string): Calendar {
  const zone = { zone: timeZone }
  const local = (at: number) => DateTime.fromMillis(at, zone)
  const named = (start: DateTime, unit: 'day' | 'month'): Period => ({
    name: start.toFormat(unit === 'day' ? 'yyyy-MM-dd' : 'yyyy-MM'),
    from: start.toMillis(),
    // Through the middle of the next one: where a day has no 0:00, adding one to its start would not meet the start of the next.
    until: start
      .plus({ [unit]: 1 })
      .startOf(unit)
      .toMillis(),
  })
  const kept = { day: [] as Period[], month: [] as Period[] }
  const find = (unit: 'day' | 'month', at: number): Period => {
    const known = kept[unit].find(({ from, until }) => from <= at && at < until)
    if (known) return known
    const period = named(local(at).startOf(unit), unit)
    kept[unit] = [period, ...kept[unit].slice(0, 7)]
    return period
  }
  return {
    timeZone,
    dayOf: (at) => find('day', at),
    monthOf: (at) => find('month', at),
    dayNamed(name) {
      const day = DateTime.fromFormat(name, 'yyyy-MM-dd', zone)
      return day.isValid ? named(day.startOf('day'), 'day') : null
    },
    daysUntil(at, count) {
      const today = local(at).startOf('day').set({ hour: 12 })
      return Array.from({ length: count }, (_, back) => today.minus({ days: count - 1 - back }).toFormat('yyyy-MM-dd'))
    },
    localTime: (at) => local(at).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    at(parts) {
      const moment = DateTime.fromObject(parts, zone)
      return moment.isValid && parts.year >= 1970 ? moment.toMillis() : null
    },
    hourOf: (at) => local(at).hour,
  }
}
