import { chownSync, closeSync, copyFileSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Owner } from './files.ts'

/** Where Debian keeps the statements that make Kamailio's tables. */
const schemaDirectory = '/usr/share/kamailio/db_sqlite'

/**
 * kam.db is Kamailio's own: Raccord makes it and, while no Kamailio runs, takes out of it what must not come back. Never open it while one runs:
 * Kamailio's SQLite module gives up at the first lock it meets.
 */
export function makeLocationTables(file: string, owner: Owner): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const db = new Database(file)
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
  if (owner) chownSync(file, owner.uid, owner.gid)
}

/** Removes contacts that registered no later than their credential changed, and those of unknown addresses of record. Returns how many went. */
export function purgeLocation(file: string, ages: Map<string, number>): number {
  const db = new Database(file)
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
export function suspectsInCopy(file: string, ages: Map<string, number>): string[] | null {
  const copy = `${file}.copy`
  try {
    copyFileSync(file, copy)
    const db = new Database(copy, { readonly: true })
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

/** Kamailio writes times into SQLite as Julian days, UTC; 2440587.5 is 1 January 1970. To whole seconds: the fraction is rounding. */
function fromJulianDay(day: number): number {
  return Math.round((day - 2440587.5) * 86_400) * 1000
}
