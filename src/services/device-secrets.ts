import type { Model } from '#catalog/index.ts'
import type { Row } from '#db/schema.ts'
import { type AccessKey, hashAccessKey, newAccessKey } from '#domain/access-key.ts'
import { randomDigits, randomPasswordDigits } from '#domain/device-password.ts'
import type { Sealer } from './seal.ts'

/** The secrets in a device's row and how they are sealed: the context names the column and the row, so that none can be moved to another. */
type SealedColumn = 'access_key' | 'admin_password' | 'user_password' | 'pairing_pin'

function context(column: SealedColumn, deviceId: string): string {
  return `device:${column}:${deviceId}`
}

/** A new access key: what goes into the row. */
export function newKeyColumns(sealer: Sealer, deviceId: string, now: number) {
  const key = newAccessKey()
  return {
    access_key_hash: hashAccessKey(key),
    access_key_sealed: sealer.seal(key, context('access_key', deviceId)),
    access_key_renewed_at: now,
  }
}

export function openKey(sealer: Sealer, device: Row<'device'>): AccessKey {
  return sealer.open(device.access_key_sealed, context('access_key', device.id))
}

/**
 * What stands in the password columns (M26): what the person set, or random digits that nobody is ever shown, 40 of them or as many as the
 * model takes; null where the model has no such password.
 */
export function passwordColumns(sealer: Sealer, deviceId: string, model: Model, which: 'admin' | 'user', set: string) {
  const rule = model.passwords[which]
  const sealed =
    rule === null
      ? null
      : sealer.seal(
          set === '' ? randomDigits(Math.min(randomPasswordDigits, rule.maxLength)) : set,
          context(`${which}_password`, deviceId),
        )
  const isSet = set === '' ? 0 : 1
  return which === 'admin'
    ? { admin_password_sealed: sealed, admin_password_set: isSet }
    : { user_password_sealed: sealed, user_password_set: isSet }
}

export function openPassword(sealer: Sealer, device: Row<'device'>, which: 'admin' | 'user'): string | null {
  const sealed = which === 'admin' ? device.admin_password_sealed : device.user_password_sealed
  return sealed === null ? null : sealer.open(sealed, context(`${which}_password`, device.id))
}

/** The random PIN with which handsets are paired, of as many digits as the base's model wants; null where it has none. */
export function pinColumn(sealer: Sealer, deviceId: string, model: Model) {
  const digits = model.handsets?.pinDigits ?? null
  const sealed = digits === null ? null : sealer.seal(randomDigits(digits), context('pairing_pin', deviceId))
  return { pairing_pin_sealed: sealed }
}

export function openPin(sealer: Sealer, device: Row<'device'>): string | null {
  return device.pairing_pin_sealed === null
    ? null
    : sealer.open(device.pairing_pin_sealed, context('pairing_pin', device.id))
}
