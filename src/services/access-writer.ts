import { randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { NewRow, Row, Schema } from '#db/schema.ts'
import type { LiveEvents } from './live-events.ts'

export type AccessRow = Omit<NewRow<'access'>, 'id'> & Pick<Row<'access'>, 'device_id' | 'created_at' | 'status'>
type NumberedRow = AccessRow & { id: string }

export type AccessWriter = ReturnType<typeof createAccessWriter>

/** Few enough that no statement has more parameters than an engine takes (SQLite: 32,766). */
const rowsPerTransaction = 1000

/**
 * Writes what was fetched in batches: each row stands in the database no later than `delay` ms after it was added, and the time of one write.
 * What cannot be written is kept in memory and tried again; `close` writes what is left.
 */
export function createAccessWriter(parts: {
  db: Db
  events: LiveEvents
  delay?: number
  failed: (error: unknown) => void
}) {
  const { db, events, delay = 500, failed } = parts
  const nextId = createIds()
  let pending: NumberedRow[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  function add(row: AccessRow): void {
    pending.push({ id: nextId(row.created_at), ...row })
    timer ??= setTimeout(() => void flush(), delay)
  }

  /** Resolves when everything that was added before is written, or has failed once more. */
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    const rows = pending
    pending = []
    if (rows.length > 0) writing = writing.then(() => writeAll(rows))
    return writing
  }

  async function writeAll(rows: NumberedRow[]): Promise<void> {
    let written = 0
    try {
      for (; written < rows.length; written += rowsPerTransaction) {
        await write(rows.slice(written, written + rowsPerTransaction))
      }
    } catch (error) {
      failed(error)
      pending = [...rows.slice(written), ...pending]
      timer ??= setTimeout(() => void flush(), delay)
    }
  }

  async function write(rows: NumberedRow[]): Promise<void> {
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
      if (kept.length > 0) await trx.insertInto('access').values(kept).execute()
      await writeLastAccess(trx, kept)
      return devices
    })
    for (const { id, vpbx_id, line_id } of touched) {
      events.publish({ type: 'device', vpbxId: vpbx_id, deviceId: id, lineId: line_id })
    }
  }

  /** Once more tries what is left; rows that the database does not take then are lost with the process. */
  async function close(): Promise<void> {
    await flush()
    if (pending.length > 0) await flush()
    if (timer) clearTimeout(timer)
    timer = null
  }

  return { add, flush, close }
}

/** The newest answered fetch of each device; one that was refused is in the list of accesses alone. */
async function writeLastAccess(trx: Transaction<Schema>, rows: NumberedRow[]): Promise<void> {
  const newest = new Map<string, string>()
  for (const row of rows) if (row.status < 400) newest.set(row.device_id, row.id)
  if (newest.size === 0) return
  await trx
    .updateTable('device')
    .from('access')
    .set((e) => ({
      last_access_at: e.ref('access.created_at'),
      last_access_ip: e.ref('access.ip'),
      last_access_make: e.ref('access.make'),
      last_access_model: e.ref('access.model'),
      last_access_firmware: e.ref('access.firmware'),
      last_access_mac: e.ref('access.mac'),
    }))
    .whereRef('access.device_id', '=', 'device.id')
    .where('access.id', 'in', [...newest.values()])
    // A fetch with the key before the present one does not count as an access with it.
    .whereRef('device.access_key_renewed_at', '<=', 'access.created_at')
    .execute()
}

/**
 * Row ids that grow: 12 hex digits of the time in ms and 8 of a count that begins anywhere. Random ones would each be written to another page of
 * the index. Two processes meet at one id once in 4 billion pairs of rows of the same millisecond.
 */
function createIds(): (time: number) => string {
  const span = 2 ** 32
  let count = randomInt(span)
  return (time) => {
    count = (count + 1) % span
    return time.toString(16).padStart(12, '0') + count.toString(16).padStart(8, '0')
  }
}
