import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDeskPhone, type DeskPhone, type DeskPhoneOptions, describeEvent, type PhoneEvent } from './index.ts'
import {
  eventually,
  type FileServer,
  makeCertificate,
  type Registrar,
  startFileServer,
  startRegistrar,
  type TestCertificate,
  temporaryFolder,
} from './lab.fixture.ts'

const ports = { sip: 27_210, sips: 27_211, door: 27_212 }
const filePort = 27_200
const accessKey = '0123456789abcdef0123456789abcdef0123456789abcdef'
const path = `/${accessKey}.cfg`
const url = `https://localhost:${filePort}${path}`

let folder: string
let certificate: TestCertificate
let stranger: TestCertificate
let registrar: Registrar
let server: FileServer
const phones: DeskPhone[] = []

beforeAll(async () => {
  folder = temporaryFolder()
  certificate = makeCertificate(folder, 'own')
  stranger = makeCertificate(folder, 'stranger')
  registrar = await startRegistrar(ports, certificate)
}, 20_000)

beforeEach(async () => {
  server = await startFileServer(filePort, certificate)
})

afterEach(async () => {
  await Promise.all(phones.splice(0).map((phone) => phone.stop()))
  await server.stop()
}, 20_000)

afterAll(async () => {
  await registrar.kill()
  rmSync(folder, { recursive: true, force: true })
})

function switchOn(options: Partial<DeskPhoneOptions> = {}): DeskPhone {
  const retry = { min: 0.1, max: 0.4 }
  const phone = createDeskPhone({ url, ca: certificate.ca, retry, bootSeconds: 0.1, ...options })
  phones.push(phone)
  phone.start()
  return phone
}

function happened(phone: DeskPhone, kind: PhoneEvent['kind'], since?: Date): Promise<PhoneEvent> {
  return phone.waitFor((event) => event.kind === kind, 8000, since)
}

function yealinkFile(values: Record<string, string | number> = {}): string {
  const account: Record<string, string | number> = {
    enable: 1,
    label: 'Réception',
    display_name: 'Réception',
    user_name: '21',
    auth_name: 'a7k2',
    password: 's3cret',
    'sip_server.1.address': 'localhost',
    'sip_server.1.port': ports.sip,
    'sip_server.1.transport_type': 0,
    'sip_server.1.expires': 120,
    ...values,
  }
  const lines = Object.entries(account).map(([name, value]) => `account.1.${name} = ${value}`)
  return ['#!version:1.0.0.1', '# A telephone', ...lines, 'account.2.enable = 0', 'lang.gui = French', ''].join('\n')
}

function snomFile(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<settings>
  <phone-settings>
    <language perm="">Français</language>
    <user_active idx="1" perm="">on</user_active>
    <user_realname idx="1" perm="">Réception &amp; accueil</user_realname>
    <user_name idx="1" perm="">22</user_name>
    <user_pname idx="1" perm="">a7k2</user_pname>
    <user_pass idx="1" perm="">s3cret</user_pass>
    <user_host idx="1" perm="">localhost</user_host>
    <user_outbound idx="1" perm="">localhost:${ports.sips};transport=tls</user_outbound>
    <user_expiry idx="1" perm="">300</user_expiry>
    <user_active idx="2" perm="">off</user_active>
  </phone-settings>
</settings>
`
}

const overTransport = [
  ['udp', { 'sip_server.1.transport_type': 0 }],
  ['tcp', { 'sip_server.1.transport_type': 1 }],
  ['tls', { 'sip_server.1.transport_type': 2, 'sip_server.1.port': ports.sips }],
] as const

for (const [transport, values] of overTransport) {
  test(`a Yealink fetches its one file and registers over ${transport}`, async () => {
    server.files.set(path, yealinkFile(values))
    const phone = switchOn({ mac: '00:15:65:12:34:56' })
    expect(await happened(phone, 'registered')).toMatchObject({ account: 1, transport, expires: 120 })
    const userAgent = 'Yealink SIP-T54W 96.86.0.20 00:15:65:12:34:56'
    expect(server.requests).toEqual([{ path, userAgent, ifNoneMatch: undefined, status: 200 }])
    const contacts = await registrar.contacts('21')
    expect(contacts).toHaveLength(1)
    expect(contacts[0]?.userAgent).toBe('Yealink SIP-T54W 96.86.0.20')
    if (transport !== 'udp') expect(contacts[0]?.address).toContain(`transport=${transport}`)
    await phone.stop()
    expect(await registrar.contacts('21')).toEqual([])
  })
}

test('it hears a switch that answers over UDP from another of its addresses', async () => {
  server.files.set(path, yealinkFile({ 'sip_server.1.address': '127.0.0.2' }))
  const phone = switchOn()
  const contact = await registeredContact(phone, '21')
  expect(await registrar.send('NOTIFY', contact, checkSync(false))).toBe(200)
})

test('a Snom reads its XML file and registers through its outbound proxy over TLS', async () => {
  server.files.set(path, snomFile())
  const phone = switchOn({ model: 'snom-d785' })
  expect(await happened(phone, 'registered')).toMatchObject({ account: 1, transport: 'tls', expires: 300 })
  expect(server.requests.map((each) => each.userAgent)).toEqual([
    'Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16 2010.12-00001-gd311851f1 (Feb 25 2019 - 14:19:43) 000413ABCDEF SXM:0 UXM:0 UXMC:0)',
  ])
  expect((await registrar.contacts('22')).map((each) => each.userAgent)).toEqual(['snomD785/10.1.169.16'])
})

test('a Yealink with a folder asks for boot files, the file of its model and its own, in this order', async () => {
  server.files.set(`/${accessKey}/001565abcdef.cfg`, yealinkFile())
  const phone = switchOn({ url: `https://localhost:${filePort}/${accessKey}` })
  await happened(phone, 'registered')
  const asked = server.requests.map((each) => `${each.path.split('/').at(-1)} ${each.status}`)
  expect(asked).toEqual([
    '001565abcdef.boot 404',
    'y000000000000.boot 404',
    'y000000000096.cfg 404',
    '001565abcdef.cfg 200',
  ])
})

test('a Yealink loads what its boot file includes, and nothing else', async () => {
  server.files.set(`/${accessKey}/001565abcdef.boot`, '#!version:1.0.0.1\ninclude:config "own.cfg"\n')
  server.files.set(`/${accessKey}/own.cfg`, yealinkFile())
  const phone = switchOn({ url: `https://localhost:${filePort}/${accessKey}/` })
  await happened(phone, 'registered')
  expect(server.requests.map((each) => each.path.split('/').at(-1))).toEqual(['001565abcdef.boot', 'own.cfg'])
})

test('a Snom with a folder asks for the file of its model, then for its own', async () => {
  server.files.set(`/${accessKey}/snomD785-000413ABCDEF.htm`, snomFile())
  const phone = switchOn({ model: 'snom-d785', url: `https://localhost:${filePort}/${accessKey}/` })
  await happened(phone, 'registered')
  const asked = server.requests.map((each) => each.path.split('/').at(-1))
  expect(asked).toEqual(['snomD785.htm', 'snomD785-000413ABCDEF.htm'])
})

async function registeredContact(phone: DeskPhone, user: string): Promise<string> {
  await happened(phone, 'registered')
  return eventually(async () => (await registrar.contacts(user))[0]?.address ?? null)
}

function checkSync(reboot: boolean): readonly string[] {
  return [`Event: check-sync;reboot=${reboot}`, 'Subscription-State: terminated']
}

for (const [transport, values] of overTransport) {
  test(`a NOTIFY with reboot=true over ${transport} makes it de-register, boot, fetch and register again`, async () => {
    server.files.set(path, yealinkFile(values))
    const phone = switchOn()
    const contact = await registeredContact(phone, '21')
    expect(await registrar.send('NOTIFY', contact, checkSync(true))).toBe(200)
    const restarting = await happened(phone, 'restarting')
    await happened(phone, 'registered', restarting.at)
    const kinds = phone.events().map((event) => event.kind)
    expect(kinds.slice(kinds.indexOf('notify'))).toEqual([
      'notify',
      'restarting',
      'unregistered',
      'boot',
      'fetched',
      'unchanged',
      'registered',
    ])
    expect(phone.state()).toMatchObject({ phase: 'running', fetches: 2, notifies: 1, restarts: 1 })
    expect(await registrar.contacts('21')).toHaveLength(1)
  })
}

test('a NOTIFY with reboot=false fetches again: an unchanged file changes nothing, a changed one is applied', async () => {
  server.files.set(path, yealinkFile())
  const phone = switchOn()
  const contact = await registeredContact(phone, '21')
  expect(await registrar.send('NOTIFY', contact, checkSync(false))).toBe(200)
  await happened(phone, 'unchanged')
  expect(server.requests.map((each) => each.status)).toEqual([200, 304])
  expect(phone.events().filter((event) => event.kind === 'registered')).toHaveLength(1)

  server.files.set(path, yealinkFile({ user_name: '23' }))
  expect(await registrar.send('NOTIFY', contact, checkSync(false))).toBe(200)
  await phone.waitFor((event) => event.kind === 'registered' && event.address.includes('23@'), 8000)
  expect(await registrar.contacts('21')).toEqual([])
  expect(await registrar.contacts('23')).toHaveLength(1)
  expect(phone.state().restarts).toBe(0)
})

test('an unknown event is answered 489, OPTIONS 200 and a call 486', async () => {
  server.files.set(path, yealinkFile())
  const phone = switchOn()
  const contact = await registeredContact(phone, '21')
  const unknown = ['Event: talk', 'Subscription-State: terminated']
  expect(await registrar.send('NOTIFY', contact, unknown)).toBe(489)
  expect(await registrar.send('OPTIONS', contact, [])).toBe(200)
  expect(await registrar.send('INVITE', contact, [])).toBe(486)
  expect(phone.state()).toMatchObject({ fetches: 1, restarts: 0 })
})

test('a telephone that challenges obeys the right password alone', async () => {
  server.files.set(path, yealinkFile())
  const phone = switchOn({ challenge: true })
  const contact = await registeredContact(phone, '21')
  expect(await registrar.send('NOTIFY', contact, checkSync(false))).toBe(401)
  expect(await registrar.notifyWithPassword(contact, 'check-sync;reboot=false', 'wrong')).toBe(403)
  expect(server.requests).toHaveLength(1)
  expect(await registrar.notifyWithPassword(contact, 'check-sync;reboot=false', 's3cret')).toBe(200)
  await happened(phone, 'unchanged')
  expect(server.requests).toHaveLength(2)
})

test('a file server with a certificate of another authority is refused, in words', async () => {
  server.files.set(path, yealinkFile())
  const phone = switchOn({ ca: stranger.ca })
  const failure = await happened(phone, 'fetchFailed')
  expect(describeEvent(failure)).toMatch(/could not fetch .*: the server's certificate is not trusted \(UNABLE_TO_/)
  expect(server.requests).toEqual([])
})

test('a switch with a certificate of another authority gets no registration', async () => {
  const values = { 'sip_server.1.transport_type': 2, 'sip_server.1.port': ports.sips }
  const plain = await startFileServer(filePort + 1, null)
  plain.files.set(path, yealinkFile(values))
  const phone = switchOn({ url: `http://localhost:${filePort + 1}${path}`, ca: stranger.ca })
  const failure = await happened(phone, 'registrationFailed')
  expect(describeEvent(failure)).toMatch(/not registered: UNABLE_TO_/)
  expect(await registrar.contacts('21')).toEqual([])
  await plain.stop()
})

test('a key that the server does not know gives a clear line, and the telephone asks again until it is known', async () => {
  const phone = switchOn()
  const failure = await happened(phone, 'fetchFailed')
  expect(describeEvent(failure)).toMatch(/^could not fetch https:\/\/localhost:27200\/\*\*\*\*\.cfg: .*\(404\)/)
  server.files.set(path, yealinkFile())
  await happened(phone, 'registered')
})

test('a wrong password is refused by the switch, told, and tried again', async () => {
  server.files.set(path, yealinkFile({ password: 'false' }))
  const phone = switchOn()
  expect(await happened(phone, 'registrationFailed')).toMatchObject({ status: 401 })
  const { at } = await happened(phone, 'registrationFailed')
  await happened(phone, 'registrationFailed', new Date(at.getTime() + 1))
  expect(phone.state().registrations).toEqual([{ account: 1, userName: '21', transport: 'udp', registered: false }])
})

test('no line that it prints holds the access key or a password', async () => {
  server.files.set(path, yealinkFile())
  const phone = switchOn({ challenge: true })
  await happened(phone, 'registered')
  await phone.stop()
  const text = phone.events().map(describeEvent).join('\n')
  expect(text).toContain('/****.cfg')
  expect(text).not.toContain(accessKey)
  expect(JSON.stringify(phone.events())).not.toMatch(new RegExp(`${accessKey}|s3cret`))
})

test('it starts without a file server and goes on when there is one', async () => {
  await server.stop()
  const phone = switchOn()
  expect(describeEvent(await happened(phone, 'fetchFailed'))).toContain('the server cannot be reached (ECONNREFUSED)')
  server = await startFileServer(filePort, certificate)
  server.files.set(path, yealinkFile())
  await happened(phone, 'registered')
})

test('a restart while the file server is away registers with the configuration that it has', async () => {
  server.files.set(path, yealinkFile())
  const phone = switchOn()
  const contact = await registeredContact(phone, '21')
  await server.stop()
  expect(await registrar.send('NOTIFY', contact, checkSync(true))).toBe(200)
  const { at } = await happened(phone, 'restarting')
  await happened(phone, 'fetchFailed', at)
  await happened(phone, 'registered', at)
  server = await startFileServer(filePort, certificate)
  server.files.set(path, yealinkFile())
  await happened(phone, 'unchanged', at)
})

for (const [transport, values] of overTransport) {
  test(`it registers again over ${transport} when the switch was away`, async () => {
    // Short enough that the refresh over UDP, which sees no connection end, comes within the test.
    server.files.set(path, yealinkFile({ ...values, 'sip_server.1.expires': 10 }))
    const phone = switchOn()
    await happened(phone, 'registered')
    const { at } = phone.events().at(-1) ?? { at: new Date() }
    await registrar.kill()
    const later = new Date(at.getTime() + 1)
    const lost = (event: PhoneEvent) => event.kind === 'disconnected' || event.kind === 'registrationFailed'
    const down = await phone.waitFor(lost, 15_000, later)
    registrar = await startRegistrar(ports, certificate)
    await happened(phone, 'registered', down.at)
    expect(await registrar.contacts('21')).toHaveLength(1)
  }, 40_000)
}

test('raccord phone --once prints what happens and ends with 0 when it is registered', async () => {
  server.files.set(path, yealinkFile())
  writeFileSync(join(folder, 'ca.pem'), certificate.ca)
  const main = join(folder, 'phone.ts')
  const command = fileURLToPath(new URL('../cli/phone.ts', import.meta.url))
  writeFileSync(
    main,
    `import { phone } from ${JSON.stringify(command)}
     process.exitCode = await phone(process.argv.slice(2), process.stdout, process.stderr)`,
  )
  const args = [main, url, '--ca', join(folder, 'ca.pem'), '--transport', 'tcp', '--once']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const lines = stdout.split('\n').map((line) => line.slice(13))
  expect(lines).toEqual([
    'starts as Yealink SIP-T54W 96.86.0.20',
    'fetched https://localhost:27200/****.cfg: 200, 395 bytes',
    'configuration applied: 1 account',
    'account 1 (sip:21@localhost:27210): registered over TCP for 120 s',
    'account 1 (sip:21@localhost:27210): registration removed',
    'switched off',
    '',
  ])
})
