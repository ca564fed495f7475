import type { ClockChange, SummerTime } from '../../toolkit/summer-time.ts'

/** When the clock is put forward and back, and by how much: one value for phones and gateways. */
export function summerRule({ start, end, saving }: SummerTime): string {
  return `start=${change(start)};end=${change(end)};save=${time(saving)}`
}

/** `month/day/weekday/h:m:s`: the first such weekday (7 = Sunday) on or after the day. */
function change({ month, fromDay, weekday, minute }: ClockChange): string {
  return `${month}/${fromDay}/${weekday || 7}/${time(minute)}`
}

function time(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${minutes % 60}:0`
}
