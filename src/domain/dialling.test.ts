import { describe, expect, test } from 'vitest'
import { isE164, numberPrefixes, readDialled } from './dialling.ts'

describe('a number that was dialled', () => {
  test.each([
    ['CH', '0215550101', '+41215550101'],
    ['CH', '021 555 01 01', '+41215550101'],
    ['CH', '+41 (0)21 555-01-01', '+41215550101'],
    ['CH', '0041215550101', '+41215550101'],
    ['CH', '0033140205050', '+33140205050'],
    ['CH', '0800800800', '+41800800800'],
    ['CH', '0901123456', '+41901123456'],
    ['CH', '+881612345678', '+881612345678'],
    ['CH', '+80012345678', '+80012345678'],
    ['FR', '01 40 20 50 50', '+33140205050'],
    ['FR', '0041215550101', '+41215550101'],
    ['DE', '030 901820', '+4930901820'],
    ['DE', '0043512900', '+43512900'],
    ['AT', '01 58058', '+43158058'],
    ['AT', '+43 1 58058', '+43158058'],
    ['CH', '+298 201234', '+298201234'],
    ['IT', '06 4991 1', '+390649911'],
    ['IT', '3401234567', '+393401234567'],
    ['LI', '2361111', '+4232361111'],
    ['LU', '247 82000', '+35224782000'],
    ['BE', '02 277 51 11', '+3222775111'],
    ['GB', '020 7946 0958', '+442079460958'],
    ['GB', '0035318740000', '+35318740000'],
    ['ES', '915 22 10 00', '+34915221000'],
    ['US', '2025550101', '+12025550101'],
    ['US', '1 202 555 0101', '+12025550101'],
    ['US', '011 41 21 555 01 01', '+41215550101'],
    ['US', '0041215550101', '+41215550101'],
    ['FI', '990 41 21 555 01 01', '+41215550101'],
    ['AU', '0011 41 21 555 01 01', '+41215550101'],
    ['BR', '0015 41 21 555 01 01', '+41215550101'],
    ['HU', '06 1 268 3000', '+3612683000'],
  ])('in %s as %s is %s', (country, typed, e164) => {
    expect(readDialled(typed, country)).toEqual({ e164, isShort: false })
  })

  test.each([
    ['CH', '1818', '+411818'],
    ['CH', '+411818', '+411818'],
    ['CH', '143', '+41143'],
    ['DE', '11880', '+4911880'],
    ['DE', '116117', '+49116117'],
    ['DE', '+49 11833', '+4911833'],
    ['DE', '004911833', '+4911833'],
    ['DE', '011833', '+4911833'],
    ['DE', '+49 (0) 11833', '+4911833'],
    ['AT', '+43118899', '+43118899'],
    ['IT', '+39892424', '+39892424'],
    ['CH', '+4911833', '+4911833'],
    ['FR', '3631', '+333631'],
    ['FR', '118218', '+33118218'],
    ['ES', '016', '+34016'],
    ['US', '411', '+1411'],
  ])('in %s as %s is the short number %s', (country, typed, e164) => {
    expect(readDialled(typed, country)).toEqual({ e164, isShort: true })
  })

  test.each([
    ['CH', ''],
    ['CH', '0'],
    ['CH', '00'],
    ['CH', '12'],
    ['CH', '021555'],
    ['CH', '+'],
    ['CH', '+0041215550101'],
    ['CH', '+41'],
    ['CH', '*21#'],
    ['CH', '#31#0215550101'],
    ['CH', 'reception'],
    ['CH', '0215550101;phone-context=x'],
    ['CH', '0215550101@example.com'],
    ['CH', '0215550101 ext 5'],
    ['CH', '0'.repeat(21)],
    ['CH', '9'.repeat(30)],
    ['CH', '\u0660\u0662\u0661\u0665\u0665\u0665\u0660\u0661\u0660\u0661'],
    ['US', '5550101'],
    ['GB', '79460958'],
    ['XX', '0215550101'],
    ['__proto__', '1818'],
  ])('in %s as %j is none', (country, typed) => {
    expect(readDialled(typed, country)).toBeNull()
  })

  test('in a country whose number plan is not known is read with its international prefix alone', () => {
    expect(readDialled('0041215550101', 'XX')).toEqual({ e164: '+41215550101', isShort: false })
    expect(readDialled('+41215550101', 'XX')).toEqual({ e164: '+41215550101', isShort: false })
  })
})

test.each([
  ['CH', { callingCode: '41', nationalPrefix: '0', internationalPrefix: '00' }],
  ['IT', { callingCode: '39', nationalPrefix: '', internationalPrefix: '00' }],
  ['US', { callingCode: '1', nationalPrefix: '1', internationalPrefix: '011' }],
  ['HU', { callingCode: '36', nationalPrefix: '06', internationalPrefix: '00' }],
  ['AU', { callingCode: '61', nationalPrefix: '0', internationalPrefix: '0011' }],
  ['RU', { callingCode: '7', nationalPrefix: '8', internationalPrefix: '810' }],
  ['BR', { callingCode: '55', nationalPrefix: '0', internationalPrefix: '00' }],
])('numbers of %s have their prefixes', (country, prefixes) => {
  expect(numberPrefixes(country)).toEqual(prefixes)
})

test.each(['+41215550101', '+1202555', '+390649911'])('%s is E.164', (text) => expect(isE164(text)).toBe(true))
test.each(['41215550101', '+0215550101', '+', '+41 21', 'anonymous', `+${'1'.repeat(16)}`])('%s is not E.164', (text) =>
  expect(isE164(text)).toBe(false),
)
