import type { Kysely } from 'kysely'
import { findModel, type Model } from '#catalog/index.ts'
import type { Row, Schema } from '#db/schema.ts'
import { fieldError } from '#domain/errors.ts'
import { reachBase } from './reach.ts'

/** What a person says of a device's place in the DECT world; what is not said stays. */
export interface Binding {
  baseStationId?: string | null | undefined
  baseSlot?: number | undefined
  ipui?: string | undefined
  rfpi?: string | undefined
}

type Bound = Pick<Row<'device'>, 'id' | 'vpbx_id' | 'base_station_id' | 'base_slot' | 'ipui' | 'rfpi'>
type Columns = { -readonly [K in 'base_station_id' | 'base_slot' | 'ipui' | 'rfpi']?: Bound[K] }

/** The columns that a binding changes. `reaches`: lines of the actor. Field errors for a base that does not fit or is full, a place that is taken, an identity that is another's. */
export async function bindingColumns(
  db: Kysely<Schema>,
  device: Bound,
  model: Model,
  binding: Binding,
  reaches: (lineId: string) => boolean,
): Promise<Columns> {
  await requireOwnIdentity(db, device, binding)
  if (model.kind === 'dectHandset') return handsetColumns(db, device, model, binding)
  if (binding.ipui) throw fieldError('ipui', 'dectIdentity.unsupported')
  if (binding.rfpi && !model.handsets?.rfpi) throw fieldError('rfpi', 'dectIdentity.unsupported')
  if (binding.baseSlot !== undefined) throw fieldError('baseSlot', 'baseStation.noPlace')
  const rfpi = binding.rfpi === undefined ? {} : { rfpi: binding.rfpi || null }
  if (binding.baseStationId === undefined || binding.baseStationId === device.base_station_id) return rfpi
  if (binding.baseStationId !== null) await requirePrimary(db, device, model, binding.baseStationId, reaches)
  return { ...rfpi, base_station_id: binding.baseStationId }
}

async function handsetColumns(db: Kysely<Schema>, device: Bound, model: Model, binding: Binding): Promise<Columns> {
  if (binding.rfpi) throw fieldError('rfpi', 'dectIdentity.unsupported')
  const ipui = binding.ipui === undefined ? device.ipui : binding.ipui || null
  const baseId = binding.baseStationId === undefined ? device.base_station_id : binding.baseStationId
  const isSaid = [binding.baseStationId, binding.baseSlot, binding.ipui].some((value) => value !== undefined)
  if (!isSaid) return {}
  if (baseId === null) {
    if (binding.baseSlot !== undefined) throw fieldError('baseSlot', 'baseStation.noPlace')
    return { base_station_id: null, base_slot: null, ipui }
  }
  const base = await reachBase(db, device.vpbx_id, baseId)
  const rules = base && findModel(base.model)?.handsets
  if (!rules?.models.includes(model.id) || base?.base_station_id !== null)
    throw fieldError('baseStationId', 'baseStation.unfit')
  const free = freeSlots(rules.max, await takenSlots(db, [baseId], device.id), baseId)
  const own = baseId === device.base_station_id ? device.base_slot : null
  const slot = binding.baseSlot ?? own ?? free[0]
  if (slot === undefined) throw fieldError('baseStationId', 'baseStation.full')
  if (slot > rules.max) throw fieldError('baseSlot', 'baseStation.noPlace')
  if (!free.includes(slot)) throw fieldError('baseSlot', 'baseStation.placeTaken')
  if (rules.ipui === 'required' && ipui === null) throw fieldError('ipui', 'field.required')
  return { base_station_id: baseId, base_slot: slot, ipui }
}

/** The same words whether it is in this vPBX or another's. */
async function requireOwnIdentity(db: Kysely<Schema>, device: Bound, binding: Binding): Promise<void> {
  for (const field of ['ipui', 'rfpi'] as const) {
    const value = binding[field]
    if (!value) continue
    const other = await db
      .selectFrom('device')
      .select('id')
      .where(field, '=', value)
      .where('id', '!=', device.id)
      .executeTakeFirst()
    if (other) throw fieldError(field, 'dectIdentity.inUse')
  }
}

/** The primary hands its PIN and its handsets' data to its cells, so it must be the actor's too. */
async function requirePrimary(
  db: Kysely<Schema>,
  device: Bound,
  model: Model,
  primaryId: string,
  reaches: (lineId: string) => boolean,
): Promise<void> {
  const primary = await reachBase(db, device.vpbx_id, primaryId)
  if (
    !primary ||
    !reaches(primary.line_id) ||
    primary.id === device.id ||
    primary.base_station_id !== null ||
    !isOneSystem(model, primary.model)
  )
    throw fieldError('baseStationId', 'baseStation.unfit')
  const bound = await db
    .selectFrom('device')
    .select(['base_station_id', 'base_slot'])
    .where('base_station_id', 'in', [device.id, primaryId])
    .execute()
  if (bound.some((row) => row.base_station_id === device.id)) throw fieldError('baseStationId', 'baseStation.inUse')
  const cells = bound.filter((row) => row.base_slot === null).length + 1
  if (cells >= (findModel(primary.model)?.handsets?.cells ?? 1)) throw fieldError('baseStationId', 'baseStation.full')
}

/** Whether bases of these models can form one multicell system: of one maker and size, and for the same handsets. */
export function isOneSystem(model: Model, otherId: string): boolean {
  const other = findModel(otherId)
  if (!other?.handsets || !model.handsets || other.vendor !== model.vendor) return false
  const handsets = new Set(model.handsets.models)
  const same = other.handsets.models.length === handsets.size && other.handsets.models.every((id) => handsets.has(id))
  const { max, cells } = model.handsets
  return same && cells > 1 && cells === other.handsets.cells && max === other.handsets.max
}

export type TakenSlots = ReadonlyMap<string, ReadonlySet<number>>

/** Base → places that handsets other than `except` have. */
export async function takenSlots(
  db: Kysely<Schema>,
  baseIds: readonly string[],
  except: string | null,
): Promise<TakenSlots> {
  if (baseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('device')
    .select(['id', 'base_station_id', 'base_slot'])
    .where('base_station_id', 'in', baseIds)
    .where('base_slot', 'is not', null)
    .execute()
  const others = Map.groupBy(
    rows.filter(({ id }) => id !== except),
    (row) => row.base_station_id ?? '',
  )
  return new Map([...others].map(([id, taken]) => [id, new Set(taken.map((row) => row.base_slot ?? 0))]))
}

export function freeSlots(max: number, taken: TakenSlots, baseId: string): number[] {
  const slots = Array.from({ length: max }, (_, index) => index + 1)
  return slots.filter((slot) => !taken.get(baseId)?.has(slot))
}
