import { standardOffset } from './clock.ts'

/** One of the two changes of the clock in a year: on the first such weekday on or after a day of the month. */
export interface ClockChange {
  /** 1 to 12. */
  readonly month: number
  /** Day of the month, from which on the weekday is looked for. */
  readonly fromDay: number
  /** True: the last such weekday of the month; `fromDay` fits this too. */
  readonly last: boolean
  /** 0 is Sunday. */
  readonly weekday: number
  /** Minute of the day, as the clock shows it before it changes. */
  readonly minute: number
}

export interface SummerTime {
  readonly start: ClockChange
  readonly end: ClockChange
  /** Minutes by which the clock is put forward. */
  readonly saving: number
}

/** For makers that count the weekdays of a month: 1 to 4, 5 for the last; null: the rule cannot be said so, as "the Friday before the last Sunday". */
export function weekOfMonth({ fromDay, last }: ClockChange): number | null {
  if (last) return 5
  return fromDay % 7 === 1 ? (fromDay + 6) / 7 : null
}

/** The rule must hold in all of these years; fixed, so that the same spec always gives the same bytes. */
const years = [2026, 2027, 2028, 2029, 2030, 2031] as const
const hour = 3_600_000
const day = 24 * hour

/** Pure, so what was computed once is kept. */
const known = new Map<string, SummerTime | null>()

/** The rule by which a zone changes its clock every year; null: it does not, or by no such rule (as where the moon decides). */
export function summerTime(zone: string): SummerTime | null {
  const found = known.get(zone)
  if (found !== undefined) return found
  const rule = computeRule(zone)
  known.set(zone, rule)
  return rule
}

function computeRule(zone: string): SummerTime | null {
  const offsetAt = offsetReader(zone)
  const standard = standardOffset(zone)
  const changes = years.map((year) => changesOf(year, offsetAt))
  if (changes.some((list) => list.length !== 2)) return null
  const starts = changes.flatMap((list) => list.filter(({ after }) => after > standard))
  const ends = changes.flatMap((list) => list.filter(({ after }) => after === standard))
  const start = commonRule(starts)
  const end = commonRule(ends)
  const saving = (starts[0]?.after ?? standard) - standard
  return start && end ? { start, end, saving } : null
}

/** Minutes east of UTC at a time. */
function offsetReader(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (time) => {
    const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const match = /([+-])(\d\d):(\d\d)/.exec(name)
    if (!match) return 0
    const minutes = Number(match[2]) * 60 + Number(match[3])
    return match[1] === '-' ? -minutes : minutes
  }
}

interface Change {
  /** What a clock on the wall shows when it is changed, as if it were UTC. */
  readonly wall: Date
  readonly after: number
}

function changesOf(year: number, offsetAt: (time: number) => number): Change[] {
  const changes: Change[] = []
  const end = Date.UTC(year + 1, 0, 1)
  for (let time = Date.UTC(year, 0, 1); time < end; time += 7 * day) {
    const next = Math.min(time + 7 * day, end)
    const before = offsetAt(time)
    if (offsetAt(next) === before) continue
    let [low, high] = [time, next]
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000
      if (offsetAt(middle) === before) low = middle
      else high = middle
    }
    changes.push({ wall: new Date(high + before * 60_000), after: offsetAt(high) })
  }
  return changes
}

/** The rule that all changes follow; the last weekday of a month goes before the fourth, which some years make the same. */
function commonRule(changes: readonly Change[]): ClockChange | null {
  const first = changes[0]
  if (!first || changes.length !== years.length) return null
  const [month, weekday] = [first.wall.getUTCMonth() + 1, first.wall.getUTCDay()]
  const minute = first.wall.getUTCHours() * 60 + first.wall.getUTCMinutes()
  const same = changes.every(
    ({ wall }) =>
      wall.getUTCMonth() + 1 === month &&
      wall.getUTCDay() === weekday &&
      wall.getUTCHours() * 60 + wall.getUTCMinutes() === minute,
  )
  if (!same) return null
  const length = new Date(Date.UTC(first.wall.getUTCFullYear(), month, 0)).getUTCDate()
  const days = changes.map(({ wall }) => wall.getUTCDate())
  const lastFrom = length - 6
  if (days.every((date) => date >= lastFrom)) return { month, fromDay: lastFrom, last: true, weekday, minute }
  const fromDay = Math.min(...days)
  return days.every((date) => date < fromDay + 7) ? { month, fromDay, last: false, weekday, minute } : null
}
