import { sql } from 'kysely'
import { jsonRows } from '#db/json.ts'
import type { Database, Db } from '#db/open.ts'
import type { NewRow, Row } from '#db/schema.ts'

export type AccessRow = Omit<NewRow<'access'>, 'id'> & Pick<Row<'access'>, 'device_id' | 'created_at' | 'status'>
type NumberedRow = AccessRow & { id: string }

type WriteRows = (trx: Db, rows: readonly NumberedRow[], newest: readonly NumberedRow[]) => Promise<void>

/**
 * Writes the rows of the list of accesses, and to their devices what they did last. A device may have been deleted since it fetched: its rows are
 * passed over. One that fetched with the key before the present keeps what it did last.
 */
export function createAccessRows({ prepareWrite }: Database): WriteRows {
  return prepareWrite === null ? writeAsJson : rowByRow(prepareWrite)
}

function rowByRow(prepareWrite: NonNullable<Database['prepareWrite']>): WriteRows {
  const insert = prepareWrite(
    `insert into access (id, created_at, device_id, ip, user_agent, file, status, make, model, firmware, mac)
     select ?, ?, id, ?, ?, ?, ?, ?, ?, ?, ? from device where id = ?`,
  )
  const setLast = prepareWrite(
    `update device set last_access_at = ?, last_access_ip = ?, last_access_make = ?, last_access_model = ?, last_access_firmware = ?,
     last_access_mac = ? where id = ? and access_key_renewed_at <= ?`,
  )
  return async (_trx, rows, newest) => {
    for (const { id, created_at: at, device_id, ip, user_agent, file, status, make, model, firmware, mac } of rows)
      insert([id, at, ip, user_agent, file, status, make, model, firmware, mac, device_id])
    for (const { created_at: at, ip, make, model, firmware, mac, device_id } of newest)
      setLast([at, ip, make, model, firmware, mac, device_id, at])
  }
}

/** Two statements whatever the number of rows: each costs a way to the server and back. */
const writeAsJson: WriteRows = async (trx, rows, newest) => {
  await sql`insert into access (id, created_at, device_id, ip, user_agent, file, status, make, model, firmware, mac)
    select value ->> 'id', cast(value ->> 'created_at' as bigint), device.id, value ->> 'ip', value ->> 'user_agent', value ->> 'file',
      cast(value ->> 'status' as integer), value ->> 'make', value ->> 'model', value ->> 'firmware', value ->> 'mac'
    from ${jsonRows(rows)} inner join device on device.id = value ->> 'device_id'`.execute(trx)
  if (newest.length === 0) return
  await sql`update device set last_access_at = cast(value ->> 'created_at' as bigint), last_access_ip = value ->> 'ip',
      last_access_make = value ->> 'make', last_access_model = value ->> 'model', last_access_firmware = value ->> 'firmware',
      last_access_mac = value ->> 'mac'
    from ${jsonRows(newest)}
    where device.id = value ->> 'device_id' and device.access_key_renewed_at <= cast(value ->> 'created_at' as bigint)`.execute(
    trx,
  )
}
