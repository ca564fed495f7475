import { expect, test } from 'vitest'
import { writeColonSections } from './colon-sections.ts'

test('sections hold lines with the colon in its column, and parts under their own heading', () => {
  const text = writeColonSections(
    'BEGIN',
    [
      {
        name: 'SIP MODULE',
        entries: [['Port', 5060]],
        parts: [{ name: 'Line List', entries: [['A name that is longer than it', 'x']] }],
      },
      { name: 'MMI', entries: [] },
    ],
    'END',
  )
  expect(text).toBe(
    'BEGIN\n\n<SIP MODULE>\nPort               :5060\n--Line List--:\nA name that is longer than it:x\n\n<MMI>\nEND\n',
  )
})

test('a value cannot begin a line, a section or the end of the file', () => {
  const text = writeColonSections('B', [{ name: 'A', entries: [['B', ' x:y\n<MODULE>\r<<END OF FILE>> ']] }], 'E')
  expect(text).toBe('B\n\n<A>\nB                  :x:y <MODULE> <<END OF FILE>>\nE\n')
})

test.each(['', '1a', 'a:b', 'a\nb', '<a'])('the name %j is refused', (name) => {
  expect(() => writeColonSections('B', [{ name: 'A', entries: [[name, '']] }], 'E')).toThrow('not a parameter name')
  expect(() => writeColonSections('B', [{ name, entries: [] }], 'E')).toThrow('not a parameter name')
})
