import { findModel, type Model, vendors } from '#catalog/index.ts'
import type { Row } from '#db/schema.ts'
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

/** Vendor id of a fetch → the name that people know. */
export function makerName(vendorId: string | null): string | null {
  return vendors.find(({ id }) => id === vendorId)?.name ?? vendorId
}

export function presentDevice(device: Row<'device'>, registrationCount: number | null) {
  const { id, name, vendorName, kind } = modelOf(device)
  return {
    id: device.id,
    vpbxId: device.vpbx_id,
    lineId: device.line_id,
    model: { id, name, vendorName, kind },
    note: device.note,
    mac: device.mac,
    macProvisioning: device.mac_provisioning,
    lastAccess:
      device.last_access_at === null
        ? null
        : {
            at: device.last_access_at,
            ip: device.last_access_ip ?? '',
            make: makerName(device.last_access_make),
            model: device.last_access_model,
            firmware: device.last_access_firmware,
            mac: device.last_access_mac,
          },
    registrationCount,
    createdAt: device.created_at,
    keyRenewedAt: device.access_key_renewed_at,
  }
}

export function presentDetails(
  device: Row<'device'>,
  shown: ReturnType<typeof presentDevice>,
  slots: { slot: number; lineId: string; number: string; authName: string }[],
) {
  const model = modelOf(device)
  const { admin, user, userName } = model.passwords
  return {
    device: shown,
    adminPassword: admin && { maxLength: Math.min(9, admin.maxLength), set: device.admin_password_set === 1 },
    userName: userName && { maxLength: userName.maxLength, value: device.user_name },
    userPassword: user && { maxLength: Math.min(9, user.maxLength), set: device.user_password_set === 1 },
    canRestart: model.restartEvent !== null,
    canResync: model.resyncEvent !== null,
    hasManualSteps: true,
    redirectService: model.redirectService?.name ?? null,
    // No account at a maker's service can be kept yet.
    redirectAvailable: false,
    slots,
  }
}
