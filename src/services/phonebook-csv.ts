import { type CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { fieldError } from '#domain/errors.ts'
import type { Language } from '#domain/language.ts'
import { fold } from './phonebook-text.ts'
import { type EntryField, type EntryInput, entryFields } from './phonebook-values.ts'

const greatestFile = 2 * 1024 * 1024
const mostRows = 10_000
/** With empty ones between them. */
const mostLines = 3 * mostRows

/** The words of the format: what the columns are called in a file that we write. */
const headings: Record<Language, Record<EntryField, string>> = {
  fr: { name: 'Nom', number: 'Numéro', mobile: 'Mobile', other: 'Autre numéro', shortNumber: 'Numéro court' },
  de: { name: 'Name', number: 'Nummer', mobile: 'Mobile', other: 'Weitere Nummer', shortNumber: 'Kurznummer' },
  en: { name: 'Name', number: 'Number', mobile: 'Mobile', other: 'Other number', shortNumber: 'Short number' },
  it: { name: 'Nome', number: 'Numero', mobile: 'Cellulare', other: 'Altro numero', shortNumber: 'Numero breve' },
}

/** What other programs call them. */
const otherNames: Record<EntryField, string[]> = {
  name: ['display name', 'nom affiché', 'anzeigename', 'contact', 'kontakt', 'contatto'],
  number: ['phone', 'telephone', 'téléphone', 'telefon', 'telefono', 'phone number', 'telefonnummer'],
  mobile: ['mobile number', 'portable', 'natel', 'handy', 'mobil', 'mobiltelefon', 'cell'],
  other: ['other', 'autre', 'andere', 'altro', 'phone 2', 'andere nummer'],
  shortNumber: ['short', 'speed dial', 'kurzwahl', 'numéro abrégé', 'selezione rapida'],
}

const fieldOfHeading = new Map(
  entryFields.flatMap((field) =>
    [field, ...Object.values(headings).map((words) => words[field]), ...otherNames[field]].map(
      (word) => [plainHeading(word), field] as const,
    ),
  ),
)

function plainHeading(word: string): string {
  return fold(word).replace(/[^a-z0-9]/g, '')
}

export interface CsvRow {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number
  input: EntryInput
}

export interface CsvTable {
  rows: CsvRow[]
  /** The columns that the file has. */
  columns: ReadonlySet<EntryField>
  /** Headings that stand for nothing here. */
  ignored: string[]
}

/**
 * Reads a file with headings: UTF-8, UTF-16 with its mark, or Windows-1252; comma, semicolon or tab.
 * Refused: `phonebook.fileTooLarge`, `phonebook.fileUnreadable`, `phonebook.headingsMissing`, `phonebook.tooManyRows`.
 */
export function readCsv(bytes: Buffer): CsvTable {
  if (bytes.length > greatestFile) throw fieldError('file', 'phonebook.fileTooLarge')
  const text = decode(bytes).replace(/^sep=.\r?\n/i, '')
  if (text.includes('\0')) throw fieldError('file', 'phonebook.fileUnreadable')
  const delimiter = delimiterOf(text)
  const [head = [], ...records] = recordsOf(text, delimiter, mostLines)
  if (records.length + 1 >= mostLines) throw fieldError('file', 'phonebook.tooManyRows')
  const fields = head.map((word) => fieldOfHeading.get(plainHeading(word)) ?? null)
  const columns = new Set(fields.filter((field) => field !== null))
  if (!columns.has('name') || !columns.has('number')) throw fieldError('file', 'phonebook.headingsMissing')
  const places = new Map(entryFields.map((field) => [field, fields.indexOf(field)] as const))
  const rows = records
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }) => ({ row, input: inputFrom(places, cells) }))
  if (rows.length > mostRows) throw fieldError('file', 'phonebook.tooManyRows')
  const ignored = head.filter((word, index) => fields[index] === null && word.trim() !== '')
  return { rows, columns, ignored: ignored.slice(0, 20).map((word) => word.trim().slice(0, 60)) }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator under which most headings are known. */
function delimiterOf(text: string): string {
  const known = (delimiter: string): number => {
    try {
      const [head = []] = recordsOf(text, delimiter, 1)
      return head.filter((word) => fieldOfHeading.has(plainHeading(word))).length
    } catch {
      return 0
    }
  }
  const counted = [';', ',', '\t'].map((delimiter) => ({ delimiter, count: known(delimiter) }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

function recordsOf(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 20_000,
      to,
    })
  } catch (error) {
    const { lines } = error as CsvError
    throw fieldError('file', 'phonebook.fileUnreadable', typeof lines === 'number' ? { line: lines } : {})
  }
}

/** `places`: the first column of each name, which counts; what the file does not have is empty. */
function inputFrom(places: ReadonlyMap<EntryField, number>, cells: readonly string[]): EntryInput {
  const cellOf = (field: EntryField): string => withoutGuard(cells[places.get(field) ?? -1] ?? '')
  return {
    name: cellOf('name'),
    number: cellOf('number'),
    mobile: cellOf('mobile'),
    other: cellOf('other'),
    shortNumber: cellOf('shortNumber'),
  }
}

/** The file that spreadsheets open: with its mark of UTF-8, semicolons, and no cell that they would compute. */
export function writeCsv(entries: readonly EntryInput[], language: Language): string {
  const words = headings[language]
  const rows = entries.map((entry) => entryFields.map((field) => withGuard(entry[field])))
  const records = [entryFields.map((field) => words[field]), ...rows]
  return stringify(records, { bom: true, delimiter: ';', record_delimiter: 'windows' })
}

/** A spreadsheet computes what begins like this. An apostrophe of our own is told from one that was there. */
const computed = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/
const guarded = /^'(?=['=+\-@\uff1d\uff0b\uff0d\uff20])/

function withGuard(cell: string): string {
  if (/^\+[0-9]+$/.test(cell)) return cell
  return computed.test(cell) || guarded.test(cell) ? `'${cell}` : cell
}

function withoutGuard(cell: string): string {
  return cell.replace(guarded, '')
}
