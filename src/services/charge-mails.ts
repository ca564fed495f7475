import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Calendar } from '#domain/calendar.ts'
import { formatAmount } from '#domain/money.ts'
import { type KnownLimit, limitsOn } from './charge-ledger.ts'
import { enqueueMail, type MailTemplate } from './mail-queue.ts'
import { tariffOf } from './rates.ts'

type Told = 'threshold_told' | 'month_told' | 'day_told'
const templates: Record<Told, MailTemplate> = {
  threshold_told: 'chargeThreshold',
  month_told: 'chargeMonth',
  day_told: 'chargeDay',
}

/** Tells of every limit and threshold that the use has come to, once a period. */
export async function tellLimits(db: Db, limits: readonly KnownLimit[], at: number, calendar: Calendar): Promise<void> {
  for (const limit of limits) {
    for (const told of reached(limit)) await tell(db, limit, told, at, calendar)
  }
}

/** Tells of a limit at which a call was ended: the next increment would have passed it. In the transaction of that. */
export async function tellReached(
  trx: Db,
  { scope, period }: { scope: string; period: 'month' | 'day' },
  at: number,
  calendar: Calendar,
): Promise<void> {
  const limit = (await limitsOn(trx, [scope], at, calendar)).get(scope)
  if (limit) await tell(trx, limit, period === 'month' ? 'month_told' : 'day_told', at, calendar)
}

function reached({ row, monthLimit, monthUse, dayLimit, dayUse }: KnownLimit): Told[] {
  // Where nothing may be spent at all there is nothing to tell.
  const month = monthLimit !== null && monthUse > 0 && monthUse >= monthLimit
  const threshold = monthLimit !== null && monthUse > 0 && monthUse * 100 >= monthLimit * row.threshold
  const day = dayLimit !== null && dayUse > 0 && dayUse >= dayLimit
  return [
    ...(threshold ? ['threshold_told' as const] : []),
    ...(month ? ['month_told' as const] : []),
    ...(day ? ['day_told' as const] : []),
  ]
}

async function tell(db: Db, limit: KnownLimit, told: Told, at: number, calendar: Calendar): Promise<void> {
  const period = (told === 'day_told' ? calendar.dayOf(at) : calendar.monthOf(at)).name
  const { scope_key, email } = limit.row
  if (limit.row[told] === period) return
  const write = async (trx: Db): Promise<void> => {
    const { numUpdatedRows } = await trx
      .updateTable('charge_limit')
      .set({ [told]: period })
      .where('scope_key', '=', scope_key)
      .where((e) => e.or([e(told, 'is', null), e(told, '!=', period)]))
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0 || email === '') return
    await enqueueMail(trx, at, await mailOf(trx, limit, told, period))
  }
  await (db.isTransaction ? write(db) : db.transaction().execute(write))
}

async function mailOf(trx: Db, { row, ...limit }: KnownLimit, told: Told, period: string) {
  const vpbx = await trx.selectFrom('vpbx').selectAll().where('id', '=', row.vpbx_id).executeTakeFirstOrThrow()
  const currency = (await tariffOf(trx, vpbx.id))?.currency ?? ''
  const amount = (value: number | null) => `${formatAmount(value ?? 0)} ${currency}`.trim()
  const byDay = told === 'day_told'
  return {
    to: row.email,
    vpbxId: vpbx.id,
    language: vpbx.language,
    template: templates[told],
    params: {
      name: await nameOf(trx, row, vpbx.name),
      period,
      threshold: row.threshold,
      use: amount(byDay ? limit.dayUse : limit.monthUse),
      limit: amount(byDay ? limit.dayLimit : limit.monthLimit),
    },
  }
}

/** What a person knows it by: the vPBX, and in it the extension or the number. */
async function nameOf(trx: Db, { scope_key }: Row<'charge_limit'>, vpbxName: string): Promise<string> {
  const [kind, id = ''] = scope_key.split(':')
  if (kind === 'line') {
    const line = await trx.selectFrom('line').select('number').where('id', '=', id).executeTakeFirst()
    return [vpbxName, line?.number].filter(Boolean).join(' · ')
  }
  if (kind === 'account') {
    const row = await trx
      .selectFrom('extension')
      .select(['number', 'display_name'])
      .where('account_id', '=', id)
      .executeTakeFirst()
    return [vpbxName, row?.number, row?.display_name].filter(Boolean).join(' · ')
  }
  return vpbxName
}
