import { expect, test } from 'vitest'
import { dayAfter, rangeOf } from './call-period.ts'

const newYear = new Date(2027, 0, 2)

test.each([
  ['today', '2027-01-02', '2027-01-02'],
  ['yesterday', '2027-01-01', '2027-01-01'],
  ['week', '2026-12-27', '2027-01-02'],
  ['month', '2027-01-01', '2027-01-02'],
  ['lastMonth', '2026-12-01', '2026-12-31'],
] as const)('%s has its first and last day, over the turn of the year too', (period, from, to) => {
  expect(rangeOf(period, newYear)).toEqual({ from, to })
})

test('without a period there is no first and no last day', () => {
  expect(rangeOf('all', newYear)).toEqual({})
})

test('last month ends with its own last day', () => {
  expect(rangeOf('lastMonth', new Date(2028, 2, 31))).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('a day on and a day back cross months and the change of the clocks', () => {
  expect(dayAfter('2026-10-25', 1)).toBe('2026-10-26')
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
})
