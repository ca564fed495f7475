import { stringify } from 'csv-stringify/sync'
import type { Database } from '#db/open.ts'
import { type Actor, isProvider, mayAdminister } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import type { Language } from '#domain/language.ts'
import { formatAmount } from '#domain/money.ts'
import type { Switch } from '#switch/port.ts'
import { writeAudit } from './audit.ts'
import { chartOf } from './call-chart.ts'
import { type CallFilter, type CallReach, callReach, matchingCalls } from './call-filter.ts'
import { presentCalls, type ShownCall } from './call-view.ts'
import type { ChargeCalendar } from './charge-ledger.ts'
import { safeCell } from './csv-cells.ts'
import type { Translate } from './mail.ts'
import { registrationsByMake } from './registrations-by-make.ts'

const pageSize = 100
const mostExported = 50_000
const mostRunning = 2000

export type CallService = ReturnType<typeof createCallService>

/** Calls as the pages show them: those that run, the records, the chart of a day. */
export function createCallService(parts: {
  database: Database
  clock: Clock
  sipSwitch: Switch
  calendar: ChargeCalendar
  translate: Translate
}) {
  const { database, clock, sipSwitch, calendar, translate } = parts
  const { db } = database

  async function running(actor: Actor, { vpbxId }: { vpbxId?: string | undefined }) {
    const reach = await callReach(db, actor, vpbxId)
    const rows = await (await matchingCalls(db, actor, reach, {}, await calendar()))
      .selectAll()
      .where('call.ended_at', 'is', null)
      .orderBy('call.created_at', 'desc')
      .limit(mostRunning)
      .execute()
    return presentCalls(db, rows, reach, isProvider(actor))
  }

  /** Newest first, with the sums over everything that the filter finds. */
  async function list(actor: Actor, { before, ...filter }: CallFilter & { before?: string | undefined }) {
    const reach = await callReach(db, actor, filter.vpbxId)
    const found = await matchingCalls(db, actor, reach, filter, await calendar())
    const [, at = '', id = ''] = /^(\d+)\.(.*)$/.exec(before ?? '') ?? []
    const page = await found
      .selectAll()
      .$if(before !== undefined, (rows) =>
        rows.where((e) =>
          e.or([
            e('call.created_at', '<', Number(at)),
            e.and([e('call.created_at', '=', Number(at)), e('call.id', '<', id)]),
          ]),
        ),
      )
      .orderBy('call.created_at', 'desc')
      .orderBy('call.id', 'desc')
      .limit(pageSize)
      .execute()
    const last = page.at(-1)
    return {
      calls: await presentCalls(db, page, reach, isProvider(actor)),
      next: last && page.length === pageSize ? `${last.created_at}.${last.id}` : null,
      total: await totalOf(found, reach),
    }
  }

  /** For spreadsheets, in the zone of the provider. `truncated`: there are more than the file holds. */
  async function exportCsv(actor: Actor, { language, ...filter }: CallFilter & { language: Language }) {
    const reach = await callReach(db, actor, filter.vpbxId)
    const days = await calendar()
    const rows = await (await matchingCalls(db, actor, reach, filter, days))
      .selectAll()
      .orderBy('call.created_at', 'desc')
      .orderBy('call.id', 'desc')
      .limit(mostExported + 1)
      .execute()
    const shown = await presentCalls(db, rows.slice(0, mostExported), reach, isProvider(actor))
    const columns = exportColumns(language, translate, days.localTime)
    const records = shown.map((call) => columns.map(([, cell]) => safeCell(cell(call))))
    const head = columns.map(([name]) => translate(language, `callExport.${name}`))
    const csv = stringify([head, ...records], { bom: true, delimiter: ';', record_delimiter: 'windows' })
    return { csv, truncated: rows.length > mostExported }
  }

  async function chart(actor: Actor, { vpbxId, day }: { vpbxId?: string | undefined; day?: string | undefined }) {
    const reach = await callReach(db, actor, vpbxId)
    if (reach.lineIds !== null) throw new AppError('notFound')
    const days = await calendar()
    return chartOf(db, reach.vpbxId, day ?? days.dayOf(clock()).name, clock(), days)
  }

  /** Ends a call of a vPBX that the actor manages, for both sides. Nothing happens when it is over. */
  async function end(actor: Actor, id: string): Promise<void> {
    const row = await db.selectFrom('call').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row || !mayAdminister(actor, row.vpbx_id)) throw new AppError('notFound')
    if (row.ended_at !== null) return
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('call')
        .set({ end_reason: 'ended' })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
      const subject = `${row.caller_number} → ${row.dialled}`
      await writeAudit(trx, clock, actor, { action: 'call.ended', subject, vpbxId: row.vpbx_id })
    })
    await sipSwitch.endCall(id)
  }

  async function byMake(actor: Actor) {
    if (!isProvider(actor)) throw new AppError('notFound')
    return registrationsByMake(db, sipSwitch)
  }

  return { running, list, exportCsv, chart, end, byMake }
}

async function totalOf(found: Awaited<ReturnType<typeof matchingCalls>>, reach: CallReach) {
  const { calls, ms } = await found
    .select((e) => [e.fn.countAll().as('calls'), e.fn.sum(e('call.ended_at', '-', e.ref('call.answered_at'))).as('ms')])
    .executeTakeFirstOrThrow()
  const payers = reach.lineIds === null ? null : ['', ...reach.lineIds]
  const costs = await found
    .select((e) => ['call.currency', e.fn.sum('call.cost').as('cost')])
    .where('call.currency', 'is not', null)
    .$if(payers !== null, (rows) => rows.where('call.payer_line_id', 'in', payers ?? []))
    .groupBy('call.currency')
    .execute()
  return {
    calls: Number(calls),
    seconds: Math.round(Number(ms ?? 0) / 1000),
    costs: costs.map(({ currency, cost }) => ({ currency: currency ?? '', cost: Number(cost) })),
  }
}

type Column = [name: string, cell: (call: ShownCall) => string]

function exportColumns(language: Language, translate: Translate, localTime: (at: number) => string): Column[] {
  const time = (at: number | null) => (at === null ? '' : localTime(at).replace('T', ' '))
  const seconds = ({ answeredAt, endedAt }: ShownCall) =>
    answeredAt === null || endedAt === null ? '' : String(Math.round((endedAt - answeredAt) / 1000))
  return [
    ['start', (call) => time(call.startedAt)],
    ['answer', (call) => time(call.answeredAt)],
    ['end', (call) => time(call.endedAt)],
    ['seconds', seconds],
    ['kind', (call) => translate(language, `calls.kind.${call.kind}`)],
    ['vpbx', (call) => call.vpbxName],
    ['caller', (call) => call.caller.number],
    ['callerName', (call) => call.caller.name],
    ['dialled', (call) => call.dialled],
    ['callee', (call) => call.callee.number],
    ['calleeName', (call) => call.callee.name],
    ['payer', (call) => call.payer?.number ?? ''],
    ['destination', (call) => call.destination ?? ''],
    ['cost', (call) => (call.currency === null ? '' : formatAmount(call.cost))],
    ['currency', (call) => call.currency ?? ''],
    ['endReason', (call) => (call.endReason === null ? '' : translate(language, `callEnd.${call.endReason}`))],
  ]
}
