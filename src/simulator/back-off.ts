/** Seconds before the first and, at most, before any later attempt. */
export interface RetryRange {
  readonly min: number
  readonly max: number
}

/** Waits longer after each failure: min, 2·min, 4·min … up to max seconds. */
export interface BackOff {
  /** Runs `again` after the wait, unless stopped before. Returns the wait in seconds. */
  next(again: () => void): number
  /** After a success the next wait is the shortest one. */
  reset(): void
}

export function createBackOff(range: RetryRange, signal: AbortSignal): BackOff {
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  return {
    next(again) {
      const seconds = Math.min(range.max, range.min * 2 ** Math.min(failures, 20))
      failures += 1
      clearTimeout(timer)
      if (!signal.aborted) timer = setTimeout(again, seconds * 1000)
      return seconds
    },
    reset() {
      failures = 0
    },
  }
}
