import type { Transaction } from 'kysely'
import { isSupportedCountry } from 'libphonenumber-js'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { type Actor, mayAdminister } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { emergencyNumbersOf } from '#domain/emergency-numbers.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { shownNetwork } from '#domain/network.ts'
import { parsePublicNumber } from '#domain/number.ts'
import type { TariffClass } from '#domain/tariff-class.ts'
import { writeAudit } from './audit.ts'
import type { NetworkChange } from './network-change.ts'
import type { NetworkSync } from './number-plan.ts'
import { reachExtension, reachExtensionToManage, reachLine, reachVpbxToManage } from './reach.ts'
import {
  type BlockedBy,
  barredClasses,
  barredColumn,
  blockedAfter,
  networksColumn,
  requireProvider,
} from './right-values.ts'
import { publicNumbersOf, shownNumberOf } from './shown-number.ts'
import { requireCurrencyOf } from './tariffs.ts'
import { splitNetworks } from './trunk-rows.ts'
import { withoutUndefined } from './without-undefined.ts'

interface Common {
  blocked?: boolean | undefined
  barred?: TariffClass[] | undefined
}
export interface VpbxRightsInput extends Common {
  maxCalls?: number | null | undefined
  networks?: string[] | undefined
  tariffId?: string | null | undefined
  mainNumber?: string | null | undefined
}
export interface AccountRightsInput extends Common {
  maxCalls?: number | null | undefined
}
export interface LineRightsInput extends Common {
  networks?: string[] | undefined
  shownNumber?: string | null | undefined
  withheld?: boolean | undefined
  emergencyNumber?: string | null | undefined
  emergencyLocation?: string | undefined
}

export interface RightsParts {
  db: Db
  clock: Clock
  networkSync: NetworkSync
  networkChanged: NetworkChange
}

export type RightsService = ReturnType<typeof createRightsService>

/** Who may call whom, from where, with which number (M24): of a vPBX, an account, a line. What is left out of a change stays. */
export function createRightsService({ db, clock, networkSync, networkChanged }: RightsParts) {
  async function ofVpbx(actor: Actor, vpbxId: string) {
    const vpbx = await reachVpbxToManage(db, actor, vpbxId)
    const tariff = await tariffOf(db, vpbx)
    const publicNumbers = await publicNumbersIn(db, vpbxId)
    return {
      blockedBy: vpbx.blocked_by,
      barred: barredClasses(vpbx.barred),
      maxCalls: vpbx.max_calls,
      networks: splitNetworks(vpbx.networks).map(shownNetwork),
      tariffId: vpbx.tariff_id,
      tariffName: tariff?.name ?? null,
      currency: tariff?.currency ?? null,
      mainNumber: stillOwn(vpbx.main_number, publicNumbers),
      publicNumbers,
      emergencyNumbers: [...emergencyNumbersOf(vpbx.country)],
    }
  }

  /** Throws field errors for what is the provider's, is no number of the vPBX, or is no network. */
  async function changeOfVpbx(actor: Actor, vpbxId: string, change: VpbxRightsInput) {
    await reachVpbxToManage(db, actor, vpbxId)
    await db.transaction().execute(async (trx) => {
      const before = await lock(trx, 'vpbx', vpbxId)
      requireProvider(actor, 'maxCalls', before.max_calls, change.maxCalls)
      requireProvider(actor, 'tariffId', before.tariff_id, change.tariffId)
      if (change.tariffId) await requireTariff(trx, change.tariffId)
      if (change.tariffId !== undefined) await requireCurrencyOf(trx, vpbxId, change.tariffId, clock())
      const set = withoutUndefined({
        ...commonColumns(actor, before, change),
        max_calls: change.maxCalls,
        networks: change.networks && networksColumn(change.networks),
        tariff_id: change.tariffId,
        main_number: await ownNumber(trx, before, 'mainNumber', change.mainNumber),
      })
      if (Object.keys(set).length === 0) return
      await trx.updateTable('vpbx').set(set).where('id', '=', vpbxId).execute()
      await audit(trx, actor, before, set, { subject: before.name, vpbxId })
    })
    await networkSync.syncPlan(vpbxId)
    if (change.networks) await networkChanged({ vpbxId })
    return ofVpbx(actor, vpbxId)
  }

  async function ofAccount(actor: Actor, extensionId: string) {
    const { account_id } = await reachExtension(db, actor, extensionId)
    const account = await db.selectFrom('account').selectAll().where('id', '=', account_id).executeTakeFirst()
    if (!account) throw new AppError('notFound')
    return { blockedBy: account.blocked_by, barred: barredClasses(account.barred), maxCalls: account.max_calls }
  }

  async function changeOfAccount(actor: Actor, extensionId: string, change: AccountRightsInput) {
    const extension = await reachExtensionToManage(db, actor, extensionId)
    const { account_id: accountId, vpbx_id: vpbxId } = extension
    await db.transaction().execute(async (trx) => {
      const before = await lock(trx, 'account', accountId)
      requireProvider(actor, 'maxCalls', before.max_calls, change.maxCalls)
      const set = withoutUndefined({ ...commonColumns(actor, before, change), max_calls: change.maxCalls })
      if (Object.keys(set).length === 0) return
      await trx.updateTable('account').set(set).where('id', '=', accountId).execute()
      const subject = `${extension.number} · ${extension.display_name}`
      await audit(trx, actor, before, set, { subject, vpbxId })
    })
    await networkSync.syncPlan(vpbxId)
    return ofAccount(actor, extensionId)
  }

  async function ofLine(actor: Actor, lineId: string) {
    const line = await reachLine(db, actor, lineId)
    const levels = await levelsOf(db, line)
    const publicLines = await publicLinesIn(db, line.vpbx_id)
    const numbers = publicLines.map(({ number }) => number)
    const effective = shownNumberOf(line, levels.main_number, publicNumbersOf(publicLines))
    return {
      blockedBy: line.blocked_by,
      barred: barredClasses(line.barred),
      networks: splitNetworks(line.networks).map(shownNetwork),
      shownNumber: stillOwn(line.shown_number, numbers),
      effectiveNumber: effective || null,
      withheld: line.withheld === 1,
      emergencyNumber: stillOwn(line.emergency_number, numbers),
      emergencyLocation: line.emergency_location,
      // A user chooses nothing, and the numbers of colleagues are none of his business.
      publicNumbers: mayAdminister(actor, line.vpbx_id) ? numbers : [],
      blockedAt: blockedAt(levels.vpbx_blocked_by, levels.account_blocked_by, line.blocked_by),
    }
  }

  async function changeOfLine(actor: Actor, lineId: string, change: LineRightsInput) {
    const { vpbx_id: vpbxId } = await reachLine(db, actor, lineId)
    const vpbx = await reachVpbxToManage(db, actor, vpbxId)
    await db.transaction().execute(async (trx) => {
      const before = await lock(trx, 'line', lineId)
      const set = withoutUndefined({
        ...commonColumns(actor, before, change),
        networks: change.networks && networksColumn(change.networks),
        shown_number: await ownNumber(trx, vpbx, 'shownNumber', change.shownNumber),
        withheld: change.withheld === undefined ? undefined : Number(change.withheld),
        emergency_number: await ownNumber(trx, vpbx, 'emergencyNumber', change.emergencyNumber),
        emergency_location: change.emergencyLocation,
      })
      if (Object.keys(set).length === 0) return
      await trx.updateTable('line').set(set).where('id', '=', lineId).execute()
      await audit(trx, actor, before, set, { subject: before.number, vpbxId })
    })
    await networkSync.syncPlan(vpbxId)
    if (change.networks) await networkChanged({ lineId })
    return ofLine(actor, lineId)
  }

  async function audit(
    trx: Transaction<Schema>,
    actor: Actor,
    before: { blocked_by: BlockedBy },
    set: { blocked_by?: BlockedBy },
    about: { subject: string; vpbxId: string },
  ): Promise<void> {
    const after = set.blocked_by === undefined ? before.blocked_by : set.blocked_by
    const [wasOpen, isOpen] = [before.blocked_by === null, after === null]
    const others = Object.keys(set).some((column) => column !== 'blocked_by')
    if (wasOpen !== isOpen)
      await writeAudit(trx, clock, actor, { action: isOpen ? 'rights.opened' : 'rights.blocked', ...about })
    if (others || (wasOpen === isOpen && after !== before.blocked_by))
      await writeAudit(trx, clock, actor, { action: 'rights.changed', ...about })
  }

  return { ofVpbx, changeOfVpbx, ofAccount, changeOfAccount, ofLine, changeOfLine }
}

function commonColumns(actor: Actor, before: { blocked_by: BlockedBy }, { blocked, barred }: Common) {
  return {
    blocked_by: blocked === undefined ? undefined : blockedAfter(actor, before.blocked_by, blocked),
    barred: barred && barredColumn(barred),
  }
}

/** The row as it is now, which nobody else changes until the transaction ends. */
async function lock<T extends 'vpbx' | 'account' | 'line'>(
  trx: Transaction<Schema>,
  table: T,
  id: string,
): Promise<Row<T>> {
  const row = await trx
    // The three tables have these columns alike, which the compiler cannot see through a variable.
    .updateTable(table as 'line')
    .set((e) => ({ barred: e.ref('barred') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new AppError('notFound')
  return row as unknown as Row<T>
}

/** A public number of the vPBX, as it is typed in its country. Undefined stays, null or nothing takes it away. */
async function ownNumber(
  trx: Transaction<Schema>,
  { id, country }: Pick<Row<'vpbx'>, 'id' | 'country'>,
  field: string,
  typed: string | null | undefined,
): Promise<string | null | undefined> {
  if (typed === undefined) return undefined
  if (typed === null || typed === '') return null
  const number = parsePublicNumber(typed, isSupportedCountry(country) ? country : 'CH')
  if (number === null) throw fieldError(field, 'publicNumber.invalid')
  if (!(await publicNumbersIn(trx, id)).includes(number)) throw fieldError(field, 'publicNumber.foreign')
  return number
}

async function publicLinesIn(db: Db, vpbxId: string) {
  return db
    .selectFrom('line')
    .select(['number', 'extension_id'])
    .where('vpbx_id', '=', vpbxId)
    .where('kind', '=', 'public')
    .orderBy('created_at')
    .orderBy('number')
    .execute()
}

async function publicNumbersIn(db: Db, vpbxId: string): Promise<string[]> {
  return (await publicLinesIn(db, vpbxId)).map(({ number }) => number)
}

/** A choice whose number has gone is as if it had not been made. */
function stillOwn(number: string | null, numbers: readonly string[]): string | null {
  return number !== null && numbers.includes(number) ? number : null
}

async function requireTariff(trx: Transaction<Schema>, id: string): Promise<void> {
  const tariff = await trx.selectFrom('tariff').select('id').where('id', '=', id).executeTakeFirst()
  if (!tariff) throw fieldError('tariffId', 'field.invalid')
}

/** Its own, or the one of all that have none. */
async function tariffOf(db: Db, { tariff_id }: Row<'vpbx'>): Promise<Row<'tariff'> | undefined> {
  const id =
    tariff_id ?? (await db.selectFrom('provider').select('default_tariff_id').executeTakeFirst())?.default_tariff_id
  return id ? db.selectFrom('tariff').selectAll().where('id', '=', id).executeTakeFirst() : undefined
}

async function levelsOf(db: Db, line: Row<'line'>) {
  return db
    .selectFrom('extension')
    .innerJoin('account', 'account.id', 'extension.account_id')
    .innerJoin('vpbx', 'vpbx.id', 'extension.vpbx_id')
    .select(['vpbx.blocked_by as vpbx_blocked_by', 'account.blocked_by as account_blocked_by', 'vpbx.main_number'])
    .where('extension.id', '=', line.extension_id)
    .executeTakeFirstOrThrow()
}

function blockedAt(vpbx: BlockedBy, account: BlockedBy, line: BlockedBy): 'vpbx' | 'account' | 'line' | null {
  if (vpbx !== null) return 'vpbx'
  if (account !== null) return 'account'
  return line === null ? null : 'line'
}
