import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openSqlite } from './open.ts'

let folder = ''
let database: Database
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raccord-open-'))
  database = openSqlite(join(folder, 'raccord.db'))
  await sql`create table shelf (id integer primary key, books integer not null)`.execute(database.db)
  await sql`insert into shelf values (1, 10), (2, 20)`.execute(database.db)
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

test('prepared queries of one turn of the event loop see one state, those of the next turn what was committed since', async () => {
  const books = database.prepare<number, { books: number }>('select books from shelf where id = ?')
  expect(await books(1)).toEqual([{ books: 10 }])
  const move = database.prepareWrite?.('update shelf set books = books + ? where id = ?')
  move?.([5, 2])
  expect(await books(2)).toEqual([{ books: 20 }])
  await nextTurn()
  expect(await books(2)).toEqual([{ books: 25 }])
})

test('a row that is written inside of a transaction goes with it when it is taken back', async () => {
  const add = database.prepareWrite?.('insert into shelf values (?, ?)')
  const fault = database.db.transaction().execute(async () => {
    add?.([3, 30])
    throw new Error('taken back')
  })
  await expect(fault).rejects.toThrow('taken back')
  const all = database.prepare<number, { id: number }>('select id from shelf where id > ? order by id')
  expect(await all(0)).toEqual([{ id: 1 }, { id: 2 }])
})
