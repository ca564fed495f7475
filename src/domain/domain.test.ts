import { describe, expect, test } from 'vitest'
import { hashAccessKey, isAccessKey, newAccessKey } from './access-key.ts'
import { isDevicePassword, randomDigits } from './device-password.ts'
import { newId } from './id.ts'
import { isGroupMac, ouiOf, parseMac } from './mac.ts'
import { isInternalNumber, parsePublicNumber } from './number.ts'
import { isSingleLine } from './text.ts'

describe('MAC addresses', () => {
  test.each(['00041345C9BF', '00:04:13:45:c9:bf', '00-04-13-45-C9-BF', '0004.1345.c9bf', ' 00 04 13 45 c9 bf '])(
    '%j is read',
    (text) => {
      expect(parseMac(text)).toBe('00041345C9BF')
    },
  )
  test.each(['', '00041345C9B', '00041345C9BF0', '00041345C9BG', '00_04_13_45_c9_bf', '٠٠٠٤١٣٤٥٩١٢٣', '0x041345C9BF'])(
    '%j is none',
    (text) => {
      expect(parseMac(text)).toBeNull()
    },
  )
  test('a group address is told from one of a device, and the maker is the first half', () => {
    expect(['01005E000001', 'FFFFFFFFFFFF', '00041345C9BF', '805EC0112233'].map(isGroupMac)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(ouiOf('00041345C9BF')).toBe('000413')
  })
})

describe('access keys', () => {
  test('are 48 lower-case hex digits, never twice the same, and looked up by a hash that does not hold them', () => {
    const keys = Array.from({ length: 1000 }, newAccessKey)
    expect(keys.every(isAccessKey)).toBe(true)
    expect(new Set(keys).size).toBe(1000)
    // Value of sha256sum for 48 zeros.
    expect(hashAccessKey('0'.repeat(48))).toBe('f9a2ba511957122bfa67b029061c679703494540b35f02e0e0496a3b0cdcc46a')
  })
  test.each(['', '0'.repeat(47), '0'.repeat(49), 'A'.repeat(48), `${'0'.repeat(47)}\n`, `\n${'0'.repeat(48)}`])(
    '%j is none',
    (text) => {
      expect(isAccessKey(text)).toBe(false)
    },
  )
})

describe('device passwords', () => {
  test.each(['1234', '123456789', '0000'])('%s is one', (text) => expect(isDevicePassword(text)).toBe(true))
  test.each(['', '123', '1234567890', '12a4', ' 1234', '1234\n', '١٢٣٤', '+123'])('%j is none', (text) => {
    expect(isDevicePassword(text)).toBe(false)
  })
  test('a random one has as many digits as asked, of all ten', () => {
    const digits = randomDigits(4000)
    expect(digits).toMatch(/^[0-9]{4000}$/)
    expect(new Set(digits).size).toBe(10)
  })
})

describe('numbers', () => {
  test.each(['21', '99999999', '100'])('%s is an internal number', (text) => expect(isInternalNumber(text)).toBe(true))
  test.each(['', '1', '021', '123456789', '*21', '+41', '2 1', '21\n', 'ab'])('%j is none', (text) => {
    expect(isInternalNumber(text)).toBe(false)
  })
  test.each([
    ['021 555 01 01', 'CH', '+41215550101'],
    ['+41 21 555 01 01', 'DE', '+41215550101'],
    ['0041215550101', 'CH', '+41215550101'],
    ['030 901820', 'DE', '+4930901820'],
    ['06 6982', 'IT', '+39066982'],
    ['21', 'CH', null],
    ['hello', 'CH', null],
    ['', 'CH', null],
  ] as const)('%j in %s is %j', (typed, country, number) => expect(parsePublicNumber(typed, country)).toBe(number))
})

describe('texts', () => {
  test.each(['Réception', 'L\'Hôtel <"&', '東京', '👩‍💻', ''])('%j stays on one line', (text) =>
    expect(isSingleLine(text)).toBe(true),
  )
  test.each([
    'a\nb',
    'a\rb',
    'a\tb',
    'a\u0085b',
    'a\u2028b',
    'a\u2029b',
    'a\u202eb',
    'a\u0000',
    'a\ud800',
    '\ufeffa',
    'a\u2066b',
  ])('%j does not', (text) => expect(isSingleLine(text)).toBe(false))
})

test('ids are 20 lower-case hex digits, as the switch folds them', () => {
  expect(newId()).toMatch(/^[0-9a-f]{20}$/)
})
