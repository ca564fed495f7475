import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Calendar, createCalendar } from '#domain/calendar.ts'
import type { LimitState } from '#domain/charge-limit.ts'
import { costOf, isChargeable, type RateTerms } from '#domain/rating.ts'

/** A call that somebody pays for, as its record says. */
export interface ChargedCall {
  id: string
  vpbxId: string
  /** Keys of what pays, from narrow to wide. */
  scopes: string[]
  prices: RateTerms
  answeredAt: number | null
  cost: number
  /** Every increment that began before is in the cost. */
  chargedUntil: number | null
}

type ScopeIds = { vpbxId: string; accountId: string | null; lineId: string | null }

/** Keys of `charge_limit` and `charge_day`, from narrow to wide. */
export function scopesOf({ vpbxId, accountId, lineId }: ScopeIds): string[] {
  return [...(lineId ? [`line:${lineId}`] : []), ...(accountId ? [`account:${accountId}`] : []), `vpbx:${vpbxId}`]
}

export type ChargeCalendar = ReturnType<typeof createChargeCalendar>

/** Asks for the calendar in which charging periods begin and end: the provider's, as it is now. */
export function createChargeCalendar(db: Db) {
  let kept: Calendar | null = null
  return async function chargeCalendar(): Promise<Calendar> {
    const { time_zone } = await db.selectFrom('provider').select('time_zone').executeTakeFirstOrThrow()
    if (kept?.timeZone !== time_zone) kept = createCalendar(time_zone)
    return kept
  }
}

/** Null: nobody pays for the call, or it costs nothing. */
export function chargedCall(row: Row<'call'>): ChargedCall | null {
  if (row.rate === null) return null
  // Written by us from a RateTerms.
  const prices = JSON.parse(row.rate) as RateTerms
  if (!isChargeable(prices)) return null
  return {
    id: row.id,
    vpbxId: row.vpbx_id,
    scopes: scopesOf({ vpbxId: row.vpbx_id, accountId: row.payer_account_id, lineId: row.payer_line_id }),
    prices,
    answeredAt: row.answered_at,
    cost: row.cost,
    chargedUntil: row.charged_until,
  }
}

/**
 * Charges calls up to a moment, with the sums of their days, in the transaction `trx`; what was charged beyond it is given back. To be asked again
 * for the same moment changes nothing. Returns the keys of what was charged.
 */
export async function chargeUntil(
  trx: Db,
  calls: readonly ChargedCall[],
  until: number,
  calendar: Calendar,
): Promise<Set<string>> {
  const days = new Map<string, { scope_key: string; day: string; vpbx_id: string; amount: number }>()
  for (const call of calls) {
    if (call.answeredAt === null) continue
    const parts = chargesByDay(call.prices, call.answeredAt, call.chargedUntil ?? call.answeredAt, until, calendar)
    if (parts.length === 0) continue
    for (const { day, amount } of parts) {
      for (const scope of call.scopes) {
        const key = `${scope} ${day}`
        const sum = days.get(key) ?? { scope_key: scope, day, vpbx_id: call.vpbxId, amount: 0 }
        days.set(key, { ...sum, amount: sum.amount + amount })
      }
    }
    const cost = costOf(call.prices, until - call.answeredAt)
    await trx.updateTable('call').set({ cost, charged_until: until }).where('id', '=', call.id).execute()
  }
  const rows = [...days.values()]
  for (let from = 0; from < rows.length; from += 500) await addToDays(trx, rows.slice(from, from + 500))
  return new Set(rows.map(({ scope_key }) => scope_key))
}

async function addToDays(trx: Db, rows: { scope_key: string; day: string; vpbx_id: string; amount: number }[]) {
  await trx
    .insertInto('charge_day')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['scope_key', 'day'])
        .doUpdateSet((e) => ({ amount: e('charge_day.amount', '+', e.ref('excluded.amount')) })),
    )
    .execute()
}

/** What a call costs more at `until` than at `from`, by the day in which each increment begins; negative when `until` is before. */
function chargesByDay(
  prices: RateTerms,
  answeredAt: number,
  from: number,
  until: number,
  calendar: Calendar,
): { day: string; amount: number }[] {
  const [first, last, sign] = from <= until ? [from, until, 1] : [until, from, -1]
  const parts: { day: string; amount: number }[] = []
  for (let start = first; start < last; ) {
    const day = calendar.dayOf(start)
    const end = Math.min(last, day.until)
    const amount = costOf(prices, end - answeredAt) - costOf(prices, start - answeredAt)
    if (amount !== 0) parts.push({ day: day.name, amount: sign * amount })
    start = end
  }
  return parts
}

export interface KnownLimit extends LimitState {
  row: Row<'charge_limit'>
}

/** The limits that stand on these keys, with their use at `at`. Keys without a limit are left out. */
export async function limitsOn(
  db: Db,
  scopes: string[],
  at: number,
  calendar: Calendar,
): Promise<Map<string, KnownLimit>> {
  if (scopes.length === 0) return new Map()
  const rows = await db
    .selectFrom('charge_limit')
    .selectAll()
    .where('scope_key', 'in', scopes)
    .where((e) => e.or([e('month_limit', 'is not', null), e('day_limit', 'is not', null)]))
    .execute()
  const uses = await usesOf(
    db,
    rows.map(({ scope_key }) => scope_key),
    at,
    calendar,
  )
  return new Map(
    rows.map((row) => {
      const use = uses.get(row.scope_key) ?? { monthUse: 0, dayUse: 0 }
      return [row.scope_key, { row, monthLimit: row.month_limit, dayLimit: row.day_limit, ...use }]
    }),
  )
}

/** What has been charged in the month and on the day of `at`. */
export async function usesOf(db: Db, scopes: string[], at: number, calendar: Calendar) {
  if (scopes.length === 0) return new Map<string, { monthUse: number; dayUse: number }>()
  const [month, today] = [calendar.monthOf(at).name, calendar.dayOf(at).name]
  const rows = await db
    .selectFrom('charge_day')
    .select((e) => [
      'scope_key',
      e.fn.sum('amount').as('month'),
      e.fn.sum(e.case().when('day', '=', today).then(e.ref('amount')).else(0).end()).as('day'),
    ])
    .where('scope_key', 'in', scopes)
    .where('day', '>=', `${month}-01`)
    .where('day', '<=', `${month}-31`)
    .groupBy('scope_key')
    .execute()
  return new Map(rows.map((row) => [row.scope_key, { monthUse: Number(row.month), dayUse: Number(row.day) }]))
}

/** Says that calls were watched at `at`: what still runs then is known to have lasted so long. */
export async function proveLife(trx: Db, at: number): Promise<void> {
  await trx
    .insertInto('proof_of_life')
    .values({ role: 'calls', at })
    .onConflict((conflict) => conflict.column('role').doUpdateSet({ at }))
    .execute()
}

/** When calls were last watched (ms); 0: never. */
export async function lastProof(db: Db): Promise<number> {
  const row = await db.selectFrom('proof_of_life').select('at').where('role', '=', 'calls').executeTakeFirst()
  return row?.at ?? 0
}
