import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { writeXmlAttributes } from './xml-attributes.ts'

const parser = new XMLParser({ ignoreAttributes: false, parseAttributeValue: false, htmlEntities: true })

function read(text: string) {
  expect(XMLValidator.validate(text)).toBe(true)
  return parser.parse(text).PHONE
}

test('a value stays the value of its attribute, on one line', () => {
  const typed = 'a" b.c="1\r\n<x/>&amp;\'\u0000'
  expect(read(writeXmlAttributes('PHONE', [['a.b', typed]]))).toEqual({ '@_a.b': 'a" b.c="1 <x/>&amp;\'' })
})

test('of two values of one name the later goes', () => {
  const text = writeXmlAttributes('PHONE', [
    ['a.b', 1],
    ['a.c', 2],
    ['a.b', 3],
  ])
  expect(read(text)).toEqual({ '@_a.b': '3', '@_a.c': '2' })
})

test('the lines of a certificate arrive as lines', () => {
  const pem = '-----BEGIN CERTIFICATE-----\r\nTUlJ\nQkNB\n-----END CERTIFICATE-----\n'
  expect(read(writeXmlAttributes('PHONE', [['a.b', { pem }]]))).toEqual({
    '@_a.b': '-----BEGIN CERTIFICATE-----\nTUlJ\nQkNB\n-----END CERTIFICATE-----',
  })
})

test.each(['a b', 'a"', '', '1a', 'a\n'])('the name %j is refused', (name) => {
  expect(() => writeXmlAttributes('PHONE', [[name, '1']])).toThrow('not an XML name')
})
