import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readers } from '../../test/support/readers/index.ts'
import type { Reader } from '../../test/support/readers/reader.ts'
import { modelsWithFiles, sampleSpec, type Typed } from '../../test/support/readers/sample.ts'
import { type Model, renderAll, vendors } from './index.ts'

/** Strings that have broken some parser somewhere, between any other characters. */
const nasty = [
  ...['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\u0000', '\u001b', '\ud83d', '\udc1e', '\ufeff'],
  ...['\uffff', '\u202e', '#', '=', ' = ', ' : ', ': ', '%NULL%', '%EMPTY%', 'include:config ', 'account.1.enable = 0'],
  ...['"', "'", '\\', '\\"', '<', '>', '&', '&amp;', '&#10;', ']]>', '<![CDATA[', '<!--', '-->', '</fkey>', '<?xml?>'],
  ...[
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<<END OF FILE>>',
    '<SIP CONFIG MODULE>',
    '[ \\Table ]',
    '[section]',
    'FORMAT x',
  ],
  ...[
    '|',
    ';',
    ':',
    ',',
    ' ',
    '\t',
    '{mac}',
    '$MAC',
    '$(system.mac)',
    '$MA',
    '%%',
    '!',
    '?',
    '@',
    '~',
    '{',
    '}',
    '%SRV_0%',
  ],
  ...['；', '＝', '＃', '＂', '＜', 'é', '電', '📞', 'exit', '--uid x', 'fnc=blf;'],
]
const piece = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ maxLength: 3 }),
)
const text = (maxLength: number) =>
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('').slice(0, maxLength))
/** Digest names and secrets are made by the server, of letters and digits; what else is printable must not break out either. */
const printable = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 20,
})
const typed: fc.Arbitrary<Required<Typed>> = fc.record({
  displayName: text(60),
  label: text(60),
  value: text(60),
  userName: text(30),
  authName: printable.map((name) => `n${name}`),
  password: printable.map((password) => `p${password}`),
  voicemail: text(38).map((number) => `*${number}`),
})

/** What must arrive of a text, written character by character, unlike the toolkit: breaks as blanks, invisible characters gone; blanks do not count. */
function visible(value: string): string {
  let result = ''
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0
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
    if (!isHidden && !/\s/u.test(character)) result += character
  }
  return result
}

/** Whether all characters of `part` come in `whole` in the same order: what a display cuts or an old format cannot take may be missing. */
function isWithin(part: string, whole: string): boolean {
  const wanted = [...part]
  let at = 0
  for (const character of whole) if (character === wanted[at]) at += 1
  return at === wanted.length
}

function arriving(value: string, { text, drops }: Reader): string {
  const latin = text === 'ascii' ? visible(value).normalize('NFKD').replace(/ß/g, 'ss') : value
  return visible(drops ? latin.replace(drops, '') : latin)
}

/** One model for each way in which a maker's files differ: by kind, by files, and by what they hold. */
function representatives(vendor: string): Model[] {
  const own = modelsWithFiles.filter((model) => model.vendor === vendor)
  const shapes = Map.groupBy(own, (model) => {
    const names = (readers[vendor]?.read(renderAll(sampleSpec(model)), model).parameters ?? []).map(([name]) => name)
    return `${model.kind} ${new Set(names.map((name) => name.replace(/\d+/g, ''))).size}`
  })
  return [...shapes.values()].flatMap(([model]) => (model ? [model] : []))
}

const casesPerMaker = process.env.TEST_SOAK ? 10_000 : 300

describe.each(vendors.map(({ id }) => id))('whatever a person types, %s', (vendor) => {
  const reader = readers[vendor]
  if (!reader) return
  const chosen = representatives(vendor)
  const numRuns = Math.ceil(casesPerMaker / chosen.length)

  test.each(chosen.map((model) => [model.id, model] as const))(
    '%s gets the same parameters, and in them what was typed',
    (_, model) => {
      const own: Reader = reader.asciiFor?.(model) ? { ...reader, text: 'ascii' } : reader
      const read = (values: Typed) => reader.read(renderAll(sampleSpec(model, values)), model)
      const expected = read({}).parameters.map(([name]) => name)
      expect(expected.length).toBeGreaterThan(10)
      fc.assert(
        fc.property(typed, (values) => {
          const reading = read(values)
          expect(reading.parameters.map(([name]) => name)).toEqual(expected)
          const line = reading.line(1)
          expect(line?.number).toBe(model.handsets || model.lineSlots > 0 ? '201' : undefined)
          expect(line?.authName).toBe(`${values.authName}1`)
          expect(line?.password).toBe(`${values.password}1`)
          const shown = visible(line?.displayName ?? '')
          const wanted = arriving(values.displayName, own)
          expect(isWithin(shown, wanted) || shown === '201', `${shown} of ${wanted}`).toBe(true)
          // A word of the maker's own, such as %NULL%, is not left as it was typed.
          if (own.text === 'utf8' && shown !== '201' && !/^%.*%$/.test(wanted))
            expect(shown.startsWith([...wanted].slice(0, 8).join(''))).toBe(true)
        }),
        { numRuns },
      )
    },
  )
})
