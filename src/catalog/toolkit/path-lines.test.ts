import { expect, test } from 'vitest'
import { writePathLines } from './path-lines.ts'

test('each line holds a path and its value', () => {
  const text = writePathLines([
    ['voip/line/0/id', '21'],
    ['voip/line/1/id', ''],
  ])
  expect(text).toBe('voip/line/0/id=21\nvoip/line/1/id=\n')
})

test.each([
  ['x\ninclude http://evil.example', 'x include http://evil.example'],
  ['*21#', '*21#'],
  ['a=b', 'a=b'],
])('the value %j is written %s', (value, expected) => {
  expect(writePathLines([['a/b', value]])).toBe(`a/b=${expected}\n`)
})

test.each(['', '/a', 'a/', 'a b', 'a\nb', '#a', 'a=b'])('the path %j is refused', (path) => {
  expect(() => writePathLines([[path, '']])).toThrow('not a parameter path')
})
