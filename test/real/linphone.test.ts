import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import { get } from '../support/https-client.ts'
import { createLinphone, type Linphone } from '../support/linphone.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'
import { until } from '../support/sip/switch.ts'

/** One life of a real telephone: each test goes on where the one before it stopped. */

interface Registration {
  ruid: string
  deviceId: string | null
  userAgent: string
  sourceIp: string
  contact: string
  transport: string
  stale: boolean
}
interface Access {
  status: number
  ip: string
  userAgent: string
  file: string
}

let raccord: RaccordProcess
let api: ApiClient
let linphone: Linphone
let extension: { id: string; lines: { id: string }[] }
let line: string
let device: { id: string }
let link: string
/** Whatever must never stand in a log. */
const secrets: string[] = []

beforeAll(async () => {
  raccord = createRaccord(27800)
  await raccord.start()
  api = await raccord.api()
  const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Linphone SA' })
  extension = await api.call('POST', `/api/vpbxs/${vpbx.id}/extensions`, { number: '21', displayName: 'Réception "A"' })
  line = extension.lines[0]?.id ?? ''
  device = await api.call('POST', `/api/lines/${line}/devices`, { model: 'linphone-app' })
  link = await currentLink()
  linphone = createLinphone({ link, caFile: `${raccord.data}/tls/ca.pem` })
})
afterAll(async () => {
  await linphone?.remove()
  await raccord?.remove()
})

const registrations = () => api.call<Registration[]>('GET', `/api/lines/${line}/registrations`)
const accesses = () => api.call<Access[]>('GET', `/api/devices/${device.id}/accesses`)
const lastAccess = async () =>
  (await api.call<{ device: { lastAccess: object | null } }>('GET', `/api/devices/${device.id}`)).device.lastAccess

async function currentLink(): Promise<string> {
  const { link } = await api.call<{ link: string }>('POST', `/api/devices/${device.id}/manual`)
  secrets.push(/[0-9a-f]{48}/.exec(link)?.[0] ?? '')
  return link
}

/** As the phone is served now. */
async function configuration(): Promise<string> {
  const body = (await get(link, { ca: raccord.ca() })).body.toString()
  secrets.push(/name="passwd"[^>]*>([^<]+)</.exec(body)?.[1] ?? '')
  return body
}

test('Linphone, given its link and our CA alone, fetches over TLS and registers over UDP', async () => {
  expect(link).toMatch(/^https:\/\/localhost:27801\/[0-9a-f]{48}\.cfg$/)
  await linphone.start()
  await until('Linphone is registered', async () => (await registrations()).length === 1, 20_000)
  const [registration] = await registrations()
  expect(registration).toMatchObject({ deviceId: device.id, sourceIp: '127.0.0.1', transport: 'udp', stale: false })
  // The daemon gives itself no name: Linphone's library then sends this one, in SIP and in HTTP.
  expect(registration?.userAgent).toBe('Unknown')
  expect(registration?.contact).toMatch(/^sip:21@127\.0\.0\.1:\d+/)
})

test('the device shows when and from where Linphone fetched, under the user agent that it sends', async () => {
  await until('the access is written', async () => (await accesses()).length > 0, 2000)
  expect(await accesses()).toEqual([
    expect.objectContaining({ status: 200, ip: '127.0.0.1', userAgent: 'Unknown', file: '' }),
  ])
  expect(await lastAccess()).toMatchObject({ ip: '127.0.0.1' })
})

test('after a new access key the old link is not found, and Linphone with the new one works', async () => {
  const old = link
  await api.call('POST', `/api/devices/${device.id}/access-key`)
  link = await currentLink()
  expect(link).not.toBe(old)
  expect(await lastAccess()).toBeNull()
  expect((await get(old, { ca: raccord.ca() })).status).toBe(404)
  await linphone.end()
  const before = (await registrations()).map(({ ruid }) => ruid)
  linphone.setLink(link)
  await linphone.start()
  const isNew = ({ ruid }: Registration) => !before.includes(ruid)
  await until('Linphone registered anew', async () => (await registrations()).some(isNew), 20_000)
  await until('its access is written', async () => (await lastAccess()) !== null, 2000)
})

test('renewed SIP data end the registration within 5 seconds, and Linphone registers again after it has fetched', async () => {
  await configuration()
  // It then no longer knows the password itself, and must unlearn this one.
  await until('Linphone has kept a hash of its password', () => /^ha1=\w/m.test(linphone.settings()), 30_000)
  await api.call('POST', `/api/extensions/${extension.id}/sip/renew`)
  await until('no registration is left', async () => (await registrations()).length === 0, 5000)
  await configuration()
  await linphone.end()
  await linphone.start()
  await until('Linphone is registered', async () => (await registrations()).length > 0, 20_000)
  expect(await registrations()).toEqual([expect.objectContaining({ deviceId: device.id, stale: false })])
})

test('nothing that was printed or logged holds an access key, a SIP secret or a password', async () => {
  expect(secrets.filter((secret) => secret.length > 8)).toHaveLength(4)
  const password = raccord.oneTimePassword()
  expect(await raccord.terminate()).toBe(0)
  const printed = raccord.output().replace(`with the one-time password  ${password}`, '')
  const log = raccord.switch.log()
  expect(log).not.toBe('')
  for (const secret of [...secrets, password]) expect(printed + log).not.toContain(secret)
})
