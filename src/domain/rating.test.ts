import { describe, expect, test } from 'vitest'
import { createCalendar } from './calendar.ts'
import { formatAmount, parseAmount } from './money.ts'
import { chooseRate, costOf, firstCost, isChargeable, type Prices, prefixesOf } from './rating.ts'

const at12 = (firstIncrement: number, nextIncrement: number, connectionFee = 0): Prices => ({
  connectionFee,
  pricePerMinute: 120_000,
  firstIncrement,
  nextIncrement,
})

describe('the cost of a call at 0.12 a minute', () => {
  test.each([
    [60, 60, 61, '0.24'],
    [1, 1, 61, '0.122'],
    [60, 1, 61, '0.122'],
    [30, 6, 61, '0.132'],
    [60, 60, 5, '0.12'],
    [60, 1, 5, '0.12'],
    [1, 1, 5, '0.01'],
    [30, 6, 5, '0.06'],
    [60, 60, 60, '0.12'],
    [30, 6, 30, '0.06'],
    [30, 6, 36, '0.072'],
  ])('with increments of %i/%i s is for %i s %s', (first, next, seconds, cost) => {
    expect(formatAmount(costOf(at12(first, next), seconds * 1000))).toBe(cost)
  })

  test('is nothing for a call that was not answered, or answered and left at once', () => {
    expect(costOf(at12(60, 60, 50_000), 0)).toBe(0)
  })

  test('begins with the fee and the first increment, and begins the next a millisecond after it', () => {
    expect(firstCost(at12(60, 60, 50_000))).toBe(170_000)
    expect(costOf(at12(60, 60, 50_000), 60_000)).toBe(170_000)
    expect(costOf(at12(60, 60, 50_000), 60_001)).toBe(290_000)
  })

  test('is the fee alone per call where there is no next increment', () => {
    const perCall = { connectionFee: 300_000, pricePerMinute: 0, firstIncrement: 1, nextIncrement: 0 }
    expect(costOf(perCall, 1)).toBe(300_000)
    expect(costOf(perCall, 7_200_000)).toBe(300_000)
  })

  test('never loses a millionth to rounding, however small the steps in which it is charged', () => {
    const odd = { connectionFee: 0, pricePerMinute: 99_999, firstIncrement: 1, nextIncrement: 1 }
    let charged = 0
    for (let second = 1; second <= 3600; second += 1)
      charged += costOf(odd, second * 1000) - costOf(odd, (second - 1) * 1000)
    expect(charged).toBe(99_999 * 60)
  })

  test('is rounded half up to a millionth', () => {
    const tiny = (pricePerMinute: number) => ({ connectionFee: 0, pricePerMinute, firstIncrement: 1, nextIncrement: 1 })
    expect([29, 30, 31, 89, 90].map((price) => costOf(tiny(price), 1000))).toEqual([0, 1, 1, 1, 2])
  })

  test('can be nothing at all: then the call is not chargeable', () => {
    const free = { connectionFee: 0, pricePerMinute: 0, firstIncrement: 60, nextIncrement: 60 }
    expect([isChargeable(free), isChargeable(at12(1, 1)), costOf(free, 999_000)]).toEqual([false, true, 0])
  })
})

describe('the rate of a number', () => {
  const rate = (prefix: string, validFrom = 0, validUntil: number | null = null) => ({ prefix, validFrom, validUntil })

  test('is the one with the longest prefix', () => {
    const rates = [rate('41'), rate('4179'), rate('417'), rate('417912')]
    expect(chooseRate(rates, '41791234567', 5)?.prefix).toBe('417912')
    expect(chooseRate(rates, '41795555555', 5)?.prefix).toBe('4179')
    expect(chooseRate(rates, '33155555555', 5)).toBe(null)
  })

  test('holds from its first millisecond to before its last', () => {
    const rates = [rate('41', 10, 20)]
    expect([9, 10, 19, 20].map((at) => chooseRate(rates, '41215550101', at) !== null)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('is followed by the one that begins later, and in a gap by a shorter prefix', () => {
    const rates = [rate('4179', 0), rate('4179', 10, 20), rate('41', 0)]
    expect(chooseRate(rates, '41791234567', 9)).toEqual(rate('4179', 0))
    expect(chooseRate(rates, '41791234567', 10)).toEqual(rate('4179', 10, 20))
    expect(chooseRate([rate('4179', 10, 20), rate('41', 0)], '41791234567', 25)?.prefix).toBe('41')
  })

  test('is looked for under every beginning of the number', () => {
    expect(prefixesOf('4121')).toEqual(['4121', '412', '41', '4'])
  })
})

describe('an amount', () => {
  test.each([
    ['0.12', 120_000],
    ['0,12', 120_000],
    ['7', 7_000_000],
    ['0.000001', 1],
    ['0.1', 100_000],
    ['123456.789', 123_456_789_000],
    ['-0', 0],
  ])('%s is read without a float between', (text, amount) => expect(parseAmount(text)).toBe(amount))

  test.each([
    '',
    'abc',
    '0.12 CHF',
    '1e3',
    '0x10',
    "1'000",
    '1,000.00',
    '.5',
    '0.0000001',
    '+1',
    '9999999999999',
    'NaN',
  ])('%j is none', (text) => expect(parseAmount(text)).toBe('text'))

  test('below zero is told apart', () => expect(parseAmount('-0.01')).toBe('negative'))

  test.each([
    [120_000, '0.12'],
    [0, '0.00'],
    [122_000, '0.122'],
    [1, '0.000001'],
    [-7_500_000, '-7.50'],
    [123_456_789_000, '123456.789'],
  ])('%i is written as %s', (amount, text) => expect(formatAmount(amount)).toBe(text))
})

describe('the calendar of a time zone', () => {
  const hours = ({ from, until }: { from: number; until: number }) => (until - from) / 3_600_000

  test('has days of 23 and 25 hours where the clocks are changed', () => {
    const zurich = createCalendar('Europe/Zurich')
    expect(hours(zurich.dayOf(Date.UTC(2026, 2, 29, 12)))).toBe(23)
    expect(hours(zurich.dayOf(Date.UTC(2026, 9, 25, 12)))).toBe(25)
    expect(hours(zurich.dayOf(Date.UTC(2026, 5, 1, 12)))).toBe(24)
    expect(hours(zurich.monthOf(Date.UTC(2026, 2, 29)))).toBe(31 * 24 - 1)
  })

  test('begins the day at the midnight of the zone, in winter and in summer', () => {
    const zurich = createCalendar('Europe/Zurich')
    expect(zurich.dayOf(Date.UTC(2026, 10, 24, 22, 59, 59)).name).toBe('2026-11-24')
    expect(zurich.dayOf(Date.UTC(2026, 10, 24, 23)).name).toBe('2026-11-25')
    expect(zurich.dayOf(Date.UTC(2026, 6, 1, 21, 59, 59)).name).toBe('2026-07-01')
    expect(zurich.dayOf(Date.UTC(2026, 6, 1, 22)).name).toBe('2026-07-02')
    expect(zurich.monthOf(Date.UTC(2026, 11, 31, 23)).name).toBe('2027-01')
  })

  test('knows days without a midnight', () => {
    // Chile puts the clocks forward at 0:00: that Sunday begins at 1:00.
    const santiago = createCalendar('America/Santiago')
    const day = santiago.dayOf(Date.UTC(2026, 8, 6, 12))
    expect([day.name, hours(day)]).toEqual(['2026-09-06', 23])
    expect(santiago.dayOf(day.from - 1)).toMatchObject({ name: '2026-09-05', until: day.from })
    expect(santiago.dayOf(day.until)).toMatchObject({ name: '2026-09-07', from: day.until })
  })

  test('joins its days without a gap over ten years', () => {
    for (const zone of ['Europe/Zurich', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Apia']) {
      const calendar = createCalendar(zone)
      let day = calendar.dayOf(Date.UTC(2020, 0, 1))
      for (let count = 0; count < 3650; count += 1) {
        const next = calendar.dayOf(day.until)
        expect([zone, next.from, next.name > day.name]).toEqual([zone, day.until, true])
        day = next
      }
    }
  })

  test('names the last days, over a change of the clocks too', () => {
    expect(createCalendar('Europe/Zurich').daysUntil(Date.UTC(2026, 2, 30, 10), 4)).toEqual([
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })
})
