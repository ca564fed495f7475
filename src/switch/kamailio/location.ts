import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#domain/errors.ts'
import { copySafely, type Owner, ownFolder } from './files.ts'

/** Where Debian keeps the statements that make Kamailio's tables. */
const schemaDirectory = '/usr/share/kamailio/db_sqlite'

/**
 * Makes db/kam.db ready while no Kamailio runs: its tables, without the contacts that must not come back. Returns how many went. It is Kamailio's own,
 * in a folder where its user can put links in the way of SQLite's files, so the work is done on a copy beside that folder. What is there
 * instead of a plain file is thrown away: telephones register again.
 * Throws AppError('switch.directoryUnreachable') with the path when that is a folder.
 */
export function prepareLocation(directory: string, owner: Owner, ages: Map<string, number>): number {
  const work = join(directory, 'kam.db.work')
  const place = join(directory, ownFolder, 'kam.db')
  // Where earlier versions kept it.
  const former = join(directory, 'kam.db')
  clear(work)
  const from = copySafely(place, work, owner, null) ? place : former
  if (from === place || copySafely(former, work, owner, null)) {
    // Of a flush that was cut off: SQLite takes it back.
    copySafely(`${from}-journal`, `${work}-journal`, owner, null)
  }
  const purged = usable(work, ages)
  refuseFolder(place)
  clear(place, ['-journal', '-wal', '-shm'])
  copySafely(work, place, null, owner)
  clear(work)
  clear(former)
  return purged
}

/** Whatever SQLite cannot make sense of is thrown away too. */
function usable(work: string, ages: Map<string, number>): number {
  try {
    makeLocationTables(work)
    return purgeLocation(work, ages)
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(error.code)) throw error
    clear(work)
    makeLocationTables(work)
    return 0
  }
}

function clear(file: string, ends = ['', '-journal', '-wal', '-shm']): void {
  for (const end of ends) {
    refuseFolder(`${file}${end}`)
    rmSync(`${file}${end}`, { force: true })
  }
}

/** Emptying a folder that another user writes to could be led astray, so that is left to people. */
function refuseFolder(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new AppError('switch.directoryUnreachable', { params: { path } })
}

/** Never in the file of a running Kamailio: its SQLite module gives up at the first lock it meets. */
export function makeLocationTables(file: string): void {
  const db = open(file)
  try {
    if (db.prepare("select 1 from sqlite_master where name = 'location'").get() === undefined) {
      const make = db.transaction(() => {
        for (const name of ['standard', 'usrloc'])
          db.exec(readFileSync(join(schemaDirectory, `${name}-create.sql`), 'utf8'))
      })
      make()
    }
  } finally {
    db.close()
  }
}

/** Kamailio's user could have written anything into it. */
function open(file: string, options: Database.Options = {}): Database.Database {
  const db = new Database(file, options)
  db.pragma('trusted_schema = off')
  return db
}

/** Removes contacts that registered no later than their credential changed, and those of unknown addresses of record. Returns how many went. */
export function purgeLocation(file: string, ages: Map<string, number>): number {
  const db = open(file)
  try {
    const invalid = invalidContacts(db, ages)
    const remove = db.prepare('delete from location where ruid = ?')
    const removeAttributes = db.prepare('delete from location_attrs where ruid = ?')
    db.transaction(() => {
      for (const { ruid } of invalid) {
        remove.run(ruid)
        removeAttributes.run(ruid)
      }
    })()
    return invalid.length
  } finally {
    db.close()
  }
}

/**
 * The addresses of record that a running Kamailio may hold invalid contacts of, going by its last flush. Reads a copy of the file, since opening
 * the file itself could make a flush fail. Null when the copy was torn by a flush: try again.
 */
export function suspectsInCopy(directory: string, owner: Owner, ages: Map<string, number>): string[] | null {
  const copy = join(directory, 'kam.db.copy')
  try {
    if (!copySafely(join(directory, ownFolder, 'kam.db'), copy, owner, null)) return null
    const db = open(copy, { readonly: true })
    try {
      return [...new Set(invalidContacts(db, ages).map(({ aor }) => aor))]
    } finally {
      db.close()
    }
  } catch {
    return null
  } finally {
    rmSync(copy, { force: true })
  }
}

/** Kamailio stores whole seconds: a REGISTER in the very second of the change counts as before it. */
export function isInvalid(registeredAt: number, changedAt: number | undefined): boolean {
  return changedAt === undefined || registeredAt <= changedAt
}

function invalidContacts(db: Database.Database, ages: Map<string, number>): { ruid: string; aor: string }[] {
  const rows = db.prepare<[], { ruid: string; aor: string; modified: number }>(
    'select ruid, username as aor, last_modified as modified from location',
  )
  return rows.all().filter(({ aor, modified }) => isInvalid(fromJulianDay(modified), ages.get(aor)))
}

/**
 * Kamailio writes times into SQLite as Julian days, UTC; 2440587.5 is 1 January 1970. Its db_sqlite (5.6.3) writes half a second too little, and a few
 * hundredths of a millisecond come from the size of the number, so that a plain rounding takes every other second for the one before.
 */
function fromJulianDay(day: number): number {
  return Math.round((day - 2440587.5) * 86_400 + 0.25) * 1000
}
