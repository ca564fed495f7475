import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import { presentDevice } from './device-view.ts'
import { lineReach } from './reach.ts'
import type { RegistrationService } from './registrations.ts'

export type DeviceList = ReturnType<typeof createDeviceList>

/** Devices as lists show them, with what surrounds each: its lines, its base, its contacts at the switch. A fixed number of queries. */
export function createDeviceList({ db, registrations }: { db: Db; registrations: RegistrationService }) {
  /** On a line: those that it is home to, and those that have it in a further slot. The line must be in reach. */
  async function ofLine(actor: Actor, line: Pick<Row<'line'>, 'id' | 'vpbx_id'>) {
    const devices = await db
      .selectFrom('device')
      .selectAll()
      .where((e) =>
        e.or([
          e('line_id', '=', line.id),
          e('id', 'in', e.selectFrom('device_line').select('device_id').where('line_id', '=', line.id)),
        ]),
      )
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return show(actor, devices, line.id)
  }

  /** `lineId`: the line they are listed under; null: each under its own. All are of one vPBX. */
  async function show(actor: Actor, devices: Row<'device'>[], lineId: string | null) {
    const [first] = devices
    if (!first) return []
    const reaches = await lineReach(db, actor, first.vpbx_id)
    const ids = devices.map(({ id }) => id)
    const bases = await namesOf(devices.flatMap((device) => device.base_station_id ?? []))
    const slots = await slotsOf(ids)
    const numbers = await numbersOf([...devices, ...bases.values(), ...slots].map((row) => row.line_id))
    // Under a further line, and of a device of somebody else, that line's own contacts alone are told.
    const owned = new Set(devices.filter((device) => reaches(device.line_id)).map(({ id }) => id))
    const whole = new Set(devices.filter(({ line_id: home }) => home === (lineId ?? home)).map(({ id }) => id))
    const told = slots.filter((slot) => whole.has(slot.device_id) || slot.line_id === lineId)
    // By slot: a handset's is counted for the handset and for its base.
    const counts = await registrations.countByDevice(told.map(({ id }) => ({ id, device_id: id })))
    const countOf = (device: Row<'device'>): number =>
      told.reduce((sum, slot) => sum + (slot.device_id === device.id ? (counts?.get(slot.id) ?? 0) : 0), 0)
    return devices.map((device) => {
      const base = bases.get(device.base_station_id ?? '')
      const own = slots.filter((slot) => slot.own && slot.device_id === device.id)
      return presentDevice(device, {
        number: numbers.get(device.line_id) ?? '',
        slots: own.filter((slot) => slot.line_id === (lineId ?? device.line_id)).map(({ slot }) => slot),
        furtherNumbers: own.filter(({ slot }) => slot > 1).map((slot) => numbers.get(slot.line_id) ?? ''),
        manageable: owned.has(device.id),
        registrationCount: counts && countOf(device),
        base: base ? { row: base, number: numbers.get(base.line_id) ?? '', manageable: reaches(base.line_id) } : null,
      })
    })
  }

  async function namesOf(
    ids: string[],
  ): Promise<Map<string, Pick<Row<'device'>, 'id' | 'line_id' | 'model' | 'note'>>> {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom('device')
      .select(['id', 'line_id', 'model', 'note'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map((row) => [row.id, row]))
  }

  async function numbersOf(lineIds: string[]): Promise<Map<string, string>> {
    const rows = await db.selectFrom('line').select(['id', 'number']).where('id', 'in', lineIds).execute()
    return new Map(rows.map(({ id, number }) => [id, number]))
  }

  /** The slots of the devices, and under a base those of its handsets: what they register counts as the base's. */
  async function slotsOf(ids: string[]) {
    const own = await db
      .selectFrom('device_line')
      .select(['id', 'device_id', 'slot', 'line_id'])
      .where('device_id', 'in', ids)
      .orderBy('slot')
      .execute()
    const handsets = await db
      .selectFrom('device_line')
      .innerJoin('device', 'device.id', 'device_line.device_id')
      .select(['device_line.id', 'device.base_station_id', 'device_line.slot', 'device_line.line_id'])
      .where('device.base_station_id', 'in', ids)
      .execute()
    return [
      ...own.map((slot) => ({ ...slot, own: true })),
      ...handsets.map(({ base_station_id: base, ...slot }) => ({ ...slot, device_id: base ?? '', own: false })),
    ]
  }

  return { ofLine, show }
}
