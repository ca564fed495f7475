import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { jsonRows } from '#db/json.ts'
import type { Database } from '#db/open.ts'
import type { NewRow, Row } from '#db/schema.ts'
import type { LiveEvents } from './live-events.ts'

export type AccessRow = Omit<NewRow<'access'>, 'id'> & Pick<Row<'access'>, 'device_id' | 'created_at' | 'status'>
type NumberedRow = AccessRow & { id: string; place: Place }

export type AccessWriter = ReturnType<typeof createAccessWriter>

/** A day of a busy installation must not become one statement. */
const rowsPerTransaction = 5000

/** Where a device stands, for the hint to the browsers. */
export interface Place {
  vpbxId: string
  lineId: string
}

/**
 * Writes what was fetched in batches: each row stands in the database no later than `delay` ms after it was added, and the time of one write.
 * What cannot be written is kept in memory and tried again; `close` writes what is left.
 */
export function createAccessWriter(parts: {
  database: Database
  events: LiveEvents
  delay?: number
  failed: (error: unknown) => void
}) {
  const { database, events, delay = 500, failed } = parts
  const nextId = createIds()
  let pending: NumberedRow[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  function add(row: AccessRow, place: Place): void {
    pending.push({ id: nextId(row.created_at), ...row, place })
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
    await database.db.transaction().execute(async (trx) => {
      await insertStatement(database, rows).execute(trx)
      const newest = new Map(rows.filter((row) => row.status < 400).map((row) => [row.device_id, row]))
      if (newest.size > 0) await lastAccessStatement(database, [...newest.values()]).execute(trx)
    })
    const places = new Map(rows.map((row) => [row.device_id, row.place]))
    for (const [deviceId, place] of places) events.publish({ type: 'device', deviceId, ...place })
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

/** A device may have been deleted since it fetched: its rows are passed over. */
function insertStatement({ engine }: Database, rows: readonly NumberedRow[]) {
  return sql`insert into access (id, created_at, device_id, ip, user_agent, file, status, make, model, firmware, mac)
    select value ->> 'id', cast(value ->> 'created_at' as bigint), device.id, value ->> 'ip', value ->> 'user_agent', value ->> 'file',
      cast(value ->> 'status' as integer), value ->> 'make', value ->> 'model', value ->> 'firmware', value ->> 'mac'
    from ${jsonRows(engine, rows)} inner join device on device.id = value ->> 'device_id'`
}

/**
 * The newest answered fetch of each device; one that was refused is in the list of accesses alone, and so is one with the key before the present.
 */
function lastAccessStatement({ engine }: Database, newest: readonly NumberedRow[]) {
  return sql`update device set last_access_at = cast(value ->> 'created_at' as bigint), last_access_ip = value ->> 'ip',
      last_access_make = value ->> 'make', last_access_model = value ->> 'model', last_access_firmware = value ->> 'firmware',
      last_access_mac = value ->> 'mac'
    from ${jsonRows(engine, newest)}
    where device.id = value ->> 'device_id' and device.access_key_renewed_at <= cast(value ->> 'created_at' as bigint)`
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
