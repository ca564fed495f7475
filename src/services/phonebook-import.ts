import { setImmediate } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { Row, Schema } from '#db/schema.ts'
import type { ErrorCode } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { CsvTable } from './phonebook-csv.ts'
import { searchKeyOf } from './phonebook-text.ts'
import { type EntryField, type EntryValues, inputOf, type NumberPlan, readEntry } from './phonebook-values.ts'

export type ImportMode = 'merge' | 'replace'

export interface RefusedRow {
  row: number
  /** Null: the row as a whole. */
  field: EntryField | null
  code: ErrorCode
  /** Its name, to find it by. */
  name: string
}

export interface ImportPlan {
  added: EntryValues[]
  changed: { before: Row<'phonebook_entry'>; values: EntryValues }[]
  unchanged: number
  /** What replacing takes away. */
  removed: Row<'phonebook_entry'>[]
  refused: RefusedRow[]
  refusedRows: number
}

export interface ReadRow {
  row: number
  name: string
  read: ReturnType<typeof readEntry>
}

/** So many rows are read before others get their turn. */
const turn = 100

/**
 * What each row says. A column that the file lacks keeps, when merging, what the entry had: that is known only once the row has found its entry,
 * so here it is empty.
 */
export async function readRows(table: CsvTable, plan: NumberPlan): Promise<ReadRow[]> {
  const read: ReadRow[] = []
  for (const { row, input } of table.rows) {
    read.push({ row, name: input.name.trim().slice(0, 80), read: readEntry(input, plan) })
    if (read.length % turn === 0) await setImmediate()
  }
  return read
}

interface Matching {
  mode: ImportMode
  columns: ReadonlySet<EntryField>
}

/**
 * What an import would do. A row means the entry of the same short number, else the one of the same name and number. Two rows for one entry, or for
 * one short number: the second is refused.
 */
export function planImport(
  rows: readonly ReadRow[],
  existing: readonly Row<'phonebook_entry'>[],
  { mode, columns }: Matching,
): ImportPlan {
  const find = finderOf(existing)
  const met = new Set<string>()
  const shorts = new Set<string>()
  const result: ImportPlan = { added: [], changed: [], unchanged: 0, removed: [], refused: [], refusedRows: 0 }
  const refuse = (row: ReadRow, faults: [EntryField | null, ErrorCode][]): void => {
    result.refusedRows += 1
    for (const [field, code] of faults) result.refused.push({ row: row.row, name: row.name, field, code })
  }
  for (const row of rows) {
    if ('fields' in row.read) {
      refuse(row, Object.entries(row.read.fields) as [EntryField, ErrorCode][])
      continue
    }
    const before = find(row.read.values)
    const key = before?.id ?? keyOf(row.read.values)
    const values = before && mode === 'merge' ? keeping(before, row.read.values, columns) : row.read.values
    if (met.has(key)) refuse(row, [[null, 'phonebook.rowTwice']])
    else if (values.short_number !== null && shorts.has(values.short_number))
      refuse(row, [['shortNumber', 'shortNumber.inUse']])
    else {
      met.add(key)
      if (values.short_number !== null) shorts.add(values.short_number)
      if (!before) result.added.push(values)
      else if (isSame(before, values)) result.unchanged += 1
      else result.changed.push({ before, values })
    }
  }
  if (mode === 'replace') result.removed = existing.filter(({ id }) => !met.has(id))
  return result
}

function finderOf(existing: readonly Row<'phonebook_entry'>[]) {
  const byShort = new Map(
    existing.flatMap((row) => (row.short_number === null ? [] : [[row.short_number, row] as const])),
  )
  const byKey = new Map(existing.map((row) => [keyOf(row), row]))
  return (values: EntryValues): Row<'phonebook_entry'> | undefined =>
    (values.short_number === null ? undefined : byShort.get(values.short_number)) ?? byKey.get(keyOf(values))
}

function keyOf({ name, number }: Pick<EntryValues, 'name' | 'number'>): string {
  return `${number} ${name}`
}

function keeping(before: EntryValues, values: EntryValues, columns: ReadonlySet<EntryField>): EntryValues {
  const mobile = columns.has('mobile') ? values.mobile : before.mobile
  const other = columns.has('other') ? values.other : before.other
  const short_number = columns.has('shortNumber') ? values.short_number : before.short_number
  const search_key = searchKeyOf(values.name, [values.number, mobile, other, short_number])
  return { ...values, mobile, other, short_number, search_key }
}

function isSame(before: EntryValues, values: EntryValues): boolean {
  const [a, b] = [inputOf(before), inputOf(values)]
  return Object.keys(a).every((field) => a[field as EntryField] === b[field as EntryField])
}

/** Statements of this size are quick on both engines and below the number of values that either takes. */
const batch = 500

/** Writes what was planned. Changed entries keep their id and age. */
export async function applyImport(
  trx: Transaction<Schema>,
  { added, changed, removed }: ImportPlan,
  { vpbxId, now }: { vpbxId: string; now: number },
): Promise<void> {
  const gone = [...removed.map(({ id }) => id), ...changed.map(({ before }) => before.id)]
  for (const ids of batches(gone)) await trx.deleteFrom('phonebook_entry').where('id', 'in', ids).execute()
  const rows = [
    ...changed.map(({ before: { id, created_at }, values }) => ({ id, created_at, vpbx_id: vpbxId, ...values })),
    ...added.map((values) => ({ id: newId(), created_at: now, vpbx_id: vpbxId, ...values })),
  ]
  for (const some of batches(rows)) await trx.insertInto('phonebook_entry').values(some).execute()
}

function batches<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, index) =>
    all.slice(index * batch, (index + 1) * batch),
  )
}
