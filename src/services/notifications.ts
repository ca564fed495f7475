import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import type { NotifyResult, Switch } from '#switch/port.ts'
import { writeAudit } from './audit.ts'
import { deviceName, modelOf } from './device-view.ts'
import { reachDevice } from './reach.ts'
import type { Sealer } from './seal.ts'
import { openSecret } from './sip-identity.ts'

export type NotificationService = ReturnType<typeof createNotificationService>

/** Restart and resync: NOTIFY with the event that the maker wants. */
export function createNotificationService(parts: { db: Db; clock: Clock; sealer: Sealer; sipSwitch: Switch }) {
  const { db, clock, sealer, sipSwitch } = parts

  /** Throws device.noRestart for a type that cannot, device.notRegistered when there is nobody to tell. */
  async function restart(actor: Actor, deviceId: string, ruid?: string) {
    const device = await reachDevice(db, actor, deviceId)
    const event = eventOf(device, 'restartEvent')
    if (event === null) throw new AppError('device.noRestart')
    const results = await notifyDevice(device, event, ruid)
    await written(actor, device, 'device.restarted')
    return { results: results.map(present) }
  }

  /** Makes the device fetch its configuration now; throws device.noResync for a type that cannot. */
  async function resync(actor: Actor, deviceId: string, ruid?: string) {
    const device = await reachDevice(db, actor, deviceId)
    const event = eventOf(device, 'resyncEvent')
    if (event === null) throw new AppError('device.noResync')
    const results = await notifyDevice(device, event, ruid)
    await written(actor, device, 'device.resynced')
    return { results: results.map(present) }
  }

  async function notifyDevice(device: Row<'device'>, event: string, ruid: string | undefined): Promise<NotifyResult[]> {
    const slots = await slotsOf(device)
    const contacts = await sipSwitch.registrations(slots.map((slot) => slot.id))
    if (ruid !== undefined && !contacts.some((contact) => contact.ruid === ruid))
      throw new AppError('device.unknownContact')
    // One slot is enough: a phone with four accounts is still one phone, and would restart four times.
    const slot = slots.find(({ id }) =>
      contacts.some((contact) => contact.aor === id && (!ruid || contact.ruid === ruid)),
    )
    if (!slot) throw new AppError('device.notRegistered')
    const secret = openSecret(sealer, { table: 'device_line', id: slot.id, sealed: slot.secret_sealed })
    return sipSwitch.notify({
      aor: slot.id,
      event,
      digest: { name: slot.digest_name, secret },
      ...(ruid !== undefined && { ruid }),
    })
  }

  /** A DECT base registers nothing itself: it is reached where its handsets are registered. */
  async function slotsOf({ id }: Row<'device'>): Promise<Row<'device_line'>[]> {
    return db
      .selectFrom('device_line')
      .innerJoin('device', 'device.id', 'device_line.device_id')
      .selectAll('device_line')
      .where((e) => e.or([e('device.id', '=', id), e('device.base_station_id', '=', id)]))
      .orderBy('device.base_slot')
      .orderBy('device_line.slot')
      .execute()
  }

  async function written(
    actor: Actor,
    device: Row<'device'>,
    action: 'device.restarted' | 'device.resynced',
  ): Promise<void> {
    const line = await db.selectFrom('line').select('number').where('id', '=', device.line_id).executeTakeFirstOrThrow()
    const subject = `${line.number} · ${deviceName(modelOf(device))}`
    await writeAudit(db, clock, actor, { action, subject, vpbxId: device.vpbx_id })
  }

  return { restart, resync }
}

/** Null for a type that cannot, and for a handset: its base is what restarts and fetches. */
function eventOf(device: Row<'device'>, which: 'restartEvent' | 'resyncEvent'): string | null {
  const model = modelOf(device)
  return model.kind === 'dectHandset' ? null : model[which]
}

function present({ contact, code, reason }: NotifyResult) {
  return { contact, code, reason }
}
