import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import { suspectsInCopy } from '#switch/kamailio/location.ts'
import { kamailioMark, processesOf } from '#switch/kamailio/process.ts'
import { type Baresip, startBaresip } from '../support/sip/baresip.ts'
import { register, type Sipp, type SippAccount, startNotifyReceiver, startRegister } from '../support/sip/sipp.ts'
import { credentialOf, prepareSwitch, type SwitchSetting, until } from '../support/sip/switch.ts'
import { startTlsBridge } from '../support/sip/tls-bridge.ts'

const port = 27000
const sip = `127.0.0.1:${port}`
const first = { digestName: 'a1', secret: 'secret-a', number: '21' }
const second = { digestName: 'b1', secret: 'secret-b', number: '22' }
const elsewhere = { digestName: 'c1', secret: 'secret-c', number: '21' }
const long = { digestName: 'd1', secret: 'secret-d', number: '23' }
const guessed = { digestName: 'e1', secret: 'secret-e', number: '24' }
const aors = ['aa01', 'bb01', 'cc01', 'dd01', 'ee01']

let setting: SwitchSetting
let subject: KamailioSwitch
const running: (Sipp | Baresip)[] = []

const credentials = () => [
  credentialOf(first, 'aa01', { vpbxId: 'one' }),
  credentialOf(second, 'bb01', { vpbxId: 'one' }),
  credentialOf(elsewhere, 'cc01', { vpbxId: 'two' }),
  credentialOf(long, 'dd01', { vpbxId: 'one' }),
  credentialOf(guessed, 'ee01', { vpbxId: 'one' }),
]
const digest = { name: first.digestName, secret: first.secret }
const contactsOf = (aor: string) => subject.registrations([aor])
const answers = async (account: SippAccount, localPort: number, expected = 200) =>
  (await register({ account, target: sip, localPort, expect: expected })).ok
const processes = () => processesOf(kamailioMark(setting.options.directory))
const kamailio = () => subject.running()?.pid ?? 0

beforeAll(async () => {
  setting = await prepareSwitch(port)
  for (const aor of aors) setting.ages.set(aor, 0)
  subject = createKamailioSwitch(setting.options)
  await subject.replaceCredentials(credentials())
  await subject.start()
})
afterAll(async () => {
  await subject.stop()
  expect(processes()).toEqual([])
  setting.remove()
})
afterEach(async () => {
  for (const client of running.splice(0)) await client.end()
  await subject.replaceCredentials(credentials())
  await subject.removeRegistrations(aors)
})

describe('registering', () => {
  test.each(['udp', 'tcp', 'tls'] as const)(
    'baresip registers over %s and its answer to a NOTIFY comes back the same way',
    async (transport) => {
      const target = `127.0.0.1:${transport === 'tls' ? port + 1 : port}`
      const client = startBaresip({ account: first, target, transport, localPort: 27020 })
      running.push(client)
      await until('baresip is registered', async () => (await contactsOf('aa01')).length === 1)
      const [registration] = await contactsOf('aa01')
      expect(registration).toMatchObject({ transport, sourceIp: '127.0.0.1', stale: false })
      expect(registration?.userAgent).toContain('baresip')
      const [result] = await subject.notify({ aor: 'aa01', event: 'check-sync', digest })
      // baresip knows no NOTIFY outside a subscription: its refusal shows that it was reached.
      expect([200, 481, 489]).toContain(result?.code)
    },
  )

  test('SIPp registers over UDP, TCP and TLS', async () => {
    const bridge = await startTlsBridge(27029, { host: '127.0.0.1', port: port + 1 })
    expect(await answers(first, 27030)).toBe(true)
    running.push(await startRegister({ account: second, target: sip, localPort: 27031, transport: 'tcp', hold: 5000 }))
    running.push(
      await startRegister({ account: long, target: '127.0.0.1:27029', localPort: 27032, transport: 'tcp', hold: 5000 }),
    )
    await until('all three are listed', async () => (await subject.registrations(aors)).length === 3)
    expect((await subject.registrations(aors)).map(({ aor, transport }) => `${aor} ${transport}`).sort()).toEqual([
      'aa01 udp',
      'bb01 tcp',
      'dd01 tls',
    ])
    bridge.close()
    await until('the contact goes with its connection', async () => (await contactsOf('dd01')).length === 0)
  })

  test('a wrong password gets 401 and nothing is stored', async () => {
    expect(await answers({ ...first, secret: 'guess' }, 27030, 401)).toBe(true)
    expect(await subject.registrations(aors)).toEqual([])
  })

  test('whoever keeps guessing a name is held off, and its neighbours behind the same address are not', async () => {
    expect(await answers(second, 27031)).toBe(true)
    for (let guess = 0; guess < 10; guess++)
      expect(await answers({ ...guessed, secret: `guess-${guess}` }, 27030, 401)).toBe(true)
    expect(await answers(guessed, 27030, 503)).toBe(true)
    expect(await answers(second, 27031)).toBe(true)
    expect(await answers(first, 27032)).toBe(true)
  })

  test('two vPBXs each have a 21, both registered, and each is found under its own line alone', async () => {
    expect(await answers(first, 27030)).toBe(true)
    expect(await answers(elsewhere, 27031)).toBe(true)
    const at = async (aor: string) => (await contactsOf(aor)).map(({ sourcePort }) => sourcePort)
    expect([await at('aa01'), await at('cc01')]).toEqual([[27030], [27031]])
    await subject.removeRegistrations(['aa01'])
    expect([await at('aa01'), await at('cc01')]).toEqual([[], [27031]])
  })

  test('a changed secret drops the contact at once and the old one gets 401', async () => {
    expect(await answers(first, 27030)).toBe(true)
    const renewed = { ...first, secret: 'renewed' }
    await subject.putCredentials([credentialOf(renewed, 'aa01')])
    await subject.removeRegistrations(['aa01'])
    expect(await contactsOf('aa01')).toEqual([])
    expect(await answers(first, 27030, 401)).toBe(true)
    expect(await answers(renewed, 27030)).toBe(true)
  })

  test('a user agent full of quotes and markup is listed as it was sent', async () => {
    const userAgent = `A "b" \\ 'c' é <x> {"y":1}`
    await register({ account: first, target: sip, localPort: 27030, userAgent })
    expect((await contactsOf('aa01'))[0]?.userAgent).toBe(userAgent)
  })
})

describe('NOTIFY', () => {
  test.each([401, 407] as const)(
    'a telephone that challenges with %i is answered, and its second answer is reported',
    async (code) => {
      await answers(first, 27030)
      const phone = await startNotifyReceiver(27030, { kind: 'challenges', code }, first)
      running.push(phone)
      expect(await subject.notify({ aor: 'aa01', event: 'check-sync', digest })).toMatchObject([
        { code: 200, reason: 'Told' },
      ])
      expect(await phone.done).toMatchObject({ ok: true })
    },
  )

  test('a telephone that refuses our credentials is reported with its refusal', async () => {
    expect(await answers(first, 27030)).toBe(true)
    running.push(await startNotifyReceiver(27030, { kind: 'challenges', code: 401 }, first))
    const wrong = { name: first.digestName, secret: 'wrong' }
    expect(await subject.notify({ aor: 'aa01', event: 'check-sync', digest: wrong })).toMatchObject([{ code: 403 }])
  })

  test('a silent telephone is reported as 408 after about five seconds', async () => {
    expect(await answers(first, 27030)).toBe(true)
    running.push(await startNotifyReceiver(27030, { kind: 'silent' }, first))
    const asked = Date.now()
    expect(await subject.notify({ aor: 'aa01', event: 'check-sync', digest })).toMatchObject([{ code: 408 }])
    expect(Date.now() - asked).toBeLessThan(6500)
  })
})

describe('what ends badly', () => {
  test('after kill -9 of all of Kamailio the flushed registrations are back, a removed one is not, and no second process is left', async () => {
    expect(await answers(first, 27030)).toBe(true)
    expect(await answers(second, 27031)).toBe(true)
    running.push(await startRegister({ account: long, target: sip, localPort: 27032, transport: 'tcp', hold: 30_000 }))
    await until('all three are on disk', () => onDisk().length === 3)
    await diskAndMemoryAgree()
    const before = { pid: kamailio(), count: processes().length }

    setting.ages.set('bb01', Date.now())
    await subject.putCredentials([credentialOf({ ...second, secret: 'renewed' }, 'bb01')])
    await subject.removeRegistrations(['bb01'])
    killAll(before.pid)
    await until('a new one answers', () => subject.isUp() && kamailio() !== before.pid)

    expect((await subject.registrations(aors)).map(({ aor, stale }) => ({ aor, stale }))).toEqual([
      { aor: 'aa01', stale: false },
      { aor: 'dd01', stale: true },
    ])
    expect(processes()).toHaveLength(before.count)
    expect(processes()).toContain(kamailio())
  })

  test('after kill -9 of the main process its orphans are ended and one new Kamailio serves', async () => {
    const before = { pid: kamailio(), all: processes() }
    expect(before.pid).toBeGreaterThan(1)
    process.kill(before.pid, 'SIGKILL')
    await until('a new one answers', () => subject.isUp() && kamailio() !== before.pid)
    expect(processes().filter((pid) => before.all.includes(pid))).toEqual([])
    expect(processes()).toHaveLength(before.all.length)
    expect(await answers(first, 27030)).toBe(true)
  })

  test('a removal asked for while the switch starts, too late for its tables, is made up for', async () => {
    expect(await answers(first, 27030)).toBe(true)
    await until('it is on disk', () => onDisk().includes('aa01'))
    await waitForNextSecond()
    const before = kamailio()
    setting.whileAsked = () => subject.removeRegistrations(['aa01'])
    killAll(before)
    await until('a new one answers', () => subject.isUp() && kamailio() !== before)
    setting.whileAsked = async () => {}
    await until('it is gone', async () => (await contactsOf('aa01')).length === 0)
  })

  test('a removal asked for while the switch is down is made up for', async () => {
    expect(await answers(first, 27030)).toBe(true)
    await until('it is on disk', () => onDisk().includes('aa01'))
    const before = kamailio()
    killAll(before)
    await until('it is noticed', () => !subject.isUp())
    setting.ages.set('aa01', Date.now())
    await subject.removeRegistrations(['aa01'])
    await until('a new one answers', () => subject.isUp() && kamailio() !== before)
    await until('it is gone', async () => (await contactsOf('aa01')).length === 0)
  })
})

describe('the doors on loopback', () => {
  const doors = (): { rpcPort: number; rpcPath: string; eventPort: number } =>
    JSON.parse(readFileSync(join(setting.options.directory, 'doors.json'), 'utf8'))
  const ask = (at: number, path: string) =>
    fetch(`http://127.0.0.1:${at}${path}`, { method: 'POST', body: '{"jsonrpc":"2.0","id":1,"method":"core.uptime"}' })

  test('commands are taken under the secret path of the loopback port alone', async () => {
    const { rpcPort, rpcPath } = doors()
    expect((await ask(rpcPort, '/RPC')).status).toBe(404)
    expect((await ask(port, rpcPath)).status).toBe(404)
    expect((await ask(rpcPort, rpcPath)).status).toBe(200)
  })

  test('a client without the token hears nothing and is not obeyed', async () => {
    const stranger = connect(doors().eventPort, '127.0.0.1')
    let received = ''
    stranger.on('data', (chunk: Buffer) => (received += chunk.toString()))
    const say = (command: object) => stranger.write(`${JSON.stringify(command).length}:${JSON.stringify(command)},`)
    say({ cmd: 'hello', token: 'guess' })
    const phone = await startNotifyReceiver(27030, { kind: 'answers', code: 200 }, first)
    running.push(phone)
    say({
      cmd: 'notify',
      id: '1',
      uri: 'sip:21@127.0.0.1:27030',
      to: 'sip:21@x',
      hop: '',
      type: 'check-sync',
      credentials: '',
    })
    const told = new Promise((resolve) => subject.onEvent((event) => event.type === 'registered' && resolve(event)))
    expect(await answers(second, 27031)).toBe(true)
    await told
    expect(
      await Promise.race([phone.done, new Promise((resolve) => setTimeout(() => resolve('nothing came'), 700))]),
    ).toBe('nothing came')
    expect(received).toBe('')
    stranger.destroy()
  })
})

describe('another Raccord', () => {
  test('finds the folder taken while one looks after it', async () => {
    await expect(createKamailioSwitch(setting.options).start()).rejects.toMatchObject({ code: 'switch.alreadyManaged' })
  })

  test('adopts the Kamailio of one that was killed, with its registrations but for those that changed meanwhile', async () => {
    await subject.stop()
    setting.ages.set('aa01', 0)
    const holder = await hold()
    expect(await answers(first, 27030)).toBe(true)
    expect(await answers(second, 27031)).toBe(true)
    holder.kill()
    expect(await answers(elsewhere, 27032)).toBe(true)
    await waitForNextSecond()

    setting.ages.set('bb01', Date.now())
    subject = createKamailioSwitch(setting.options)
    await subject.start()
    expect(kamailio()).toBe(holder.pid)
    expect((await subject.registrations(aors)).map(({ aor }) => aor)).toEqual(['aa01', 'cc01'])
    await subject.removeCredentials(['aa01'])
    expect(await answers(first, 27030, 401)).toBe(true)

    process.kill(holder.pid, 'SIGKILL')
    await until('its death is noticed', () => subject.isUp() && kamailio() !== holder.pid)
  })

  test('replaces a Kamailio that was started with another configuration', async () => {
    const before = kamailio()
    const count = processes().length
    subject.detach()
    subject = createKamailioSwitch({ ...setting.options, host: 'other.test' })
    await subject.start()
    expect(kamailio()).not.toBe(before)
    expect(processes()).toHaveLength(count)
    expect(processes()).not.toContain(before)
  })

  test('names the port that is in use and starts nothing', async () => {
    const other = await prepareSwitch(27050)
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(27050, '127.0.0.1', resolve))
    await expect(createKamailioSwitch(other.options).start()).rejects.toMatchObject({
      code: 'switch.portInUse',
      params: { port: 27050, protocol: 'UDP' },
    })
    expect(processesOf(kamailioMark(other.options.directory))).toEqual([])
    await new Promise<void>((resolve) => socket.close(() => resolve()))
    other.remove()
  })
})

test('no secret is written to the logs', () => {
  const text = readFileSync(join(setting.options.directory, 'kamailio.log'), 'utf8') + setting.log.join('\n')
  for (const secret of [first.secret, second.secret, 'renewed']) expect(text).not.toContain(secret)
})

/** All of Kamailio. Without one, minus zero would be our own process group. */
function killAll(pid: number): void {
  if (pid < 2) throw new Error('no Kamailio runs')
  process.kill(-pid, 'SIGKILL')
}

/** The disk gives the very second of a registration that Kamailio itself names: a change in that second makes it invalid, one just before does not. */
async function diskAndMemoryAgree(): Promise<void> {
  const contacts = await subject.registrations(aors)
  expect(contacts).toHaveLength(3)
  const { directory } = setting.options
  const owner = statSync(join(directory, 'db/kam.db'))
  const agesWith = (shift: number) =>
    new Map(contacts.map(({ aor, lastRegisteredAt }) => [aor, lastRegisteredAt + shift]))
  await until('it can be read', () => suspectsInCopy(directory, owner, agesWith(0)) !== null)
  expect(suspectsInCopy(directory, owner, agesWith(0))?.sort()).toEqual(contacts.map(({ aor }) => aor).sort())
  expect(suspectsInCopy(directory, owner, agesWith(-1))).toEqual([])
}

/** The addresses of record that were flushed; read from a copy, since kam.db is Kamailio's alone. */
function onDisk(): string[] {
  const copy = join(setting.options.directory, 'test-copy.db')
  copyFileSync(join(setting.options.directory, 'db/kam.db'), copy)
  const db = new Database(copy, { readonly: true })
  try {
    return db.prepare<[], string>('select username from location').pluck().all()
  } catch {
    return []
  } finally {
    db.close()
  }
}

/** A process that holds the switch and can be killed. */
async function hold(): Promise<{ pid: number; kill(): void }> {
  const { clock: _clock, log: _log, credentialAges: _ages, certificate, ...options } = setting.options
  const words = [
    join(import.meta.dirname, '../support/sip/switch-holder.ts'),
    JSON.stringify({ options, ages: [...setting.ages], certificate: certificate() }),
  ]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
    child.once('exit', () => reject(new Error('the holder ended before the switch was up')))
  })
  return { pid, kill: () => child.kill('SIGKILL') }
}

/** Kamailio counts in whole seconds: what registers in the second of a change counts as before it. */
async function waitForNextSecond(): Promise<void> {
  const now = Math.floor(Date.now() / 1000)
  await until('the next second', () => Math.floor(Date.now() / 1000) > now)
}
