import type { Kysely } from 'kysely'
import { type AppFacts, fetches, findModel, type Model, vendors } from '#catalog/index.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { AppShop } from '#domain/app.ts'
import { AppError } from '#domain/errors.ts'

/** A device as the API shows it: never a row, never a secret. */

export function deviceName(model: Model): string {
  return `${model.vendorName} ${model.name}`
}

/** The model of a stored device. Every id that was ever offered stays in the catalog. */
export function modelOf(device: Row<'device'>): Model {
  const model = findModel(device.model)
  if (!model) throw new AppError('model.unknown')
  return model
}

/** What the audit calls a device: the number of its home line, maker and model. */
export async function deviceSubject(
  db: Kysely<Schema>,
  device: Pick<Row<'device'>, 'line_id' | 'model'>,
): Promise<string> {
  const line = await db.selectFrom('line').select('number').where('id', '=', device.line_id).executeTakeFirst()
  const model = findModel(device.model)
  return `${line?.number ?? '?'} · ${model ? deviceName(model) : device.model}`
}

/** Vendor id of a fetch → the name that people know. */
export function makerName(vendorId: string | null): string | null {
  return vendors.find(({ id }) => id === vendorId)?.name ?? vendorId
}

/** What surrounds a device in a list. */
export interface Surroundings {
  /** Of its home line. */
  number: string
  slots: number[]
  /** Of its further slots. */
  furtherNumbers: string[]
  manageable: boolean
  registrationCount: number | null
  base: { row: Pick<Row<'device'>, 'id' | 'line_id' | 'model' | 'note'>; number: string; manageable: boolean } | null
}

/** Of a device of somebody else (not `manageable`) no more than its names. */
export function presentDevice(device: Row<'device'>, around: Surroundings) {
  const { id, name, vendorName, kind } = modelOf(device)
  const { manageable } = around
  return {
    id: device.id,
    vpbxId: device.vpbx_id,
    lineId: device.line_id,
    number: around.number,
    slots: around.slots,
    furtherNumbers: manageable ? around.furtherNumbers : [],
    manageable,
    model: { id, name, vendorName, kind },
    note: device.note,
    mac: manageable ? device.mac : null,
    macProvisioning: device.mac_provisioning,
    lastAccess: manageable ? lastAccessOf(device) : null,
    registrationCount: around.registrationCount,
    base: around.base && presentBase(around.base, device.base_slot),
    createdAt: device.created_at,
    keyRenewedAt: device.access_key_renewed_at,
  }
}

function presentBase({ row, number, manageable }: NonNullable<Surroundings['base']>, slot: number | null) {
  const model = findModel(row.model)
  const name = model ? deviceName(model) : row.model
  return { id: row.id, lineId: row.line_id, name, note: row.note, number, slot, manageable }
}

function lastAccessOf(device: Row<'device'>) {
  if (device.last_access_at === null) return null
  return {
    at: device.last_access_at,
    ip: device.last_access_ip ?? '',
    make: makerName(device.last_access_make),
    model: device.last_access_model,
    firmware: device.last_access_firmware,
    mac: device.last_access_mac,
  }
}

/** What a person should know of an app before taking it. */
export function presentApp(app: AppFacts, shops: { shop: AppShop; url: string }[]) {
  const { delivery, systems, can, cannot, steps } = app
  return {
    delivery,
    systems: [...systems],
    can: [...can],
    cannot: [...cannot],
    steps: steps.map(({ verb, params }) => ({ verb, params: { ...params } })),
    shops,
  }
}

export function presentDetails(
  device: Row<'device'>,
  shown: ReturnType<typeof presentDevice>,
  slots: { slot: number; lineId: string; number: string; authName: string }[],
) {
  const model = modelOf(device)
  const { admin, user, userName } = model.passwords
  // A handset is configured, restarted and reached through its base.
  const isHandset = model.kind === 'dectHandset'
  return {
    device: shown,
    adminPassword: admin && { maxLength: Math.min(9, admin.maxLength), set: device.admin_password_set === 1 },
    userName: userName && { maxLength: userName.maxLength, value: device.user_name },
    userPassword: user && { maxLength: Math.min(9, user.maxLength), set: device.user_password_set === 1 },
    canRestart: model.restartEvent !== null && !isHandset,
    canResync: model.resyncEvent !== null && !isHandset,
    hasManualSteps: fetches(model),
    hasKey: fetches(model),
    redirectService: isHandset ? null : (model.redirectService?.name ?? null),
    // No account at a maker's service can be kept yet.
    redirectAvailable: false,
    slots,
    lineSlots: model.lineSlots,
    handset: isHandset ? { ipui: device.ipui } : null,
    baseStation: model.handsets && {
      max: model.handsets.max,
      rfpi: model.handsets.rfpi ? { value: device.rfpi } : null,
      pin: device.pairing_pin_sealed !== null,
      cells: model.handsets.cells,
    },
  }
}
