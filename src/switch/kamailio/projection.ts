import { chmodSync, closeSync, fchmodSync, fchownSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Credential } from '../port.ts'
import type { Owner } from './files.ts'
import { insertion, type PlanTables, planTables } from './projection-plans.ts'
import { makeProjectionTables } from './projection-schema.ts'
import { type TrunkTables, trunkTables } from './projection-trunks.ts'

/** switch.db: credentials, numbers and trunks as Kamailio reads them with each message. A copy that can be rebuilt at any time. */
export interface Projection extends PlanTables, TrunkTables {
  replace(credentials: Credential[]): void
  /** Each takes the place of whatever stood under its address of record: no former name stays usable. */
  put(credentials: Credential[]): void
  remove(aors: string[]): void
  count(): number
  close(): void
}

/**
 * Opens the file, or makes it. It must be open before Kamailio starts and stay open: Kamailio's SQLite module never waits for a lock,
 * and the first reader of a WAL database that nobody holds open meets one.
 */
export function openProjection(file: string, reader: Owner): Projection {
  // Set before SQLite makes the -wal and -shm files: as root it gives them the owner, the group and the mode of the database. Kamailio only reads it.
  const descriptor = openSync(file, 'a', 0o600)
  if (reader) fchownSync(descriptor, 0, reader.gid)
  fchmodSync(descriptor, reader ? 0o640 : 0o600)
  closeSync(descriptor)
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  makeProjectionTables(db)
  // A reader that may not mark in the index of the -wal file where it reads is given an older state while rows are written: former secrets would go on.
  if (reader) chmodSync(`${file}-shm`, 0o660)
  const columns = ['username', 'ha1', 'aor', 'device_id', 'line_id', 'vpbx_id', 'number', 'networks', 'srtp']
  const insert = insertion(db, 'digest', columns)
  const removeByAor = db.prepare('delete from digest where aor = ?')
  const insertAll = (credentials: Credential[]) => {
    for (const credential of credentials) insert.run(digestRow(credential))
  }
  const remove = (aors: string[]) => {
    for (const aor of aors) removeByAor.run(aor)
  }
  return {
    replace: db.transaction((credentials: Credential[]) => {
      db.exec('delete from digest')
      insertAll(credentials)
    }),
    put: db.transaction((credentials: Credential[]) => {
      remove(credentials.map(({ aor }) => aor))
      insertAll(credentials)
    }),
    remove: db.transaction(remove),
    count: () => Number(db.prepare('select count(*) from digest').pluck().get()),
    ...planTables(db),
    ...trunkTables(db),
    close: () => close(db),
  }
}

function digestRow({ digestName, ha1, aor, deviceId, lineId, vpbxId, number, networks, srtp }: Credential) {
  return {
    username: digestName,
    ha1,
    aor,
    device_id: deviceId ?? '',
    line_id: lineId,
    vpbx_id: vpbxId,
    number,
    networks: networks.join(','),
    srtp: Number(srtp),
  }
}

/**
 * A Kamailio that goes on running may only read the folder: it cannot make the -wal file anew that the last one to close takes away, so the database
 * is left in a form that needs none. When Kamailio has it open, both stay.
 */
function close(db: Database.Database): void {
  try {
    db.pragma('busy_timeout = 0')
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
  } finally {
    db.close()
  }
}
