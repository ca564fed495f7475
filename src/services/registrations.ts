import { findModel } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import type { Registration, Switch, SwitchEvent } from '#switch/port.ts'
import type { LiveEvents } from './live-events.ts'
import { reachLine } from './reach.ts'

/** What the list calls a telephone in a browser. */
const webPhoneName = 'Web-Phone'

/** Whose an AOR is. */
interface AorOwner {
  vpbxId: string
  lineId: string
  deviceId: string | null
}

export type RegistrationService = ReturnType<typeof createRegistrationService>

export function createRegistrationService(parts: { db: Db; clock: Clock; sipSwitch: Switch; events: LiveEvents }) {
  const { db, clock, sipSwitch, events } = parts

  /** The contacts of a line: of each device on it, and of devices that are set up by hand with the account's data. */
  async function ofLine(actor: Actor, lineId: string) {
    const line = await reachLine(db, actor, lineId)
    const slots = await db
      .selectFrom('device_line')
      .innerJoin('device', 'device.id', 'device_line.device_id')
      .select(['device_line.id as aor', 'device.id as deviceId', 'device.model', 'device.note'])
      .where('device_line.line_id', '=', lineId)
      .execute()
    const account = await db
      .selectFrom('extension')
      .select('account_id')
      .where('id', '=', line.extension_id)
      .where('number', '=', line.number)
      .executeTakeFirst()
    const webPhones = await db.selectFrom('web_phone').select('id').where('line_id', '=', lineId).execute()
    const inBrowsers = new Set(webPhones.map(({ id }) => id))
    const aors = [...slots.map((slot) => slot.aor), ...(account ? [account.account_id] : []), ...inBrowsers]
    const registrations = await sipSwitch.registrations(aors)
    const since = await firstSeen(registrations)
    const own = <T extends { ruid: string; since: number | null }>(registration: T) => ({
      ...registration,
      since: since.get(registration.ruid) ?? registration.since,
    })
    return registrations
      .sort((a, b) => b.lastRegisteredAt - a.lastRegisteredAt)
      .map(({ aor, ...registration }) => {
        const slot = slots.find((candidate) => candidate.aor === aor)
        const model = slot && findModel(slot.model)
        if (inBrowsers.has(aor)) return { ...own(registration), deviceId: null, deviceName: webPhoneName }
        const name = model ? `${model.vendorName} ${model.name}` : (slot?.model ?? null)
        return {
          ...own(registration),
          deviceId: slot?.deviceId ?? null,
          deviceName: slot?.note ? `${name} (${slot.note})` : name,
        }
      })
  }

  /** Device → number of its contacts; null when the switch does not answer. */
  async function countByDevice(slots: { id: string; device_id: string }[]): Promise<Map<string, number> | null> {
    const counts = new Map<string, number>()
    if (slots.length === 0) return counts
    try {
      const owner = new Map(slots.map((slot) => [slot.id, slot.device_id]))
      for (const { aor } of await sipSwitch.registrations([...owner.keys()])) {
        const deviceId = owner.get(aor)
        if (deviceId) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1)
      }
      return counts
    } catch {
      return null
    }
  }

  async function firstSeen(registrations: Registration[]): Promise<Map<string, number>> {
    const ruids = registrations.map((registration) => registration.ruid)
    if (ruids.length === 0) return new Map()
    const rows = await db.selectFrom('contact').selectAll().where('ruid', 'in', ruids).execute()
    return new Map(rows.map((row) => [row.ruid, row.since]))
  }

  /** Writes down since when a contact is there, and tells the browsers. */
  async function heard(event: SwitchEvent): Promise<void> {
    if (event.type === 'connection') events.publish({ type: 'switch', up: event.up })
    if (event.type !== 'registered' && event.type !== 'unregistered') return
    if (event.type === 'registered' && !event.isNew) return
    const { aor, ruid } = event
    if (event.type === 'registered') {
      await db
        .insertInto('contact')
        .values({ ruid, aor, since: clock() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } else {
      await forgetGone(aor)
    }
    const owner = await ownerOf(aor)
    if (owner) events.publish({ type: 'registration', ...owner })
    if (owner?.deviceId) await tellBaseOf(owner.deviceId)
  }

  /** What a handset registers counts as its base's. */
  async function tellBaseOf(deviceId: string): Promise<void> {
    const base = await db
      .selectFrom('device')
      .innerJoin('device as base', 'base.id', 'device.base_station_id')
      .select(['base.id', 'base.line_id', 'base.vpbx_id'])
      .where('device.id', '=', deviceId)
      .executeTakeFirst()
    if (base) events.publish({ type: 'device', vpbxId: base.vpbx_id, deviceId: base.id, lineId: base.line_id })
  }

  /** A device that withdrew itself is told of without the name of its contact: what the switch no longer holds goes. */
  async function forgetGone(aor: string): Promise<void> {
    // While the switch is away nobody knows; a contact that is back by then keeps its "since".
    if (!sipSwitch.isUp()) return
    const held = (await sipSwitch.registrations([aor])).map(({ ruid }) => ruid)
    let gone = db.deleteFrom('contact').where('aor', '=', aor)
    if (held.length > 0) gone = gone.where('ruid', 'not in', held)
    await gone.execute()
  }

  async function ownerOf(aor: string): Promise<AorOwner | undefined> {
    const slot = await db
      .selectFrom('device_line')
      .select(['vpbx_id as vpbxId', 'line_id as lineId', 'device_id as deviceId'])
      .where('id', '=', aor)
      .executeTakeFirst()
    if (slot) return slot
    const webPhone = await db
      .selectFrom('web_phone')
      .select(['vpbx_id as vpbxId', 'line_id as lineId'])
      .where('id', '=', aor)
      .executeTakeFirst()
    if (webPhone) return { ...webPhone, deviceId: null }
    const line = await db
      .selectFrom('extension')
      .innerJoin('line', (join) =>
        join.onRef('line.extension_id', '=', 'extension.id').onRef('line.number', '=', 'extension.number'),
      )
      .select(['line.vpbx_id as vpbxId', 'line.id as lineId'])
      .where('extension.account_id', '=', aor)
      .executeTakeFirst()
    return line && { ...line, deviceId: null }
  }

  return { ofLine, countByDevice, heard }
}
