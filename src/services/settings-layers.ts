import type { ExpressionBuilder } from 'kysely'
import { extraNameOf, findModel, models, vendors } from '#catalog/index.ts'
import type { Database, Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { type DeviceSettings, defaultSettings } from '#domain/device-settings.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { type ExtraLine, parseExtraLines } from '#domain/extra-lines.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import { reachDevice, reachVpbxToManage } from './reach.ts'
import { withoutUndefined } from './without-undefined.ts'

/**
 * What a layer is for. From the installation by the vPBX, the maker, the model and the model within the vPBX down to one device, the narrower goes before
 * the wider.
 */
export type SettingsScope =
  | { kind: 'installation' }
  | { kind: 'vpbx'; vpbxId: string }
  | { kind: 'vendor'; vendor: string }
  | { kind: 'model'; model: string; vpbxId: string | null }
  | { kind: 'device'; deviceId: string }

/** A scope that the actor may change, with what is needed to find its layers and its devices. */
interface Place {
  key: string
  /** Keys of the wider layers, the widest first. */
  wider: string[]
  vpbxId: string | null
  vendor: string | null
  model: string | null
  deviceId: string | null
  subject: string
}

type Partly = { [K in keyof DeviceSettings]?: DeviceSettings[K] | undefined }

export interface LayerInput {
  settings: Partly
  extraLines?: string | undefined
  version: number
}

export type SettingsLayerService = ReturnType<typeof createSettingsLayerService>

export function createSettingsLayerService({ db, clock }: { db: Db; clock: Clock }) {
  async function read(actor: Actor, scope: SettingsScope) {
    const place = await reach(db, actor, scope)
    const layers = await layersOf(db, [...place.wider, place.key])
    const own = layers.get(place.key)
    return {
      settings: own ? settingsIn(own) : {},
      inherited: merged(place.wider.flatMap((key) => layers.get(key) ?? [])),
      extraLines: own?.extra_lines ?? '',
      extraLinesAllowed: extraNameFor(place) !== null,
      deviceCount: await countDevices(db, place),
      version: own?.version ?? 0,
    }
  }

  /** Replaces the layer; every device that it reaches gets another configuration from then on. */
  async function write(actor: Actor, scope: SettingsScope, input: LayerInput) {
    const place = await reach(db, actor, scope)
    await db.transaction().execute(async (trx) => {
      const own = (await layersOf(trx, [place.key])).get(place.key)
      if ((own?.version ?? 0) !== input.version) throw new AppError('conflict')
      if (input.extraLines !== undefined && input.extraLines !== (own?.extra_lines ?? ''))
        checkExtraLines(actor, place, input.extraLines)
      const values = {
        settings: JSON.stringify(withoutUndefined(input.settings)),
        extra_lines: input.extraLines ?? own?.extra_lines ?? '',
        version: input.version + 1,
      }
      await store(trx, place, own?.id ?? null, values)
      await renewConfigurations(trx, place)
      await writeAudit(trx, clock, actor, { action: 'settings.changed', subject: place.subject, vpbxId: place.vpbxId })
    })
    return read(actor, scope)
  }

  /** Throws AppError('conflict') when somebody else was quicker. */
  async function store(
    trx: Db,
    place: Place,
    id: string | null,
    values: Pick<Row<'settings_layer'>, 'settings' | 'extra_lines' | 'version'>,
  ): Promise<void> {
    const { key: scope_key, vpbxId: vpbx_id, model, deviceId: device_id } = place
    const made = { id: newId(), created_at: clock(), scope_key, vpbx_id, model, device_id, ...values }
    const written =
      id === null
        ? (
            await trx
              .insertInto('settings_layer')
              .values(made)
              .onConflict((c) => c.doNothing())
              .executeTakeFirst()
          ).numInsertedOrUpdatedRows
        : (
            await trx
              .updateTable('settings_layer')
              .set(values)
              .where('id', '=', id)
              .where('version', '=', values.version - 1)
              .executeTakeFirst()
          ).numUpdatedRows
    if (written !== 1n) throw new AppError('conflict')
  }

  return { read, write }
}

/** Who may change a layer: the provider each, an administrator those of the own vPBX and its devices. */
async function reach(db: Db, actor: Actor, scope: SettingsScope): Promise<Place> {
  const none = { vpbxId: null, vendor: null, model: null, deviceId: null }
  if (scope.kind === 'device') {
    const device = await reachDevice(db, actor, scope.deviceId)
    await reachVpbxToManage(db, actor, device.vpbx_id)
    return {
      key: `device:${device.id}`,
      wider: widerThanDevice(device),
      vpbxId: device.vpbx_id,
      vendor: null,
      model: device.model,
      deviceId: device.id,
      subject: findModel(device.model)?.name ?? device.model,
    }
  }
  if (scope.kind === 'vpbx') {
    const { id, name } = await reachVpbxToManage(db, actor, scope.vpbxId)
    return { ...none, key: `vpbx:${id}`, wider: ['installation'], vpbxId: id, subject: name }
  }
  if (scope.kind === 'installation') {
    if (!isProvider(actor)) throw new AppError('notFound')
    return { ...none, key: 'installation', wider: [], subject: '*' }
  }
  if (scope.kind === 'vendor') {
    const { vendor } = scope
    const name = models.find((model) => model.vendor === vendor)?.vendorName
    if (!isProvider(actor) || name === undefined) throw new AppError('notFound')
    return { ...none, key: `vendor:${vendor}`, wider: ['installation'], vendor, subject: name }
  }
  const model = findModel(scope.model)
  if (!model || (scope.vpbxId === null && !isProvider(actor))) throw new AppError('notFound')
  const subject = `${model.vendorName} ${model.name}`
  if (scope.vpbxId === null)
    return {
      ...none,
      key: `model:${model.id}`,
      wider: ['installation', `vendor:${model.vendor}`],
      model: model.id,
      subject,
    }
  const { id } = await reachVpbxToManage(db, actor, scope.vpbxId)
  const wider = ['installation', `vpbx:${id}`, `vendor:${model.vendor}`, `model:${model.id}`]
  return { ...none, key: `vpbx:${id}:model:${model.id}`, wider, vpbxId: id, model: model.id, subject }
}

function widerThanDevice({ vpbx_id, model }: { vpbx_id: string; model: string }): string[] {
  const vendor = findModel(model)?.vendor ?? ''
  return ['installation', `vpbx:${vpbx_id}`, `vendor:${vendor}`, `model:${model}`, `vpbx:${vpbx_id}:model:${model}`]
}

/** All models of a maker take the same names. */
function extraNameFor({ model: id, vendor }: Place): RegExp | null {
  const model = models.find((one) => one.id === id || one.vendor === vendor)
  return model ? extraNameOf(model) : null
}

function checkExtraLines(actor: Actor, place: Place, text: string): void {
  const form = extraNameFor(place)
  if (!isProvider(actor) || form === null) throw fieldError('extraLines', 'extraLines.unsupported')
  const { entries, wrong } = parseExtraLines(text)
  if (wrong !== null) throw fieldError('extraLines', 'extraLines.malformed', { line: wrong })
  const foreign = entries.find(({ name }) => !form.test(name))
  if (foreign) throw fieldError('extraLines', 'extraLines.unknownName', { name: foreign.name })
}

async function layersOf(db: Db, keys: string[]): Promise<Map<string, Row<'settings_layer'>>> {
  const rows = await db.selectFrom('settings_layer').selectAll().where('scope_key', 'in', keys).execute()
  return new Map(rows.map((row) => [row.scope_key, row]))
}

/** Only what this version knows; another version may have written more. */
function settingsIn({ settings }: Pick<Row<'settings_layer'>, 'settings'>): Partial<DeviceSettings> {
  const stored = Object.entries(JSON.parse(settings) as Partial<DeviceSettings>)
  return Object.fromEntries(stored.filter(([name]) => name in defaultSettings))
}

function merged(layers: readonly Pick<Row<'settings_layer'>, 'settings'>[]): DeviceSettings {
  return Object.assign({ ...defaultSettings }, ...layers.map(settingsIn))
}

async function countDevices(db: Db, place: Place): Promise<number> {
  const { count } = await db
    .selectFrom('device')
    .where(isWithin(place))
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The devices that a layer reaches. The id of a model begins with its maker's. */
function isWithin({ vpbxId, vendor, model, deviceId }: Place) {
  return (e: ExpressionBuilder<Schema, 'device'>) =>
    e.and([
      ...(vpbxId === null ? [] : [e('vpbx_id', '=', vpbxId)]),
      ...(vendor === null ? [] : [e('model', 'like', `${vendor}-%`)]),
      ...(model === null ? [] : [e('model', '=', model)]),
      ...(deviceId === null ? [] : [e('id', '=', deviceId)]),
    ])
}

async function renewConfigurations(db: Db, place: Place): Promise<void> {
  await db
    .updateTable('device')
    .set((e) => ({ config_version: e('config_version', '+', 1) }))
    .where(isWithin(place))
    .execute()
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
