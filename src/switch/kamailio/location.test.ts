import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLocationTables, purgeLocation, suspectsInCopy } from './location.ts'

let directory: string
let file: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'raccord-location-'))
  file = join(directory, 'kam.db')
  makeLocationTables(file, null)
})
afterEach(() => rmSync(directory, { recursive: true }))

const changed = Date.UTC(2026, 2, 1, 12, 0, 0)

function store(contacts: { ruid: string; aor: string; registeredAt: number }[]): void {
  const db = new Database(file)
  for (const { ruid, aor, registeredAt } of contacts) {
    db.prepare('insert into location (ruid, username, last_modified) values (?, ?, ?)').run(
      ruid,
      aor,
      registeredAt / 86_400_000 + 2_440_587.5,
    )
    db.prepare('insert into location_attrs (ruid, username) values (?, ?)').run(ruid, aor)
  }
  db.close()
}

function left(table: string): unknown[] {
  const db = new Database(file)
  try {
    return db.prepare(`select ruid from ${table} order by ruid`).pluck().all()
  } finally {
    db.close()
  }
}

const contacts = [
  { ruid: 'after', aor: 'aa', registeredAt: changed + 1000 },
  { ruid: 'before', aor: 'aa', registeredAt: changed - 1000 },
  { ruid: 'same second', aor: 'aa', registeredAt: changed },
  { ruid: 'unknown', aor: 'zz', registeredAt: changed + 1000 },
]

test('contacts from before a change, and those of nobody, are taken out; later ones stay', () => {
  store(contacts)
  expect(purgeLocation(file, new Map([['aa', changed]]))).toBe(3)
  expect(left('location')).toEqual(['after'])
  expect(left('location_attrs')).toEqual(['after'])
})

test('a change in the middle of a second counts for all that registered in it', () => {
  store([{ ruid: 'x', aor: 'aa', registeredAt: changed }])
  expect(purgeLocation(file, new Map([['aa', changed + 400]]))).toBe(1)
})

test('the file of a running switch is only looked at', () => {
  store(contacts)
  expect(suspectsInCopy(file, new Map([['aa', changed]]))?.sort()).toEqual(['aa', 'zz'])
  expect(left('location')).toHaveLength(4)
  expect(suspectsInCopy(join(directory, 'missing.db'), new Map())).toBeNull()
})

test('making the tables again keeps what is in them', () => {
  store(contacts)
  makeLocationTables(file, null)
  expect(left('location')).toHaveLength(4)
})
