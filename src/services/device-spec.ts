import { findModel } from '#catalog/index.ts'
import type { DeviceSpec, KeySpec } from '#catalog/spec.ts'
import type { Database } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { openKey, openPassword } from './device-secrets.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { openSecret } from './sip-identity.ts'

type SlotRow = Pick<Row<'device_line'>, 'id' | 'slot' | 'digest_name' | 'secret_sealed'> &
  Pick<Row<'line'>, 'number'> &
  Pick<Row<'extension'>, 'display_name'>

export type DeviceSpecBuilder = ReturnType<typeof createDeviceSpecBuilder>

/**
 * Gathers everything that the configuration of a device depends on, secrets opened: for rendering, never for showing. The queries are prepared: they run
 * for each telephone whenever its configuration has changed.
 */
export function createDeviceSpecBuilder(parts: { database: Database; sealer: Sealer; settings: Settings }) {
  const { database, sealer, settings } = parts
  const vpbxOf = database.prepare<string, Row<'vpbx'>>('select * from vpbx where id = ?')
  const slotsOf = database.prepare<string, SlotRow>(
    `select device_line.id, device_line.slot, device_line.digest_name, device_line.secret_sealed, line.number, extension.display_name
     from device_line inner join line on line.id = device_line.line_id inner join extension on extension.id = line.extension_id
     where device_line.device_id = ? order by device_line.slot`,
  )
  const keysOf = database.prepare<string, Row<'function_key'>>(
    'select * from function_key where device_id = ? order by module, slot',
  )
  const modulesOf = database.prepare<string, Row<'device_module'>>(
    'select * from device_module where device_id = ? order by position',
  )

  /** Throws when the vPBX has gone in the meantime. */
  return async function build(device: Row<'device'>): Promise<DeviceSpec> {
    const model = findModel(device.model)
    const [vpbx] = await vpbxOf(device.vpbx_id)
    if (!vpbx) throw new Error('the device has no vPBX any more')
    const slots = (await slotsOf(device.id)).map((row) => slotOf(sealer, row))
    const keys = model?.keys ? await keysOf(device.id) : []
    const modules = model?.modules ? await modulesOf(device.id) : []
    const caCertificate = settings.caCertificate()
    const adminPassword = openPassword(sealer, device, 'admin')
    const userPassword = openPassword(sealer, device, 'user')
    const home = slots.find(({ slot }) => slot === 1)
    return {
      model: device.model,
      host: settings.host,
      provisioningPort: settings.provisioningPort,
      accessKey: openKey(sealer, device),
      language: vpbx.language,
      timeZone: vpbx.time_zone,
      country: vpbx.country,
      // UDP is what every phone of the catalog speaks without a certificate to trust; TLS by choice of the vPBX comes with the calls.
      transport: 'udp',
      sipPort: settings.sipPort,
      voicemail: '*86',
      ports: slots.filter(({ slot }) => slot > 1),
      handsets: [],
      keys: keysIn(keys, 0),
      modules: modules.map(({ position, model: id }) => ({ model: id, keys: keysIn(keys, position) })),
      ...(home && { line: home.line }),
      ...(device.mac !== null && { mac: device.mac }),
      ...(adminPassword !== null && { adminPassword }),
      ...(userPassword !== null && { userPassword }),
      ...(device.user_name !== '' && { userName: device.user_name }),
      ...(caCertificate !== null && { caCertificate }),
    }
  }
}

function slotOf(sealer: Sealer, row: SlotRow) {
  return {
    slot: row.slot,
    line: {
      number: row.number,
      displayName: row.display_name,
      authName: row.digest_name,
      password: openSecret(sealer, { table: 'device_line', id: row.id, sealed: row.secret_sealed }),
    },
  }
}

/** `module` 0 is the telephone itself. */
function keysIn(keys: readonly Row<'function_key'>[], module: number): KeySpec[] {
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
