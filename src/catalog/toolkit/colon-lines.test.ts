import { expect, test } from 'vitest'
import { writeColonLines } from './colon-lines.ts'

test('each line holds a name, which may have blanks, and its value', () => {
  const text = writeColonLines([
    ['sip line1 user name', '21'],
    ['dst [start|end] relative date', 1],
    ['action uri startup', ''],
  ])
  expect(text).toBe('sip line1 user name: 21\ndst [start|end] relative date: 1\naction uri startup:\n')
})

test.each([
  ['x\nadmin password: 1', 'x admin password: 1'],
  ['*21#', '"*21#"'],
  ['# no comment', '"# no comment"'],
  ['"quoted"', '""quoted""'],
  ['a: b', 'a: b'],
])('the value %j is written %s', (value, expected) => {
  expect(writeColonLines([['a', value]])).toBe(`a: ${expected}\n`)
})

test.each(['', '1a', 'a:', 'a b ', 'a\nb', '#a', '!a'])('the name %j is refused', (name) => {
  expect(() => writeColonLines([[name, '']])).toThrow('not a parameter name')
})
