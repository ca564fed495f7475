import { expect, test } from 'vitest'
import { createCalendar } from './calendar.ts'
import { endsOf, type LimitedCall, type LimitState } from './charge-limit.ts'

const calendar = createCalendar('Europe/Zurich')
const prices = { connectionFee: 0, pricePerMinute: 120_000, firstIncrement: 60, nextIncrement: 60 }
const none: LimitState = { monthLimit: null, dayLimit: null, monthUse: 0, dayUse: 0 }
const noon = Date.UTC(2026, 10, 24, 11)
const minute = 60_000

const talking = (id: string, answeredAt: number, scopes = ['line', 'account', 'vpbx']): LimitedCall => ({
  id,
  prices,
  answeredAt,
  scopes,
})
const ends = (calls: LimitedCall[], limits: Record<string, Partial<LimitState>>, at: number) =>
  Object.fromEntries(
    [
      ...endsOf(
        calls,
        new Map(Object.entries(limits).map(([key, limit]) => [key, { ...none, ...limit }])),
        at,
        calendar,
      ),
    ].map(([id, { end, by }]) => [id, [(end - at) / minute, by && `${by.scope} ${by.period}`]]),
  )

test('a call without a limit has no end', () => {
  expect(ends([talking('a', noon)], {}, noon)).toEqual({ a: [Number.POSITIVE_INFINITY, null] })
})

test('a call ends where the increment begins that does not fit', () => {
  // One increment is paid; two fit into what is left.
  expect(ends([talking('a', noon - minute / 2)], { line: { monthLimit: 400_000, monthUse: 120_000 } }, noon)).toEqual({
    a: [2.5, 'line month'],
  })
})

test('the limit that is reached first is the end, and says so', () => {
  const limits = {
    line: { dayLimit: 400_000, dayUse: 120_000, monthLimit: 300_000, monthUse: 120_000 },
    vpbx: { dayLimit: 5_000_000 },
  }
  expect(ends([talking('a', noon - minute / 2)], limits, noon)).toEqual({ a: [1.5, 'line month'] })
})

test('a day begins with its whole limit, whether the one before was used up to half or not at all', () => {
  const late = Date.UTC(2026, 10, 24, 22, 59)
  const call = talking('a', late - minute / 2)
  // 23:59:30 still fits; 0:00:30 and 0:01:30 are of the new day, 0:02:30 is one too many.
  expect(ends([call], { line: { dayLimit: 300_000, dayUse: 120_000 } }, late)).toEqual({ a: [3.5, 'line day'] })
  expect(ends([call], { line: { dayLimit: 300_000, dayUse: 240_000 } }, late)).toEqual({ a: [0.5, 'line day'] })
})

test('a day of 25 hours is one day', () => {
  const start = calendar.dayOf(Date.UTC(2026, 9, 25, 12)).from
  const left = 24 * 60 + 30
  // Half an hour is left after 24 hours and 30 minutes, within the 25 of this day.
  expect(ends([talking('a', start)], { line: { dayLimit: left * 120_000 } }, start)).toEqual({ a: [left, 'line day'] })
})

test('what ends at a line charges its account no further, so that the others go on for longer', () => {
  const calls = [talking('a', noon, ['l1', 'acc', 'v']), talking('b', noon, ['l2', 'acc', 'v'])]
  const limits = { l1: { monthLimit: 120_000 }, acc: { monthLimit: 480_000 } }
  // Together 0.24, then b alone: two more.
  expect(ends(calls, limits, noon)).toEqual({ a: [1, 'l1 month'], b: [3, 'acc month'] })
})

test('a call that rings has its first increment set aside', () => {
  const rings: LimitedCall = { ...talking('b', 0), answeredAt: null }
  const limits = { line: { monthLimit: 360_000, monthUse: 120_000 } }
  expect(ends([talking('a', noon - minute / 2), rings], limits, noon)).toMatchObject({ a: [1, 'line month'] })
  expect(ends([talking('a', noon - minute / 2)], limits, noon)).toMatchObject({ a: [2.5, 'line month'] })
})

test('a limit that is passed already ends the call now', () => {
  expect(ends([talking('a', noon - 1)], { line: { monthLimit: 100_000, monthUse: 120_000 } }, noon)).toEqual({
    a: [0, 'line month'],
  })
})

test('what costs by the call alone has no end', () => {
  const perCall = { connectionFee: 300_000, pricePerMinute: 0, firstIncrement: 1, nextIncrement: 0 }
  const call = { ...talking('a', noon), prices: perCall }
  expect(ends([call], { line: { monthLimit: 300_000 } }, noon)).toEqual({ a: [Number.POSITIVE_INFINITY, null] })
})
