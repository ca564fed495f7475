import { describe, expect, test } from 'vitest'
import { zoneCodes } from '../vendors/snom/words.ts'
import { zoneNames } from '../vendors/yealink/words.ts'
import { cfgEmpty, writeCfg } from './cfg.ts'
import { clockTime, isTimeZone, lookUpZone, standardOffset, syncMinute } from './clock.ts'
import { writeIni } from './ini.ts'
import { ascii, clean, dialString, limited, sipQuoted, sipUser } from './text.ts'
import { element, writeXml } from './xml.ts'

test.each([
  ['a\r\nb', 'a b'],
  ['a\u0085b\u2028c\u2029d\ve\ff', 'a b c d e f'],
  ['\ttab\t', 'tab'],
  ['nul\u0000bell\u0007esc\u001b', 'nulbellesc'],
  ['c1\u009b', 'c1'],
  ['\u202eright to left\u2066', 'right to left'],
  ['\ufeffmark', 'mark'],
  ['half \ud83d pair', 'half  pair'],
  ['parted \ud83d\u0000\udc1e pair', 'parted  pair'],
  ['whole 📞 pair', 'whole 📞 pair'],
  ['\uffff\ufffe', ''],
])('%j is cleaned to one line', (value, expected) => {
  expect(clean(value)).toBe(expected)
})

test('a text is cut between characters, never inside one', () => {
  expect(limited('📞📞📞', 2)).toBe('📞📞')
})

test.each([
  ['Réception', 'Reception'],
  ['Größe', 'Grosse'],
  ['電話', ''],
  ['a\nb', 'a b'],
])('%j is brought to ASCII', (value, expected) => {
  expect(ascii(value)).toBe(expected)
})

test.each([
  ['*21#', '*21#'],
  ['+41 21 555 01 01', '+41215550101'],
  ['22|*8', '22*8'],
  ['22\nreboot', '22reboot'],
  ['sip:a@b;x=1', 'sip:a@bx1'],
])('%j dials %j', (value, expected) => {
  expect(dialString(value)).toBe(expected)
})

test('a SIP user and a quoted name keep what they were', () => {
  expect(sipUser('*21#')).toBe('*21%23')
  expect(sipQuoted('Jean "le grand" \\ fils')).toBe('"Jean \\"le grand\\" \\\\ fils"')
})

describe('a cfg value', () => {
  test.each([
    ['x\naccount.1.enable = 0', 'a.b = x account.1.enable = 0\n'],
    ['# no comment', 'a.b = # no comment\n'],
    ['%NULL%', 'a.b = NULL\n'],
    ['%EMPTY%', 'a.b = EMPTY\n'],
    [' %null% ', 'a.b = null\n'],
    ['100 %', 'a.b = 100 %\n'],
    ['a = b', 'a.b = a = b\n'],
    ['', 'a.b =\n'],
  ])('%j stays a value', (value, expected) => {
    expect(writeCfg([['a.b', value]])).toBe(expected)
  })

  test('is emptied by code alone', () => {
    expect(writeCfg([['a.b', cfgEmpty]])).toBe('a.b = %NULL%\n')
  })
})

test.each(['a b', 'a=b', '#a', '', 'a\n'])('the name %j is refused by every writer', (name) => {
  expect(() => writeCfg([[name, '1']])).toThrow('not a parameter name')
  expect(() => writeXml(element(name, {}))).toThrow('not an XML name')
  expect(() => writeXml(element('a', { [name]: '1' }))).toThrow('not an XML name')
  expect(() => writeIni([{ name, entries: [] }])).toThrow('not an INI name')
})

test('XML escapes text and attributes alike', () => {
  expect(writeXml(element('a', { b: `<"'&>` }, ']]></a><!--'))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&lt;&quot;&apos;&amp;&gt;">]]&gt;&lt;/a&gt;&lt;!--</a>\n',
  )
})

test('a certificate as the text of an element keeps its lines, and cannot end the element', () => {
  expect(writeXml(element('a', {}, { pem: '-----BEGIN-----\r\nQUJD\n</a>\n' }))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a>-----BEGIN-----\nQUJD\n&lt;/a&gt;</a>\n',
  )
})

test('an INI value is one line, quoted where a reader would cut it', () => {
  const entries = [
    ['plain', 'x y'],
    ['comment', 'a;b#c'],
    ['quote', 'say "x"'],
    ['section', 'x\n[other]\ny=1'],
  ] as const
  expect(writeIni([{ name: 'main', entries }])).toBe(
    '[main]\nplain=x y\ncomment="a;b#c"\nquote="say \\"x\\""\nsection=x [other] y=1\n',
  )
})

describe.each([
  ['Yealink', zoneNames],
  ['Snom', zoneCodes],
] as const)('the zones of %s', (_, table) => {
  const european = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'))

  test('hold IANA names only', () => {
    expect(Object.keys(table).filter((zone) => !isTimeZone(zone))).toEqual([])
  })

  test('answer for every European zone', () => {
    expect(european.length).toBeGreaterThan(50)
    expect(european.filter((zone) => lookUpZone(table, zone) === null)).toEqual([])
  })

  test('give a zone without a name that of one with the same clock', () => {
    expect(lookUpZone(table, 'Europe/Vaduz')).toBe(table['Europe/Zurich'])
    expect(lookUpZone(table, 'Europe/Istanbul')).toBe(table['Europe/Moscow'])
    expect(lookUpZone(table, 'Asia/Kathmandu')).toBeNull()
  })
})

test.each([
  ['Europe/Zurich', 60],
  ['Europe/Dublin', 0],
  ['America/St_Johns', -210],
  ['Asia/Kathmandu', 345],
  ['Australia/Sydney', 600],
  ['UTC', 0],
])('winter time in %s is %i minutes from UTC', (zone, minutes) => {
  expect(standardOffset(zone)).toBe(minutes)
})

test('devices fetch at different minutes of the night, the same each day', () => {
  const keys = Array.from({ length: 500 }, (_, index) => index.toString(16).padStart(48, '0'))
  const minutes = keys.map(syncMinute)
  expect(minutes).toEqual(keys.map(syncMinute))
  expect(new Set(minutes).size).toBeGreaterThan(150)
  expect([Math.min(...minutes) >= 60, Math.max(...minutes) < 300]).toEqual([true, true])
  expect(clockTime(61)).toBe('01:01')
})
