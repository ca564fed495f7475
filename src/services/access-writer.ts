import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { NewRow, Row, Schema } from '#db/schema.ts'
import type { LiveEvents } from './live-events.ts'

export type AccessRow = NewRow<'access'> & Pick<Row<'access'>, 'device_id' | 'created_at' | 'status'>

export type AccessWriter = ReturnType<typeof createAccessWriter>

const rowsPerInsert = 500

/**
 * Writes what was fetched in batches: each row stands in the database no later than `delay` ms after it was added.
 * `close` writes what is left.
 */
export function createAccessWriter(parts: {
  db: Db
  events: LiveEvents
  delay?: number
  failed: (error: unknown) => void
}) {
  const { db, events, delay = 500, failed } = parts
  let pending: AccessRow[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  function add(row: AccessRow): void {
    pending.push(row)
    timer ??= setTimeout(() => void flush(), delay)
  }

  /** Resolves when everything that was added before is written. */
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const rows = pending
    pending = []
    if (rows.length > 0) writing = writing.then(() => write(rows)).catch((error) => retryLater(rows, error))
    return writing
  }

  function retryLater(rows: AccessRow[], error: unknown): void {
    failed(error)
    pending = [...rows, ...pending]
    timer ??= setTimeout(() => void flush(), delay)
  }

  async function write(rows: AccessRow[]): Promise<void> {
    const touched = await db.transaction().execute(async (trx) => {
      // A device may have been deleted since it fetched.
      const ids = [...new Set(rows.map((row) => row.device_id))]
      const devices = await trx
        .selectFrom('device')
        .select(['id', 'vpbx_id', 'line_id'])
        .where('id', 'in', ids)
        .execute()
      const alive = new Set(devices.map((device) => device.id))
      const kept = rows.filter((row) => alive.has(row.device_id))
      for (let i = 0; i < kept.length; i += rowsPerInsert) {
        await trx
          .insertInto('access')
          .values(kept.slice(i, i + rowsPerInsert))
          .execute()
      }
      await writeLastAccess(trx, kept)
      return devices
    })
    for (const { id, vpbx_id, line_id } of touched) {
      events.publish({ type: 'device', vpbxId: vpbx_id, deviceId: id, lineId: line_id })
    }
  }

  async function close(): Promise<void> {
    await flush()
    if (timer) clearTimeout(timer)
  }

  return { add, flush, close }
}

/** The newest answered fetch of each device; one that was refused is in the list of accesses alone. */
async function writeLastAccess(trx: Transaction<Schema>, rows: AccessRow[]): Promise<void> {
  const newest = new Map<string, AccessRow>()
  for (const row of rows) if (row.status < 400) newest.set(row.device_id, row)
  for (const row of newest.values()) {
    await trx
      .updateTable('device')
      .set({
        last_access_at: row.created_at,
        last_access_ip: row.ip,
        last_access_make: row.make,
        last_access_model: row.model,
        last_access_firmware: row.firmware,
        last_access_mac: row.mac,
      })
      .where('id', '=', row.device_id)
      // A fetch with the key before the present one does not count as an access with it.
      .where('access_key_renewed_at', '<=', row.created_at)
      .execute()
  }
}
