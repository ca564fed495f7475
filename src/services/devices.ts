import { fetches, type Model, manualSteps, provisioningUrl } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import type { MacProvisioning } from '#domain/device.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { voidTicket } from './app-tickets.ts'
import { writeAudit } from './audit.ts'
import { type Binding, bindingColumns } from './base-binding.ts'
import { raiseConfigVersions } from './config-version.ts'
import type { CredentialSync } from './credentials.ts'
import { renewIdentities } from './device-identities.ts'
import type { DeviceList } from './device-list.ts'
import { lockDevice, lockDevicesInOrder, untilNoConflict } from './device-lock.ts'
import { newKeyColumns, openKey, openPassword, passwordColumns, pinColumn } from './device-secrets.ts'
import type { DeviceSpecBuilder } from './device-spec.ts'
import { deviceName, deviceSubject, makerName, modelOf, presentDetails } from './device-view.ts'
import type { LiveEvents } from './live-events.ts'
import type { ModelService } from './models.ts'
import { lineReach, reachDevice, reachLine } from './reach.ts'
import { referredOr, uniqueOr } from './refusals.ts'
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
type DeviceChange = { [K in keyof DeviceValues]?: DeviceValues[K] | undefined } & Binding

/** A new device: its type, and of a handset its base. */
export type NewDevice = { model: string } & Omit<Binding, 'rfpi'>

export interface DeviceParts {
  db: Db
  clock: Clock
  sealer: Sealer
  settings: Settings
  syncCredentials: CredentialSync
  events: LiveEvents
  buildSpec: DeviceSpecBuilder
  models: ModelService
  deviceList: DeviceList
}

export type DeviceService = ReturnType<typeof createDeviceService>

export function createDeviceService(parts: DeviceParts) {
  const { db, clock, sealer, settings, syncCredentials, events, buildSpec, models, deviceList } = parts

  async function list(actor: Actor, lineId: string) {
    return deviceList.ofLine(actor, await reachLine(db, actor, lineId))
  }

  async function get(actor: Actor, id: string) {
    return detailsOf(actor, await reachDevice(db, actor, id))
  }

  /**
   * Makes the device with its access key, its passwords and the digest identity of its home slot; a DECT base has none, a handset may be put on its base at
   * once.
   */
  async function create(actor: Actor, lineId: string, { model: modelId, ...binding }: NewDevice) {
    const line = await reachLine(db, actor, lineId)
    const model = await models.requireOffered(modelId, line.vpbx_id)
    const reaches = await lineReach(db, actor, line.vpbx_id)
    const { account_id: accountId } = await db
      .selectFrom('extension')
      .select('account_id')
      .where('id', '=', line.extension_id)
      .executeTakeFirstOrThrow()
    const [id, slotId, now] = [newId(), newId(), clock()]
    const row = newRow(id, line, model, now)
    const owner = { id: slotId, created_at: now, vpbx_id: line.vpbx_id, device_id: id, slot: 1, line_id: lineId }
    const identity = newSipIdentity(sealer, settings.realm, now, { table: 'device_line', id: slotId })
    const write = () =>
      db.transaction().execute(async (trx) => {
        await lockDevicesInOrder(trx, line.vpbx_id, [binding.baseStationId])
        const bound = await bindingColumns(trx, row, model, binding, reaches)
        await trx
          .insertInto('device')
          .values({ ...row, ...bound })
          .execute()
        if (model.lineSlots > 0)
          await trx
            .insertInto('device_line')
            .values({ ...owner, account_id: accountId, ...identity })
            .execute()
        if (bound.base_station_id) await raiseConfigVersions(trx, [bound.base_station_id])
        const subject = `${line.number} · ${deviceName(model)}`
        await writeAudit(trx, clock, actor, { action: 'device.created', subject, vpbxId: line.vpbx_id })
      })
    await uniqueOr('baseSlot', 'baseStation.placeTaken', () => referredOr('notFound', () => untilNoConflict(write)))
    if (model.lineSlots > 0) await syncCredentials([slotId], { drop: false })
    return changed(actor, await reachDevice(db, actor, id))
  }

  function newRow(id: string, line: Row<'line'>, model: Model, now: number) {
    return {
      id,
      created_at: now,
      vpbx_id: line.vpbx_id,
      line_id: line.id,
      model: model.id,
      note: '',
      mac: null,
      mac_provisioning: 'no' as const,
      user_name: '',
      ...{ base_station_id: null, base_slot: null, ipui: null, rfpi: null },
      ...newKeyColumns(sealer, id, now),
      admin_password_sealed: null,
      admin_password_set: 0,
      user_password_sealed: null,
      user_password_set: 0,
      ...passwordColumns(sealer, id, model, 'admin', ''),
      ...passwordColumns(sealer, id, model, 'user', ''),
      ...pinColumn(sealer, id, model),
    }
  }

  /**
   * A handset that leaves its base gets new credentials: the base that it left still holds the old ones, which are dead when this returns.
   */
  async function change(actor: Actor, id: string, values: DeviceChange) {
    const found = await reachDevice(db, actor, id)
    const reaches = await lineReach(db, actor, found.vpbx_id)
    const subject = await subjectOf(found)
    // The refusal does not say where the MAC is used: it may be another customer's. Places on bases were looked at and are taken by a race alone.
    const [field, code] = values.mac
      ? (['mac', 'mac.inUse'] as const)
      : (['baseSlot', 'baseStation.placeTaken'] as const)
    const write = () =>
      db.transaction().execute(async (trx) => {
        const before = await lockDevice(trx, id, values.baseStationId)
        const model = modelOf(before)
        const bound = await bindingColumns(trx, before, model, values, reaches)
        const set = { ...columnsOf(before, model, values), ...bound }
        if (Object.keys(set).length === 0) return { before, renewed: [] }
        await trx.updateTable('device').set(set).where('id', '=', id).execute()
        await raiseConfigVersions(trx, [id, ...leftBy(before, bound)])
        await writeAudit(trx, clock, actor, { action: 'device.changed', subject, vpbxId: before.vpbx_id })
        const renewal = { sealer, realm: settings.realm, now: clock() }
        return { before, renewed: leftBy(before, bound).length > 0 ? await renewIdentities(trx, renewal, id) : [] }
      })
    const { before, renewed } = await uniqueOr(field, code, () => untilNoConflict(write))
    if (renewed.length > 0) await syncCredentials(renewed, { drop: true })
    await changed(actor, await reachDevice(db, actor, id), before)
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
    const device = requireFile(await reachDevice(db, actor, id))
    const subject = await subjectOf(device)
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('device')
        .set({ ...newKeyColumns(sealer, id, clock()), last_access_at: null, last_access_ip: null })
        .where('id', '=', id)
        .execute()
      // It would be exchanged for the new key.
      await voidTicket(trx, id)
      await raiseConfigVersions(trx, [id])
      await writeAudit(trx, clock, actor, { action: 'device.keyRenewed', subject, vpbxId: device.vpbx_id })
    })
    return changed(actor, await reachDevice(db, actor, id))
  }

  /** Ends its key, credentials and registrations; the device itself keeps its configuration. Refused for a base that something is bound to. */
  async function remove(actor: Actor, id: string): Promise<void> {
    const device = await reachDevice(db, actor, id)
    const subject = await subjectOf(device)
    const write = () =>
      db.transaction().execute(async (trx) => {
        const { base_station_id: baseId } = await lockDevice(trx, id)
        const slots = await trx.selectFrom('device_line').selectAll().where('device_id', '=', id).execute()
        await writeAudit(trx, clock, actor, { action: 'device.deleted', subject, vpbxId: device.vpbx_id })
        if (baseId !== null) await raiseConfigVersions(trx, [id])
        await trx.deleteFrom('device').where('id', '=', id).execute()
        return slots
      })
    const slots = await referredOr('baseStation.inUse', () => untilNoConflict(write))
    await syncCredentials(
      slots.map((slot) => slot.id),
      { drop: true },
    )
    await tell(device, [device.line_id, ...slots.map((slot) => slot.line_id)])
  }

  /** Instructions for this very model, with the link: showing it is written to the audit. */
  async function manual(actor: Actor, id: string) {
    const device = requireFile(await reachDevice(db, actor, id))
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

  async function changed(actor: Actor, device: Row<'device'>, before = device) {
    const slots = await db.selectFrom('device_line').select('line_id').where('device_id', '=', device.id).execute()
    await tell(device, [device.line_id, ...slots.map((slot) => slot.line_id)])
    const left = before.base_station_id === device.base_station_id ? null : before.base_station_id
    if (left !== null) await tellBase(left)
    return oneOf(actor, device)
  }

  /** A device is in the list of each of its lines, and a handset in that of its base. */
  async function tell({ id, vpbx_id: vpbxId, base_station_id: base }: Row<'device'>, lineIds: string[]): Promise<void> {
    for (const lineId of new Set(lineIds)) events.publish({ type: 'device', vpbxId, deviceId: id, lineId })
    if (base !== null) await tellBase(base)
  }

  async function tellBase(id: string): Promise<void> {
    const base = await db.selectFrom('device').select(['line_id', 'vpbx_id']).where('id', '=', id).executeTakeFirst()
    if (base) events.publish({ type: 'device', vpbxId: base.vpbx_id, deviceId: id, lineId: base.line_id })
  }

  async function oneOf(actor: Actor, device: Row<'device'>) {
    const [shown] = await deviceList.show(actor, [device], null)
    if (!shown) throw new AppError('notFound')
    return shown
  }

  async function detailsOf(actor: Actor, device: Row<'device'>) {
    const slots = await db
      .selectFrom('device_line')
      .innerJoin('line', 'line.id', 'device_line.line_id')
      .select(['device_line.slot', 'line.id as lineId', 'line.number', 'device_line.digest_name as authName'])
      .where('device_line.device_id', '=', device.id)
      .orderBy('device_line.slot')
      .execute()
    return presentDetails(device, await oneOf(actor, device), slots)
  }

  const subjectOf = (device: Row<'device'>): Promise<string> => deviceSubject(db, device)

  return { list, get, create, change, renewKey, remove, manual, revealPasswords, accesses }
}

/** A handset has no file of its own: link, key and instructions are its base's. Some apps are given everything by a person. */
function requireFile(device: Row<'device'>): Row<'device'> {
  const model = modelOf(device)
  if (model.kind === 'dectHandset') throw new AppError('device.isHandset')
  if (!fetches(model)) throw new AppError('device.noLink')
  return device
}

/** The base or primary that the device was bound to and is not any more. */
function leftBy(before: Row<'device'>, bound: { base_station_id?: string | null }): string[] {
  const { base_station_id: old } = before
  return old !== null && bound.base_station_id !== undefined && bound.base_station_id !== old ? [old] : []
}

/** `done` is the system's word alone; `once` needs a MAC and a redirect service, of which this installation has none yet. */
function requireMacProvisioning(device: Row<'device'>, wanted: MacProvisioning | undefined, mac: string | null): void {
  if (wanted === undefined || wanted === device.mac_provisioning) return
  if (wanted === 'done') throw fieldError('macProvisioning', 'macProvisioning.doneByHand')
  if (wanted === 'once' && mac === null) throw fieldError('macProvisioning', 'macProvisioning.needsMac')
  if (wanted === 'once') throw fieldError('macProvisioning', 'macProvisioning.unavailable')
}
