import { expect, test } from 'vitest'
import { statement, writeCliScript } from './cli-script.ts'

const value = (text: string) => writeCliScript([statement(['password', { value: text }])])

test.each([
  ['Kq81', 'password Kq81\n'],
  ['https://a.ch:8448/k.cfg', 'password https://a.ch:8448/k.cfg\n'],
  ['two words', 'password "two words"\n'],
  ['', 'password ""\n'],
  ['a\r\nno shutdown', 'password "a no shutdown"\n'],
  ['"; reload', 'password "\\"; reload"\n'],
  ['end\\', 'password "end\\\\"\n'],
  ['# comment', 'password "# comment"\n'],
  ['$(dhcp.66)', 'password "$(dhcp.66)"\n'],
  ['Größe', 'password Grosse\n'],
])('%j stays one word of one statement', (text, expected) => {
  expect(value(text)).toBe(expected)
})

test('statements of a mode stand below the one that enters it', () => {
  const port = statement(['port', 'fxs', 0, 1], [statement(['no', 'shutdown'])])
  expect(writeCliScript([port, statement(['system'])])).toBe('port fxs 0 1\n  no shutdown\nsystem\n')
})

test.each(['', 'a b', 'a\nb', '"a"', '#a', '$(a)'])('the keyword %j is refused', (text) => {
  expect(() => writeCliScript([statement([text])])).toThrow('not a keyword')
})
