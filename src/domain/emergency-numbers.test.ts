import { getCountries } from 'libphonenumber-js'
import { expect, test } from 'vitest'
import { emergencyNumbers, emergencyNumbersOf, isEmergencyNumber } from './emergency-numbers.ts'

test.each([
  ['CH', ['112', '117', '118', '144']],
  ['LI', ['112', '117', '118', '144']],
  ['FR', ['112', '15', '17', '18', '114', '115', '119', '196']],
  ['DE', ['112', '110']],
  ['AT', ['112', '122', '133', '144']],
  ['IT', ['112', '113', '115', '118']],
  ['LU', ['112', '113']],
  ['BE', ['112', '100', '101']],
  ['NL', ['112']],
  ['GB', ['112', '999']],
  ['IE', ['112', '999']],
  ['ES', ['112', '061', '062', '080', '091', '092']],
  ['PT', ['112', '115', '117']],
  ['US', ['112', '911']],
  ['CA', ['112', '911']],
  ['BR', ['112', '190', '192', '193']],
  ['AU', ['112', '000']],
])('the emergency services of %s are reached under their numbers', (country, numbers) => {
  expect(emergencyNumbersOf(country)).toEqual(expect.arrayContaining(numbers))
})

test('112 is one in each country of the world, known or not', () => {
  for (const country of [...getCountries(), 'XX', '__proto__', '']) expect(isEmergencyNumber(country, '112')).toBe(true)
})

test('a number of another country is none', () => {
  expect(isEmergencyNumber('CH', '911')).toBe(false)
  expect(isEmergencyNumber('US', '144')).toBe(false)
  expect(isEmergencyNumber('CH', '1818')).toBe(false)
})

test('each is two to six digits, and stands there once', () => {
  for (const [country, numbers] of Object.entries(emergencyNumbers)) {
    expect(country).toMatch(/^[A-Z]{2}$/)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) expect(number).toMatch(/^[0-9]{2,6}$/)
  }
})
