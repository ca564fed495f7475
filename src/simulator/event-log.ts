import type { PhoneEvent, PhoneHappening } from './events.ts'

/** Everything that happened to one telephone, and who waits for more. */
export interface EventLog {
  add(event: PhoneHappening): void
  count(kind: PhoneHappening['kind']): number
  /** The latest events, oldest first (at most 1000). */
  events(): readonly PhoneEvent[]
  /**
   * The first event that `matches`, already past (not before `since`) or to come. Rejects after `milliseconds`, with
   * the kinds of what happened instead.
   */
  waitFor(matches: (event: PhoneEvent) => boolean, milliseconds: number, since?: Date): Promise<PhoneEvent>
}

const maximumEvents = 1000

export function createEventLog(onEvent: (event: PhoneEvent) => void = () => {}): EventLog {
  const events: PhoneEvent[] = []
  const counts = new Map<PhoneHappening['kind'], number>()
  const watchers = new Set<(event: PhoneEvent) => void>()
  return {
    add(happening) {
      const event = { ...happening, at: new Date() }
      events.push(event)
      if (events.length > maximumEvents) events.shift()
      counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1)
      onEvent(event)
      for (const watcher of [...watchers]) watcher(event)
    },
    count: (kind) => counts.get(kind) ?? 0,
    events: () => [...events],
    waitFor(matches, milliseconds, since = new Date(0)) {
      const wanted = (event: PhoneEvent) => event.at >= since && matches(event)
      const past = events.find(wanted)
      if (past !== undefined) return Promise.resolve(past)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(watcher)
          reject(new Error(`the telephone did not get there; it went: ${events.map((e) => e.kind).join(', ')}`))
        }, milliseconds)
        const watcher = (event: PhoneEvent) => {
          if (!wanted(event)) return
          clearTimeout(timer)
          watchers.delete(watcher)
          resolve(event)
        }
        watchers.add(watcher)
      })
    },
  }
}
