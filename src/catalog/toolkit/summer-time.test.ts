import { expect, test } from 'vitest'
import { summerTime, weekOfMonth } from './summer-time.ts'

const lastSunday = (month: number, minute: number) => ({ month, fromDay: 25, last: true, weekday: 0, minute })
const sundayFrom = (month: number, fromDay: number, minute: number) => ({
  month,
  fromDay,
  last: false,
  weekday: 0,
  minute,
})

test.each([
  ['Europe/Zurich', { start: lastSunday(3, 120), end: lastSunday(10, 180), saving: 60 }],
  ['Europe/London', { start: lastSunday(3, 60), end: lastSunday(10, 120), saving: 60 }],
  ['America/New_York', { start: sundayFrom(3, 8, 120), end: sundayFrom(11, 1, 120), saving: 60 }],
  ['Australia/Sydney', { start: sundayFrom(10, 1, 120), end: sundayFrom(4, 1, 180), saving: 60 }],
  ['Australia/Lord_Howe', { start: sundayFrom(10, 1, 120), end: sundayFrom(4, 1, 120), saving: 30 }],
])('%s changes its clock by this rule', (zone, rule) => {
  expect(summerTime(zone)).toEqual(rule)
})

test.each(['UTC', 'Asia/Tokyo', 'Asia/Kathmandu', 'Africa/Casablanca'])('%s has no rule of that form', (zone) => {
  expect(summerTime(zone)).toBeNull()
})

test('a weekday of a month is counted where it can be', () => {
  const weeks = [lastSunday(3, 120), ...[1, 8, 15, 22, 2, 23].map((day) => sundayFrom(4, day, 0))].map(weekOfMonth)
  expect(weeks).toEqual([5, 1, 2, 3, 4, null, null])
})

test('every European zone with summer time has a rule', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'))
  const changing = zones.filter((zone) => summerTime(zone) !== null)
  expect(changing.length).toBeGreaterThan(35)
})
