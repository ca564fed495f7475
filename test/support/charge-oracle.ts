import type { Prices } from '#domain/rating.ts'

/** A call of a generated case. Times are whole seconds from the beginning of the case. */
export interface PlannedCall {
  /** Which line calls. */
  line: number
  prices: Prices
  startAt: number
  /** Seconds that it rings. */
  rings: number
  /** Seconds that it would last. */
  talks: number
}

/** Places in the tree of who pays: the keys of its line, its account and the vPBX. */
export type LineKeys = readonly [line: string, account: string, vpbx: string]

export interface PlannedLimit {
  scope: string
  month: number | null
  day: number | null
}

export interface Outcome {
  admitted: boolean
  cost: number
  /** Second at which it was cut; null: it was not. */
  cutAt: number | null
}

interface Live {
  index: number
  keys: LineKeys
  prices: Prices
  answeredAt: number | null
  /** Second at which the next increment begins. */
  dueAt: number
  paidSeconds: number
  cost: number
}

interface Walk {
  live: Map<number, Live>
  /** By key and period. */
  spent: Map<string, number>
  limits: readonly PlannedLimit[]
}

/**
 * What must become of the calls, found by walking from second to second with a purse for each limit: an increment is paid when it begins, and where the increments
 * of one moment do not fit into a purse, the calls that share it end there.
 */
export function walkThrough(
  calls: readonly PlannedCall[],
  lines: readonly LineKeys[],
  limits: readonly PlannedLimit[],
  dayAt: (second: number) => string,
): Outcome[] {
  const outcomes: Outcome[] = calls.map(() => ({ admitted: false, cost: 0, cutAt: null }))
  const walk: Walk = { live: new Map(), spent: new Map(), limits }
  const settle = (call: Live, cutAt: number | null): void => {
    walk.live.delete(call.index)
    outcomes[call.index] = { admitted: true, cost: call.cost, cutAt }
  }
  const last = Math.max(0, ...calls.map(({ startAt, rings, talks }) => startAt + rings + talks))
  for (let now = 0; now <= last; now += 1) {
    const day = dayAt(now)
    for (const call of overspending(walk, lines, now, day)) settle(call, now)
    for (const [index, planned] of calls.entries()) {
      const call = walk.live.get(index)
      if (call && planned.startAt + planned.rings + planned.talks === now) settle(call, null)
    }
    for (const [index, planned] of calls.entries()) {
      const call = walk.live.get(index)
      if (call?.answeredAt === null && planned.startAt + planned.rings === now) call.answeredAt = call.dueAt = now
    }
    for (const [index, planned] of calls.entries()) {
      const keys = lines[planned.line]
      if (planned.startAt !== now || !keys) continue
      const call: Live = { index, keys, prices: planned.prices, answeredAt: null, dueAt: -1, paidSeconds: 0, cost: 0 }
      const first = nextPrice(call)
      if (first > 0 && !keys.every((key) => fits(walk, key, first, now, day))) continue
      walk.live.set(index, call)
      if (planned.rings === 0) call.answeredAt = call.dueAt = now
    }
    for (const call of walk.live.values()) if (call.dueAt === now) pay(walk, call, now, day)
  }
  for (const call of [...walk.live.values()]) settle(call, null)
  return outcomes
}

/** Whether what is due now, what is set aside for calls that ring, and `more` fit into everything that `key` may spend. */
function fits({ live, spent, limits }: Walk, key: string, more: number, now: number, day: string): boolean {
  let wanted = more
  for (const call of live.values()) {
    if (call.keys.includes(key) && (call.answeredAt === null || call.dueAt === now)) wanted += nextPrice(call)
  }
  const ofDay = (spent.get(`${key} ${day}`) ?? 0) + wanted
  const ofMonth = (spent.get(`${key} ${day.slice(0, 7)}`) ?? 0) + wanted
  return limits
    .filter(({ scope }) => scope === key)
    .every((limit) => (limit.day === null || ofDay <= limit.day) && (limit.month === null || ofMonth <= limit.month))
}

/** The calls that end now: those of the line, then of the account, then of the vPBX whose purse does not hold what is due. */
function overspending(walk: Walk, lines: readonly LineKeys[], now: number, day: string): Live[] {
  const cut: Live[] = []
  const live = new Map(walk.live)
  for (const level of [0, 1, 2] as const) {
    for (const key of new Set(lines.map((keys) => keys[level]))) {
      if (fits({ ...walk, live }, key, 0, now, day)) continue
      for (const call of [...live.values()]) {
        const costs = call.prices.connectionFee + call.prices.pricePerMinute > 0
        if (call.keys[level] !== key || call.answeredAt === null || !costs) continue
        live.delete(call.index)
        cut.push(call)
      }
    }
  }
  return cut
}

function pay({ spent }: Walk, call: Live, now: number, day: string): void {
  const price = nextPrice(call)
  const { firstIncrement, nextIncrement } = call.prices
  const length = call.paidSeconds === 0 ? firstIncrement : nextIncrement
  call.cost += price
  call.paidSeconds += length
  call.dueAt = nextIncrement === 0 ? -1 : now + length
  for (const key of call.keys) {
    for (const period of [day, day.slice(0, 7)])
      spent.set(`${key} ${period}`, (spent.get(`${key} ${period}`) ?? 0) + price)
  }
}

/** Prices of the cases are whole per second, so that nothing is rounded here. */
function nextPrice({ prices, paidSeconds }: Live): number {
  const perSecond = prices.pricePerMinute / 60
  return paidSeconds === 0 ? prices.connectionFee + perSecond * prices.firstIncrement : perSecond * prices.nextIncrement
}
