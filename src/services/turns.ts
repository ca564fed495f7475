export type Turns = ReturnType<typeof createTurns>

/** One piece of work after the other, in the order in which they were asked for; what fails does not hold up the next. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    inTurn<T>(work: () => Promise<T>): Promise<T> {
      const result = last.then(work)
      last = result.then(
        () => undefined,
        () => undefined,
      )
      return result
    },
    /** When everything that was asked for by now, and by that itself, is done. */
    async idle(): Promise<void> {
      for (let seen: unknown; seen !== last; ) {
        seen = last
        await seen
      }
    },
  }
}
