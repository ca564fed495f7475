import { findModel, srtpOf } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { transportOf } from './device-spec.ts'
import type { Settings } from './settings.ts'
import { settingsOfDevices } from './settings-read.ts'

type Configured = Pick<Row<'device'>, 'id' | 'vpbx_id' | 'model'>

/**
 * Which of these devices encrypt their media, by what their configuration says; a DECT handset does as its base is told. A device that may do both is
 * offered encryption.
 */
export async function encryptedDevices(
  db: Db,
  { caCertificate }: Pick<Settings, 'caCertificate'>,
  deviceIds: readonly string[],
): Promise<Set<string>> {
  const configured = await configuredBy(db, deviceIds)
  const bases = [...new Map([...configured.values()].map((device) => [device.id, device])).values()]
  const settings = await settingsOfDevices(db, bases)
  const ownCertificate = caCertificate() !== null
  const encrypted = new Set(bases.filter(isEncrypted).map(({ id }) => id))
  return new Set(deviceIds.filter((id) => encrypted.has(configured.get(id)?.id ?? '')))

  function isEncrypted(device: Configured): boolean {
    const model = findModel(device.model)
    const own = settings.get(device.id)
    if (!model || !own) return false
    return srtpOf({ transport: transportOf(own.transport, model, ownCertificate), settings: own }, model) !== 'off'
  }
}

/** Device → the device in whose configuration it stands. */
async function configuredBy(db: Db, deviceIds: readonly string[]): Promise<Map<string, Configured>> {
  const found = new Map<string, Configured>()
  for (let from = 0; from < deviceIds.length; from += 500) {
    const rows = await db
      .selectFrom('device')
      .leftJoin('device as base', 'base.id', 'device.base_station_id')
      .select(['device.id', 'device.vpbx_id', 'device.model'])
      .select(['base.id as base_id', 'base.model as base_model'])
      .where('device.id', 'in', deviceIds.slice(from, from + 500))
      .execute()
    for (const { id, vpbx_id, model, base_id, base_model } of rows)
      found.set(id, { id: base_id ?? id, vpbx_id, model: base_model ?? model })
  }
  return found
}
