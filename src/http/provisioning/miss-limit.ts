import { LRUCache } from 'lru-cache'
import { addressBlock } from '#domain/address.ts'
import type { Clock } from '#domain/clock.ts'

/** How many wrong keys an address may try in `window` before its next wrong ones get no answer at all. */
export const missesAllowed = 60
const window = 60_000
const addressesKept = 20_000

/** Counts misses alone: what opens a configuration is never counted, so an office behind one address is not locked out by its own phones. */
export function createMissLimit(clock: Clock) {
  const counts = new LRUCache<string, { count: number; since: number }>({ max: addressesKept })

  /** Counts one more; says whether it may be answered, and whether it is the first that may not. */
  function miss(ip: string): { answered: boolean; firstRefused: boolean } {
    const block = addressBlock(ip)
    const now = clock()
    const present = counts.get(block)
    const entry = present && now - present.since < window ? present : { count: 0, since: now }
    entry.count += 1
    counts.set(block, entry)
    return { answered: entry.count <= missesAllowed, firstRefused: entry.count === missesAllowed + 1 }
  }

  return { miss }
}
