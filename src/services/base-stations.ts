import { basesFor, findModel, type Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { writeAudit } from './audit.ts'
import { freeSlots, isOneSystem, takenSlots } from './base-binding.ts'
import { openPin } from './device-secrets.ts'
import { deviceName, modelOf } from './device-view.ts'
import type { ModelService } from './models.ts'
import { lineReach, reachBase, reachDevice, reachLine } from './reach.ts'
import type { RegistrationService } from './registrations.ts'
import type { Sealer } from './seal.ts'

export type BaseStationService = ReturnType<typeof createBaseStationService>

export interface BaseStationParts {
  db: Db
  clock: Clock
  sealer: Sealer
  models: ModelService
  registrations: RegistrationService
}

/** DECT bases: which take a handset, and what is bound to one. */
export function createBaseStationService(parts: BaseStationParts) {
  const { db, clock, sealer, models, registrations } = parts

  /** For a handset the bases that take it, its own among them; for a base of a multicell system the primaries that it can follow. */
  async function choices(actor: Actor, deviceId: string) {
    const device = await reachDevice(db, actor, deviceId)
    const model = modelOf(device)
    if (model.kind === 'dectHandset') return withPlaces(await basesOf(device.vpbx_id, basesFor(model)), device)
    return primariesFor(actor, device, model)
  }

  /** For a handset that is about to be made on a line. */
  async function choicesForNew(actor: Actor, lineId: string, modelId: string) {
    const line = await reachLine(db, actor, lineId)
    const model = findModel(modelId)
    return model?.kind === 'dectHandset' ? withPlaces(await basesOf(line.vpbx_id, basesFor(model)), null) : []
  }

  /** Of the vPBX: those that can have handsets, in the order of their lines. */
  async function basesOf(vpbxId: string, ofModels: readonly Model[]) {
    if (ofModels.length === 0) return []
    return db
      .selectFrom('device')
      .innerJoin('line', 'line.id', 'device.line_id')
      .select(['device.id', 'device.model', 'device.note', 'device.line_id', 'line.number'])
      .where('device.vpbx_id', '=', vpbxId)
      .where('device.base_station_id', 'is', null)
      .where(
        'device.model',
        'in',
        ofModels.map(({ id }) => id),
      )
      .orderBy('line.number')
      .orderBy('device.created_at')
      .execute()
  }

  async function withPlaces(bases: Awaited<ReturnType<typeof basesOf>>, handset: Row<'device'> | null) {
    const ids = bases.map(({ id }) => id)
    const taken = await takenSlots(db, ids, handset?.id ?? null)
    return bases
      .map((base) => {
        const rules = findModel(base.model)?.handsets
        return present(base, rules?.ipui ?? null, freeSlots(rules?.max ?? 0, taken, base.id))
      })
      .filter((base) => base.freeSlots.length > 0)
  }

  async function primariesFor(actor: Actor, device: Row<'device'>, model: Model) {
    const reaches = await lineReach(db, actor, device.vpbx_id)
    const family = (model.handsets?.cells ?? 1) > 1 ? basesFamily(model) : []
    const bases = (await basesOf(device.vpbx_id, family)).filter(
      ({ id, line_id: lineId }) => id !== device.id && reaches(lineId),
    )
    const cells = await db
      .selectFrom('device')
      .select('base_station_id')
      .where('vpbx_id', '=', device.vpbx_id)
      .where('base_station_id', 'is not', null)
      .where('base_slot', 'is', null)
      .where('id', '!=', device.id)
      .execute()
    return bases
      .filter((base) => {
        const count = cells.filter((cell) => cell.base_station_id === base.id).length + 1
        return count < (findModel(base.model)?.handsets?.cells ?? 1)
      })
      .map((base) => present(base, null, []))
  }

  /** Handsets in their places and further bases; a person of another line is shown by name and number alone. */
  async function contents(actor: Actor, deviceId: string) {
    const device = await reachDevice(db, actor, deviceId)
    const rules = modelOf(device).handsets
    const reaches = await lineReach(db, actor, device.vpbx_id)
    const rows = await boundTo(device.id)
    const counts = await registrations.countByDevice(
      rows.flatMap(({ id, aor }) => (aor === null ? [] : [{ id: aor, device_id: id }])),
    )
    const shown = rows.map((row) => ({
      ...{ id: row.id, lineId: row.line_id, note: row.note, number: row.number, slot: row.base_slot },
      displayName: row.display_name,
      name: nameOf(row.model),
      ipui: reaches(row.line_id) ? row.ipui : null,
      registrationCount: counts && (counts.get(row.id) ?? 0),
      manageable: reaches(row.line_id),
    }))
    const offered = rules ? await models.listOf(actor, device.vpbx_id) : []
    return {
      max: rules?.max ?? 0,
      handsets: shown.flatMap((row) => (row.slot === null ? [] : [{ ...row, slot: row.slot }])),
      cells: shown.filter(({ slot }) => slot === null),
      models: offered
        .filter(({ id, available }) => available && rules?.models.includes(id))
        .map(({ id, vendorName, name }) => ({ id, name: `${vendorName} ${name}` })),
      ipui: rules?.ipui ?? null,
    }
  }

  async function boundTo(baseId: string) {
    return db
      .selectFrom('device')
      .innerJoin('line', 'line.id', 'device.line_id')
      .innerJoin('extension', 'extension.id', 'line.extension_id')
      .leftJoin('device_line', 'device_line.device_id', 'device.id')
      .select(['device.id', 'device.line_id', 'device.model', 'device.note', 'device.base_slot', 'device.ipui'])
      .select(['line.number', 'extension.display_name', 'device_line.id as aor'])
      .where('device.base_station_id', '=', baseId)
      .orderBy('device.base_slot')
      .orderBy('device.created_at')
      .execute()
  }

  /** What a handset is asked for when it is paired: in a multicell system that of the primary. Throws device.noPin. */
  async function revealPin(actor: Actor, deviceId: string) {
    const device = await reachDevice(db, actor, deviceId)
    const model = modelOf(device)
    const isCell = model.kind === 'dectBase' && device.base_station_id !== null
    const holder = isCell ? await reachBase(db, device.vpbx_id, device.base_station_id ?? '') : device
    const reaches = await lineReach(db, actor, device.vpbx_id)
    const pin = holder && reaches(holder.line_id) ? openPin(sealer, holder) : null
    if (pin === null) throw new AppError('device.noPin')
    const line = await db.selectFrom('line').select('number').where('id', '=', device.line_id).executeTakeFirst()
    const subject = `${line?.number ?? '?'} · ${deviceName(model)}`
    await writeAudit(db, clock, actor, { action: 'device.pinShown', subject, vpbxId: device.vpbx_id })
    return { pin }
  }

  return { choices, choicesForNew, contents, revealPin }
}

function basesFamily(model: Model): Model[] {
  const ids = model.handsets?.models ?? []
  const bases = ids.flatMap((id) => {
    const handset = findModel(id)
    return handset ? basesFor(handset) : []
  })
  return [...new Set(bases)].filter((base) => isOneSystem(model, base.id))
}

function nameOf(modelId: string): string {
  const model = findModel(modelId)
  return model ? deviceName(model) : modelId
}

function present(
  base: { id: string; model: string; note: string; number: string },
  ipui: 'required' | 'optional' | null,
  slots: number[],
) {
  return { id: base.id, name: nameOf(base.model), note: base.note, number: base.number, ipui, freeSlots: slots }
}
