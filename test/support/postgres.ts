import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * The PostgreSQL server of this test run: `npm test` starts a throw-away one. Undefined when a test file is run by hand
 * without one; the tests then run on SQLite alone.
 */
export const postgresUrl: string | undefined = process.env.TEST_POSTGRES_URL

export interface TestDatabase {
  /** postgres:// address of an empty database that nobody else uses. */
  url: string
  /** Removes it, together with connections that are still open. */
  drop: () => Promise<void>
}

/** @param serverUrl a user of it may create databases */
export async function createTestDatabase(serverUrl: string): Promise<TestDatabase> {
  const name = `raccord_test_${randomBytes(6).toString('hex')}`
  await run(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(serverUrl, `drop database if exists ${name} with (force)`) }
}

async function run(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
