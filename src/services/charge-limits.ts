import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { fieldErrors } from '#domain/errors.ts'
import { formatAmount } from '#domain/money.ts'
import { writeAudit } from './audit.ts'
import { type ChargeCalendar, usesOf } from './charge-ledger.ts'
import { lockNumbers } from './free-number.ts'
import { tariffOf } from './rates.ts'
import { reachExtension, reachExtensionToManage, reachLine, reachVpbxToManage } from './reach.ts'

export interface ChargeLimitValues {
  monthLimit: number | null
  dayLimit: number | null
  threshold: number
  email: string
}
interface Scope {
  kind: 'vpbx' | 'account' | 'line'
  id: string
  vpbxId: string
  /** For the audit. */
  name: string
}

/** How many days the page shows. */
const daysShown = 31

export type ChargeLimitService = ReturnType<typeof createChargeLimitService>

/** TopStop as the pages show and set it: of a vPBX, of an account (by its extension), of a line. */
export function createChargeLimitService(parts: {
  db: Db
  clock: Clock
  calendar: ChargeCalendar
  charges: { reviewSoon(): void }
}) {
  const { db, clock, calendar, charges } = parts

  async function vpbx(actor: Actor, id: string): Promise<Scope> {
    const { name } = await reachVpbxToManage(db, actor, id)
    return { kind: 'vpbx', id, vpbxId: id, name }
  }

  function account(row: Row<'extension'>): Scope {
    return { kind: 'account', id: row.account_id, vpbxId: row.vpbx_id, name: `${row.number} · ${row.display_name}` }
  }

  function line(row: Row<'line'>): Scope {
    return { kind: 'line', id: row.id, vpbxId: row.vpbx_id, name: row.number }
  }

  async function lineToManage(actor: Actor, id: string): Promise<Scope> {
    const row = await reachLine(db, actor, id)
    await reachExtensionToManage(db, actor, row.extension_id)
    return line(row)
  }

  async function view(scope: Scope) {
    const key = keyOf(scope)
    const [days, at] = [await calendar(), clock()]
    const row = await db.selectFrom('charge_limit').selectAll().where('scope_key', '=', key).executeTakeFirst()
    const { monthUse, dayUse } = (await usesOf(db, [key], at, days)).get(key) ?? { monthUse: 0, dayUse: 0 }
    const names = days.daysUntil(at, daysShown)
    const charged = await db
      .selectFrom('charge_day')
      .select(['day', 'amount'])
      .where('scope_key', '=', key)
      .where('day', '>=', names[0] ?? '')
      .execute()
    const amounts = new Map(charged.map(({ day, amount }) => [day, amount]))
    const [today, month] = [days.dayOf(at).name, days.monthOf(at).name]
    return {
      scope: { kind: scope.kind, id: scope.id },
      monthLimit: row?.month_limit ?? null,
      dayLimit: row?.day_limit ?? null,
      threshold: row?.threshold ?? 90,
      email: row?.email ?? '',
      setBy: row && isSet(row) ? row.set_by : null,
      currency: (await tariffOf(db, scope.vpbxId))?.currency ?? null,
      ...{ monthUse, dayUse, today, timeZone: days.timeZone },
      state: row ? stateOf(row, { monthUse, dayUse, today, month }) : ('open' as const),
      days: names.map((day) => ({ day, amount: amounts.get(day) ?? 0 })),
    }
  }

  /** Takes effect at once: what is over the new limit is cut, and a raise opens the way again. */
  async function set(actor: Actor, scope: Scope, values: ChargeLimitValues) {
    const key = keyOf(scope)
    const [days, at] = [await calendar(), clock()]
    await db.transaction().execute(async (trx) => {
      // There may be no limit yet that could be held: the vPBX is, so that nobody sets one in between.
      await lockNumbers(trx, scope.vpbxId)
      const before = await trx.selectFrom('charge_limit').selectAll().where('scope_key', '=', key).executeTakeFirst()
      requireNoRaise(actor, before, values)
      const use = (await usesOf(trx, [key], at, days)).get(key) ?? { monthUse: 0, dayUse: 0 }
      const row = {
        ...{ month_limit: values.monthLimit, day_limit: values.dayLimit },
        ...{ threshold: values.threshold, email: values.email, set_by: setterOf(actor, before) },
        ...stillTold(before, values, use),
      }
      await trx
        .insertInto('charge_limit')
        .values({ scope_key: key, vpbx_id: scope.vpbxId, ...row })
        .onConflict((conflict) => conflict.column('scope_key').doUpdateSet(row))
        .execute()
      const shown = [values.monthLimit, values.dayLimit].map((limit) => (limit === null ? '–' : formatAmount(limit)))
      const subject = `${scope.name} · ${shown.join(' / ')}`
      await writeAudit(trx, clock, actor, { action: 'chargeLimit.changed', subject, vpbxId: scope.vpbxId })
    })
    charges.reviewSoon()
    return view(scope)
  }

  return {
    ofVpbx: async (actor: Actor, id: string) => view(await vpbx(actor, id)),
    ofAccount: async (actor: Actor, extensionId: string) => view(account(await reachExtension(db, actor, extensionId))),
    ofLine: async (actor: Actor, id: string) => view(line(await reachLine(db, actor, id))),
    limitVpbx: async (actor: Actor, id: string, values: ChargeLimitValues) => set(actor, await vpbx(actor, id), values),
    limitAccount: async (actor: Actor, extensionId: string, values: ChargeLimitValues) =>
      set(actor, account(await reachExtensionToManage(db, actor, extensionId)), values),
    limitLine: async (actor: Actor, id: string, values: ChargeLimitValues) =>
      set(actor, await lineToManage(actor, id), values),
  }
}

function keyOf({ kind, id }: Scope): string {
  return `${kind}:${id}`
}

function isSet(row: Row<'charge_limit'>): boolean {
  return row.month_limit !== null || row.day_limit !== null
}

/** What the provider set an administrator may lower, not raise or remove. Throws `chargeLimit.byProvider` at the field. */
function requireNoRaise(actor: Actor, before: Row<'charge_limit'> | undefined, values: ChargeLimitValues): void {
  if (isProvider(actor) || before?.set_by !== 'provider') return
  const raises = (old: number | null, wanted: number | null) => old !== null && (wanted === null || wanted > old)
  const fields = {
    ...(raises(before.month_limit, values.monthLimit) && { monthLimit: 'chargeLimit.byProvider' as const }),
    ...(raises(before.day_limit, values.dayLimit) && { dayLimit: 'chargeLimit.byProvider' as const }),
  }
  if (Object.keys(fields).length > 0) throw fieldErrors(fields)
}

function setterOf(actor: Actor, before: Row<'charge_limit'> | undefined): 'administrator' | 'provider' {
  if (isProvider(actor)) return 'provider'
  // Lowered, it stays the provider's: else it could be raised in two steps.
  return before && isSet(before) ? before.set_by : 'administrator'
}

/** A mail that was sent for a limit is sent again only where the new limit has not been reached yet. */
function stillTold(
  before: Row<'charge_limit'> | undefined,
  { monthLimit, dayLimit, threshold }: ChargeLimitValues,
  { monthUse, dayUse }: { monthUse: number; dayUse: number },
) {
  const month = monthLimit !== null && monthUse >= monthLimit
  const nearMonth = monthLimit !== null && monthUse * 100 >= monthLimit * threshold
  const day = dayLimit !== null && dayUse >= dayLimit
  return {
    threshold_told: nearMonth ? (before?.threshold_told ?? null) : null,
    month_told: month || before?.month_limit === monthLimit ? (before?.month_told ?? null) : null,
    day_told: day || before?.day_limit === dayLimit ? (before?.day_told ?? null) : null,
  }
}

/** Reached is also a limit at which a call was cut because its next increment would have passed it. */
function stateOf(
  row: Row<'charge_limit'>,
  { monthUse, dayUse, today, month }: { monthUse: number; dayUse: number; today: string; month: string },
): 'open' | 'nearLimit' | 'reached' {
  const limits = [
    { limit: row.month_limit, use: monthUse, told: row.month_told === month },
    { limit: row.day_limit, use: dayUse, told: row.day_told === today },
  ].filter((one): one is { limit: number; use: number; told: boolean } => one.limit !== null)
  if (limits.some(({ limit, use, told }) => told || use >= limit)) return 'reached'
  return limits.some(({ limit, use }) => use * 100 >= limit * row.threshold) ? 'nearLimit' : 'open'
}
