import { findModel } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Switch } from '#switch/port.ts'

/** How many devices there are of each maker, and how many of them are registered; null: devices set up by hand. Throws `switch.unavailable`. */
export async function registrationsByMake(db: Db, sipSwitch: Switch) {
  const slots = await db
    .selectFrom('device_line')
    .innerJoin('device', 'device.id', 'device_line.device_id')
    .select(['device_line.id as aor', 'device.id as deviceId', 'device.model'])
    .execute()
  const accounts = await db.selectFrom('account').select('id').execute()
  const aors = [...slots.map(({ aor }) => aor), ...accounts.map(({ id }) => id)]
  const held = aors.length === 0 ? [] : await sipSwitch.registrations(aors)
  const registered = new Set(held.map(({ aor }) => aor))
  const byMake = Map.groupBy(slots, ({ model }) => findModel(model)?.vendorName ?? model)
  const makes = [...byMake].map(([make, own]) => ({
    make: make as string | null,
    devices: new Set(own.map(({ deviceId }) => deviceId)).size,
    registered: new Set(own.filter(({ aor }) => registered.has(aor)).map(({ deviceId }) => deviceId)).size,
  }))
  const byHand = accounts.filter(({ id }) => registered.has(id)).length
  if (byHand > 0) makes.push({ make: null, devices: byHand, registered: byHand })
  return makes.sort((a, b) => b.registered - a.registered || b.devices - a.devices)
}
