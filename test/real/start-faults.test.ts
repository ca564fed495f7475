import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get } from '../support/https-client.ts'
import { createRaccord, type RaccordProcess, type RaccordSettings } from '../support/raccord-process.ts'

/** What keeps Raccord from starting is told in one sentence, and nothing of the installation is touched. */

const firstPort = 27860
/** Six ports for each Raccord. */
const portsOf = (index: number) => firstPort + 6 * index

let installation: RaccordProcess
const running: RaccordProcess[] = []

beforeAll(async () => {
  installation = createRaccord(portsOf(0))
  await installation.start()
  await installation.terminate()
})
afterAll(async () => {
  await Promise.all([...running, installation].map((raccord) => raccord?.remove()))
})

interface Fault {
  /** Makes the fault; returns how to take it away where it is not in the folder. */
  make?(raccord: RaccordProcess): Promise<() => void> | void
  settings?: RaccordSettings
  says: RegExp
}

const faults: Record<string, Fault> = {
  'the port of the AdminCenter in use': {
    make: ({ ports }) => holdTcp(ports.adminCenter),
    says: /^Port \d+ is in use by another program\. .*RACCORD_ADMINCENTER_PORT/,
  },
  'the port of the configurations in use': {
    make: ({ ports }) => holdTcp(ports.provisioning),
    says: /^Port \d+ is in use by another program\. .*RACCORD_PROVISIONING_PORT/,
  },
  'the SIP port in use over UDP': {
    make: ({ ports }) => holdUdp(ports.sip),
    says: /^Port \d+ \(UDP\) .* is already used by another program\. .*/,
  },
  'the SIP port in use over TCP': {
    make: ({ ports }) => holdTcp(ports.sip),
    says: /^Port \d+ \(TCP\) .* is already used by another program\. .*/,
  },
  'the SIPS port in use': {
    make: ({ ports }) => holdTcp(ports.sips),
    says: /^Port \d+ \(TCP\) .* is already used by another program\. .*/,
  },
  'a master key that cannot be read': {
    make({ data }) {
      rmSync(join(data, 'master.key'))
      // Root may read everything but this.
      mkdirSync(join(data, 'master.key'))
    },
    says: /^The master key .*master\.key cannot be read \(EISDIR\)\. /,
  },
  'a master key that is cut short': {
    make: ({ data }) => writeFileSync(join(data, 'master.key'), 'c2hvcnQ=\n'),
    says: /master\.key does not hold a master key: 32 bytes/,
  },
  'a master key that is gone while the database is there': {
    make: ({ data }) => rmSync(join(data, 'master.key')),
    says: /^The master key .* is missing, .*Nothing was changed\.$/,
  },
  'the master key of another installation': {
    make: ({ data }) => writeFileSync(join(data, 'master.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`),
    says: /^The master key is not the one .*Nothing was changed\.$/,
  },
  'a database that a later version changed': {
    make: ({ data }) => write(data, "insert into kysely_migration values ('9999-future', '2099-01-01T00:00:00.000Z')"),
    says: /^The database was changed by a later version of Raccord \(9999-future\)\. .*Nothing was changed\.$/,
  },
  'a database file that is none': {
    make({ data }) {
      for (const end of ['', '-wal', '-shm']) rmSync(join(data, `raccord.db${end}`), { force: true })
      writeFileSync(join(data, 'raccord.db'), 'This is no database, but it is somebody’s.\n'.repeat(100))
    },
    says: /^The database .*raccord\.db cannot be used \(file is not a database\)\. .*Nothing was changed\.$/,
  },
  'a PostgreSQL that is not there': {
    settings: { env: { RACCORD_DATABASE_URL: 'postgres://raccord:s3cret-word@127.0.0.1:1/raccord' } },
    says: /^The PostgreSQL database of RACCORD_DATABASE_URL cannot be used \(.*ECONNREFUSED.*\)\. /,
  },
  'a port out of range and a variable that does not exist': {
    settings: { env: { RACCORD_SIP_PORT: '70000', RACCORD_X: '1' } },
    says: /^The settings in the environment .*\n {2}RACCORD_X: .*\n {2}RACCORD_SIP_PORT: 70000 is not a port/,
  },
  'a data folder that cannot be made': {
    settings: { env: { RACCORD_DATA: '/dev/null/raccord' } },
    says: /^The data folder \/dev\/null\/raccord cannot be made/,
  },
  'a broken certificate': {
    make: ({ data }) => writeFileSync(join(data, 'tls', 'server-rsa.pem'), 'not a certificate\n'),
    says: /server-rsa\.pem does not hold a certificate in PEM format\. /,
  },
}

describe.concurrent('does not start', () => {
  test.each(Object.entries(faults).map(([name, fault], index) => ({ name, fault, index })))(
    'with $name, and says so in one message',
    async ({ fault, index }) => {
      const raccord = createRaccord(portsOf(index + 1), { ...fault.settings, copyOf: installation.data })
      running.push(raccord)
      const release = await fault.make?.(raccord)
      const before = state(raccord.data)
      const { code, output } = await raccord.startAndFail()
      release?.()
      const message = output.replace(/^\{.*\}\n/gm, '')
      expect(message.trimEnd()).toMatch(fault.says)
      expect(message.trimEnd().split('\n')).toHaveLength(fault.says.source.split('\\n').length)
      expect(output).not.toMatch(/^\s+at |s3cret-word|node:internal/m)
      expect(code).toBe(1)
      expect(state(raccord.data)).toEqual(before)
      expect(raccord.switch.processes()).toEqual([])
    },
  )
})

test('a second Raccord on the same data does not start, and the first one does not notice', async () => {
  await installation.start()
  const switchBefore = installation.switch.processes()
  const second = createRaccord(portsOf(20), { env: { RACCORD_DATA: installation.data } })
  running.push(second)
  const { code, output } = await second.startAndFail()
  expect([code, output]).toEqual([1, expect.stringMatching(/^Another Raccord already manages .*\n$/)])
  expect(installation.alive()).toBe(true)
  expect(installation.switch.processes()).toEqual(switchBefore)
  expect(await (await installation.api()).call('GET', '/api/provider')).toMatchObject({ switchUp: true })
})

test('without Kamailio it says which package is missing, and runs everything but the switch', async () => {
  const preload = fileURLToPath(new URL('../support/without-kamailio.ts', import.meta.url))
  const raccord = createRaccord(portsOf(21), { nodeOptions: ['--import', preload] })
  running.push(raccord)
  await raccord.start()
  expect(raccord.output()).toMatch(/install Kamailio|package kamailio/)
  const api = await raccord.api()
  expect(await api.call('GET', '/api/provider')).toMatchObject({ switchUp: false })
  const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Sans SA' })
  const extension = await api.call<{ id: string; lines: { id: string }[] }>(
    'POST',
    `/api/vpbxs/${vpbx.id}/extensions`,
    {
      number: '21',
      displayName: 'Accueil',
    },
  )
  const line = extension.lines[0]?.id
  const device = await api.call<{ id: string }>('POST', `/api/lines/${line}/devices`, { model: 'snom-d785' })
  const { link } = await api.call<{ link: string }>('POST', `/api/devices/${device.id}/manual`)
  expect((await get(link, { ca: raccord.ca() })).status).toBe(200)
  expect(await api.request('GET', `/api/lines/${line}/registrations`)).toMatchObject({
    status: 503,
    body: { error: 'switch.unavailable' },
  })
  await api.call('POST', `/api/extensions/${extension.id}/sip/renew`)
  expect(await raccord.terminate()).toBe(0)
})

/** Everything that must not change: the key, and each row of the database; whatever can not be read stands by its bytes. */
function state(data: string): Record<string, string> {
  const bytes = (name: string) => {
    try {
      return createHash('sha256')
        .update(readFileSync(join(data, name)))
        .digest('hex')
    } catch (error) {
      return String(error)
    }
  }
  return { key: bytes('master.key'), ca: bytes('tls/ca.pem'), rows: rows(data) ?? bytes('raccord.db') }
}

function rows(data: string): string | null {
  try {
    return withDatabase(data, (db) => {
      const tables = db.prepare<[], string>("select name from sqlite_master where type = 'table' order by name")
      const all = tables
        .pluck()
        .all()
        .filter((name) => name !== 'kysely_migration_lock')
      return JSON.stringify(all.map((name) => [name, db.prepare(`select * from "${name}"`).all()]))
    })
  } catch {
    return null
  }
}

function write(data: string, sql: string): void {
  withDatabase(data, (db) => db.exec(sql))
}

function withDatabase<T>(data: string, work: (db: Database.Database) => T): T {
  const db = new Database(join(data, 'raccord.db'), { fileMustExist: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function holdTcp(port: number): Promise<() => void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(() => server.close()))
  })
}

function holdUdp(port: number): Promise<() => void> {
  const socket = createSocket('udp4')
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, '127.0.0.1', () => resolve(() => socket.close()))
  })
}
