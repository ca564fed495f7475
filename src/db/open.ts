import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import { Migrator } from 'kysely/migration'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { StartError } from '#domain/start-error.ts'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** An open database. `prepare` is for the hot queries of provisioning alone: SQL with `?` for values, one statement for both engines. */
export interface Database {
  db: Db
  engine: 'sqlite' | 'postgres'
  prepare<Value, Result>(sql: string): (value: Value) => Promise<Result[]>
  /**
   * SQLite alone, null on PostgreSQL: a prepared statement that writes one row. To be run inside of a transaction of `db`, which holds the one
   * connection that writes. For many rows at once: it costs half of what the same rows cost as one JSON parameter.
   */
  prepareWrite: ((sql: string) => (values: readonly SqliteValue[]) => void) | null
  close(): Promise<void>
}

type SqliteValue = string | number | null | undefined

/** Opens the embedded database (a file, or `:memory:`), WAL, each commit on disk before it is acknowledged. */
export function openSqlite(file: string): Database {
  const sqlite = openFile(file)
  // A connection of its own: the hot queries must not see what an open transaction may yet take back.
  const reader = file === ':memory:' ? sqlite : new Sqlite(file, { readonly: true, timeout: 5000 })
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: withKeptStatements(sqlite) }) })
  const beginTurn = reader === sqlite ? () => undefined : oneSnapshotATurn(reader)
  return {
    db,
    engine: 'sqlite',
    prepare<Value, Result>(sql: string) {
      const statement = reader.prepare<[Value], Result>(sql)
      return async (value: Value) => {
        beginTurn()
        return statement.all(value)
      }
    },
    prepareWrite(sql) {
      const statement = sqlite.prepare(sql)
      return (values) => void statement.run(values)
    },
    async close() {
      if (reader !== sqlite) reader.close()
      await db.destroy()
    },
  }
}

/**
 * What is read in one turn of the event loop is read from one state of the database: what belongs together fits together, and the locks, which cost
 * more than a query, are taken once. The turn ends before anybody could have heard of a change that was committed in it.
 */
function oneSnapshotATurn(reader: Sqlite.Database): () => void {
  const begin = reader.prepare('begin')
  const end = reader.prepare('commit')
  return () => {
    if (reader.inTransaction) return
    begin.run()
    setImmediate(() => reader.open && end.run())
  }
}

/** A query that was asked before is not compiled again: compiling costs more than most queries. */
function withKeptStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const kept = new LRUCache<string, SqliteStatement>({ max: 200 })
  return {
    close: () => void sqlite.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known
      const statement = sqlite.prepare(sql)
      kept.set(sql, statement)
      return statement
    },
  }
}

/** StartError when there can be no database in that place, or the file there is something else. */
function openFile(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
    const sqlite = new Sqlite(file)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('busy_timeout = 5000')
    return sqlite
  } catch (error) {
    throw new StartError(
      `The database ${file} cannot be used (${error instanceof Error ? error.message : 'unknown fault'}). Put it back from a backup, or make it writable for the user that runs Raccord. Nothing was changed.`,
      { cause: error },
    )
  }
}

// 64-bit integers (times, counts) fit a double for the next 285,000 years; pg would hand them over as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Opens PostgreSQL by its URL. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    engine: 'postgres',
    prepareWrite: null,
    prepare<Value, Result>(sql: string) {
      const text = sql.replace('?', '$1')
      const name = `q${text.length}_${Buffer.from(text).toString('base64').slice(-40)}`
      return async (value: Value) => (await pool.query({ name, text, values: [value] })).rows as Result[]
    },
    close: () => db.destroy(),
  }
}

/** Brings the schema up to this version. StartError when a later version of Raccord has already changed it. */
export async function migrate({ db }: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const known = new Set(Object.keys(migrations))
  const executed = await executedMigrations(db)
  const foreign = executed.filter((name) => !known.has(name))
  if (foreign.length > 0) {
    throw new StartError(
      `The database was changed by a later version of Raccord (${foreign.join(', ')}). Start that version, or restore a backup made by this one. Nothing was changed.`,
    )
  }
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** True when an installation lives in this database already. */
export async function hasInstallation({ db }: Database): Promise<boolean> {
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'provider')) return false
  return (await db.selectFrom('provider').select('id').executeTakeFirst()) !== undefined
}

async function executedMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}

/** True when the error says that a row still points to what was to go, or points to what is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '23503' || code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
}

/** True when the error says that a unique constraint was hurt, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
