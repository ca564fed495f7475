import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { writeAudit } from './audit.ts'
import { raiseConfigVersions } from './config-version.ts'
import type { CredentialSync } from './credentials.ts'
import type { LiveEvents } from './live-events.ts'
import { reachExtension, reachExtensionToManage } from './reach.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { newSipIdentity, openSecret } from './sip-identity.ts'

export interface SipDataParts {
  db: Db
  clock: Clock
  sealer: Sealer
  settings: Settings
  syncCredentials: CredentialSync
  events: LiveEvents
}

export type SipDataService = ReturnType<typeof createSipDataService>

/** An extension's account as SIP sees it. */
export function createSipDataService(parts: SipDataParts) {
  const { db, clock, sealer, settings, syncCredentials, events } = parts

  /** What is typed into a device that is not on the list (M5). */
  async function get(actor: Actor, extensionId: string) {
    const extension = await reachExtension(db, actor, extensionId)
    const account = await accountOf(db, extension)
    return {
      server: settings.host,
      ports: { udp: settings.sipPort, tcp: settings.sipPort, tls: settings.sipsPort },
      user: extension.number,
      authName: account.digest_name,
      displayName: extension.display_name,
      realm: settings.realm,
      renewedAt: account.credentials_changed_at,
    }
  }

  async function reveal(actor: Actor, extensionId: string) {
    const extension = await reachExtension(db, actor, extensionId)
    const account = await accountOf(db, extension)
    await writeAudit(db, clock, actor, {
      action: 'sip.revealed',
      subject: nameOf(extension),
      vpbxId: extension.vpbx_id,
    })
    return { password: openSecret(sealer, { table: 'account', id: account.id, sealed: account.secret_sealed }) }
  }

  /**
   * New digest names and secrets for the account and for each device slot under it. When this returns, the old ones no longer
   * register and what was registered with them is gone; should the process die in between, the start rule of the switch does it.
   */
  async function renew(actor: Actor, extensionId: string) {
    const extension = await reachExtensionToManage(db, actor, extensionId)
    const account = await accountOf(db, extension)
    const slots = await db.selectFrom('device_line').selectAll().where('account_id', '=', account.id).execute()
    let webPhones: { id: string }[] = []
    const now = clock()
    const identity = newSipIdentity(sealer, settings.realm, now, { table: 'account', id: account.id })
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('account').set(identity).where('id', '=', account.id).execute()
      for (const slot of slots) await renewSlot(trx, slot, now)
      webPhones = await trx
        .deleteFrom('web_phone')
        .where('line_id', 'in', (e) => e.selectFrom('line').select('id').where('extension_id', '=', extensionId))
        .returning('id')
        .execute()
      await raiseConfigVersions(
        trx,
        slots.map((slot) => slot.device_id),
      )
      await writeAudit(trx, clock, actor, {
        action: 'sip.renewed',
        subject: nameOf(extension),
        vpbxId: extension.vpbx_id,
      })
    })
    const slotIds = slots.map((slot) => slot.id)
    const webPhoneIds = webPhones.map(({ id }) => id)
    await syncCredentials([account.id, ...slotIds, ...webPhoneIds], { drop: true })
    for (const lineId of new Set(slots.map((slot) => slot.line_id))) {
      events.publish({ type: 'registration', vpbxId: extension.vpbx_id, deviceId: null, lineId })
    }
    const devices = new Set(slots.map((slot) => slot.device_id))
    return { authName: identity.digest_name, renewedAt: now, deviceCount: devices.size }
  }

  async function renewSlot(trx: Transaction<Schema>, slot: Row<'device_line'>, now: number): Promise<void> {
    const identity = newSipIdentity(sealer, settings.realm, now, { table: 'device_line', id: slot.id })
    await trx.updateTable('device_line').set(identity).where('id', '=', slot.id).execute()
  }

  return { get, reveal, renew }
}

async function accountOf(db: Db, extension: Row<'extension'>): Promise<Row<'account'>> {
  return db.selectFrom('account').selectAll().where('id', '=', extension.account_id).executeTakeFirstOrThrow()
}

function nameOf(extension: Row<'extension'>): string {
  return `${extension.number} · ${extension.display_name}`
}
