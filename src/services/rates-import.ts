import { setImmediate } from 'node:timers/promises'
import type { Database, Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { ErrorCode } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { RateField, RateInput, RateValues, ReadRate } from './rate-values.ts'
import type { RateRow } from './rates-csv.ts'

export type ImportMode = 'merge' | 'replace'

export interface RefusedRate {
  row: number
  prefix: string
  /** Null: the row as a whole. */
  field: RateField | null
  code: ErrorCode
}
export interface RateWarning {
  row: number
  prefix: string
  code: 'gap' | 'muchCheaper'
}
export interface RatePlan {
  added: RateValues[]
  changed: { id: string; createdAt: number; values: RateValues }[]
  unchanged: number
  removed: string[]
  refused: RefusedRate[]
  refusedRows: Set<number>
  warnings: RateWarning[]
}

export interface ReadRow {
  row: number
  prefix: string
  read: ReadRate
}

/** What each row says. Others get their turn meanwhile. */
export async function readRateRows(rows: readonly RateRow[], read: (input: RateInput) => ReadRate): Promise<ReadRow[]> {
  const result: ReadRow[] = []
  for (const { row, input } of rows) {
    result.push({ row, prefix: input.prefix.slice(0, 20), read: read(input) })
    if (result.length % 2000 === 0) await setImmediate()
  }
  return result
}

/** A rate as it would stand afterwards; `row`: of the file, null: it is there and the file does not name it. */
interface Standing {
  row: number | null
  values: RateValues
  before: Row<'rate'> | undefined
}

/** What an import would do. A row means the rate of the same prefix that begins at the same moment. */
export function planRates(rows: readonly ReadRow[], existing: readonly Row<'rate'>[], mode: ImportMode): RatePlan {
  const plan: RatePlan = {
    ...{ added: [], changed: [], unchanged: 0, removed: [], refused: [], refusedRows: new Set(), warnings: [] },
  }
  const known = new Map(existing.map((row) => [keyOf(row), row]))
  const met = new Map<string, Standing>()
  for (const row of rows) {
    if ('faults' in row.read) {
      plan.refusedRows.add(row.row)
      for (const [field, code] of row.read.faults) plan.refused.push({ row: row.row, prefix: row.prefix, field, code })
      continue
    }
    const key = keyOf(row.read.values)
    if (met.has(key)) refuse(plan, row, null, 'rates.rowTwice')
    else met.set(key, { row: row.row, values: row.read.values, before: known.get(key) })
  }
  const untouched = existing.filter((row) => !met.has(keyOf(row)))
  const kept = mode === 'merge' ? untouched : []
  checkValidity(plan, [...met.values()], kept, existing)
  for (const { values, before } of met.values()) {
    if (!before) plan.added.push(values)
    else if (isSame(before, values)) plan.unchanged += 1
    else plan.changed.push({ id: before.id, createdAt: before.created_at, values })
  }
  if (mode === 'replace') plan.removed = untouched.map(({ id }) => id)
  return plan
}

function refuse(
  plan: RatePlan,
  { row, prefix }: { row: number; prefix: string },
  field: RateField | null,
  code: ErrorCode,
) {
  plan.refusedRows.add(row)
  plan.refused.push({ row, prefix, field, code })
}

/** The rates of one prefix one after the other: they must not hold at the same time, and a gap between two is said. */
function checkValidity(
  plan: RatePlan,
  met: readonly Standing[],
  kept: readonly Row<'rate'>[],
  existing: readonly Row<'rate'>[],
): void {
  const touched = Map.groupBy(met, ({ values }) => values.prefix)
  const keptOf = Map.groupBy(kept, ({ prefix }) => prefix)
  const existingOf = Map.groupBy(existing, ({ prefix }) => prefix)
  for (const [prefix, own] of touched) {
    const others = (keptOf.get(prefix) ?? []).map((values): Standing => ({ row: null, values, before: undefined }))
    const all = [...own, ...others].sort((a, b) => a.values.valid_from - b.values.valid_from)
    for (const [index, next] of all.entries()) {
      const previous = all[index - 1]
      if (previous) compare(plan, prefix, previous, next)
      warnIfCheap(plan, prefix, next, existingOf.get(prefix) ?? [])
    }
  }
}

function compare(plan: RatePlan, prefix: string, previous: Standing, next: Standing): void {
  const until = previous.values.valid_until
  const row = next.row ?? previous.row
  if (until === null || row === null) return
  if (until > next.values.valid_from)
    refuse(plan, { row, prefix }, next.row === null ? 'validUntil' : 'validFrom', 'rates.overlap')
  else if (until < next.values.valid_from) plan.warnings.push({ row, prefix, code: 'gap' })
}

/** A price that loses more than four fifths is more often a slip than a gift. */
function warnIfCheap(
  plan: RatePlan,
  prefix: string,
  { row, values }: Standing,
  existing: readonly Row<'rate'>[],
): void {
  if (row === null) return
  const earlier = existing.filter((rate) => rate.valid_from <= values.valid_from)
  const before = earlier.reduce<Row<'rate'> | null>(
    (last, rate) => (last === null || rate.valid_from > last.valid_from ? rate : last),
    null,
  )
  if (before && values.price_per_minute * 5 < before.price_per_minute)
    plan.warnings.push({ row, prefix, code: 'muchCheaper' })
}

function keyOf({ prefix, valid_from }: Pick<RateValues, 'prefix' | 'valid_from'>): string {
  return `${prefix} ${valid_from}`
}

const valueColumns = [
  'prefix',
  'destination',
  'class',
  'valid_from',
  'valid_until',
  'connection_fee',
  'price_per_minute',
  'first_increment',
  'next_increment',
] as const satisfies (keyof RateValues)[]

function isSame(before: RateValues, values: RateValues): boolean {
  return valueColumns.every((column) => before[column] === values[column])
}

const columns = ['id', 'created_at', 'tariff_id', ...valueColumns] as const
/** Below the number of values that either engine takes in a statement. */
const deleteBatch = 10_000
const insertBatch = 1000

/** Writes what was planned, in a transaction. Changed rates keep their id and age. */
export async function applyRates(
  trx: Db,
  { prepareWrite }: Database,
  { added, changed, removed }: RatePlan,
  { tariffId, now }: { tariffId: string; now: number },
): Promise<void> {
  const gone = [...removed, ...changed.map(({ id }) => id)]
  for (const ids of batches(gone, deleteBatch)) await trx.deleteFrom('rate').where('id', 'in', ids).execute()
  const rows: Row<'rate'>[] = [
    ...changed.map(({ id, createdAt, values }) => ({ id, created_at: createdAt, tariff_id: tariffId, ...values })),
    ...added.map((values) => ({ id: newId(), created_at: now, tariff_id: tariffId, ...values })),
  ]
  if (prepareWrite) {
    const write = prepareWrite(`insert into rate (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) write(columns.map((column) => row[column]))
  } else {
    for (const some of batches(rows, insertBatch)) await trx.insertInto('rate').values(some).execute()
  }
}

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
