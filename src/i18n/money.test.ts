import { expect, test } from 'vitest'
import { formatAmount, formatClock, typedAmount, typedAmountOf } from './money.ts'

test.each([
  ['12', 12_000_000],
  ['12,5', 12_500_000],
  ['12.05', 12_050_000],
  [' 1’234,50 ', 1_234_500_000],
  ["1'234.5", 1_234_500_000],
  ['1 000', 1_000_000_000],
  ['0', 0],
  ['0,1', 100_000],
  ['999999999,99', 999_999_999_990_000],
])('%s is typed for %i micro-units', (text, amount) => {
  expect(typedAmountOf(text)).toBe(amount)
})

test.each(['', ' ', '-1', '1.234', '1,234', '1.2.3', '1.', ',5', '12 CHF', '1e3', 'NaN', '1000000000', '٣'])(
  '"%s" is no amount',
  (text) => {
    expect(typedAmountOf(text)).toBeNull()
  },
)

test('what a field shows is read again as the same amount', () => {
  for (const amount of [0, 10_000, 12_500_000, 1_234_560_000]) expect(typedAmountOf(typedAmount(amount))).toBe(amount)
  expect(typedAmount(12_500_000)).toBe('12.50')
})

test('a person reads the currency, two decimals, and more only where they are asked for', () => {
  expect(formatAmount(1_234_500_000, 'CHF', 'fr')).toMatch(/^1.234\.50\sCHF$/)
  expect(formatAmount(35_000, 'CHF', 'de')).toMatch(/^CHF\s0\.04$/)
  expect(formatAmount(35_000, 'CHF', 'de', 4)).toMatch(/^CHF\s0\.035$/)
  expect(formatAmount(999_999_999_999_999, 'CHF', 'en', 6)).toMatch(/999.999.999\.999999$/)
  expect(formatAmount(2_000_000, null, 'en')).toBe('2.00')
})

test('a duration has hours, minutes and seconds, all whole', () => {
  expect(formatClock(0)).toBe('0:00:00')
  expect(formatClock(59.9)).toBe('0:00:59')
  expect(formatClock(3661)).toBe('1:01:01')
  expect(formatClock(360_000)).toBe('100:00:00')
  expect(formatClock(-3)).toBe('0:00:00')
})
