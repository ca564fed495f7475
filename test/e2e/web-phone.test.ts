import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createApiClient } from '../support/api-client.ts'
import { accessibilityFaults, expectNoSideways } from '../support/browser.ts'
import { type BrowserPhone, signInAt, startBrowserPhone } from '../support/browser-phone.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'
import { startBaresipPhone } from '../support/sip/baresip-phone.ts'
import { hearsOnly, type Telephone } from '../support/sip/telephone.ts'
import { tones } from '../support/sip/tone.ts'

/** The telephone in the browser: two Chromium with a tone for a voice, and baresip, call each other through the whole of Raccord. */

interface Extension {
  id: string
  lines: { id: string }[]
}

let raccord: RaccordProcess
let desk: Telephone
let anna: BrowserPhone
let bruno: BrowserPhone
const lineIds: Record<string, string> = {}
const passwords: Record<string, string> = {}
/** An address of this machine that is not loopback: whoever comes from it is told apart from Raccord itself. */
const outside =
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
const [annaTone, brunoTone, deskTone] = tones

beforeAll(async () => {
  raccord = createRaccord(29_560, { env: { RACCORD_RTP_PORTS: '42000-42499', RACCORD_BIND: '0.0.0.0' } })
  await raccord.start()
  const api = await raccord.api()
  const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Garage Martin' })
  const make = async (number: string, displayName: string) => {
    const made = await api.call<Extension>('POST', `/api/vpbxs/${vpbx.id}/extensions`, { number, displayName })
    lineIds[number] = made.lines[0]?.id ?? ''
    return made.id
  }
  for (const [login, number] of [
    ['anna', '21'],
    ['bruno', '22'],
  ] as const) {
    const extensionIds = [await make(number, login === 'anna' ? 'Anna' : 'Bruno')]
    const body = { login, displayName: login, role: 'user', extensionIds }
    const made = await api.call<{ password: string }>('POST', `/api/vpbxs/${vpbx.id}/users`, body)
    const oneTimePassword = made.password
    const origin = `https://localhost:${raccord.ports.adminCenter}`
    ;(await createApiClient({ origin, ca: raccord.ca(), login, oneTimePassword })).close()
    passwords[login] = `${oneTimePassword}-renewed`
  }
  const workshop = await make('23', 'Atelier')
  const { authName } = await api.call<{ authName: string }>('GET', `/api/extensions/${workshop}/sip`)
  const { password } = await api.call<{ password: string }>('POST', `/api/extensions/${workshop}/sip/password`)
  desk = await startBaresipPhone({
    account: { number: '23', digestName: authName, secret: password },
    target: `127.0.0.1:${raccord.ports.sip}`,
    transport: 'udp',
    localPort: 27_560,
    tone: deskTone,
  })
  const url = `https://localhost:${raccord.ports.webPhone}/webphone.jsp`
  anna = await startBrowserPhone(url, annaTone)
  bruno = await startBrowserPhone(url.replace('localhost', outside), brunoTone, 360)
})
afterAll(async () => {
  await Promise.all([anna?.end(), bruno?.end(), desk?.end()])
  await raccord?.remove()
})
afterEach(async () => {
  for (const { page } of [anna, bruno]) {
    if (page.isClosed()) continue
    const ends = page.getByRole('button', { name: /^(Raccrocher|Refuser)$/ })
    while ((await ends.count()) > 0)
      await ends
        .first()
        .click({ timeout: 1000 })
        .catch(() => null)
  }
  await expect.poll(() => desk.state()).toBe('idle')
})

const ready = ({ page }: BrowserPhone) => page.getByText('Prêt à téléphoner').waitFor()
const button = ({ page }: BrowserPhone, name: string) => page.getByRole('button', { name, exact: true })
const dial = async (phone: BrowserPhone, number: string) => {
  await phone.page.getByLabel('Numéro', { exact: true }).fill(number)
  await phone.page.keyboard.press('Enter')
}
const listed = async (number: string) =>
  (await raccord.api()).call<{ deviceName: string | null; sourceIp: string | null }[]>(
    'GET',
    `/api/lines/${lineIds[number]}/registrations`,
  )

test('whoever signs in is ready to call within seconds, and stands in the list as Web-Phone with his own address', async () => {
  expect(await accessibilityFaults(anna.page)).toEqual([])
  await signInAt(anna.page, 'anna', passwords.anna ?? '')
  await ready(anna)
  await signInAt(bruno.page, 'bruno', passwords.bruno ?? '')
  await ready(bruno)
  expect(await listed('21')).toMatchObject([{ deviceName: 'Web-Phone', sourceIp: '127.0.0.1' }])
  expect(await listed('22')).toMatchObject([{ deviceName: 'Web-Phone', sourceIp: outside }])
  for (const { page } of [anna, bruno]) expect(await accessibilityFaults(page)).toEqual([])
  await expectNoSideways(bruno.page)
})

test('two browsers call each other and each hears the other', async () => {
  await dial(anna, '22')
  await bruno.page.getByText('vous appelle').waitFor()
  expect(await accessibilityFaults(bruno.page)).toEqual([])
  await button(bruno, 'Répondre').click()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(brunoTone)
  await expect.poll(() => bruno.heard(), { timeout: 10_000 }).toBe(annaTone)
})

test('a desk telephone and a browser call each other, both ways, and each hears the other', async () => {
  await expect.poll(() => listed('23'), { timeout: 5000 }).toHaveLength(1)
  desk.dial('21')
  await anna.page.getByText('vous appelle').waitFor()
  await button(anna, 'Répondre').click()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(deskTone)
  await expect.poll(() => hearsOnly(desk, annaTone), { timeout: 10_000 }).toBe(true)
  await button(anna, 'Raccrocher').click()
  await expect.poll(() => desk.state()).toBe('idle')
  desk.forget()
  await dial(bruno, '23')
  await expect.poll(() => desk.state()).toBe('incoming')
  await bruno.page.getByText('ça sonne').waitFor()
  desk.answer()
  await expect.poll(() => bruno.heard(), { timeout: 10_000 }).toBe(deskTone)
  await expect.poll(() => hearsOnly(desk, brunoTone), { timeout: 10_000 }).toBe(true)
})

test('muted is silent, held is silent both ways, and both come back', async () => {
  desk.forget()
  await dial(anna, '23')
  await expect.poll(() => desk.state(), { timeout: 5000 }).toBe('incoming')
  desk.answer()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(deskTone)
  await expect.poll(() => hearsOnly(desk, annaTone), { timeout: 10_000 }).toBe(true)
  await button(anna, 'Couper le micro').click()
  await expect.poll(() => saysNothing(desk), { timeout: 10_000 }).toBe(true)
  await button(anna, 'Couper le micro').click()
  await expect.poll(() => hearsOnly(desk, annaTone), { timeout: 10_000 }).toBe(true)
  await button(anna, 'Mettre en attente').click()
  await anna.page.getByText('en attente', { exact: false }).first().waitFor()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(null)
  await button(anna, 'Mettre en attente').click()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(deskTone)
})

/** Nothing new within the last half second. */
async function saysNothing(telephone: Telephone): Promise<boolean> {
  telephone.forget()
  await new Promise((resolve) => setTimeout(resolve, 600))
  return (telephone.heard().get(annaTone) ?? 0) === 0
}

test('a browser gives a call to somebody else, and says when that fails', async () => {
  await dial(anna, '23')
  await expect.poll(() => desk.state(), { timeout: 5000 }).toBe('incoming')
  desk.answer()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(deskTone)
  await button(anna, 'Transférer').click()
  await anna.page.getByLabel('Transférer vers le numéro').fill('99')
  await button(anna, 'Transférer maintenant').click()
  await anna.page.getByText('Le transfert n’a pas abouti').waitFor()
  expect(await accessibilityFaults(anna.page)).toEqual([])
  expect(await anna.heard()).toBe(deskTone)
  await anna.page.getByLabel('Transférer vers le numéro').fill('22')
  await button(anna, 'Transférer maintenant').click()
  await bruno.page.getByText('vous appelle').waitFor()
  await button(bruno, 'Répondre').click()
  await expect.poll(() => bruno.heard(), { timeout: 10_000 }).toBe(deskTone)
  await button(anna, 'Raccrocher').waitFor({ state: 'detached' })
})

test('a browser follows when it is given to somebody else, and its keys reach the other side as tones', async () => {
  desk.dial('21')
  await button(anna, 'Répondre').click()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(deskTone)
  await anna.page.getByRole('button', { name: '7', exact: true }).click()
  await expect.poll(() => desk.log(), { timeout: 5000 }).toMatch(/received event: '7'/)
  desk.transfer('22')
  await bruno.page.getByText('vous appelle').waitFor()
  await button(bruno, 'Répondre').click()
  await expect.poll(() => anna.heard(), { timeout: 10_000 }).toBe(brunoTone)
})

test('a call that does not get through says why in words', async () => {
  await dial(anna, '99')
  await anna.page.getByText('ce numéro n’existe pas').waitFor()
  await dial(anna, '22')
  await bruno.page.getByText('vous appelle').waitFor()
  await button(bruno, 'Refuser').click()
  await anna.page.getByText('le correspondant est occupé ou a refusé l’appel').waitFor()
})

test('nobody gets to the switch without a session, from another page, or past Raccord', async () => {
  const { webPhone } = raccord.ports
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  const ask = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const options = { port: webPhone, path: '/ws?phone=00000000000000000000', headers: { ...upgrade, ...headers } }
      secureRequest({ ...options, host: 'localhost', ca: raccord.ca() }, (reply) => resolve(reply.statusCode ?? 0))
        .on('upgrade', (_, socket) => resolve(socket.destroy() && 101))
        .on('error', reject)
        .end()
    })
  const own = `https://localhost:${webPhone}`
  expect(await ask({ origin: own })).toBe(401)
  const [cookie] = await anna.context.cookies()
  const signedIn = { cookie: `${cookie?.name}=${cookie?.value}` }
  expect(await ask({ ...signedIn, origin: `https://localhost:${raccord.ports.adminCenter}` })).toBe(403)
  expect(await ask({ ...signedIn })).toBe(403)
  expect(await ask({ ...signedIn, origin: own })).toBe(404)
  const doors: unknown = JSON.parse(readFileSync(join(raccord.switch.directory, 'doors.json'), 'utf8'))
  const { webPort } = doors as { webPort: number }
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { ...upgrade, 'x-real-ip': '203.0.113.9', 'sec-websocket-protocol': 'sip' }
    request({ host: '127.0.0.1', port: webPort, path: '/', headers }, (reply) => resolve(reply.statusCode ?? 0))
      .on('upgrade', (_, socket) => resolve(socket.destroy() && 101))
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})

test('wrong passwords are slowed down as at the AdminCenter', async () => {
  const { page, context } = anna
  const other = await context.browser()?.newContext({ ignoreHTTPSErrors: true, locale: 'fr-CH' })
  const stranger = await other?.newPage()
  if (!stranger) throw new Error('no page')
  await stranger.goto(page.url())
  for (let tries = 0; tries < 12; tries++) {
    await signInAt(stranger, 'nobody', 'wrong-password')
    const refused = stranger.getByRole('alert')
    await refused.waitFor()
    if (/Trop d’essais/.test(await refused.innerText())) return
  }
  throw new Error('twelve wrong passwords and no delay')
})

test('switched off for the vPBX, a telephone that runs ends and none begins; when the tab goes its registration goes', async () => {
  expect(await listed('22')).toHaveLength(1)
  await bruno.page.close()
  await expect.poll(() => listed('22'), { timeout: 5000 }).toHaveLength(0)
  const api = await raccord.api()
  const [vpbx] = await api.call<{ id: string }[]>('GET', '/api/vpbxs')
  await api.call('PATCH', `/api/vpbxs/${vpbx?.id}`, { webPhone: false })
  await expect.poll(() => listed('21'), { timeout: 15_000 }).toHaveLength(0)
  await anna.page.reload()
  await anna.page.getByText('n’est pas activé pour votre vPBX').waitFor()
})
