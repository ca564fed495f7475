import { findModel, vendors } from '#catalog/index.ts'
import type { Database, Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type DeviceSettings, defaultSettings } from '#domain/device-settings.ts'
import { type ExtraLine, parseExtraLines } from '#domain/extra-lines.ts'

/** What holds for a device once the layers are laid over each other. */

type Layered = Pick<Row<'device'>, 'id' | 'vpbx_id' | 'model'>

/** The layers that reach a device, the widest first, without its own. */
export function widerThanDevice({ vpbx_id, model }: Pick<Layered, 'vpbx_id' | 'model'>): string[] {
  const vendor = findModel(model)?.vendor ?? ''
  return ['installation', `vpbx:${vpbx_id}`, `vendor:${vendor}`, `model:${model}`, `vpbx:${vpbx_id}:model:${model}`]
}

/** Only what this version knows; another version may have written more. */
export function settingsIn({ settings }: Pick<Row<'settings_layer'>, 'settings'>): Partial<DeviceSettings> {
  const stored = Object.entries(JSON.parse(settings) as Partial<DeviceSettings>)
  return Object.fromEntries(stored.filter(([name]) => name in defaultSettings))
}

/** Layers over each other, the narrowest last. */
export function merged(layers: readonly Pick<Row<'settings_layer'>, 'settings'>[]): DeviceSettings {
  return Object.assign({ ...defaultSettings }, ...layers.map(settingsIn))
}

/** What holds for one device, for its configuration: all layers over each other, the extra lines of all of them in that order. */
export interface EffectiveSettings {
  settings: DeviceSettings
  extra: ExtraLine[]
}

/** The query is prepared: it runs for each telephone whenever its configuration has changed. */
export function createSettingsReader(database: Database): (device: Row<'device'>) => Promise<EffectiveSettings> {
  // A maker's own id, from code, has nothing to escape.
  const makers = vendors.map(({ id }) => `'vendor:${id}'`).join(', ')
  const layers = database.prepare<string, Row<'settings_layer'>>(
    `select settings_layer.* from device inner join settings_layer on settings_layer.scope_key in ('installation', 'vpbx:' || device.vpbx_id,
     'model:' || device.model, 'vpbx:' || device.vpbx_id || ':model:' || device.model, 'device:' || device.id, ${makers}) where device.id = ?`,
  )
  return async (device) => {
    const found = await layers(device.id)
    if (found.length === 0) return { settings: defaultSettings, extra: [] }
    const order = [...widerThanDevice(device), `device:${device.id}`]
    // The layers of other makers come along.
    const rows = found.filter(({ scope_key }) => order.includes(scope_key))
    rows.sort((a, b) => order.indexOf(a.scope_key) - order.indexOf(b.scope_key))
    return { settings: merged(rows), extra: rows.flatMap(({ extra_lines }) => parseExtraLines(extra_lines).entries) }
  }
}

/** What holds for each of many devices, by device: a few statements for all of them together. */
export async function settingsOfDevices(db: Db, devices: readonly Layered[]): Promise<Map<string, DeviceSettings>> {
  const shared = await db.selectFrom('settings_layer').selectAll().where('device_id', 'is', null).execute()
  const own: Row<'settings_layer'>[] = []
  for (let from = 0; from < devices.length; from += 500) {
    const ids = devices.slice(from, from + 500).map(({ id }) => id)
    own.push(...(await db.selectFrom('settings_layer').selectAll().where('device_id', 'in', ids).execute()))
  }
  const layers = new Map([...shared, ...own].map((row) => [row.scope_key, row]))
  const keysOf = (device: Layered) => [...widerThanDevice(device), `device:${device.id}`]
  return new Map(devices.map((device) => [device.id, merged(keysOf(device).flatMap((key) => layers.get(key) ?? []))]))
}
