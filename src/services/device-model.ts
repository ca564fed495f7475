import type { Transaction } from 'kysely'
import { findModule, type Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import type { DeviceKind } from '#domain/device.ts'
import { randomPasswordDigits } from '#domain/device-password.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { writeAudit } from './audit.ts'
import type { CredentialSync } from './credentials.ts'
import { openPassword, passwordColumns } from './device-secrets.ts'
import { deviceName, modelOf } from './device-view.ts'
import { type KeyGround, knownModules, wrongKey, wrongModules } from './function-key-rules.ts'
import { readKeys, type StoredKey, writeKeys, writeModules } from './function-keys.ts'
import type { LiveEvents } from './live-events.ts'
import type { ModelService } from './models.ts'
import { lineReach, reachDevice } from './reach.ts'
import type { Sealer } from './seal.ts'

/** What may take the place of what: everything that stands beside a base or a browser is bound otherwise. */
const exchangeable: readonly (readonly DeviceKind[])[] = [['desk', 'conference'], ['gateway']]

export type DeviceModelService = ReturnType<typeof createDeviceModelService>

export interface DeviceModelParts {
  db: Db
  clock: Clock
  sealer: Sealer
  events: LiveEvents
  models: ModelService
  syncCredentials: CredentialSync
}

/** Another model for a device: the access key, the line and what fits stay. */
export function createDeviceModelService(parts: DeviceModelParts) {
  const { db, clock, sealer, events, models, syncCredentials } = parts

  /** What would be lost. Field errors of `model` for one that is not offered or of another kind. */
  async function preview(actor: Actor, id: string, modelId: string) {
    const device = await reachDevice(db, actor, id)
    const model = await fitting(device, modelId)
    return present(model, await planOf(db, device, model))
  }

  /** Changes the model and lets go what does not fit. */
  async function change(actor: Actor, id: string, modelId: string) {
    const device = await reachDevice(db, actor, id)
    const model = await fitting(device, modelId)
    if (model.id === device.model) return present(model, await planOf(db, device, model))
    const line = await db.selectFrom('line').select('number').where('id', '=', device.line_id).executeTakeFirstOrThrow()
    const subject = `${line.number} · ${deviceName(modelOf(device))} → ${deviceName(model)}`
    const reaches = await lineReach(db, actor, device.vpbx_id)
    const plan = await db.transaction().execute(async (trx) => {
      const plan = await planOf(trx, device, model)
      // A line of somebody else is not taken off the device by the way.
      if (!plan.lostSlots.every(({ lineId }) => reaches(lineId))) throw fieldError('model', 'lineSlot.foreign')
      await writeModel(trx, device, model, plan)
      await writeModules(trx, clock, device, plan.keptModules)
      await writeKeys(trx, clock, device, plan.keptKeys)
      if (plan.lostSlots.length > 0)
        await trx
          .deleteFrom('device_line')
          .where(
            'id',
            'in',
            plan.lostSlots.map((slot) => slot.id),
          )
          .execute()
      await writeAudit(trx, clock, actor, { action: 'device.modelChanged', subject, vpbxId: device.vpbx_id })
      return plan
    })
    await syncCredentials(
      plan.lostSlots.map((slot) => slot.id),
      { drop: true },
    )
    // Another model may encrypt its media otherwise.
    await syncCredentials(await slotIds(id), { drop: false })
    for (const lineId of plan.lineIds) events.publish({ type: 'device', vpbxId: device.vpbx_id, deviceId: id, lineId })
    return present(model, plan)
  }

  async function slotIds(deviceId: string): Promise<string[]> {
    const slots = await db.selectFrom('device_line').select('id').where('device_id', '=', deviceId).execute()
    return slots.map((slot) => slot.id)
  }

  async function fitting(device: Row<'device'>, modelId: string): Promise<Model> {
    if (modelId === device.model) return modelOf(device)
    const model = await models.requireOffered(modelId, device.vpbx_id)
    const { kind } = modelOf(device)
    if (!exchangeable.some((kinds) => kinds.includes(kind) && kinds.includes(model.kind)))
      throw fieldError('model', 'model.unfit')
    return model
  }

  async function writeModel(trx: Transaction<Schema>, device: Row<'device'>, model: Model, plan: Plan): Promise<void> {
    const sameService = modelOf(device).redirectService?.id === model.redirectService?.id
    const { numUpdatedRows } = await trx
      .updateTable('device')
      .set({
        model: model.id,
        ...passwordsFor(sealer, device, model),
        ...(plan.access.includes('userName') && { user_name: '' }),
        // A telephone of another maker's service has not been there yet.
        ...(!sameService && { mac_provisioning: 'no' as const }),
        config_version: device.config_version + 1,
      })
      .where('id', '=', device.id)
      .where('config_version', '=', device.config_version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new AppError('conflict')
  }

  /** What fits the new model and what does not. */
  async function planOf(from: Db | Transaction<Schema>, device: Row<'device'>, model: Model) {
    const { modules, keys } = await readKeys(from, device)
    const slots = await from
      .selectFrom('device_line')
      .innerJoin('line', 'line.id', 'device_line.line_id')
      .select(['device_line.id', 'device_line.slot', 'device_line.line_id as lineId', 'line.number'])
      .where('device_line.device_id', '=', device.id)
      .orderBy('device_line.slot')
      .execute()
    // The home line stays whatever the model is.
    const stays = ({ slot }: { slot: number }): boolean => slot === 1 || slot <= model.lineSlots
    const kept = keptModules(model, modules)
    const ground: KeyGround = {
      model,
      modules: knownModules(kept.map(({ id }) => id)),
      lineSlots: new Set(slots.filter(stays).map(({ slot }) => slot)),
    }
    const places = new Map([[0, 0], ...kept.map(({ position }, index) => [position, index + 1] as const)])
    return {
      ...sortKeys(ground, places, keys),
      keptModules: kept.map(({ id }) => id),
      lostModules: modules.flatMap((id, index) => (places.has(index + 1) ? [] : [{ id, position: index + 1 }])),
      lostSlots: slots.filter((slot) => !stays(slot)),
      lineIds: [...new Set([device.line_id, ...slots.map(({ lineId }) => lineId)])],
      access: lostAccess(sealer, device, model),
    }
  }

  return { preview, change }
}

interface Plan {
  keptKeys: StoredKey[]
  lostKeys: StoredKey[]
  /** Keys that stay without their label. */
  unlabelled: StoredKey[]
  keptModules: string[]
  lostModules: { id: string; position: number }[]
  lostSlots: { id: string; slot: number; lineId: string; number: string }[]
  /** Of the device before the change. */
  lineIds: string[]
  access: ('adminPassword' | 'userPassword' | 'userName')[]
}

/** The modules that fit the model too, as many as it takes, with the places that they have now. */
function keptModules(model: Model, modules: readonly string[]): { id: string; position: number }[] {
  return modules
    .map((id, index) => ({ id, position: index + 1 }))
    .filter(({ id }) => Object.keys(wrongModules(model, [id])).length === 0)
    .slice(0, model.modules?.max ?? 0)
}

/** `places`: where each part that stays goes. An empty key that has no place any more is no loss. */
function sortKeys(ground: KeyGround, places: ReadonlyMap<number, number>, keys: readonly StoredKey[]) {
  const sorted: Pick<Plan, 'keptKeys' | 'lostKeys' | 'unlabelled'> = { keptKeys: [], lostKeys: [], unlabelled: [] }
  for (const key of keys) {
    const module = places.get(key.module)
    const moved = module === undefined ? null : { ...key, module }
    const { label, ...wrong } = moved ? wrongKey(ground, moved) : { module: 'functionKey.noModule' as const }
    if (moved === null || Object.keys(wrong).length > 0) {
      if (key.type !== 'none') sorted.lostKeys.push(key)
      continue
    }
    if (label) sorted.unlabelled.push(key)
    sorted.keptKeys.push(label ? { ...moved, label: '' } : moved)
  }
  return sorted
}

/** What a person set for signing in on the device and the model cannot take. */
function lostAccess(sealer: Sealer, device: Row<'device'>, model: Model): Plan['access'] {
  const { userName } = model.passwords
  const fits = (which: 'admin' | 'user') => passwordFits(model, which, openPassword(sealer, device, which) ?? '')
  return [
    ...(device.admin_password_set && !fits('admin') ? (['adminPassword'] as const) : []),
    ...(device.user_password_set && !fits('user') ? (['userPassword'] as const) : []),
    ...(device.user_name.length > (userName?.maxLength ?? 0) ? (['userName'] as const) : []),
  ]
}

function passwordFits(model: Model, which: 'admin' | 'user', password: string): boolean {
  const rule = model.passwords[which]
  return rule !== null && password.length <= rule.maxLength && password.length >= (rule.minLength ?? 0)
}

/** A password that fits stays: a person's own, or a random one that is as long as the model takes. */
function passwordsFor(sealer: Sealer, device: Row<'device'>, model: Model) {
  const columns = (which: 'admin' | 'user') => {
    const password = openPassword(sealer, device, which)
    const set = which === 'admin' ? device.admin_password_set : device.user_password_set
    const length = Math.min(randomPasswordDigits, model.passwords[which]?.maxLength ?? 0)
    const keeps = password !== null && passwordFits(model, which, password) && (set === 1 || password.length === length)
    return keeps ? {} : passwordColumns(sealer, device.id, model, which, '')
  }
  return { ...columns('admin'), ...columns('user') }
}

function present({ id, name, vendorName, kind }: Model, plan: Plan) {
  return {
    model: { id, name, vendorName, kind },
    keys: plan.lostKeys,
    labels: plan.unlabelled,
    modules: plan.lostModules.map(({ id, position }) => ({ position, name: findModule(id)?.name ?? id })),
    lineSlots: plan.lostSlots.map(({ slot, number }) => ({ slot, number })),
    access: plan.access,
  }
}
