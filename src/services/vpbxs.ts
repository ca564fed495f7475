import type { Selectable } from 'kysely'
import type { Db } from '#db/open.ts'
import type { VpbxTable } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { Language } from '#domain/language.ts'
import { writeAudit } from './audit.ts'
import { requireNoEmergencyNumber } from './free-number.ts'
import type { NetworkSync } from './number-plan.ts'
import { reachVpbx, reachVpbxToManage } from './reach.ts'
import { referredOr, uniqueOr } from './refusals.ts'
import { withoutUndefined } from './without-undefined.ts'

export interface VpbxValues {
  name: string
  language: Language
  country: string
  timeZone: string
  webPhone: boolean
}

export type VpbxService = ReturnType<typeof createVpbxService>

export function createVpbxService(parts: { db: Db; clock: Clock; networkSync: NetworkSync }) {
  const { db, clock, networkSync } = parts

  async function list(actor: Actor) {
    let query = withCounts().orderBy('vpbx.name')
    if (!isProvider(actor)) query = query.where('vpbx.id', '=', actor.vpbxId ?? '')
    return (await query.execute()).map(present)
  }

  async function get(actor: Actor, id: string) {
    await reachVpbx(db, actor, id)
    return present(await withCounts().where('vpbx.id', '=', id).executeTakeFirstOrThrow())
  }

  async function create(actor: Actor, values: Omit<VpbxValues, 'webPhone'>) {
    if (!isProvider(actor)) throw new AppError('notFound')
    const id = newId()
    await uniqueOr('name', 'vpbx.nameInUse', () =>
      db.transaction().execute(async (trx) => {
        const { timeZone, ...rest } = values
        await trx
          .insertInto('vpbx')
          .values({ ...rest, id, created_at: clock(), time_zone: timeZone })
          .execute()
        await writeAudit(trx, clock, actor, { action: 'vpbx.created', subject: values.name, vpbxId: id })
      }),
    )
    await networkSync.syncPlan(id)
    return get(actor, id)
  }

  /** Language, country and time zone are in the configuration of every phone of the vPBX. */
  async function change(actor: Actor, id: string, values: { [K in keyof VpbxValues]?: VpbxValues[K] | undefined }) {
    const before = await reachVpbxToManage(db, actor, id)
    const { timeZone, webPhone, ...rest } = values
    const on = webPhone === undefined ? undefined : Number(webPhone)
    const set = withoutUndefined({ ...rest, time_zone: timeZone, web_phone: on })
    if (Object.keys(set).length > 0) {
      await uniqueOr('name', 'vpbx.nameInUse', () =>
        db.transaction().execute(async (trx) => {
          if (values.country !== undefined) await requireNoEmergencyNumber(trx, id, values.country)
          await trx.updateTable('vpbx').set(set).where('id', '=', id).execute()
          await trx
            .updateTable('device')
            .set((e) => ({ config_version: e('config_version', '+', 1) }))
            .where('vpbx_id', '=', id)
            .execute()
          await writeAudit(trx, clock, actor, {
            action: 'vpbx.changed',
            subject: values.name ?? before.name,
            vpbxId: id,
          })
        }),
      )
      await networkSync.syncPlan(id)
    }
    return get(actor, id)
  }

  /** Only an empty one: nothing that phones run on goes by a slip. */
  async function remove(actor: Actor, id: string): Promise<void> {
    const vpbx = await reachVpbxToManage(db, actor, id)
    if (!isProvider(actor)) throw new AppError('notFound')
    await referredOr('vpbx.notEmpty', () =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('vpbx').where('id', '=', id).execute()
        await writeAudit(trx, clock, actor, { action: 'vpbx.deleted', subject: vpbx.name, vpbxId: null })
      }),
    )
    await networkSync.syncPlan(id)
  }

  function withCounts() {
    return db
      .selectFrom('vpbx')
      .selectAll()
      .select((e) => [
        e
          .selectFrom('extension')
          .whereRef('extension.vpbx_id', '=', 'vpbx.id')
          .select(e.fn.countAll().as('n'))
          .as('extension_count'),
        e
          .selectFrom('device')
          .whereRef('device.vpbx_id', '=', 'vpbx.id')
          .select(e.fn.countAll().as('n'))
          .as('device_count'),
      ])
  }

  return { list, get, create, change, remove }
}

function present(row: Selectable<VpbxTable> & { extension_count: unknown; device_count: unknown }) {
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    country: row.country,
    timeZone: row.time_zone,
    webPhone: row.web_phone === 1,
    createdAt: row.created_at,
    extensionCount: Number(row.extension_count),
    deviceCount: Number(row.device_count),
  }
}
