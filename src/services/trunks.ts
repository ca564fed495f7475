import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { shownNetwork } from '#domain/network.ts'
import type { Switch, TrunkState } from '#switch/port.ts'
import { writeAudit } from './audit.ts'
import type { NetworkSync } from './number-plan.ts'
import { uniqueOr } from './refusals.ts'
import type { Sealer } from './seal.ts'
import { splitNetworks, trunkSecretContext } from './trunk-rows.ts'
import {
  checkedTrunk,
  requireOwnNetworks,
  type TrunkColumns,
  type TrunkValues,
  trunkNetworksColumn,
} from './trunk-values.ts'
import { withoutUndefined } from './without-undefined.ts'

type TrunkChange = { [K in keyof TrunkValues]?: TrunkValues[K] | undefined }

export interface TrunkParts {
  db: Db
  clock: Clock
  sealer: Sealer
  sipSwitch: Switch
  networkSync: NetworkSync
}

export type TrunkService = ReturnType<typeof createTrunkService>

/** The provider's ways to the public network, in the order in which they are tried. */
export function createTrunkService({ db, clock, sealer, sipSwitch, networkSync }: TrunkParts) {
  async function list(actor: Actor) {
    requireProvider(actor)
    const rows = await db.selectFrom('trunk').selectAll().orderBy('position').execute()
    const states = await statesOf(sipSwitch)
    const running = await runningCalls(db)
    return rows.map((row) => present(row, states.get(row.id), running.get(row.id) ?? 0))
  }

  /** Field errors for a host, networks, a country or a registration that cannot work; a name that is taken; networks that are another trunk's. */
  async function create(actor: Actor, { password, ...values }: TrunkValues) {
    requireProvider(actor)
    const id = newId()
    await written(async (trx) => {
      const { last } = await trx
        .selectFrom('trunk')
        .select((e) => e.fn.max<number | null>('position').as('last'))
        .executeTakeFirstOrThrow()
      const columns = checkedTrunk(columnsOf(values), secretColumn(id, password) ?? null)
      await requireOwnNetworks(trx, id, columns)
      const row = { id, created_at: clock(), position: (last ?? -1) + 1, ...columns }
      await trx.insertInto('trunk').values(row).execute()
      await writeAudit(trx, clock, actor, { action: 'trunk.created', subject: row.name, vpbxId: null })
    })
    return changed(actor, id)
  }

  async function change(actor: Actor, id: string, { password, ...values }: TrunkChange) {
    requireProvider(actor)
    await written(async (trx) => {
      const before = await lock(trx, id)
      const sealed = secretColumn(id, password)
      const wanted = { ...before, ...withoutUndefined(columnsOf(values)) }
      const columns = checkedTrunk(wanted, sealed === undefined ? before.secret_sealed : sealed)
      await requireOwnNetworks(trx, id, columns)
      await trx.updateTable('trunk').set(columns).where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'trunk.changed', subject: columns.name, vpbxId: null })
    })
    return changed(actor, id)
  }

  /** All of them in their new order; conflict when they are not those that there are. */
  async function order(actor: Actor, ids: readonly string[]) {
    requireProvider(actor)
    await db.transaction().execute(async (trx) => {
      const rows = await trx.selectFrom('trunk').select('id').execute()
      const known = new Set(rows.map(({ id }) => id))
      if (ids.length !== known.size || new Set(ids).size !== ids.length || !ids.every((id) => known.has(id)))
        throw new AppError('conflict')
      for (const [position, id] of ids.entries())
        await trx.updateTable('trunk').set({ position }).where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'trunk.ordered', subject: String(ids.length), vpbxId: null })
    })
    await networkSync.syncTrunks()
    return list(actor)
  }

  /** Calls that run over it go on. */
  async function remove(actor: Actor, id: string): Promise<void> {
    requireProvider(actor)
    await db.transaction().execute(async (trx) => {
      const { name } = await lock(trx, id)
      await trx.deleteFrom('trunk').where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'trunk.deleted', subject: name, vpbxId: null })
    })
    await networkSync.syncTrunks()
  }

  function written(write: (trx: Transaction<Schema>) => Promise<void>): Promise<void> {
    return uniqueOr('name', 'trunk.nameInUse', () =>
      db.transaction().execute(async (trx) => {
        await lockAll(trx)
        await write(trx)
      }),
    )
  }

  /** Undefined: it stays, or there is none. Nothing typed leaves it too. */
  function secretColumn(id: string, password: string | null | undefined): string | null | undefined {
    if (password === undefined || password === '') return undefined
    return password === null ? null : sealer.seal(password, trunkSecretContext(id))
  }

  async function changed(actor: Actor, id: string) {
    await networkSync.syncTrunks()
    const trunk = (await list(actor)).find((one) => one.id === id)
    if (!trunk) throw new AppError('notFound')
    return trunk
  }

  return { list, create, change, order, remove }
}

function requireProvider(actor: Actor): void {
  if (!isProvider(actor)) throw new AppError('notFound')
}

function columnsOf(values: Omit<TrunkValues, 'password'>): TrunkColumns
function columnsOf(values: Omit<TrunkChange, 'password'>): { [K in keyof TrunkColumns]?: TrunkColumns[K] | undefined }
function columnsOf(values: Omit<TrunkChange, 'password'>) {
  const { enabled, registers, srtp, networks, digestName, fromDomain, numberFormat, maxCalls, ...same } = values
  const truth = (value: boolean | undefined) => (value === undefined ? undefined : Number(value))
  return {
    ...same,
    enabled: truth(enabled),
    registers: truth(registers),
    srtp: truth(srtp),
    networks: networks && trunkNetworksColumn(networks),
    digest_name: digestName,
    from_domain: fromDomain,
    number_format: numberFormat,
    max_calls: maxCalls,
  }
}

/** Networks of two trunks are compared with one another, which two changes at once must not do side by side. The provider's row is held: a trunk may be the first one. */
async function lockAll(trx: Transaction<Schema>): Promise<void> {
  await trx
    .updateTable('provider')
    .set((e) => ({ time_zone: e.ref('time_zone') }))
    .execute()
}

/** The trunk as it is now, which nobody else changes until the transaction ends. */
async function lock(trx: Transaction<Schema>, id: string): Promise<Row<'trunk'>> {
  const row = await trx
    .updateTable('trunk')
    .set((e) => ({ position: e.ref('position') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new AppError('notFound')
  return row
}

/** Empty while the switch does not answer. */
async function statesOf(sipSwitch: Switch): Promise<Map<string, TrunkState>> {
  const states = await sipSwitch.trunkStates().catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'switch.unavailable') return []
    throw error
  })
  return new Map(states.map((state) => [state.id, state]))
}

async function runningCalls(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('call')
    .select((e) => ['trunk_id', e.fn.countAll().as('n')])
    .where('ended_at', 'is', null)
    .where('trunk_id', 'is not', null)
    .groupBy('trunk_id')
    .execute()
  return new Map(rows.map(({ trunk_id, n }) => [trunk_id ?? '', Number(n)]))
}

function present(row: Row<'trunk'>, state: TrunkState | undefined, running: number) {
  return {
    id: row.id,
    name: row.name,
    enabled: row.enabled === 1,
    host: row.host,
    port: row.port,
    transport: row.transport,
    networks: splitNetworks(row.networks).map(shownNetwork),
    registers: row.registers === 1,
    digestName: row.digest_name,
    passwordSet: row.secret_sealed !== null,
    fromDomain: row.from_domain,
    numberFormat: row.number_format,
    country: row.country,
    srtp: row.srtp === 1,
    maxCalls: row.max_calls,
    registered: state?.registered ?? null,
    registerCode: state?.code ?? null,
    runningCalls: running,
  }
}
