import type { Database, Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import { createCalendar, type Period } from '#domain/calendar.ts'
import { farthest } from '#domain/charge-limit.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import type { ChargeCalendar } from './charge-ledger.ts'
import { createRateReader } from './rate-values.ts'
import { findRow, termsOf } from './rates.ts'
import { readRates, writeRates } from './rates-csv.ts'
import { applyRates, type ImportMode, planRates, type RatePlan, readRateRows } from './rates-import.ts'
import { uniqueOr } from './refusals.ts'

/** The rest of a long list says nothing new. */
const mostShown = 200

export type TariffService = ReturnType<typeof createTariffService>

/** Tariffs: the provider's alone. */
export function createTariffService(parts: { database: Database; clock: Clock; calendar: ChargeCalendar }) {
  const { database, clock, calendar } = parts
  const { db } = database

  async function list(actor: Actor) {
    requireProvider(actor)
    return present(db, await db.selectFrom('tariff').selectAll().orderBy('name').execute())
  }

  /** The first one becomes the default, unless calls of this month were charged in another currency. */
  async function create(actor: Actor, { name, currency }: { name: string; currency: string }) {
    requireProvider(actor)
    const row = { id: newId(), created_at: clock(), name, currency }
    const month = (await calendar()).monthOf(clock())
    await uniqueOr('name', 'tariff.nameInUse', () =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('tariff').values(row).execute()
        if (await mayBeDefault(trx, currency, month))
          await trx
            .updateTable('provider')
            .set({ default_tariff_id: row.id })
            .where('default_tariff_id', 'is', null)
            .execute()
        await writeAudit(trx, clock, actor, {
          action: 'tariff.created',
          subject: `${name} · ${currency}`,
          vpbxId: null,
        })
      }),
    )
    return one(row)
  }

  async function change(
    actor: Actor,
    id: string,
    given: { name?: string | undefined; isDefault?: boolean | undefined },
  ) {
    const row = await reach(actor, id)
    const { name = row.name, isDefault } = given
    const month = (await calendar()).monthOf(clock())
    await uniqueOr('name', 'tariff.nameInUse', () =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable('tariff').set({ name }).where('id', '=', id).execute()
        if (isDefault) {
          if (!(await mayBeDefault(trx, row.currency, month))) throw new AppError('tariff.currencyInUse')
          await trx.updateTable('provider').set({ default_tariff_id: id }).execute()
        } else if (isDefault === false) {
          await trx
            .updateTable('provider')
            .set({ default_tariff_id: null })
            .where('default_tariff_id', '=', id)
            .execute()
        }
        await writeAudit(trx, clock, actor, { action: 'tariff.changed', subject: name, vpbxId: null })
      }),
    )
    return one({ ...row, name })
  }

  /** Refused while a vPBX has it, or all those that have none of their own. */
  async function remove(actor: Actor, id: string): Promise<void> {
    const row = await reach(actor, id)
    await db.transaction().execute(async (trx) => {
      const [shown] = await present(trx, [row])
      if (shown?.isDefault || shown?.vpbxCount) throw new AppError('tariff.inUse')
      await trx.deleteFrom('tariff').where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'tariff.deleted', subject: row.name, vpbxId: null })
    })
  }

  async function rates(actor: Actor, id: string, query: { q: string; offset: number; limit: number }) {
    await reach(actor, id)
    const found = matching(db, id, query.q)
    const { n } = await found.select((e) => e.fn.countAll().as('n')).executeTakeFirstOrThrow()
    const rows = await found
      .selectAll()
      .orderBy('prefix')
      .orderBy('valid_from')
      .limit(query.limit)
      .offset(query.offset)
      .execute()
    return { rates: rows.map(presentRate), total: Number(n) }
  }

  /** The rate of a number as it would be called now; `number` in E.164, with plus, 00, or neither. */
  async function lookUp(actor: Actor, id: string, { number }: { number: string }) {
    await reach(actor, id)
    const digits = number.replace(/[\s()./'’-]/g, '').replace(/^(\+|00)/, '')
    if (!/^[1-9]\d{2,14}$/.test(digits)) throw fieldError('number', 'publicNumber.invalid')
    const row = await findRow(db, id, digits, clock())
    return { number: `+${digits}`, rate: row && presentRate(row) }
  }

  /** Looks at a file, and saves it where no row is refused. `saved` tells which. */
  async function importCsv(actor: Actor, id: string, request: { file: Buffer; mode: ImportMode; dryRun: boolean }) {
    const tariff = await reach(actor, id)
    const table = await readRates(request.file)
    const rows = await readRateRows(table.rows, createRateReader(await calendar()))
    const run = async (trx: Db) => {
      const existing = await trx.selectFrom('rate').selectAll().where('tariff_id', '=', id).execute()
      const plan = planRates(rows, existing, request.mode)
      const saved = !request.dryRun && plan.refusedRows.size === 0
      if (saved) {
        await applyRates(trx, database, plan, { tariffId: id, now: clock() })
        const subject = `${tariff.name} · ${countsOf(plan)}`
        await writeAudit(trx, clock, actor, { action: 'tariff.imported', subject, vpbxId: null })
      }
      return { saved, ignoredColumns: table.ignored, ...presentPlan(plan) }
    }
    return uniqueOr('file', 'conflict', () => db.transaction().execute(run))
  }

  /** The whole tariff for spreadsheets, and for importCsv. */
  async function exportCsv(actor: Actor, id: string): Promise<{ csv: string }> {
    await reach(actor, id)
    const rows = await matching(db, id, '').selectAll().orderBy('prefix').orderBy('valid_from').execute()
    return { csv: writeRates(rows, await calendar()) }
  }

  async function one(row: Row<'tariff'>) {
    const [shown] = await present(db, [row])
    if (!shown) throw new AppError('notFound')
    return shown
  }

  async function reach(actor: Actor, id: string): Promise<Row<'tariff'>> {
    requireProvider(actor)
    const row = await db.selectFrom('tariff').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new AppError('notFound')
    return row
  }

  return { list, create, change, remove, rates, lookUp, importCsv, exportCsv }
}

function requireProvider(actor: Actor): void {
  if (!isProvider(actor)) throw new AppError('notFound')
}

function matching(db: Db, tariffId: string, q: string) {
  const rows = db.selectFrom('rate').where('tariff_id', '=', tariffId)
  const text = q.trim()
  const digits = text.replace(/^(\+|00)/, '').replace(/\s/g, '')
  if (text === '') return rows
  if (/^\d+$/.test(digits)) return rows.where('prefix', 'like', `${digits}%`)
  const words = text.toLowerCase().split(/\s+/).slice(0, 8)
  return words.reduce(
    (found, word) =>
      found.where((e) => e(e.fn<string>('lower', ['destination']), 'like', `%${word.replace(/[%_]/g, '')}%`)),
    rows,
  )
}

async function present(db: Db, rows: Row<'tariff'>[]) {
  const { default_tariff_id } = await db.selectFrom('provider').select('default_tariff_id').executeTakeFirstOrThrow()
  const rates = await db
    .selectFrom('rate')
    .select((e) => ['tariff_id', e.fn.countAll().as('n')])
    .groupBy('tariff_id')
    .execute()
  const vpbxs = await db
    .selectFrom('vpbx')
    .select((e) => ['tariff_id', e.fn.countAll().as('n')])
    .groupBy('tariff_id')
    .execute()
  const count = (counts: { tariff_id: string | null; n: unknown }[], id: string | null) =>
    Number(counts.find(({ tariff_id }) => tariff_id === id)?.n ?? 0)
  return rows.map(({ id, name, currency }) => {
    const isDefault = id === default_tariff_id
    const vpbxCount = count(vpbxs, id) + (isDefault ? count(vpbxs, null) : 0)
    return { id, name, currency, isDefault, rateCount: count(rates, id), vpbxCount }
  })
}

/** Sums of a month are in one currency: whoever has charges in it keeps it to its end, also by way of no tariff at all. */
async function mayBeDefault(trx: Db, currency: string, month: Period): Promise<boolean> {
  const before = await trx
    .selectFrom('provider')
    .innerJoin('tariff', 'tariff.id', 'provider.default_tariff_id')
    .select('tariff.currency')
    .executeTakeFirst()
  if (before?.currency === currency) return true
  const charged = await trx
    .selectFrom('charge_day')
    .innerJoin('vpbx', 'vpbx.id', 'charge_day.vpbx_id')
    .select('charge_day.day')
    .where('vpbx.tariff_id', 'is', null)
    .where('charge_day.day', '>=', `${month.name}-01`)
    .where('charge_day.amount', '>', 0)
    .executeTakeFirst()
  if (!charged) return true
  if (before) return false
  const other = await chargedOtherwise(trx, currency, month)
    .innerJoin('vpbx', 'vpbx.id', 'call.vpbx_id')
    .where('vpbx.tariff_id', 'is', null)
    .executeTakeFirst()
  return other === undefined
}

/** Calls that cost something in this month, in another currency. */
function chargedOtherwise(trx: Db, currency: string, month: Period) {
  return trx
    .selectFrom('call')
    .select('call.id')
    .where('call.created_at', '>=', month.from - farthest)
    .where('call.charged_until', '>', month.from)
    .where('call.cost', '>', 0)
    .where('call.currency', '!=', currency)
}

/** The same for a vPBX that is to have another tariff (null: the default one). Throws `tariff.currencyInUse`. */
export async function requireCurrencyOf(trx: Db, vpbxId: string, tariffId: string | null, now: number): Promise<void> {
  const { default_tariff_id, time_zone } = await trx.selectFrom('provider').selectAll().executeTakeFirstOrThrow()
  const month = createCalendar(time_zone).monthOf(now)
  const used = await trx
    .selectFrom('charge_day')
    .select('day')
    .where('scope_key', '=', `vpbx:${vpbxId}`)
    .where('day', '>=', `${month.name}-01`)
    .where('amount', '>', 0)
    .executeTakeFirst()
  if (!used) return
  const vpbx = await trx.selectFrom('vpbx').select('tariff_id').where('id', '=', vpbxId).executeTakeFirst()
  const ids = [vpbx?.tariff_id ?? default_tariff_id, tariffId ?? default_tariff_id].filter((id) => id !== null)
  if (ids.length === 0) return
  const found = await trx.selectFrom('tariff').select('currency').where('id', 'in', ids).execute()
  if (new Set(found.map(({ currency }) => currency)).size > 1) throw new AppError('tariff.currencyInUse')
  for (const { currency } of found) {
    const other = await chargedOtherwise(trx, currency, month).where('call.vpbx_id', '=', vpbxId).executeTakeFirst()
    if (other) throw new AppError('tariff.currencyInUse')
  }
}

/** +3 ~1 −0: added, changed, removed. */
function countsOf({ added, changed, removed }: RatePlan): string {
  return `+${added.length} ~${changed.length} −${removed.length}`
}

function presentPlan(plan: RatePlan) {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    removed: plan.removed.length,
    refused: plan.refusedRows.size,
    refusals: plan.refused.toSorted((a, b) => a.row - b.row).slice(0, mostShown),
    warnings: plan.warnings.toSorted((a, b) => a.row - b.row).slice(0, mostShown),
  }
}

function presentRate(row: Row<'rate'>) {
  return { id: row.id, ...termsOf(row), validFrom: row.valid_from, validUntil: row.valid_until }
}
