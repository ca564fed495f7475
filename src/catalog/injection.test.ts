import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { renderFile } from './index.ts'
import { DeviceSpec } from './spec.ts'

/** Everything that a person can type into a device. */
interface Typed {
  displayName: string
  label: string
  value: string
  userName: string
  authName: string
  password: string
  userPassword: string
  voicemail: string
}

const harmless: Typed = {
  displayName: 'Anna',
  label: 'Jean',
  value: '22',
  userName: 'anna',
  authName: 'd1',
  password: 'p2',
  userPassword: '5678',
  voicemail: '*86',
}

function body(model: string, typed: Typed): string {
  const { displayName, label, value, userName, authName, password, userPassword, voicemail } = typed
  const types = ['blf', 'directDial', 'extension', 'group', 'voicemail', 'line', 'none', 'unheardOf']
  const spec = DeviceSpec.parse({
    model,
    host: 'pbx.example.ch',
    accessKey: 'ab'.repeat(24),
    transport: 'tls',
    voicemail,
    line: { number: '21', displayName, authName, password },
    ports: [{ slot: 2, line: { number: '31', displayName, authName, password } }],
    adminPassword: '1234',
    userName,
    userPassword,
    keys: types.map((type, index) => ({ slot: index + 1, type, value, label })),
    modules: ['yealink-exp50', 'snom-d7c'].map((id) => ({ model: id, keys: [{ slot: 3, type: 'blf', value, label }] })),
  })
  return renderFile(spec, null)?.body ?? ''
}

/** Strings that have broken some parser somewhere, between any other characters. */
const nasty = [
  '\r\n',
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u2029',
  '\v',
  '\f',
  '\u0000',
  '\u001b',
  '\ud83d',
  '\udc1e',
  '\ufeff',
  '\uffff',
  '\u202e',
  '#',
  '=',
  ' = ',
  '%NULL%',
  '%EMPTY%',
  'include:config ',
  'account.1.enable = 0',
  '"',
  "'",
  '\\',
  '<',
  '>',
  '&',
  '&amp;',
  '&#10;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '</fkey>',
  '<?xml?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '|',
  ';',
  ':',
  ' ',
  '\t',
  '{mac}',
  '$MAC',
  '；',
  '＝',
  '＃',
  'é',
  '電',
  '📞',
]
const piece = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ maxLength: 3 }),
)
const text = (maxLength: number) =>
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('').slice(0, maxLength))
const typed: fc.Arbitrary<Typed> = fc.record({
  displayName: text(60),
  label: text(60),
  value: text(60),
  userName: text(30),
  authName: text(60).map((name) => `n${name}`),
  password: text(60).map((password) => `p${password}`),
  userPassword: text(30).map((password) => `7${password}`),
  voicemail: text(38).map((number) => `*${number}`),
})

/** Shares nothing with the writer: it breaks lines wherever any reader might. */
function parameterNames(cfg: string): string[] {
  return cfg
    .split(/[\n\v\f\r\u0085\u2028\u2029]/)
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.slice(0, Math.max(0, row.indexOf('='))).trim())
}

/** What must arrive of a text: breaks as one blank, invisible characters gone. Written character by character, unlike the toolkit. */
function visible(value: string): string {
  let result = ''
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
    const isBreak = (code >= 9 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029
    const isMark =
      code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
    const isHidden =
      code < 32 ||
      (code >= 127 && code < 160) ||
      isMark ||
      code === 0xfeff ||
      (code >= 0xd800 && code < 0xe000) ||
      code === 0xfffe ||
      code === 0xffff
    if (isBreak) result += '\n'
    else if (!isHidden) result += character
  }
  return result
}

/** Runs of breaks count once, which only the original text can tell; so both sides are compared without blanks. */
const withoutBlanks = (value: string) => visible(value).replace(/\s/gu, '')

const xml = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  alwaysCreateTextNode: true,
})

/** Names of all elements and attributes, in order, with how deep they stand. */
function shape(node: unknown, path = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((child) => shape(child, path))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, child]) => {
    if (name === '#text') return []
    return [`${path}/${name}`, ...shape(child, `${path}/${name}`)]
  })
}

// `npm run soak` tries far more than `npm test`.
const runs = { numRuns: process.env.TEST_SOAK ? 20_000 : 200 }

describe('whatever a person types', () => {
  test.each(['yealink-t54w', 'yealink-t31p'])('%s gets the same parameters in the same order', (model) => {
    const expected = parameterNames(body(model, harmless))
    expect(expected).toContain('account.1.password')
    fc.assert(
      fc.property(typed, (values) => {
        expect(parameterNames(body(model, values))).toEqual(expected)
      }),
      runs,
    )
  })

  test('a Yealink reads the display name as it was typed, and no literal of its own', () => {
    fc.assert(
      fc.property(typed, (values) => {
        const row = body('yealink-t54w', values)
          .split('\n')
          .find((line) => line.startsWith('account.1.display_name ='))
        const arrived = row?.slice('account.1.display_name ='.length).trim() ?? ''
        expect(arrived).not.toMatch(/^%\w+%$/)
        const wanted = withoutBlanks(values.displayName)
        if (wanted !== '' && !/^%\w+%$/.test(wanted)) expect(arrived.replace(/\s/gu, '')).toBe(wanted)
      }),
      runs,
    )
  })

  test.each(['snom-d785', 'snom-d315', 'linphone-app'])('%s gets well-formed XML of the same shape', (model) => {
    const expected = shape(xml.parse(body(model, harmless)))
    expect(expected.length).toBeGreaterThan(10)
    fc.assert(
      fc.property(typed, (values) => {
        const file = body(model, values)
        expect(XMLValidator.validate(file)).toBe(true)
        expect(shape(xml.parse(file))).toEqual(expected)
      }),
      runs,
    )
  })

  test('a Snom reads names, labels and passwords as they were typed', () => {
    fc.assert(
      fc.property(typed, (values) => {
        const { settings } = xml.parse(body('snom-d785', values))
        const read = (name: string) => withoutBlanks([settings['phone-settings'][name]].flat()[0]['#text'])
        expect(read('user_realname')).toBe(withoutBlanks(values.displayName) || '21')
        expect(read('user_pass')).toBe(withoutBlanks(values.password))
        expect(read('user_pname')).toBe(withoutBlanks(values.authName))
        const keys: { '@_label': string; '#text': string }[] = settings.functionKeys.fkey
        if (keys[0]?.['#text'] !== 'none')
          expect(withoutBlanks(keys[0]?.['@_label'] ?? '')).toBe(withoutBlanks(values.label))
        expect(keys[0]?.['#text']).toMatch(/^(none|blf [^\s|]+\|\*8)$/)
        expect(keys[1]?.['#text']).toMatch(/^(none|speed [^\s|]+)$/)
        expect(keys[2]?.['#text']).toMatch(/^(none|dest sip:[^\s|@;]+@pbx\.example\.ch;user=phone)$/)
      }),
      runs,
    )
  })

  test('a Linphone reads one name-addr and the password as it was typed', () => {
    fc.assert(
      fc.property(typed, (values) => {
        const { config } = xml.parse(body('linphone-app', values))
        const entry = (section: string, name: string): string =>
          config.section
            .find((one: { '@_name': string }) => one['@_name'] === section)
            .entry.find((one: { '@_name': string }) => one['@_name'] === name)['#text']
        expect(withoutBlanks(entry('auth_info_0', 'passwd'))).toBe(withoutBlanks(values.password))
        const identity = /^"((?:[^"\\]|\\.)*)" <sip:21@pbx\.example\.ch>$/u.exec(entry('proxy_0', 'reg_identity'))
        const name = identity?.[1]?.replace(/\\(.)/gu, '$1')
        expect(withoutBlanks(name ?? '')).toBe(withoutBlanks(values.displayName) || '21')
      }),
      runs,
    )
  })
})
