import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:https'
import { type AddressInfo, isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { caNamePrefix, makeCa, makeServerPair } from './certificate-maker.ts'
import { watchCertificates } from './certificate-watch.ts'
import { type CertificateRequest, ensureCertificates, switchCertificate, tlsOptions } from './certificates.ts'

const now = Date.now()
const day = 86_400_000
const all = ['ca-key.pem', 'ca.pem', 'server-ecdsa-key.pem', 'server-ecdsa.pem', 'server-rsa-key.pem', 'server-rsa.pem']

// Made once and copied: RSA keys take a while.
let made = ''
let dir = ''
let lines: string[] = []
const log = { info: (text: string) => lines.push(text), warn: (text: string) => lines.push(text) }
const request = (change: Partial<CertificateRequest> = {}): CertificateRequest => ({
  dir,
  host: 'pbx.example.ch',
  publicAddress: '203.0.113.7',
  now,
  log,
  machineName: 'Machine',
  ...change,
})
const read = (name: string) => readFileSync(join(dir, name), 'utf8')
const snapshot = () => Object.fromEntries(readdirSync(dir).map((name) => [name, read(name)]))

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'raccord-tls-made-'))
  await ensureCertificates(request({ dir: made }))
})
afterAll(() => rmSync(made, { recursive: true }))
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'raccord-tls-'))
  for (const name of readdirSync(made)) copyFileSync(join(made, name), join(dir, name))
  lines = []
})
afterEach(() => rmSync(dir, { recursive: true }))

/** A certificate of an authority that is not ours. */
async function putForeign(type: 'ecdsa' | 'rsa', host: string, at = now): Promise<{ cert: string; key: string }> {
  const ours = await makeCa(now)
  const subject = `/CN=Foreign ${type}`
  const keyFile = join(dir, 'foreign-ca-key.pem')
  writeFileSync(keyFile, ours.key)
  const args = ['req', '-x509', '-new', '-key', keyFile, '-subj', subject, '-days', '3650']
  const cert = execFileSync('openssl', args, { encoding: 'utf8' })
  rmSync(keyFile)
  const pair = await makeServerPair({ cert, key: ours.key }, type, [host], at)
  writeFileSync(join(dir, `server-${type}.pem`), pair.cert)
  writeFileSync(join(dir, `server-${type}-key.pem`), pair.key)
  return pair
}

test('the first start makes a CA and two certificates; keys are for their owner alone', () => {
  expect(readdirSync(made).sort()).toEqual(all)
  for (const name of all)
    expect([name, statSync(join(made, name)).mode & 0o777]).toEqual([name, name.includes('key') ? 0o600 : 0o644])
  expect(createPrivateKey(read('server-ecdsa-key.pem')).asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
  expect(createPrivateKey(read('server-rsa-key.pem')).asymmetricKeyDetails?.modulusLength).toBe(2048)
  const ca = new X509Certificate(read('ca.pem'))
  expect(ca.ca).toBe(true)
  expect(Math.round((ca.validToDate.getTime() - now) / day / 365.25)).toBe(20)
})

test.each(['server-ecdsa.pem', 'server-rsa.pem'])(
  '%s names every way to this machine and satisfies OpenSSL',
  (name) => {
    const cert = new X509Certificate(read(name))
    for (const host of ['pbx.example.ch', 'machine', 'localhost']) expect(cert.checkHost(host)).toBe(host)
    for (const ip of ['127.0.0.1', '::1', '203.0.113.7']) expect(cert.checkIP(ip)).toBe(ip)
    expect((cert.validToDate.getTime() - cert.validFromDate.getTime()) / day).toBe(397)
    const args = ['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'pbx.example.ch']
    const checked = execFileSync('openssl', [...args, '-CAfile', join(dir, 'ca.pem'), join(dir, name)], {
      encoding: 'utf8',
    })
    expect(checked).toContain(`${name}: OK`)
  },
)

test('one port serves a client that knows only RSA and one that knows only ECDSA', async () => {
  const server = createServer(tlsOptions(dir)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    expect(await keyTypeServed(server, 'ECDHE-RSA-AES128-GCM-SHA256')).toBe('RSA')
    expect(await keyTypeServed(server, 'ECDHE-ECDSA-AES128-GCM-SHA256')).toBe('EC')
  } finally {
    server.close()
  }
})

async function keyTypeServed(server: Server, ciphers: string): Promise<string> {
  // address() is a string for pipes only.
  const { port } = server.address() as AddressInfo
  const options = { ciphers, maxVersion: 'TLSv1.2', ca: read('ca.pem'), servername: 'pbx.example.ch' } as const
  const socket = connect({ port, host: '127.0.0.1', ...options })
  await once(socket, 'secureConnect')
  const key = socket.getPeerX509Certificate()?.publicKey.asymmetricKeyType ?? ''
  socket.destroy()
  return key === 'ec' ? 'EC' : key.toUpperCase()
}

test('a later start changes nothing', async () => {
  const before = snapshot()
  await ensureCertificates(request({ now: now + 360 * day }))
  expect(snapshot()).toEqual(before)
  expect(lines).toEqual([])
})

test.each([
  ['less than 30 days remain', { now: now + 367 * day }],
  ['the host changed', { host: 'new.example.ch' }],
  ['the host became an address', { host: '192.0.2.9' }],
  ['the public address changed', { publicAddress: '203.0.113.8' }],
])('both certificates are renewed by the same CA when %s', async (_, change) => {
  const before = snapshot()
  await ensureCertificates(request(change))
  const after = snapshot()
  expect(all.filter((name) => before[name] !== after[name])).toEqual(all.filter((name) => name.startsWith('server')))
  const { host, now: at } = request(change)
  for (const name of ['server-ecdsa.pem', 'server-rsa.pem']) {
    const cert = new X509Certificate(read(name))
    expect(isIP(host) ? cert.checkIP(host) : cert.checkHost(host)).toBe(host)
    expect(cert.validToDate.getTime() - at).toBeGreaterThan(390 * day)
    expect(cert.verify(new X509Certificate(read('ca.pem')).publicKey)).toBe(true)
  }
})

test('certificates of the operator stay; what is wrong with them is logged', async () => {
  await putForeign('ecdsa', 'other.example.ch', now - 380 * day)
  await putForeign('rsa', 'pbx.example.ch')
  const before = snapshot()
  await ensureCertificates(request({ publicAddress: null }))
  expect(snapshot()).toEqual(before)
  expect(lines).toEqual([
    expect.stringContaining('server-ecdsa.pem does not name pbx.example.ch'),
    expect.stringContaining('server-ecdsa.pem ends on '),
  ])
})

test('when the operator replaced one certificate, it is served alone', async () => {
  const foreign = await putForeign('ecdsa', 'pbx.example.ch')
  expect(tlsOptions(dir).cert).toEqual([foreign.cert])
  expect(switchCertificate(dir).cert).toBe(join(dir, 'server-ecdsa.pem'))
})

test('otherwise the switch gets the RSA certificate', () => {
  expect(switchCertificate(dir)).toEqual({ cert: join(dir, 'server-rsa.pem'), key: join(dir, 'server-rsa-key.pem') })
})

test('a new CA is made only when both its files are gone, and then signs new certificates', async () => {
  rmSync(join(dir, 'ca-key.pem'))
  await ensureCertificates(request())
  await expect(ensureCertificates(request({ host: 'new.example.ch' }))).rejects.toThrow(/ca-key.pem is missing/)
  rmSync(join(dir, 'ca.pem'))
  await ensureCertificates(request())
  const ca = new X509Certificate(read('ca.pem'))
  expect(ca.subject).toContain(caNamePrefix)
  expect(new X509Certificate(read('server-rsa.pem')).verify(ca.publicKey)).toBe(true)
})

test.each<[string, () => void, RegExp]>([
  [
    'a key is missing',
    () => rmSync(join(dir, 'server-rsa-key.pem')),
    /server-rsa-key.pem is missing, but server-rsa.pem/,
  ],
  [
    'a key is of another certificate',
    () => copyFileSync(join(dir, 'ca-key.pem'), join(dir, 'server-ecdsa-key.pem')),
    /is not the key/,
  ],
  [
    'a certificate is cut',
    () => writeFileSync(join(dir, 'server-rsa.pem'), read('server-rsa.pem').slice(0, 500)),
    /server-rsa.pem does not hold a certificate/,
  ],
  ['a file is a folder', () => replaceByFolder('server-rsa.pem'), /server-rsa.pem cannot be read \(EISDIR\)/],
])('the start says clearly that %s', async (_, damage, message) => {
  damage()
  expect(() => tlsOptions(dir)).toThrow(message)
  await expect(ensureCertificates(request())).rejects.toThrow(message)
})

function replaceByFolder(name: string): void {
  rmSync(join(dir, name))
  execFileSync('mkdir', [join(dir, name)])
}

test('an empty folder is named', () => {
  for (const name of all) rmSync(join(dir, name))
  expect(() => tlsOptions(dir)).toThrow(`There is no certificate in ${dir}`)
})

test.each([
  ['events', 60_000],
  ['polling', 40],
])('replaced files are taken while running, a half or broken pair is not (%s)', async (_, pollEvery) => {
  const onChange = vi.fn()
  const watching = watchCertificates(dir, onChange, { log, pollEvery })
  try {
    copyFileSync(join(dir, 'server-rsa-key.pem'), join(dir, 'server-ecdsa-key.pem'))
    await vi.waitFor(() =>
      expect(lines).toEqual([expect.stringMatching(/not taken.*server-ecdsa-key.pem is not the key/)]),
    )
    expect(onChange).not.toHaveBeenCalled()
    const foreign = await putForeign('ecdsa', 'pbx.example.ch')
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), { timeout: 3000 })
    expect(onChange.mock.calls[0]?.[0]).toMatchObject({ cert: [foreign.cert], key: [foreign.key] })
    chmodSync(join(dir, 'server-ecdsa.pem'), 0o640)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(onChange).toHaveBeenCalledTimes(1)
  } finally {
    watching.close()
  }
})
