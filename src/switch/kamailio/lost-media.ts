import type { Clock } from '#domain/clock.ts'
import type { RunningCall } from '../port.ts'
import type { Log } from './log.ts'

/** Ends the calls whose sound died with rtpengine, and dates their end by it. */
export interface LostMedia {
  /**
   * `lastAliveAt` (ms): when rtpengine is known to have lived, null when nobody watched; `startedAt`: the start of the one that died, whose calls no earlier one had.
   */
  onLost(lastAliveAt: number | null, startedAt: number): Promise<void>
  /** The end of a call as it truly was. */
  corrected<End extends { id: string; endedAt: number }>(end: End): End
  forget(ids: string[]): void
}

interface LostMediaParts {
  running: () => Promise<RunningCall[]>
  end: (id: string) => Promise<void>
  /** Whether rtpengine is back: Kamailio tells it of each end, and would wait for its answer. */
  isBack: () => boolean
  clock: Clock
  log: Log
}

/** Milliseconds. */
const patience = 2000

export function createLostMedia({ running, end, isBack, clock, log }: LostMediaParts): LostMedia {
  const diedAt = new Map<string, number>()
  return {
    async onLost(lastAliveAt, startedAt) {
      const noticedAt = clock()
      try {
        const calls = (await running()).filter((call) => call.startedAt >= startedAt && call.startedAt <= noticedAt)
        if (lastAliveAt !== null) for (const { id } of calls) diedAt.set(id, lastAliveAt)
        while (calls.length > 0 && !isBack() && clock() < noticedAt + patience)
          await new Promise((resolve) => setTimeout(resolve, 20))
        for (const { id } of calls) await end(id)
        if (calls.length > 0) log.warn({ calls: calls.length }, 'ended the calls that ran through the media relay')
      } catch (error) {
        // Kamailio is away too, and the calls with it.
        log.warn({ error: String(error) }, 'calls without sound could not be ended')
      }
    },
    corrected: (end) => ({ ...end, endedAt: Math.min(end.endedAt, diedAt.get(end.id) ?? end.endedAt) }),
    forget(ids) {
      for (const id of ids) diedAt.delete(id)
    },
  }
}
