import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { hasInstallation, isUniqueViolation, migrate, openSqlite } from '#db/open.ts'
import { StartError } from '#domain/start-error.ts'
import { buildVpbx, createTestInstallation, engines, lineOf, type TestInstallation } from '../support/installation.ts'

describe.each(engines)('the database on %s', (engine) => {
  let installation: TestInstallation
  afterEach(() => installation?.close())

  test('migrating twice changes nothing', async () => {
    installation = await createTestInstallation(engine)
    await buildVpbx(installation, 'Alpha')
    await migrate(installation.database)
    expect(await hasInstallation(installation.database)).toBe(true)
    expect(await installation.database.db.selectFrom('extension').selectAll().execute()).toHaveLength(2)
  })

  test('one that a later version changed is refused with a sentence', async () => {
    installation = await createTestInstallation(engine)
    const { database } = installation
    const future = database.db.withTables<{ kysely_migration: { name: string; timestamp: string } }>()
    await future.insertInto('kysely_migration').values({ name: '9999-future', timestamp: 'now' }).execute()
    await expect(migrate(database)).rejects.toThrow(StartError)
    await expect(migrate(database)).rejects.toThrow(/later version of Raccord \(9999-future\)/)
  })

  test('a row of one vPBX cannot point to what is not there, and nothing is left behind when its parent goes', async () => {
    installation = await createTestInstallation(engine)
    const { services, provider, database } = installation
    const { extensions, vpbx } = await buildVpbx(installation, 'Alpha')
    const { id } = await services.devices.create(provider, lineOf(extensions[0]), { model: 'yealink-t54w' })
    await expect(
      database.db.updateTable('device').set({ line_id: 'nowhere' }).where('id', '=', id).execute(),
    ).rejects.toThrow()
    await services.devices.remove(provider, id)
    for (const extension of extensions) await services.extensions.remove(provider, extension.id)
    await services.vpbxs.remove(provider, vpbx.id)
    for (const table of ['account', 'extension', 'line', 'device', 'device_line', 'user_extension'] as const) {
      expect(await database.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    }
    expect(await database.db.selectFrom('user').select('role').execute()).toEqual([{ role: 'provider' }])
  })

  test('times come back as numbers and a hurt uniqueness is known as such', async () => {
    installation = await createTestInstallation(engine)
    const { db } = installation.database
    const provider = await db.selectFrom('provider').selectAll().executeTakeFirstOrThrow()
    expect(provider.created_at).toBe(installation.clock.now)
    const error = await db
      .insertInto('provider')
      .values(provider)
      .execute()
      .then(
        () => null,
        (thrown: unknown) => thrown,
      )
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(new Error('x'))).toBe(false)
  })
})

test('the embedded database waits for the disk at each commit and can be read by nobody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'raccord-db-'))
  try {
    const file = join(folder, 'deep', 'raccord.db')
    const database = openSqlite(file)
    await migrate(database)
    const { rows } = await database.db.executeQuery<{ synchronous: number }>({
      sql: 'pragma synchronous',
      parameters: [],
      query: { kind: 'RawNode', sqlFragments: ['pragma synchronous'], parameters: [] },
      queryId: { queryId: 'pragma' },
    })
    expect(rows).toEqual([{ synchronous: 2 }])
    const { statSync } = await import('node:fs')
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    await database.close()
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
