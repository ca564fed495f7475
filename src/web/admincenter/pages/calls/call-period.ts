/** The stretches of days that the list of calls offers; `days` is typed by hand. */
export const callPeriods = ['today', 'yesterday', 'week', 'month', 'lastMonth', 'all', 'days'] as const
export type CallPeriod = (typeof callPeriods)[number]

export interface DayRange {
  from?: string
  to?: string
}

/** First and last day, YYYY-MM-DD, as the calendar of the browser has it on `today`. */
export function rangeOf(period: Exclude<CallPeriod, 'days'>, today: Date): DayRange {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()]
  switch (period) {
    case 'today':
      return { from: dayText(year, month, day), to: dayText(year, month, day) }
    case 'yesterday':
      return { from: dayText(year, month, day - 1), to: dayText(year, month, day - 1) }
    case 'week':
      return { from: dayText(year, month, day - 6), to: dayText(year, month, day) }
    case 'month':
      return { from: dayText(year, month, 1), to: dayText(year, month, day) }
    case 'lastMonth':
      return { from: dayText(year, month - 1, 1), to: dayText(year, month, 0) }
    case 'all':
      return {}
  }
}

/** Days and months out of range run over into the next ones, as Date has it. */
function dayText(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** The same day, so many days on. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
