import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildVpbx, createTestInstallation, lineOf, type TestInstallation } from '../support/installation.ts'

let installation: TestInstallation
let base: string
let world: Awaited<ReturnType<typeof buildVpbx>>
let other: Awaited<ReturnType<typeof buildVpbx>>

beforeAll(async () => {
  installation = await createTestInstallation('sqlite')
  world = await buildVpbx(installation, 'Alpha')
  other = await buildVpbx(installation, 'Beta')
  await installation.adminCenter.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${(installation.adminCenter.server.address() as AddressInfo).port}`
})
afterAll(() => installation?.close())

/** A stream of what this person hears; `until` waits for the first event that fits. */
async function listen(login: string, password: string) {
  const { services } = installation
  const signedIn = await services.sessions.signIn(login, password, { ip: '127.0.0.1', userAgent: 'test' })
  if (signedIn.user.must_renew_password)
    await services.sessions.renewPassword(signedIn, password, `${password}-renewed`)
  const abort = new AbortController()
  const reply = await fetch(`${base}/api/events`, {
    headers: { cookie: `__Host-raccord=${signedIn.token}` },
    signal: abort.signal,
  })
  const heard: { type: string; lineId?: string; up?: boolean }[] = []
  const reading = (async () => {
    for await (const part of reply.body ?? []) {
      for (const line of new TextDecoder().decode(part).split('\n'))
        if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)))
    }
  })().catch(() => undefined)
  const close = () => {
    abort.abort()
    return reading
  }
  return { reply, heard, close }
}

test('an open page hears of what is its own, and of nothing else', async () => {
  const { services, provider, sipSwitch } = installation
  const user = await listen(world.user.user.login, world.user.password)
  const administrator = await listen(world.administrator.user.login, world.administrator.password)
  expect(user.reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const [mine, colleagues, foreign] = [world.extensions[0], world.extensions[1], other.extensions[0]].map(lineOf)
  for (const line of [foreign, colleagues, mine])
    await services.devices.create(provider, line ?? '', { model: 'yealink-t54w' })
  sipSwitch.setUp(false)
  await expect
    .poll(() => [user, administrator].map(({ heard }) => heard.at(-1)))
    .toEqual([
      { type: 'switch', up: false },
      { type: 'switch', up: false },
    ])
  const lines = ({ heard }: typeof user) => new Set(heard.flatMap(({ lineId }) => lineId ?? []))
  expect(lines(user)).toEqual(new Set([mine]))
  expect(lines(administrator)).toEqual(new Set([mine, colleagues]))
  expect(user.heard[0]).toEqual({ type: 'switch', up: true })
  sipSwitch.setUp(true)
  await Promise.all([user.close(), administrator.close()])
})

test('a registration that comes and goes is told with its line', async () => {
  const { services, provider, sipSwitch } = installation
  const lineId = lineOf(world.extensions[1])
  const { password } = await services.sipData.reveal(provider, world.extensions[1].id)
  const { authName } = await services.sipData.get(provider, world.extensions[1].id)
  const administrator = await listen(world.administrator.user.login, `${world.administrator.password}-renewed`)
  const register = (expires: number) =>
    sipSwitch.register({ digestName: authName, secret: password, number: '22', expires })
  register(120)
  await expect.poll(() => administrator.heard.filter(({ type }) => type === 'registration')).toHaveLength(1)
  register(0)
  await expect.poll(() => administrator.heard.filter(({ type }) => type === 'registration')).toHaveLength(2)
  expect(administrator.heard.at(-1)).toEqual({ type: 'registration', deviceId: null, lineId })
  await administrator.close()
})

test('nobody who is not signed in hears anything', async () => {
  expect((await fetch(`${base}/api/events`)).status).toBe(401)
})
