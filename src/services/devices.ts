import { findModel, type Model, manualSteps, provisioningUrl } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import type { MacProvisioning } from '#domain/device.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import type { CredentialSync } from './credentials.ts'
import { newKeyColumns, openKey, openPassword, passwordColumns } from './device-secrets.ts'
import type { DeviceSpecBuilder } from './device-spec.ts'
import { deviceName, makerName, modelOf, presentDetails, presentDevice } from './device-view.ts'
import type { LiveEvents } from './live-events.ts'
import type { ModelService } from './models.ts'
import { reachDevice, reachLine } from './reach.ts'
import { referredOr, uniqueOr } from './refusals.ts'
import type { RegistrationService } from './registrations.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { newSipIdentity } from './sip-identity.ts'

export interface DeviceValues {
  note: string
  adminPassword: string
  userName: string
  userPassword: string
  mac: string
  macProvisioning: MacProvisioning
}
type DeviceChange = { [K in keyof DeviceValues]?: DeviceValues[K] | undefined }

export interface DeviceParts {
  db: Db
  clock: Clock
  sealer: Sealer
  settings: Settings
  syncCredentials: CredentialSync
  events: LiveEvents
  buildSpec: DeviceSpecBuilder
  models: ModelService
  registrations: RegistrationService
}

export type DeviceService = ReturnType<typeof createDeviceService>

export function createDeviceService(parts: DeviceParts) {
  const { db, clock, sealer, settings, syncCredentials, events, buildSpec, models, registrations } = parts

  async function list(actor: Actor, lineId: string) {
    await reachLine(db, actor, lineId)
    const devices = await db
      .selectFrom('device')
      .selectAll()
      .where('line_id', '=', lineId)
      .orderBy('created_at')
      .execute()
    return withRegistrations(devices)
  }

  async function get(actor: Actor, id: string) {
    return detailsOf(await reachDevice(db, actor, id))
  }

  /** Makes the device with its access key, its passwords and the digest identity of its home slot. */
  async function create(actor: Actor, lineId: string, { model: modelId }: { model: string }) {
    const line = await reachLine(db, actor, lineId)
    const model = await models.requireOffered(modelId)
    const extension = await db
      .selectFrom('extension')
      .selectAll()
      .where('id', '=', line.extension_id)
      .executeTakeFirstOrThrow()
    const [id, slotId, now] = [newId(), newId(), clock()]
    const row = {
      id,
      created_at: now,
      vpbx_id: line.vpbx_id,
      line_id: lineId,
      model: model.id,
      note: '',
      mac: null,
      mac_provisioning: 'no' as const,
      user_name: '',
      ...newKeyColumns(sealer, id, now),
      admin_password_sealed: null,
      admin_password_set: 0,
      user_password_sealed: null,
      user_password_set: 0,
      ...passwordColumns(sealer, id, model, 'admin', ''),
      ...passwordColumns(sealer, id, model, 'user', ''),
    }
    const identity = newSipIdentity(sealer, settings.realm, now, { table: 'device_line', id: slotId })
    await referredOr('notFound', () =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('device').values(row).execute()
        const slot = { id: slotId, created_at: now, vpbx_id: line.vpbx_id, device_id: id, slot: 1, line_id: lineId }
        await trx
          .insertInto('device_line')
          .values({ ...slot, account_id: extension.account_id, ...identity })
          .execute()
        const subject = `${line.number} · ${deviceName(model)}`
        await writeAudit(trx, clock, actor, { action: 'device.created', subject, vpbxId: line.vpbx_id })
      }),
    )
    await syncCredentials([slotId], { drop: false })
    return changed(await reachDevice(db, actor, id))
  }

  async function change(actor: Actor, id: string, values: DeviceChange) {
    const device = await reachDevice(db, actor, id)
    const set = columnsOf(device, modelOf(device), values)
    if (Object.keys(set).length > 0) {
      const subject = await subjectOf(device)
      // The refusal does not say where the MAC is used: it may be another customer's.
      await uniqueOr('mac', 'mac.inUse', () =>
        db.transaction().execute(async (trx) => {
          await trx
            .updateTable('device')
            .set(set)
            .set((e) => ({ config_version: e('config_version', '+', 1) }))
            .where('id', '=', id)
            .execute()
          await writeAudit(trx, clock, actor, { action: 'device.changed', subject, vpbxId: device.vpbx_id })
        }),
      )
    }
    await changed(await reachDevice(db, actor, id))
    return get(actor, id)
  }

  function columnsOf(device: Row<'device'>, model: Model, values: DeviceChange) {
    for (const which of ['admin', 'user'] as const) {
      const field = `${which}Password` as const
      if (values[field] && model.passwords[which] === null) throw fieldError(field, 'devicePassword.unsupported')
    }
    if (values.userName && model.passwords.userName === null) throw fieldError('userName', 'deviceUserName.unsupported')
    if (values.userName && values.userName.length > (model.passwords.userName?.maxLength ?? 0)) {
      throw fieldError('userName', 'field.tooLong')
    }
    const mac = values.mac === undefined ? device.mac : values.mac || null
    requireMacProvisioning(device, values.macProvisioning, mac)
    return {
      ...(values.note !== undefined && { note: values.note }),
      ...(values.userName !== undefined && { user_name: values.userName }),
      ...(values.adminPassword !== undefined &&
        passwordColumns(sealer, device.id, model, 'admin', values.adminPassword)),
      ...(values.userPassword !== undefined && passwordColumns(sealer, device.id, model, 'user', values.userPassword)),
      ...(values.mac !== undefined && { mac }),
      ...(values.macProvisioning !== undefined && { mac_provisioning: values.macProvisioning }),
    }
  }

  /** Voids the old link at once; keys and settings stay, the last access is forgotten since it was the old key's. */
  async function renewKey(actor: Actor, id: string) {
    const device = await reachDevice(db, actor, id)
    const subject = await subjectOf(device)
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('device')
        .set({ ...newKeyColumns(sealer, id, clock()), last_access_at: null, last_access_ip: null })
        .set((e) => ({ config_version: e('config_version', '+', 1) }))
        .where('id', '=', id)
        .execute()
      await writeAudit(trx, clock, actor, { action: 'device.keyRenewed', subject, vpbxId: device.vpbx_id })
    })
    return changed(await reachDevice(db, actor, id))
  }

  /** Ends its key, credentials and registrations; the device itself keeps its configuration. */
  async function remove(actor: Actor, id: string): Promise<void> {
    const device = await reachDevice(db, actor, id)
    const slots = await db.selectFrom('device_line').selectAll().where('device_id', '=', id).execute()
    const subject = await subjectOf(device)
    await db.transaction().execute(async (trx) => {
      await writeAudit(trx, clock, actor, { action: 'device.deleted', subject, vpbxId: device.vpbx_id })
      await trx.deleteFrom('device').where('id', '=', id).execute()
    })
    await syncCredentials(
      slots.map((slot) => slot.id),
      { drop: true },
    )
    events.publish({ type: 'device', vpbxId: device.vpbx_id, deviceId: id, lineId: device.line_id })
  }

  /** Instructions for this very model, with the link: showing it is written to the audit. */
  async function manual(actor: Actor, id: string) {
    const device = await reachDevice(db, actor, id)
    const spec = await buildSpec(device)
    const link = provisioningUrl(modelOf(device), settings.host, settings.provisioningPort, openKey(sealer, device))
    await writeAudit(db, clock, actor, {
      action: 'device.linkShown',
      subject: await subjectOf(device),
      vpbxId: device.vpbx_id,
    })
    return { link, steps: manualSteps(spec).map(({ verb, params }) => ({ verb, params: { ...params } })) }
  }

  /** The passwords that a person set; a random one is never shown. */
  async function revealPasswords(actor: Actor, id: string) {
    const device = await reachDevice(db, actor, id)
    await writeAudit(db, clock, actor, {
      action: 'device.passwordsShown',
      subject: await subjectOf(device),
      vpbxId: device.vpbx_id,
    })
    return {
      admin: device.admin_password_set ? openPassword(sealer, device, 'admin') : null,
      userName: device.user_name,
      user: device.user_password_set ? openPassword(sealer, device, 'user') : null,
    }
  }

  async function accesses(actor: Actor, id: string) {
    await reachDevice(db, actor, id)
    const rows = await db
      .selectFrom('access')
      .selectAll()
      .where('device_id', '=', id)
      .orderBy('created_at', 'desc')
      .limit(200)
      .execute()
    return rows.map(({ created_at, user_agent, device_id: _, ...row }) => ({
      ...row,
      at: created_at,
      userAgent: user_agent,
      make: makerName(row.make),
    }))
  }

  async function changed(device: Row<'device'>) {
    events.publish({ type: 'device', vpbxId: device.vpbx_id, deviceId: device.id, lineId: device.line_id })
    return oneOf(device)
  }

  async function oneOf(device: Row<'device'>) {
    const [shown] = await withRegistrations([device])
    if (!shown) throw new AppError('notFound')
    return shown
  }

  async function detailsOf(device: Row<'device'>) {
    const slots = await db
      .selectFrom('device_line')
      .innerJoin('line', 'line.id', 'device_line.line_id')
      .select(['device_line.slot', 'line.id as lineId', 'line.number', 'device_line.digest_name as authName'])
      .where('device_line.device_id', '=', device.id)
      .orderBy('device_line.slot')
      .execute()
    return presentDetails(device, await oneOf(device), slots)
  }

  async function withRegistrations(devices: Row<'device'>[]) {
    const ids = devices.map((device) => device.id)
    if (ids.length === 0) return []
    const slots = await db.selectFrom('device_line').select(['id', 'device_id']).where('device_id', 'in', ids).execute()
    const counts = await registrations.countByDevice(slots)
    return devices.map((device) => presentDevice(device, counts && (counts.get(device.id) ?? 0)))
  }

  async function subjectOf(device: Row<'device'>): Promise<string> {
    const line = await db.selectFrom('line').select('number').where('id', '=', device.line_id).executeTakeFirst()
    const model = findModel(device.model)
    return `${line?.number ?? '?'} · ${model ? deviceName(model) : device.model}`
  }

  return { list, get, create, change, renewKey, remove, manual, revealPasswords, accesses }
}

/** `done` is the system's word alone; `once` needs a MAC and a redirect service, of which this installation has none yet. */
function requireMacProvisioning(device: Row<'device'>, wanted: MacProvisioning | undefined, mac: string | null): void {
  if (wanted === undefined || wanted === device.mac_provisioning) return
  if (wanted === 'done') throw fieldError('macProvisioning', 'macProvisioning.doneByHand')
  if (wanted === 'once' && mac === null) throw fieldError('macProvisioning', 'macProvisioning.needsMac')
  if (wanted === 'once') throw fieldError('macProvisioning', 'macProvisioning.unavailable')
}
