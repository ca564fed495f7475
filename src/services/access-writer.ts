import { randomInt } from 'node:crypto'
import type { Database } from '#db/open.ts'
import { type AccessRow, createAccessRows } from './access-writer-rows.ts'
import type { LiveEvents } from './live-events.ts'

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
  const writeRows = createAccessRows(database)
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
    // The newest answered fetch of each device; one that was refused is in the list of accesses alone.
    const newest = new Map(rows.filter((row) => row.status < 400).map((row) => [row.device_id, row]))
    await database.db.transaction().execute((trx) => writeRows(trx, rows, [...newest.values()]))
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
