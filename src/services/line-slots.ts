import type { Transaction } from 'kysely'
import type { Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, type FieldErrors, fieldErrors } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import type { CredentialSync } from './credentials.ts'
import { deviceName, modelOf } from './device-view.ts'
import type { LiveEvents } from './live-events.ts'
import { lineReach, reachDevice } from './reach.ts'
import { referredOr } from './refusals.ts'
import type { RegistrationService } from './registrations.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { newSipIdentity } from './sip-identity.ts'

interface SlotInput {
  slot: number
  lineId: string
  fax?: boolean | undefined
}

export interface LineSlotsInput {
  /** Of the reading that the change is made on. */
  version: number
  slots: readonly SlotInput[]
}

export type LineSlotService = ReturnType<typeof createLineSlotService>

export interface LineSlotParts {
  db: Db
  clock: Clock
  sealer: Sealer
  settings: Settings
  syncCredentials: CredentialSync
  events: LiveEvents
  registrations: RegistrationService
}

/** The accounts of a telephone and the ports of a gateway: each with a line, and a digest identity of its own under that line's account. */
export function createLineSlotService(parts: LineSlotParts) {
  const { db, clock, sealer, settings, syncCredentials, events, registrations } = parts

  async function get(actor: Actor, id: string) {
    const device = await reachDevice(db, actor, id)
    const { lineSlots, fax } = modelOf(device)
    const reaches = await lineReach(db, actor, device.vpbx_id)
    const slots = await readSlots(db, id)
    const counts = await registrations.countByDevice(slots.map((slot) => ({ id: slot.id, device_id: slot.id })))
    return {
      version: device.config_version,
      slotCount: lineSlots,
      fax,
      slots: slots.map(({ id: slotId, slot, lineId, number, displayName, fax: isFax }) => ({
        ...{ slot, lineId, number, displayName },
        fax: isFax === 1,
        editable: reaches(lineId),
        registrationCount: counts && (counts.get(slotId) ?? 0),
      })),
      lines: (await linesOf(db, device.vpbx_id)).filter((line) => reaches(line.id)),
    }
  }

  /**
   * Fills all slots. A line that stays keeps its credentials; one that goes loses them, with its registrations, before this returns. Field errors for what
   * the model or the actor cannot; conflict when the device has changed since `version`.
   */
  async function replace(actor: Actor, id: string, input: LineSlotsInput) {
    const device = await reachDevice(db, actor, id)
    const model = modelOf(device)
    const reaches = await lineReach(db, actor, device.vpbx_id)
    const lines = new Map((await linesOf(db, device.vpbx_id)).map((line) => [line.id, line]))
    const plan = await referredOr('conflict', () =>
      db.transaction().execute(async (trx) => {
        const stored = await readSlots(trx, id)
        if (device.config_version !== input.version) throw new AppError('conflict')
        const usable = (lineId: string) => lines.has(lineId) && reaches(lineId)
        refuse(wrongSlots(model, stored, input.slots, usable))
        const plan = planOf(stored, input.slots)
        await keepKeys(trx, device, plan.emptied)
        if (plan.isNothing) return plan
        await claim(trx, device)
        await write(trx, device, plan, (lineId) => lines.get(lineId)?.accountId ?? '')
        const subject = `${stored.find(({ slot }) => slot === 1)?.number ?? '?'} · ${deviceName(model)}`
        await writeAudit(trx, clock, actor, { action: 'device.linesChanged', subject, vpbxId: device.vpbx_id })
        return plan
      }),
    )
    try {
      // First what works from now on: taking registrations out may be refused by a switch that does not hear.
      await syncCredentials(
        plan.made.map((slot) => slot.id),
        { drop: false },
      )
      await syncCredentials(
        plan.gone.map((slot) => slot.id),
        { drop: true },
      )
    } finally {
      if (!plan.isNothing) tell(device, plan)
    }
    return get(actor, id)
  }

  async function write(trx: Transaction<Schema>, device: Row<'device'>, plan: Plan, accountOf: (id: string) => string) {
    const now = clock()
    const gone = plan.gone.map((slot) => slot.id)
    if (gone.length > 0) await trx.deleteFrom('device_line').where('id', 'in', gone).execute()
    for (const { id, slot, lineId, fax } of plan.made) {
      const owner = { id, created_at: now, vpbx_id: device.vpbx_id, device_id: device.id }
      const identity = newSipIdentity(sealer, settings.realm, now, { table: 'device_line', id })
      const row = { ...owner, slot, line_id: lineId, account_id: accountOf(lineId), fax: fax ? 1 : 0, ...identity }
      await trx.insertInto('device_line').values(row).execute()
    }
    for (const { id, fax } of plan.faxChanged)
      await trx
        .updateTable('device_line')
        .set({ fax: fax ? 1 : 0 })
        .where('id', '=', id)
        .execute()
  }

  /** The device is in the list of each of its lines: of those that it had and of those that it has. */
  function tell(device: Row<'device'>, plan: Plan): void {
    for (const lineId of new Set([device.line_id, ...plan.lineIds]))
      events.publish({ type: 'device', vpbxId: device.vpbx_id, deviceId: device.id, lineId })
  }

  return { get, replace }
}

type StoredSlot = Awaited<ReturnType<typeof readSlots>>[number]

async function readSlots(db: Db | Transaction<Schema>, deviceId: string) {
  return db
    .selectFrom('device_line')
    .innerJoin('line', 'line.id', 'device_line.line_id')
    .innerJoin('extension', 'extension.id', 'line.extension_id')
    .select(['device_line.id', 'device_line.slot', 'device_line.line_id as lineId', 'device_line.fax', 'line.number'])
    .select('extension.display_name as displayName')
    .where('device_line.device_id', '=', deviceId)
    .orderBy('device_line.slot')
    .execute()
}

/** In the order in which people count: 21, 22, 101, then the public numbers. */
async function linesOf(db: Db, vpbxId: string) {
  const lines = await db
    .selectFrom('line')
    .innerJoin('extension', 'extension.id', 'line.extension_id')
    .select(['line.id', 'line.number', 'extension.display_name as displayName', 'extension.account_id as accountId'])
    .where('line.vpbx_id', '=', vpbxId)
    .orderBy('line.kind')
    .orderBy('line.number')
    .execute()
  // Public numbers are longer than any internal one.
  return lines.sort((one, other) => one.number.length - other.number.length)
}

function refuse(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0) throw fieldErrors(fields)
}

/** `usable`: a line of the vPBX that the actor may put into a slot. What he may not is left as it is. */
function wrongSlots(
  model: Model,
  stored: readonly StoredSlot[],
  wanted: readonly SlotInput[],
  usable: (lineId: string) => boolean,
): FieldErrors {
  const fields: FieldErrors = {}
  const slots = wanted.map(({ slot }) => slot)
  const lineIds = wanted.map(({ lineId }) => lineId)
  for (const [index, { slot, lineId, fax }] of wanted.entries()) {
    const at = `slots.${index}`
    const before = stored.find((one) => one.slot === slot)
    const isKept = before?.lineId === lineId
    if (slot > model.lineSlots) fields[`${at}.slot`] = 'lineSlot.noSlot'
    else if (slots.indexOf(slot) < index) fields[`${at}.slot`] = 'lineSlot.twice'
    else if (slot === 1 && !isKept) fields[`${at}.lineId`] = 'lineSlot.home'
    else if (!isKept && before && !usable(before.lineId)) fields[`${at}.lineId`] = 'lineSlot.foreign'
    else if (!isKept && !usable(lineId)) fields[`${at}.lineId`] = 'lineSlot.unknownLine'
    else if (lineIds.indexOf(lineId) < index) fields[`${at}.lineId`] = 'lineSlot.lineInUse'
    if (fax && model.fax === null) fields[`${at}.fax`] = 'lineSlot.noFax'
    else if (isKept && isFaxOf(before) !== (fax ?? isFaxOf(before)) && !usable(lineId))
      fields[`${at}.fax`] = 'lineSlot.foreign'
  }
  const missing = stored.filter(({ slot }) => !slots.includes(slot))
  if (missing.some(({ slot }) => slot === 1)) fields.slots = 'lineSlot.home'
  else if (missing.some(({ lineId }) => !usable(lineId))) fields.slots = 'lineSlot.foreign'
  return fields
}

function isFaxOf(slot: Pick<StoredSlot, 'fax'> | undefined): boolean {
  return slot?.fax === 1
}

interface Plan {
  gone: StoredSlot[]
  made: { id: string; slot: number; lineId: string; fax: boolean }[]
  faxChanged: { id: string; fax: boolean }[]
  /** Slots that have no line afterwards. */
  emptied: number[]
  /** Of the device, before and after. */
  lineIds: string[]
  isNothing: boolean
}

function planOf(stored: readonly StoredSlot[], wanted: readonly SlotInput[]): Plan {
  const before = new Map(stored.map((slot) => [slot.slot, slot]))
  const after = new Map(wanted.map((slot) => [slot.slot, slot]))
  const gone = stored.filter(({ slot, lineId }) => after.get(slot)?.lineId !== lineId)
  const made = wanted
    .filter(({ slot, lineId }) => before.get(slot)?.lineId !== lineId)
    .map(({ slot, lineId, fax }) => ({ id: newId(), slot, lineId, fax: fax ?? isFaxOf(before.get(slot)) }))
  const faxChanged = wanted.flatMap(({ slot, lineId, fax }) => {
    const same = before.get(slot)
    return same?.lineId === lineId && fax !== undefined && fax !== isFaxOf(same) ? [{ id: same.id, fax }] : []
  })
  return {
    ...{ gone, made, faxChanged },
    emptied: stored.map(({ slot }) => slot).filter((slot) => !after.has(slot)),
    lineIds: [...stored, ...wanted].map(({ lineId }) => lineId),
    isNothing: gone.length + made.length + faxChanged.length === 0,
  }
}

/** A key that works on a line must not come to dial on another one. */
async function keepKeys(trx: Transaction<Schema>, device: Row<'device'>, emptied: readonly number[]): Promise<void> {
  if (emptied.length === 0) return
  const keys = await trx
    .selectFrom('function_key')
    .select('line_slot')
    .distinct()
    .where('device_id', '=', device.id)
    .where('line_slot', 'in', emptied)
    .execute()
  const slots = keys.flatMap(({ line_slot: slot }) => (slot === null ? [] : [slot])).sort((a, b) => a - b)
  if (slots.length > 0) throw new AppError('lineSlot.hasKeys', { params: { slots: slots.join(', ') } })
}

/** A new version, if nobody else has made one since the device was read. */
async function claim(trx: Transaction<Schema>, device: Row<'device'>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('device')
    .set({ config_version: device.config_version + 1 })
    .where('id', '=', device.id)
    .where('config_version', '=', device.config_version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new AppError('conflict')
}
