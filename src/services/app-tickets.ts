import type { Transaction } from 'kysely'
import type { Database, Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { type AccessKey, hashAccessKey, newAccessKey } from '#domain/access-key.ts'
import type { Clock } from '#domain/clock.ts'
import { newId } from '#domain/id.ts'

/** How long an app has to fetch its configuration with a new code; ms. */
export const ticketLife = 600_000

/** A new ticket of the device, in the place of the one that it had. It is as long as an access key and is kept as its hash alone. */
export async function issueTicket(
  trx: Transaction<Schema>,
  now: number,
  device: Pick<Row<'device'>, 'id' | 'vpbx_id'>,
): Promise<{ ticket: AccessKey; expiresAt: number }> {
  const ticket = newAccessKey()
  const expiresAt = now + ticketLife
  await voidTicket(trx, device.id)
  await trx
    .insertInto('app_ticket')
    .values({
      id: newId(),
      created_at: now,
      vpbx_id: device.vpbx_id,
      device_id: device.id,
      ticket_hash: hashAccessKey(ticket),
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { ticket, expiresAt }
}

export async function voidTicket(trx: Transaction<Schema>, deviceId: string): Promise<void> {
  await trx.deleteFrom('app_ticket').where('device_id', '=', deviceId).execute()
}

/** Ticket of each of these devices, used and expired ones too. */
export async function ticketsOf(db: Db, deviceIds: readonly string[]): Promise<Map<string, Row<'app_ticket'>>> {
  if (deviceIds.length === 0) return new Map()
  const rows = await db.selectFrom('app_ticket').selectAll().where('device_id', 'in', deviceIds).execute()
  return new Map(rows.map((row) => [row.device_id, row]))
}

/** The two things that a stranger's request may do with a ticket. */
export function createTicketDesk({ database, clock }: { database: Database; clock: Clock }) {
  const byHash = database.prepare<string, Row<'app_ticket'>>('select * from app_ticket where ticket_hash = ?')

  /** The device of a ticket that could be used now; null for everything else. Uses nothing. */
  async function look(hash: string): Promise<string | null> {
    const [row] = await byHash(hash)
    return row && row.used_at === null && row.expires_at > clock() ? row.device_id : null
  }

  /** Uses it: true for one of all that come at the same time. */
  async function use(hash: string): Promise<boolean> {
    const now = clock()
    const { numUpdatedRows } = await database.db
      .updateTable('app_ticket')
      .set({ used_at: now })
      .where('ticket_hash', '=', hash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  return { look, use }
}
