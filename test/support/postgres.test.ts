import pg from 'pg'
import { expect, test } from 'vitest'
import { startThrowAwayPostgres } from '../../scripts/lib/postgres.mjs'
import { createTestDatabase } from './postgres.ts'

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  // The server ends our connection when the database is dropped.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

test('the throw-away server gives separate, empty databases and leaves nothing behind', async () => {
  const server = await startThrowAwayPostgres()
  try {
    const [one, two] = [await createTestDatabase(server.url), await createTestDatabase(server.url)]
    await ask(one.url, 'create table t (a int)')
    expect(await ask(two.url, `select count(*)::int from pg_tables where tablename = 't'`)).toBe(0)
    expect(await ask(two.url, 'show server_encoding')).toBe('UTF8')
    await one.drop()
    await expect(ask(one.url, 'select 1')).rejects.toThrow('does not exist')
  } finally {
    await server.stop()
  }
  await expect(ask(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})
