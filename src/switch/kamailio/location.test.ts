import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLocationTables, prepareLocation, purgeLocation, suspectsInCopy } from './location.ts'

let directory: string
let file: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'raccord-location-'))
  mkdirSync(join(directory, 'db'))
  file = join(directory, 'db', 'kam.db')
  makeLocationTables(file)
})
afterEach(() => rmSync(directory, { recursive: true }))

const changed = Date.UTC(2026, 2, 1, 12, 0, 0)

function store(contacts: { ruid: string; aor: string; registeredAt: number }[]): void {
  const db = new Database(file)
  for (const { ruid, aor, registeredAt } of contacts) {
    db.prepare('insert into location (ruid, username, last_modified) values (?, ?, ?)').run(
      ruid,
      aor,
      (registeredAt - 500) / 86_400_000 + 2_440_587.5,
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

test('each second is told from the one before, whatever the rounding of a Julian day makes of it', () => {
  const seconds = [...Array(100).keys()].map((index) => changed + index * 1000)
  store(seconds.map((registeredAt) => ({ ruid: String(registeredAt), aor: `a${registeredAt}`, registeredAt })))
  const justBefore = new Map(seconds.map((second) => [`a${second}`, second - 1]))
  const within = new Map(seconds.map((second) => [`a${second}`, second]))
  expect(suspectsInCopy(directory, null, justBefore)).toEqual([])
  expect(suspectsInCopy(directory, null, within)).toHaveLength(100)
})

test('the file of a running switch is only looked at', () => {
  store(contacts)
  expect(suspectsInCopy(directory, null, new Map([['aa', changed]]))?.sort()).toEqual(['aa', 'zz'])
  expect(left('location')).toHaveLength(4)
  rmSync(file)
  expect(suspectsInCopy(directory, null, new Map())).toBeNull()
})

test('making the tables again keeps what is in them', () => {
  store(contacts)
  makeLocationTables(file)
  expect(left('location')).toHaveLength(4)
})

/** Whom db/ belongs to: a user of its own when we can give it to one. */
const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null

test('the file is made ready where Kamailio finds it, and belongs to its user', () => {
  store(contacts)
  expect(prepareLocation(directory, null, new Map([['aa', changed]]))).toBe(3)
  expect(left('location')).toEqual(['after'])
  prepareLocation(directory, owner, new Map([['aa', changed]]))
  expect(left('location')).toEqual(['after'])
  expect(statSync(file)).toMatchObject({ uid: owner?.uid ?? process.getuid?.(), mode: 0o100600 })
})

test('the registrations of an earlier version are taken along', () => {
  store(contacts)
  renameSync(file, join(directory, 'kam.db'))
  prepareLocation(directory, owner, new Map([['aa', changed]]))
  expect(left('location')).toEqual(['after'])
  expect(readdirSync(directory)).toEqual(['db'])
})

test.each(['symbolic', 'hard'])('a %s link in the place of its files leads nobody to another file', (kind) => {
  const others = join(directory, 'others')
  writeFileSync(others, 'not yours', { mode: 0o600 })
  const before = statSync(others)
  rmSync(file)
  for (const end of ['', '-journal', '-wal', '-shm', '.new'])
    kind === 'hard' ? linkSync(others, `${file}${end}`) : symlinkSync(others, `${file}${end}`)
  prepareLocation(directory, owner, new Map())
  expect(suspectsInCopy(directory, owner, new Map())).toEqual([])
  expect(readFileSync(others, 'utf8')).toBe('not yours')
  expect(statSync(others)).toMatchObject({ uid: before.uid, gid: before.gid, mode: before.mode, nlink: 1 })
  expect(lstatSync(file).isFile()).toBe(true)
})

test('a folder in its place is refused by its name', () => {
  rmSync(file)
  mkdirSync(file)
  const refusal = { code: 'switch.directoryUnreachable', params: { path: file } }
  expect(() => prepareLocation(directory, owner, new Map())).toThrow(expect.objectContaining(refusal))
})

test('a file that is no database is replaced by an empty one', () => {
  writeFileSync(file, 'no database at all, but long enough to be taken for one by its size'.repeat(100))
  expect(prepareLocation(directory, owner, new Map())).toBe(0)
  expect(left('location')).toEqual([])
})
