import { DeviceSpec, type DeviceSpecInput, type KeySpec } from '#catalog/spec.ts'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { openKey, openPassword } from './device-secrets.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { openSecret } from './sip-identity.ts'

/** Gathers everything that the configuration of a device depends on, secrets opened: for rendering, never for showing. */
export async function buildDeviceSpec(
  { db, sealer, settings }: { db: Db; sealer: Sealer; settings: Settings },
  device: Row<'device'>,
): Promise<DeviceSpec> {
  const vpbx = await db.selectFrom('vpbx').selectAll().where('id', '=', device.vpbx_id).executeTakeFirstOrThrow()
  const slots = await slotsOf(db, sealer, device.id)
  const keys = await db
    .selectFrom('function_key')
    .selectAll()
    .where('device_id', '=', device.id)
    .orderBy('module')
    .orderBy('slot')
    .execute()
  const modules = await db
    .selectFrom('device_module')
    .selectAll()
    .where('device_id', '=', device.id)
    .orderBy('position')
    .execute()
  const adminPassword = openPassword(sealer, device, 'admin')
  const caCertificate = settings.caCertificate()
  const userPassword = openPassword(sealer, device, 'user')
  const spec: DeviceSpecInput = {
    model: device.model,
    host: settings.host,
    provisioningPort: settings.provisioningPort,
    accessKey: openKey(sealer, device),
    language: vpbx.language,
    timeZone: vpbx.time_zone,
    country: vpbx.country,
    ports: slots.filter(({ slot }) => slot > 1),
    keys: keysOf(keys, 0),
    modules: modules.map(({ position, model }) => ({ model, keys: keysOf(keys, position) })),
    ...(device.mac !== null && { mac: device.mac }),
    ...(adminPassword !== null && { adminPassword }),
    ...(userPassword !== null && { userPassword }),
    ...(device.user_name !== '' && { userName: device.user_name }),
    ...(caCertificate !== null && { caCertificate }),
  }
  const home = slots.find(({ slot }) => slot === 1)
  return DeviceSpec.parse({ ...spec, ...(home && { line: home.line }), ...transportOf(settings) })
}

async function slotsOf(db: Db, sealer: Sealer, deviceId: string) {
  const rows = await db
    .selectFrom('device_line')
    .innerJoin('line', 'line.id', 'device_line.line_id')
    .innerJoin('extension', 'extension.id', 'line.extension_id')
    .select([
      'device_line.id',
      'device_line.slot',
      'device_line.digest_name',
      'device_line.secret_sealed',
      'line.number',
      'extension.display_name',
    ])
    .where('device_line.device_id', '=', deviceId)
    .orderBy('device_line.slot')
    .execute()
  return rows.map((row) => ({
    slot: row.slot,
    line: {
      number: row.number,
      displayName: row.display_name,
      authName: row.digest_name,
      password: openSecret(sealer, { table: 'device_line', id: row.id, sealed: row.secret_sealed }),
    },
  }))
}

function keysOf(keys: Row<'function_key'>[], module: number): KeySpec[] {
  return keys
    .filter((key) => key.module === module)
    .map((key) => ({
      slot: key.slot,
      type: key.type,
      ...(key.value !== null && { value: key.value }),
      ...(key.label !== null && { label: key.label }),
      ...(key.line_slot !== null && { line: key.line_slot }),
    }))
}

// UDP is what every phone of the catalog speaks without a certificate to trust; TLS by choice of the vPBX comes with the calls.
function transportOf(settings: Settings): Pick<DeviceSpecInput, 'transport' | 'sipPort'> {
  return { transport: 'udp', sipPort: settings.sipPort }
}
