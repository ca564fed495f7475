import { expect, test } from 'vitest'
import { writeQuotedLines } from './quoted-lines.ts'

test('lines stand between the first line and an empty one, each with its carriage return', () => {
  expect(
    writeQuotedLines('# Format #', [
      ['A_1', 'x'],
      ['B', 7],
    ]),
  ).toBe('# Format #\r\n\r\nA_1="x"\r\nB="7"\r\n\r\n')
})

test('a value stays on its line', () => {
  expect(writeQuotedLines('#', [['A', 'x"\r\nB="y\u2028\u0000']])).toBe('#\r\n\r\nA="x" B="y"\r\n\r\n')
})

test('of two values of one name the later is written, once', () => {
  expect(
    writeQuotedLines('#', [
      ['A', '1'],
      ['B', '2'],
      ['A', '3'],
    ]),
  ).toBe('#\r\n\r\nA="3"\r\nB="2"\r\n\r\n')
})

test('a value is cut after 500 bytes, before a character that does not fit', () => {
  const value = /A="(.*)"/.exec(writeQuotedLines('#', [['A', `${'x'.repeat(499)}é`]]))?.[1]
  expect(value).toBe('x'.repeat(499))
  expect(writeQuotedLines('#', [['A', 'y'.repeat(600)]])).toContain(`"${'y'.repeat(500)}"`)
})

test.each(['a', 'A B', 'A="', '1A', '', 'A'.repeat(33), 'A\r\nB'])('the name %j is refused', (name) => {
  expect(() => writeQuotedLines('#', [[name, '1']])).toThrow('not a parameter name')
})
