import type { Transaction } from 'kysely'
import type { KeyModule, Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldErrors } from '#domain/errors.ts'
import {
  type FunctionKeyType,
  functionKeyTypes,
  isFunctionKeyType,
  type KeyChoice,
  keyLabelLength,
  needsValue,
} from '#domain/function-key.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import { deviceName, modelOf } from './device-view.ts'
import {
  type KeyGround,
  type KeyValues,
  keyName,
  knownModules,
  partOf,
  tidyKey,
  wrongKeys,
  wrongModules,
} from './function-key-rules.ts'
import type { LiveEvents } from './live-events.ts'
import { reachDevice } from './reach.ts'

export type KeyInput = KeyValues<KeyChoice>
export type StoredKey = KeyValues<FunctionKeyType>

export interface KeysInput {
  /** Of the reading that the change is made on. */
  version: number
  /** Ids of the modules, in their order. */
  modules: readonly string[]
  keys: readonly KeyInput[]
}

export type FunctionKeyService = ReturnType<typeof createFunctionKeyService>

/**
 * The keys of a device and its expansion modules. Of a key there is no row (nobody touched it: it is the phone's own and not written), a row `none` (it
 * is written empty), or a row with its function. A row goes only by the choice `phone`, or with the device.
 */
export function createFunctionKeyService(parts: { db: Db; clock: Clock; events: LiveEvents }) {
  const { db, clock, events } = parts

  async function get(actor: Actor, id: string) {
    const device = await reachDevice(db, actor, id)
    const model = modelOf(device)
    const { modules, keys, lineSlots } = await readKeys(db, device)
    const plugged = knownModules(modules)
    const extensions = await db
      .selectFrom('extension')
      .select(['number', 'display_name as displayName'])
      .where('vpbx_id', '=', device.vpbx_id)
      .orderBy('number')
      .execute()
    const teams = await db
      .selectFrom('team')
      .select(['number', 'name'])
      .where('vpbx_id', '=', device.vpbx_id)
      .orderBy('number')
      .execute()
    return {
      version: device.config_version,
      ...offered(model, plugged),
      // What was emptied on a module that is not there any more is kept for the next one in its place, and shown then.
      keys: keys.filter((key) => key.slot <= (partOf({ model, modules: plugged }, key.module)?.count ?? 0)),
      extensions,
      teams,
      lineSlots,
    }
  }

  /** Replaces all keys and modules. Field errors for what the model cannot; conflict when the device has changed since `version`. */
  async function replace(actor: Actor, id: string, input: KeysInput) {
    const device = await reachDevice(db, actor, id)
    const line = await db.selectFrom('line').select('number').where('id', '=', device.line_id).executeTakeFirstOrThrow()
    const subject = `${line.number} · ${deviceName(modelOf(device))}`
    const done = await db.transaction().execute(async (trx) => {
      const stored = await readKeys(trx, device)
      if (device.config_version !== input.version) throw new AppError('conflict')
      const wanted = checked(modelOf(device), stored, input)
      if (isSame(stored, wanted)) return false
      await claim(trx, device)
      await writeModules(trx, clock, device, wanted.modules)
      await writeKeys(trx, clock, device, wanted.keys)
      await writeAudit(trx, clock, actor, { action: 'device.keysChanged', subject, vpbxId: device.vpbx_id })
      return true
    })
    if (done) events.publish({ type: 'device', vpbxId: device.vpbx_id, deviceId: id, lineId: device.line_id })
    return get(actor, id)
  }

  return { get, replace }
}

interface Keyboard {
  modules: string[]
  keys: StoredKey[]
}

/** What stands in the database, with the line slots that a key may name. */
export async function readKeys(db: Db | Transaction<Schema>, { id }: Pick<Row<'device'>, 'id'>) {
  const [modules, keys, lineSlots] = [
    await db.selectFrom('device_module').select('model').where('device_id', '=', id).orderBy('position').execute(),
    await db
      .selectFrom('function_key')
      .selectAll()
      .where('device_id', '=', id)
      .orderBy('module')
      .orderBy('slot')
      .execute(),
    await db
      .selectFrom('device_line')
      .innerJoin('line', 'line.id', 'device_line.line_id')
      .select(['device_line.slot', 'line.number'])
      .where('device_line.device_id', '=', id)
      .orderBy('device_line.slot')
      .execute(),
  ]
  return { modules: modules.map(({ model }) => model), keys: keys.map(storedKey), lineSlots }
}

function storedKey(row: Row<'function_key'>): StoredKey {
  return {
    module: row.module,
    slot: row.slot,
    type: isFunctionKeyType(row.type) ? row.type : 'none',
    value: row.value ?? '',
    label: row.label ?? '',
    line: row.line_slot,
  }
}

/** What the model offers. */
function offered(model: Model, plugged: readonly KeyModule[]) {
  return {
    phone: model.keys && {
      keyCount: model.keys.count,
      perPage: model.keys.perPage,
      layout: model.keys.layout,
      labels: model.keyLabels,
    },
    modules: plugged.map(presentModule),
    moduleTypes: knownModules(model.modules?.models ?? []).map(presentModule),
    moduleMax: model.modules?.max ?? 0,
    labelLength: keyLabelLength,
    functions: functionKeyTypes.flatMap((type) => {
      const value = model.keyTypes[type]
      return value && type !== 'none' ? [{ type, value, needed: needsValue(type) }] : []
    }),
  }
}

function presentModule({ id, name, keys, keyLabels }: KeyModule) {
  return { id, name, keyCount: keys.count, perPage: keys.perPage, layout: keys.layout, labels: keyLabels }
}

/** What is to stand in the database afterwards: what was set and is not named any more is emptied. */
function checked(
  model: Model,
  stored: Keyboard & { lineSlots: readonly { slot: number }[] },
  input: KeysInput,
): Keyboard {
  const keys = input.keys.map(tidyKey)
  const ground: KeyGround = {
    model,
    modules: knownModules(input.modules),
    lineSlots: new Set(stored.lineSlots.map(({ slot }) => slot)),
  }
  const errors = wrongModules(model, input.modules)
  // A key's module is told by its place, which says nothing while one of them is unknown.
  const fields = Object.keys(errors).length > 0 ? errors : wrongKeys(ground, keys)
  if (Object.keys(fields).length > 0) throw fieldErrors(fields)
  const named = new Set(keys.map(keyName))
  const emptied = stored.keys
    .filter((key) => !named.has(keyName(key)))
    .map((key) => tidyKey({ ...key, type: 'none' as const }))
  return { modules: [...input.modules], keys: [...keys.filter(isOurs), ...emptied] }
}

function isOurs(key: KeyInput): key is StoredKey {
  return key.type !== 'phone'
}

function isSame(stored: Keyboard, wanted: Keyboard): boolean {
  const text = ({ modules, keys }: Keyboard) =>
    JSON.stringify([
      modules,
      keys
        .map(({ module, slot, type, value, label, line }) => JSON.stringify([module, slot, type, value, label, line]))
        .sort(),
    ])
  return text(stored) === text(wanted)
}

/** A new version, if nobody else has made one since the device was read. */
async function claim(trx: Transaction<Schema>, device: Row<'device'>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('device')
    .set({ config_version: device.config_version + 1 })
    .where('id', '=', device.id)
    .where('config_version', '=', device.config_version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new AppError('conflict')
}

type Owner = Pick<Row<'device'>, 'id' | 'vpbx_id'>

export async function writeModules(
  trx: Transaction<Schema>,
  clock: Clock,
  device: Owner,
  modules: readonly string[],
): Promise<void> {
  await trx.deleteFrom('device_module').where('device_id', '=', device.id).execute()
  const rows = modules.map((model, index) => ({ ...ownedRow(clock, device), position: index + 1, model }))
  if (rows.length > 0) await trx.insertInto('device_module').values(rows).execute()
}

export async function writeKeys(
  trx: Transaction<Schema>,
  clock: Clock,
  device: Owner,
  keys: readonly StoredKey[],
): Promise<void> {
  await trx.deleteFrom('function_key').where('device_id', '=', device.id).execute()
  const rows = keys.map(({ line, value, label, module, slot, type }) => ({
    ...ownedRow(clock, device),
    ...{ module, slot, type, value: value || null, label: label || null, line_slot: line },
  }))
  // A statement takes a limited number of values.
  for (let from = 0; from < rows.length; from += 100)
    await trx
      .insertInto('function_key')
      .values(rows.slice(from, from + 100))
      .execute()
}

function ownedRow(clock: Clock, device: Owner) {
  return { id: newId(), created_at: clock(), vpbx_id: device.vpbx_id, device_id: device.id }
}
