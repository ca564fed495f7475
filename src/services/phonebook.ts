import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { Language } from '#domain/language.ts'
import { writeAudit } from './audit.ts'
import { lockNumbers } from './free-number.ts'
import type { LiveEvents } from './live-events.ts'
import type { NetworkSync } from './number-plan.ts'
import { readCsv, writeCsv } from './phonebook-csv.ts'
import { applyImport, type ImportMode, type ImportPlan, planImport, readRows } from './phonebook-import.ts'
import { entriesForPhones, matchingEntries, type PhonePage } from './phonebook-phones.ts'
import { readable, searchWords } from './phonebook-text.ts'
import { type EntryInput, inputOf, numberPlanOf, requireEntry } from './phonebook-values.ts'
import { reachPhonebookEntryToManage, reachVpbx, reachVpbxToManage } from './reach.ts'
import { uniqueOr } from './refusals.ts'

export interface ImportRequest {
  file: Buffer
  mode: ImportMode
  /** Says what would happen and saves nothing. */
  dryRun: boolean
  /** Saves although rows are refused, without them. */
  skipRefused: boolean
}

/** A field that is null or not there is empty. */
type Typed = { name: string; number: string } & {
  [F in 'mobile' | 'other' | 'shortNumber']?: string | null | undefined
}
type Change = { [F in keyof EntryInput]?: string | null | undefined }

/** The most entries of one vPBX: what the phones' lists and the import are measured for. */
const mostEntries = 10_000
/** The rest of a long list of refusals says nothing new. */
const mostRefusals = 200

export type PhonebookService = ReturnType<typeof createPhonebookService>

/** The phonebook of a vPBX (M19): kept by its administrators, read by its users and their telephones. */
export function createPhonebookService(parts: { db: Db; clock: Clock; events: LiveEvents; networkSync: NetworkSync }) {
  const { db, clock, events, networkSync } = parts
  /** Short numbers are dialled. */
  const changed = async (vpbxId: string): Promise<void> => {
    await networkSync.syncPlan(vpbxId)
    events.publish({ type: 'phonebook', vpbxId })
  }
  const unique = <T>(write: () => Promise<T>): Promise<T> => uniqueOr('shortNumber', 'shortNumber.inUse', write)

  /** By name; `q` must be found in the name or the numbers, accents and case do not matter. */
  async function list(actor: Actor, vpbxId: string, query: { q: string; offset: number; limit: number }) {
    await reachVpbx(db, actor, vpbxId)
    const found = matchingEntries(db, vpbxId, searchWords(query.q))
    const { n } = await found.select((e) => e.fn.countAll().as('n')).executeTakeFirstOrThrow()
    const rows = await found
      .selectAll()
      .orderBy('sort_key')
      .orderBy('id')
      .limit(query.limit)
      .offset(query.offset)
      .execute()
    return { entries: rows.map(present), total: Number(n) }
  }

  async function create(actor: Actor, vpbxId: string, typed: Typed) {
    await reachVpbxToManage(db, actor, vpbxId)
    const row = await unique(() =>
      db.transaction().execute(async (trx) => {
        const values = requireEntry(complete(typed), await numberPlanOf(trx, await lockNumbers(trx, vpbxId)))
        const row = { id: newId(), created_at: clock(), vpbx_id: vpbxId, ...values }
        await trx.insertInto('phonebook_entry').values(row).execute()
        await requireRoom(trx, vpbxId)
        await writeAudit(trx, clock, actor, { action: 'phonebook.created', subject: subjectOf(row), vpbxId })
        return row
      }),
    )
    await changed(vpbxId)
    return present(row)
  }

  async function change(actor: Actor, id: string, given: Change) {
    const { vpbx_id: vpbxId } = await reachPhonebookEntryToManage(db, actor, id)
    await reachVpbxToManage(db, actor, vpbxId)
    const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const row = await unique(() =>
      db.transaction().execute(async (trx) => {
        const numbers = await numberPlanOf(trx, await lockNumbers(trx, vpbxId))
        // Read under the lock: what is not named stays as it is now, not as it was before somebody else's change.
        const before = await reachPhonebookEntryToManage(trx, actor, id)
        const values = requireEntry(complete({ ...inputOf(before), ...kept }), numbers)
        const row = await trx
          .updateTable('phonebook_entry')
          .set(values)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        if (!row) throw new AppError('notFound')
        await writeAudit(trx, clock, actor, { action: 'phonebook.changed', subject: subjectOf(row), vpbxId })
        return row
      }),
    )
    await changed(vpbxId)
    return present(row)
  }

  async function remove(actor: Actor, id: string): Promise<void> {
    const row = await reachPhonebookEntryToManage(db, actor, id)
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('phonebook_entry').where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'phonebook.deleted', subject: subjectOf(row), vpbxId: row.vpbx_id })
    })
    await changed(row.vpbx_id)
  }

  /** Deletes every entry. */
  async function clear(actor: Actor, vpbxId: string): Promise<{ removed: number }> {
    await reachVpbxToManage(db, actor, vpbxId)
    const removed = await db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('phonebook_entry')
        .where('vpbx_id', '=', vpbxId)
        .executeTakeFirst()
      const subject = String(numDeletedRows)
      await writeAudit(trx, clock, actor, { action: 'phonebook.cleared', subject, vpbxId })
      return Number(numDeletedRows)
    })
    await changed(vpbxId)
    return { removed }
  }

  /** Looks at a file, and saves it where nothing stands against that. `saved` tells which. */
  async function importCsv(actor: Actor, vpbxId: string, { file, mode, dryRun, skipRefused }: ImportRequest) {
    const vpbx = await reachVpbxToManage(db, actor, vpbxId)
    const table = readCsv(file)
    const numbers = await numberPlanOf(db, vpbx)
    const rows = await readRows(table, numbers)
    const run = async (trx: Transaction<Schema>) => {
      // The rows were read by and by: nobody has taken one of their short numbers since.
      const now = await numberPlanOf(trx, await lockNumbers(trx, vpbxId))
      if (now.country !== numbers.country || [...now.internal].some((number) => !numbers.internal.has(number)))
        throw new AppError('conflict')
      const existing = await trx.selectFrom('phonebook_entry').selectAll().where('vpbx_id', '=', vpbxId).execute()
      const plan = planImport(rows, existing, { mode, columns: table.columns })
      if (existing.length + plan.added.length - plan.removed.length > mostEntries)
        throw fieldError('file', 'phonebook.full')
      const saved = !dryRun && (skipRefused || plan.refusedRows === 0)
      if (saved) {
        await applyImport(trx, plan, { vpbxId, now: clock() })
        await writeAudit(trx, clock, actor, { action: 'phonebook.imported', subject: countsOf(plan), vpbxId })
      }
      return { saved, ignoredColumns: table.ignored, ...presentPlan(plan) }
    }
    const result = await unique(() => db.transaction().execute(run))
    if (result.saved) await changed(vpbxId)
    return result
  }

  /** The whole phonebook for spreadsheets, and for importCsv. */
  async function exportCsv(actor: Actor, vpbxId: string, language: Language): Promise<{ csv: string }> {
    await reachVpbxToManage(db, actor, vpbxId)
    const rows = await matchingEntries(db, vpbxId, []).selectAll().orderBy('sort_key').orderBy('id').execute()
    return { csv: writeCsv(rows.map(inputOf), language) }
  }

  return {
    list,
    create,
    change,
    remove,
    clear,
    importCsv,
    exportCsv,
    entriesForPhones: (vpbxId: string, page: PhonePage) => entriesForPhones(db, vpbxId, page),
  }
}

function complete(typed: Typed | Change): EntryInput {
  return {
    name: typed.name ?? '',
    number: typed.number ?? '',
    mobile: typed.mobile ?? '',
    other: typed.other ?? '',
    shortNumber: typed.shortNumber ?? '',
  }
}

async function requireRoom(trx: Transaction<Schema>, vpbxId: string): Promise<void> {
  const { n } = await trx
    .selectFrom('phonebook_entry')
    .where('vpbx_id', '=', vpbxId)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  if (Number(n) > mostEntries) throw new AppError('phonebook.full')
}

function subjectOf({ name, number }: { name: string; number: string }): string {
  return `${name} · ${number}`
}

/** +3 ~1 −0: added, changed, removed. */
function countsOf({ added, changed, removed }: ImportPlan): string {
  return `+${added.length} ~${changed.length} −${removed.length}`
}

function presentPlan(plan: ImportPlan) {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    removed: plan.removed.length,
    refused: plan.refusedRows,
    refusals: plan.refused.slice(0, mostRefusals),
  }
}

function present(row: Omit<Row<'phonebook_entry'>, 'sort_key' | 'search_key'>) {
  const { id, name, number, mobile, other, short_number: shortNumber } = row
  const shown = {
    number: readable(number),
    mobile: mobile === null ? null : readable(mobile),
    other: other === null ? null : readable(other),
  }
  return { id, name, number, mobile, other, shortNumber, shown }
}
