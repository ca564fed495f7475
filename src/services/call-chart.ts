import type { Db } from '#db/open.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { CallKind } from '#domain/call.ts'
import { fieldError } from '#domain/errors.ts'

const longestCall = 86_400_000

/** Calls of one day by the hour of its calendar; an hour that comes twice, when the clocks are put back, is one. */
export async function chartOf(db: Db, vpbxId: string | null, dayName: string, now: number, calendar: Calendar) {
  const day = calendar.dayNamed(dayName)
  if (!day) throw fieldError('day', 'field.invalid')
  let found = db
    .selectFrom('call')
    .select(['kind', 'created_at', 'ended_at'])
    .where('created_at', '>=', day.from - longestCall)
    .where('created_at', '<', day.until)
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>=', day.from)]))
  if (vpbxId !== null) found = found.where('vpbx_id', '=', vpbxId)
  const calls = await found.execute()
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, internal: 0, outgoing: 0, incoming: 0, peak: 0 }))
  for (const call of calls) {
    const hour = hours[calendar.hourOf(call.created_at)]
    if (hour && call.created_at >= day.from) hour[columnOf(call.kind)] += 1
  }
  const peaks = peaksOf(calls, day, now, calendar)
  for (const [hour, peak] of peaks) {
    const row = hours[hour]
    if (row) row.peak = peak
  }
  return { day: day.name, hours }
}

function columnOf(kind: CallKind): 'internal' | 'outgoing' | 'incoming' {
  return kind === 'internal' || kind === 'incoming' ? kind : 'outgoing'
}

/** Most calls at a time in each hour: what begins and ends is gone through in order, and each hour begins with what runs then. */
function peaksOf(
  calls: readonly { created_at: number; ended_at: number | null }[],
  day: { from: number; until: number },
  now: number,
  calendar: Calendar,
): Map<number, number> {
  const steps = calls.flatMap(({ created_at, ended_at }) => [
    { at: Math.max(created_at, day.from), change: 1 },
    { at: ended_at ?? Math.max(now, created_at) + 1, change: -1 },
  ])
  for (let hour = day.from; hour < day.until; hour += 3_600_000) steps.push({ at: hour, change: 0 })
  // What ends makes room for what begins at the same moment.
  steps.sort((a, b) => a.at - b.at || a.change - b.change)
  const peaks = new Map<number, number>()
  let running = 0
  for (const { at, change } of steps) {
    running += change
    if (at >= day.until) break
    const hour = calendar.hourOf(at)
    peaks.set(hour, Math.max(peaks.get(hour) ?? 0, running))
  }
  return peaks
}
