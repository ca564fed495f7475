import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#db/open.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  type TestInstallation,
} from '../../test/support/installation.ts'
import { createAccessWriter } from './access-writer.ts'
import type { AccessRow } from './access-writer-rows.ts'
import { createLiveEvents } from './live-events.ts'

describe.each(engines)('the list of accesses on %s', (engine) => {
  let installation: TestInstallation
  let deviceId: string
  const failures: unknown[] = []

  beforeEach(async () => {
    installation = await createTestInstallation(engine)
    const { services, provider } = installation
    const lineId = lineOf((await buildVpbx(installation, 'Alpha')).extensions[0])
    deviceId = (await services.devices.create(provider, lineId, { model: 'yealink-t54w' })).id
    failures.length = 0
  })
  afterEach(() => installation?.close())

  const writer = (delay: number, db: Db = installation.database.db) => {
    const { add, ...rest } = createAccessWriter({
      database: { ...installation.database, db },
      events: createLiveEvents(),
      delay,
      failed: (error) => void failures.push(error),
    })
    return { ...rest, add: (row: AccessRow) => add(row, { vpbxId: 'vpbx', lineId: 'line' }) }
  }
  const row = (file: string, status = 200) => ({
    created_at: installation.clock.now,
    device_id: deviceId,
    ip: '192.0.2.7',
    user_agent: 'test',
    file,
    status,
  })
  const files = async () => {
    const rows = await installation.database.db.selectFrom('access').select('file').orderBy('id').execute()
    return rows.map(({ file }) => file)
  }
  /** The database, but its first transaction breaks. */
  function failingOnce(): Db {
    const { db } = installation.database
    let isBroken = true
    const transaction = () => {
      if (!isBroken) return db.transaction()
      isBroken = false
      throw new Error('disk I/O error')
    }
    return Object.create(db, { transaction: { value: transaction } })
  }
  const shown = () =>
    installation.database.db.selectFrom('device').select(['last_access_at', 'last_access_ip']).executeTakeFirstOrThrow()

  test('a normal stop writes what was added a moment before', async () => {
    const stopping = writer(60_000)
    for (let i = 0; i < 2500; i++) stopping.add(row(String(i)))
    expect(await files()).toEqual([])
    await stopping.close()
    expect(await files()).toEqual(Array.from({ length: 2500 }, (_, i) => String(i)))
    expect(failures).toEqual([])
  })

  test('rows that the database does not take at first are written later, once each, and the newest stays the last access', async () => {
    const patient = writer(20, failingOnce())
    patient.add(row('first'))
    void patient.flush()
    patient.add({ ...row('second'), created_at: installation.clock.now + 1 })
    await expect.poll(files, { timeout: 2000 }).toEqual(['first', 'second'])
    expect(failures).toEqual([new Error('disk I/O error')])
    expect((await shown()).last_access_at).toBe(installation.clock.now + 1)
    await patient.close()
    expect(await files()).toEqual(['first', 'second'])
  })

  test('a stop tries a second time when the database fails at the first', async () => {
    const stopping = writer(60_000, failingOnce())
    stopping.add(row('kept'))
    await stopping.close()
    expect(failures).toHaveLength(1)
    expect(await files()).toEqual(['kept'])
  })

  test('the device shows its newest answered fetch, not a refused one after it nor one with the key before', async () => {
    const { db } = installation.database
    const batch = writer(60_000)
    const { now } = installation.clock
    batch.add({ ...row('a'), ip: '192.0.2.1' })
    batch.add({ ...row('b'), created_at: now + 5, ip: '192.0.2.2' })
    batch.add({ ...row('c', 404), created_at: now + 6, ip: '192.0.2.3' })
    await batch.flush()
    expect(await shown()).toEqual({ last_access_at: now + 5, last_access_ip: '192.0.2.2' })
    await db
      .updateTable('device')
      .set({ access_key_renewed_at: now + 100 })
      .execute()
    batch.add({ ...row('d'), created_at: now + 50 })
    await batch.close()
    expect(await shown()).toEqual({ last_access_at: now + 5, last_access_ip: '192.0.2.2' })
    expect(await files()).toHaveLength(4)
  })
})
