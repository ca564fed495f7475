import type { ExpressionBuilder } from 'kysely'
import { extraNameOf, findModel, models } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import type { DeviceSettings } from '#domain/device-settings.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { parseExtraLines } from '#domain/extra-lines.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import type { CredentialSync } from './credentials.ts'
import { reachDevice, reachVpbxToManage } from './reach.ts'
import { merged, settingsIn, widerThanDevice } from './settings-read.ts'
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

export function createSettingsLayerService(parts: { db: Db; clock: Clock; syncCredentials: CredentialSync }) {
  const { db, clock, syncCredentials } = parts

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
    const changed = await db.transaction().execute(async (trx) => {
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
      return mediaOf(own ? settingsIn(own) : {}) !== mediaOf(input.settings)
    })
    if (changed) await tellSwitch(place)
    return read(actor, scope)
  }

  /** The switch encrypts media as the configurations say. */
  async function tellSwitch(place: Place): Promise<void> {
    if (place.vpbxId === null) await syncCredentials.all()
    else await syncCredentials(await slotsWithin(db, place), { drop: false })
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

async function countDevices(db: Db, place: Place): Promise<number> {
  const { count } = await db
    .selectFrom('device')
    .where(isWithin(place))
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What the encryption of media hangs on. */
function mediaOf({ transport, srtp }: Partly): string {
  return JSON.stringify([transport, srtp])
}

/** The slots of the devices that a layer reaches, and of the handsets on their bases. */
async function slotsWithin(db: Db, place: Place): Promise<string[]> {
  const devices = db.selectFrom('device').select('id').where(isWithin(place))
  const rows = await db
    .selectFrom('device_line')
    .innerJoin('device', 'device.id', 'device_line.device_id')
    .select('device_line.id')
    .where((e) => e.or([e('device.id', 'in', devices), e('device.base_station_id', 'in', devices)]))
    .execute()
  return rows.map(({ id }) => id)
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
