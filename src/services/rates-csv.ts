import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { type CsvError, parse as parseStream } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Calendar } from '#domain/calendar.ts'
import { fieldError } from '#domain/errors.ts'
import { formatAmount } from '#domain/money.ts'
import { decodeText, safeCell } from './csv-cells.ts'
import { fold } from './phonebook-text.ts'
import { type RateField, type RateInput, type RateValues, rateFields } from './rate-values.ts'

const greatestFile = 8 * 1024 * 1024
const mostRows = 200_000
/** So many rows are read before others get their turn. */
const turn = 2000

const required: RateField[] = ['prefix', 'destination', 'class', 'pricePerMinute', 'firstIncrement', 'nextIncrement']

/** What the columns are called in a file that we write, and in others in our languages; the first is ours. */
const headings: Record<RateField, string[]> = {
  prefix: ['prefix', 'Préfixe', 'Präfix', 'Prefisso', 'code', 'dial code', 'Vorwahl', 'indicatif'],
  destination: ['destination', 'Ziel', 'Destinazione', 'name', 'nom', 'nome', 'country', 'pays', 'land', 'paese'],
  class: ['class', 'Classe', 'Klasse', 'type', 'typ', 'tipo', 'category', 'catégorie', 'kategorie', 'categoria'],
  validFrom: ['valid from', 'Valable dès', 'Valable à partir du', 'Gültig ab', 'Valido dal', 'from', 'start', 'début'],
  validUntil: ['valid until', 'Valable jusqu’au', 'Gültig bis', 'Valido fino al', 'until', 'end', 'fin'],
  connectionFee: ['connection fee', 'Taxe de connexion', 'Verbindungsgebühr', 'Tassa di connessione', 'fee', 'setup'],
  pricePerMinute: ['price per minute', 'Prix par minute', 'Preis pro Minute', 'Prezzo al minuto', 'price', 'rate'],
  firstIncrement: ['first increment', 'Premier pas', 'Erster Takt', 'Primo scatto', 'first', 'initial increment'],
  nextIncrement: ['next increment', 'Pas suivant', 'Folgetakt', 'Scatto successivo', 'next', 'subsequent increment'],
}
const fieldOfHeading = new Map(
  rateFields.flatMap((field) => [field, ...headings[field]].map((word) => [plain(word), field] as const)),
)

function plain(word: string): string {
  return fold(word).replace(/[^a-z0-9]/g, '')
}

export interface RateRow {
  /** As the spreadsheet counts: the headings are row 1. */
  row: number
  input: RateInput
}
export interface RateTable {
  rows: RateRow[]
  /** Headings that stand for nothing here. */
  ignored: string[]
}

/**
 * Reads a file with headings; comma, semicolon or tab. Others get their turn meanwhile.
 * Refused: `rates.fileTooLarge`, `rates.fileUnreadable`, `rates.headingsMissing`, `rates.tooManyRows`.
 */
export async function readRates(bytes: Buffer): Promise<RateTable> {
  if (bytes.length > greatestFile) throw fieldError('file', 'rates.fileTooLarge')
  const text = decodeText(bytes).replace(/^sep=.\r?\n/i, '')
  if (text.includes('\0')) throw fieldError('file', 'rates.fileUnreadable')
  const delimiter = delimiterOf(text)
  const head = headOf(text, delimiter)
  const fields = head.map((word) => fieldOfHeading.get(plain(word)) ?? null)
  if (required.some((field) => !fields.includes(field))) throw fieldError('file', 'rates.headingsMissing')
  const columns = rateFields.map((field) => fields.indexOf(field))
  const rows: RateRow[] = []
  let row = 0
  for await (const cells of recordsOf(text, delimiter)) {
    row += 1
    if (row % turn === 0) await setImmediate()
    if (row === 1 || cells.every((cell) => cell.trim() === '')) continue
    if (rows.length === mostRows) throw fieldError('file', 'rates.tooManyRows')
    rows.push({ row, input: inputFrom(columns, cells) })
  }
  const ignored = head.filter((word, index) => fields[index] === null && word.trim() !== '')
  return { rows, ignored: ignored.slice(0, 20).map((word) => word.trim().slice(0, 60)) }
}

const options = { relax_column_count: true, relax_quotes: true, max_record_size: 20_000 } as const

function headOf(text: string, delimiter: string): string[] {
  try {
    return parse(text.slice(0, 20_000), { ...options, delimiter, to: 1 })[0] ?? []
  } catch {
    return []
  }
}

/** The separator under which most headings are known. */
function delimiterOf(text: string): string {
  const known = (delimiter: string) => headOf(text, delimiter).filter((word) => fieldOfHeading.has(plain(word))).length
  const counted = [';', ',', '\t'].map((delimiter) => ({ delimiter, count: known(delimiter) }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

async function* recordsOf(text: string, delimiter: string): AsyncGenerator<string[]> {
  const parts = function* () {
    for (let from = 0; from < text.length; from += 65_536) yield Buffer.from(text.slice(from, from + 65_536))
  }
  const parser = Readable.from(parts()).pipe(parseStream({ ...options, delimiter }))
  try {
    yield* parser as AsyncIterable<string[]>
  } catch (error) {
    const { lines } = error as CsvError
    throw fieldError('file', 'rates.fileUnreadable', typeof lines === 'number' ? { line: lines } : {})
  }
}

/** A column that the file lacks is empty. */
function inputFrom(columns: readonly number[], cells: readonly string[]): RateInput {
  const input: Partial<RateInput> = {}
  for (const [index, field] of rateFields.entries()) input[field] = (cells[columns[index] ?? -1] ?? '').trim()
  return input as RateInput
}

/** The file that spreadsheets open, and that readRates takes: with its mark of UTF-8 and semicolons. */
export function writeRates(rates: readonly RateValues[], calendar: Calendar): string {
  const date = (at: number | null) => (at === null || at === 0 ? '' : calendar.localTime(at).replace('T00:00:00', ''))
  const rows = rates.map((rate) => [
    rate.prefix,
    safeCell(rate.destination),
    rate.class,
    date(rate.valid_from),
    date(rate.valid_until),
    formatAmount(rate.connection_fee),
    formatAmount(rate.price_per_minute),
    String(rate.first_increment),
    String(rate.next_increment),
  ])
  const head = rateFields.map((field) => headings[field][0] ?? field)
  return stringify([head, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows' })
}
