import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import { createRpc } from '#switch/kamailio/rpc.ts'
import { createDigestClient, type DigestClient } from '../support/sip/digest-client.ts'
import { credentialOf, prepareSwitch, type SwitchSetting, until } from '../support/sip/switch.ts'

const port = 27100
const known = { digestName: 'a1', secret: 'secret-a', number: '21' }
const neighbour = { digestName: 'b1', secret: 'secret-b', number: '22' }

let setting: SwitchSetting
let subject: KamailioSwitch
const clients: DigestClient[] = []

async function clientAt(address: string, localPort: number): Promise<DigestClient> {
  const client = await createDigestClient({ address, port: localPort }, port)
  clients.push(client)
  return client
}

const doors = () => JSON.parse(readFileSync(join(setting.options.directory, 'doors.json'), 'utf8'))
const rpc = createRpc(() => doors())

async function cellsOf(table: string): Promise<number> {
  const tables = (await rpc.call('htable.stats')) as { name: string; all: number }[]
  return tables.find(({ name }) => name === table)?.all ?? -1
}

beforeAll(async () => {
  setting = await prepareSwitch(port)
  for (const aor of ['aa01', 'bb01']) setting.ages.set(aor, 0)
  subject = createKamailioSwitch(setting.options)
  await subject.replaceCredentials([credentialOf(known, 'aa01'), credentialOf(neighbour, 'bb01')])
  await subject.start()
})
afterAll(async () => {
  for (const client of clients) client.close()
  await subject.stop()
  setting.remove()
})

describe('whoever is not known', () => {
  test('cannot fill the memory of the switch with invented names, nor hold up the telephone behind the same address', async () => {
    const client = await clientAt('127.0.0.2', 27110)
    const nonce = await client.challenge()
    expect((await client.register({ ...known, nonce })).code).toBe(200)
    const codes = new Set<number>()
    for (let guess = 0; guess < 2000; guess++)
      codes.add((await client.register({ digestName: `x${guess}`, secret: 'x', number: '9', nonce })).code)
    expect([...codes]).toEqual([401])
    expect(
      (await client.register({ ...neighbour, nonce: await client.challenge() })).code,
      'a telephone that is new at this address',
    ).toBe(200)
    // The address, and the number of addresses.
    expect(await cellsOf('failed')).toBe(2)
    expect((await client.register({ ...known, nonce: await client.challenge() })).code).toBe(200)
  })

  test('cannot use the challenge of another address, while a telephone whose port changes keeps its own', async () => {
    const first = await clientAt('127.0.0.3', 27111)
    const nonce = await first.challenge()
    expect((await first.register({ ...neighbour, nonce })).code).toBe(200)
    expect((await (await clientAt('127.0.0.3', 27112)).register({ ...neighbour, nonce })).code).toBe(200)
    expect((await (await clientAt('127.0.0.4', 27113)).register({ ...neighbour, nonce })).code).toBe(401)
  })
})

// Only root can give Kamailio a user of its own.
describe.runIf(process.getuid?.() === 0)('the user that Kamailio runs as', () => {
  const { uid, gid } = accountOf('kamailio')
  const listed = (directory: string) =>
    Object.fromEntries(
      readdirSync(directory).map((name) => {
        const found = statSync(join(directory, name))
        return [
          name,
          `${found.uid === 0 ? 'root' : found.uid === uid ? 'kamailio' : '?'} ${(found.mode & 0o777).toString(8)}`,
        ]
      }),
    )

  test('writes to db/ alone, and reads what it must', () => {
    const { directory } = setting.options
    expect(statSync(directory)).toMatchObject({ uid: 0, gid, mode: 0o40750 })
    expect(listed(directory)).toEqual({
      db: 'kamailio 700',
      'doors.json': 'root 600',
      'kamailio.cfg': 'root 640',
      'kamailio.log': 'root 600',
      'process.json': 'root 600',
      'rtpengine.json': 'root 600',
      'rtpengine.log': 'root 600',
      'switch.db': 'root 640',
      'switch.db-shm': 'root 660',
      'switch.db-wal': 'root 640',
      'tls.cfg': 'root 640',
      'tls.crt': 'root 640',
      'tls.key': 'root 640',
    })
    expect(listed(join(directory, 'db'))['kam.db']).toBe('kamailio 600')
  })

  test('finds nothing of what it put into a folder that was its own under an earlier version', async () => {
    const earlier = await prepareSwitch(27120)
    const { directory } = earlier.options
    const victim = join(directory, '../victim')
    writeFileSync(victim, 'not yours', { mode: 0o600 })
    mkdirSync(directory, { mode: 0o700 })
    chownSync(directory, uid, gid)
    const names = ['kamailio.log', 'kamailio.cfg.new', 'tls.key.new', 'process.json.new', 'switch.db', 'switch.db-wal']
    for (const name of [...names, 'db', 'kam.db']) symlinkSync(victim, join(directory, name))
    const other = createKamailioSwitch(earlier.options)
    await other.start()
    await other.stop()
    expect(readFileSync(victim, 'utf8')).toBe('not yours')
    expect(statSync(victim)).toMatchObject({ uid: 0, gid: 0, mode: 0o100600 })
    expect(listed(directory)).toMatchObject({ db: 'kamailio 700', 'kamailio.log': 'root 600' })
    earlier.remove()
  })
})

test('a removal that a stuck switch does not hear is refused, and made up for when it hears again', async () => {
  const client = await clientAt('127.0.0.5', 27114)
  expect((await client.register({ ...known, nonce: await client.challenge() })).code).toBe(200)
  const group = -(subject.running()?.pid ?? Number.NaN)
  process.kill(group, 'SIGSTOP')
  try {
    await expect(subject.removeRegistrations(['aa01'])).rejects.toMatchObject({ code: 'switch.unavailable' })
    expect(subject.isUp()).toBe(true)
  } finally {
    process.kill(group, 'SIGCONT')
  }
  await until('it is gone', async () => (await subject.registrations(['aa01'])).length === 0)
})

test('a telephone is told of every contact that is held beside its own, and for how long', async () => {
  await subject.removeRegistrations(['bb01'])
  const [one, two] = [await clientAt('127.0.0.6', 27115), await clientAt('127.0.0.6', 27116)]
  await one.register({ ...neighbour, nonce: await one.challenge() })
  const { code, contacts } = await two.register({ ...neighbour, nonce: await two.challenge() })
  expect(code).toBe(200)
  expect(contacts.sort()).toEqual([
    expect.stringMatching(/^<sip:22@127\.0\.0\.6:27115>;expires=1(19|20)$/),
    expect.stringMatching(/^<sip:22@127\.0\.0\.6:27116>;expires=1(19|20)$/),
  ])
})

test('a switch that is let go of before any telephone came knows the telephones', async () => {
  const alone = await prepareSwitch(port + 30)
  const first = createKamailioSwitch(alone.options)
  await first.replaceCredentials([credentialOf(known, 'aa01')])
  await first.start()
  first.detach()
  const client = await createDigestClient({ address: '127.0.0.7', port: 27117 }, port + 30)
  expect((await client.register({ ...known, nonce: await client.challenge() })).code).toBe(200)
  client.close()
  const second = createKamailioSwitch(alone.options)
  await second.start()
  await second.stop()
  alone.remove()
})

function accountOf(name: string): { uid: number; gid: number } {
  const [, , uid, gid] = execFileSync('getent', ['passwd', name], { encoding: 'utf8' }).split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
