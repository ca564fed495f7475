import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '#domain/language.ts'
import { readCsv, writeCsv } from './phonebook-csv.ts'
import { entryFields } from './phonebook-values.ts'

const character = fc.oneof(
  fc.constantFrom(...`=+-@'";,\t#＝＋－＠`),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
)
const cell = fc.string({ unit: character, maxLength: 12 })
const entry = fc.record({ name: cell, number: cell, mobile: cell, other: cell, shortNumber: cell })

test('whatever is written comes back as it was, under the headings of any language', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), fc.constantFrom(...languages), (entries, language) => {
      const kept = entries.filter((one) => entryFields.some((field) => one[field].trim() !== ''))
      const file = Buffer.from(writeCsv(kept, language))
      const { rows, columns, ignored } = readCsv(file)
      expect(rows.map(({ input }) => input)).toEqual(kept)
      expect([columns.size, ignored]).toEqual([5, []])
    }),
    { numRuns: 500 },
  )
})

test('no cell begins with what a spreadsheet computes, but for a plain number', () => {
  fc.assert(
    fc.property(cell, (name) => {
      const csv = writeCsv([{ name, number: '+41215550101', mobile: '', other: '', shortNumber: '' }], 'en')
      const [, line = ''] = csv.split('\r\n')
      expect(line).not.toMatch(/^"?[=+\-@＝＋－＠]/)
      expect(line).toContain(';+41215550101;')
    }),
    { numRuns: 500 },
  )
})

test('a first line that names the separator, as spreadsheets write it, is no row', () => {
  expect(readCsv(Buffer.from('sep=,\r\nName,Phone\r\nAnna,1\r\n')).rows).toMatchObject([
    { row: 2, input: { name: 'Anna' } },
  ])
})

test('rows that are too short or too long are read as far as they go', () => {
  const { rows } = readCsv(Buffer.from('name;number;mobile\nAnna;1\nBea;2;3;4'))
  expect(rows.map(({ input }) => [input.name, input.number, input.mobile])).toEqual([
    ['Anna', '1', ''],
    ['Bea', '2', '3'],
  ])
})

test('of thousands of columns the first of each name is read', () => {
  const filler = 'x;'.repeat(5000)
  const { rows, columns, ignored } = readCsv(Buffer.from(`${filler}number;name;number\n${'-;'.repeat(5000)}1;Anna;2\n`))
  expect(rows.map(({ input }) => [input.name, input.number, input.mobile])).toEqual([['Anna', '1', '']])
  expect([[...columns].sort(), ignored.length]).toEqual([['name', 'number'], 20])
})
