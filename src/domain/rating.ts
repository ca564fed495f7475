import type { TariffClass } from './tariff-class.ts'

/** What a call to a destination costs. Amounts are micro-units (a millionth) of the tariff's currency, increments seconds. */
export interface RateTerms {
  /** Digits of an E.164 number without the plus. */
  prefix: string
  destination: string
  class: TariffClass
  connectionFee: number
  pricePerMinute: number
  /** At least 1. */
  firstIncrement: number
  /** 0: the first increment is all that is ever charged. */
  nextIncrement: number
}

/** The prices of a rate. */
export type Prices = Pick<RateTerms, 'connectionFee' | 'pricePerMinute' | 'firstIncrement' | 'nextIncrement'>

/** Whether a call at this rate can cost anything; what cannot is never limited and never cut. */
export function isChargeable({ connectionFee, pricePerMinute }: Prices): boolean {
  return connectionFee > 0 || pricePerMinute > 0
}

/** Increments that have begun after `ms` of conversation; one that would begin at that very moment has not. */
function incrementsBegun({ firstIncrement, nextIncrement }: Prices, ms: number): number {
  if (ms <= 0) return 0
  if (nextIncrement === 0) return 1
  return 1 + Math.max(0, Math.ceil((ms - firstIncrement * 1000) / (nextIncrement * 1000)))
}

/** Seconds that are charged for a conversation of `ms`. */
function billedSeconds(prices: Prices, ms: number): number {
  const begun = incrementsBegun(prices, ms)
  return begun === 0 ? 0 : prices.firstIncrement + (begun - 1) * prices.nextIncrement
}

/**
 * What a conversation of `ms` costs: the fee and every increment that has begun by then, paid in full. Rounded once, half up, over the whole call, so that
 * the sum of what was charged bit by bit is what the call costs.
 */
export function costOf(prices: Prices, ms: number): number {
  const seconds = billedSeconds(prices, ms)
  if (seconds === 0) return 0
  return prices.connectionFee + Math.floor((prices.pricePerMinute * seconds + 30) / 60)
}

/** What must be left for a call to begin at all: the fee and the first increment. */
export function firstCost(prices: Prices): number {
  return costOf(prices, 1)
}

/** Every beginning of a number, the number itself first. */
export function prefixesOf(digits: string): string[] {
  return Array.from({ length: digits.length }, (_, cut) => digits.slice(0, digits.length - cut))
}

/** When a rate holds: from (ms), and until, exclusive; null: until another one of its prefix begins. */
export interface Validity {
  prefix: string
  validFrom: number
  validUntil: number | null
}

/** Of several rates the one for a call that begins at `at`: the longest prefix that holds then; of one prefix the one that began last. Null: none. */
export function chooseRate<R extends Validity>(rates: readonly R[], digits: string, at: number): R | null {
  let best: R | null = null
  for (const rate of rates) {
    if (!digits.startsWith(rate.prefix) || rate.validFrom > at) continue
    if (rate.validUntil !== null && rate.validUntil <= at) continue
    const longer = rate.prefix.length - (best?.prefix.length ?? -1)
    if (best === null || longer > 0 || (longer === 0 && rate.validFrom > best.validFrom)) best = rate
  }
  return best
}
