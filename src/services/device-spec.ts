import { findModel, type Model } from '#catalog/index.ts'
import type { DeviceSpec, KeySpec } from '#catalog/spec.ts'
import type { Database } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Transport } from '#domain/device.ts'
import type { TransportChoice } from '#domain/device-settings.ts'
import { createBaseReader } from './base-spec.ts'
import { openKey, openPassword } from './device-secrets.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { createSettingsReader } from './settings-read.ts'
import { openSecret } from './sip-identity.ts'

type SlotRow = Pick<Row<'device_line'>, 'id' | 'slot' | 'digest_name' | 'secret_sealed' | 'fax'> &
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
    `select device_line.id, device_line.slot, device_line.digest_name, device_line.secret_sealed, device_line.fax, line.number, extension.display_name
     from device_line inner join line on line.id = device_line.line_id inner join extension on extension.id = line.extension_id
     where device_line.device_id = ? order by device_line.slot`,
  )
  const keysOf = database.prepare<string, Row<'function_key'>>(
    'select * from function_key where device_id = ? order by module, slot',
  )
  const modulesOf = database.prepare<string, Row<'device_module'>>(
    'select * from device_module where device_id = ? order by position',
  )

  const settingsOf = createSettingsReader(database)
  const baseOf = createBaseReader({ database, sealer })

  /** Throws when the vPBX has gone in the meantime. */
  return async function build(device: Row<'device'>): Promise<DeviceSpec> {
    const model = findModel(device.model)
    const [vpbx] = await vpbxOf(device.vpbx_id)
    if (!vpbx) throw new Error('the device has no vPBX any more')
    const slots = (await slotsOf(device.id)).map((row) => slotOf(sealer, row))
    const keys = model?.keys ? await keysOf(device.id) : []
    const modules = model?.modules ? await modulesOf(device.id) : []
    const caCertificate = settings.caCertificate()
    const { settings: effective, extra } = await settingsOf(device)
    const { transport: choice, ...rest } = effective
    const transport = transportOf(choice, model, caCertificate !== null)
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
      transport,
      sipPort: transport === 'tls' ? settings.sipsPort : settings.sipPort,
      voicemail: '*86',
      ports: slots.filter(({ slot }) => slot > 1),
      ...(model?.handsets ? await baseOf(device) : { handsets: [], cells: [] }),
      settings: { ...rest, codecs: [...rest.codecs] },
      extra,
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

/** `automatic` is TLS where the device can and comes to trust the server's certificate: a public one, or ours where the configuration can bring it. */
export function transportOf(choice: TransportChoice, model: Model | undefined, ownCertificate: boolean): Transport {
  if (choice !== 'automatic') return choice === 'tls' && model?.transport !== 'tls' ? 'udp' : choice
  const trusts = !ownCertificate || model?.trust === 'caByUrl' || model?.trust === 'caInline'
  return model?.transport === 'tls' && trusts ? 'tls' : 'udp'
}

function slotOf(sealer: Sealer, row: SlotRow) {
  return {
    slot: row.slot,
    line: {
      number: row.number,
      displayName: row.display_name,
      fax: row.fax === 1,
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
