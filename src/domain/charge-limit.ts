import type { Calendar, Period } from './calendar.ts'
import { costOf, type Prices } from './rating.ts'

/** A chargeable call that is answered or rings. */
export interface LimitedCall {
  id: string
  prices: Prices
  /** When the conversation began (ms); null: it rings. */
  answeredAt: number | null
  /** Keys of what pays for it, from narrow to wide: line, account, vPBX. Each stands for a part of the next. */
  scopes: readonly string[]
}

export interface LimitState {
  /** Micro-units; null: no limit of that kind. */
  monthLimit: number | null
  dayLimit: number | null
  /** What has been charged in the month and on the day of now, with every increment of running calls that has begun. */
  monthUse: number
  dayUse: number
}

export interface CallEnd {
  /** The moment (ms) up to which the call can be paid; infinite: as far as anybody looks ahead. */
  end: number
  /** Which limit it is. */
  by: { scope: string; period: 'month' | 'day' } | null
}

/** How far ahead ends are looked for: no call lasts as long. */
export const farthest = 7 * 86_400_000

/**
 * When each call must end: all calls that share a limit at the moment at which their common charges would pass it. A call that rings counts as if it
 * were answered now, so that its first increment is set aside.
 *
 * From narrow to wide: what a line's own limit ends charges its account no further, and so on.
 */
export function endsOf(
  calls: readonly LimitedCall[],
  limits: ReadonlyMap<string, LimitState>,
  at: number,
  calendar: Calendar,
): Map<string, CallEnd> {
  const ends = new Map(calls.map((call): [string, CallEnd] => [call.id, { end: Number.POSITIVE_INFINITY, by: null }]))
  const levels = Math.max(0, ...calls.map(({ scopes }) => scopes.length))
  for (let level = 0; level < levels; level += 1) {
    for (const [scope = '', sharing] of Map.groupBy(calls, ({ scopes }) => scopes[level])) {
      const limit = limits.get(scope)
      if (limit) shorten(scope, limit, sharing, ends, at, calendar)
    }
  }
  return ends
}

function shorten(
  scope: string,
  { monthLimit, monthUse, dayLimit, dayUse }: LimitState,
  sharing: readonly LimitedCall[],
  ends: Map<string, CallEnd>,
  at: number,
  calendar: Calendar,
): void {
  const charging = sharing.map(({ id, prices, answeredAt }) => ({
    prices,
    from: answeredAt ?? at,
    end: ends.get(id)?.end ?? Number.POSITIVE_INFINITY,
  }))
  const found = [
    { period: 'month' as const, limit: monthLimit, end: endIn(charging, monthLimit, monthUse, at, calendar.monthOf) },
    { period: 'day' as const, limit: dayLimit, end: endIn(charging, dayLimit, dayUse, at, calendar.dayOf) },
  ]
  const first = found.reduce((one, other) => (other.end < one.end ? other : one))
  for (const { id } of sharing) {
    const known = ends.get(id)
    if (known && first.end < known.end) ends.set(id, { end: first.end, by: { scope, period: first.period } })
  }
}

interface Charging {
  prices: Prices
  from: number
  end: number
}

/** The last moment up to which the charges stay within the limit, in the period of now and in those that follow. */
function endIn(
  calls: readonly Charging[],
  limit: number | null,
  use: number,
  at: number,
  periodOf: (at: number) => Period,
): number {
  if (limit === null) return Number.POSITIVE_INFINITY
  let used = use
  for (let start = at; start < at + farthest; ) {
    const { until } = periodOf(start)
    const left = limit - used
    const fits = (moment: number) => chargesBetween(calls, start, moment) <= left
    if (!fits(until)) return lastThatFits(start, until, fits)
    used = 0
    start = until
  }
  return Number.POSITIVE_INFINITY
}

function chargesBetween(calls: readonly Charging[], from: number, until: number): number {
  let sum = 0
  for (const call of calls) {
    sum += costOf(call.prices, Math.min(until, call.end) - call.from)
    sum -= costOf(call.prices, Math.min(from, call.end) - call.from)
  }
  return sum
}

/** By halves: charges only grow. `until` does not fit. */
function lastThatFits(from: number, until: number, fits: (moment: number) => boolean): number {
  let [fit, unfit] = [from, until]
  while (unfit - fit > 1) {
    const middle = fit + Math.floor((unfit - fit) / 2)
    if (fits(middle)) fit = middle
    else unfit = middle
  }
  return fit
}
