import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  signIn,
  stranger,
  type TestInstallation,
} from '../support/installation.ts'

describe.each(engines)('sign-in on %s', (engine) => {
  let installation: TestInstallation
  beforeEach(async () => {
    installation = await createTestInstallation(engine)
  })
  afterEach(() => installation.close())

  const attempt = (login: string, password: string, headers: Record<string, string> = {}) =>
    installation.adminCenter.inject({ method: 'POST', url: '/api/session', payload: { login, password }, headers })

  test('the cookie is for this host over TLS alone, and no script or other site gets it', async () => {
    const reply = await attempt('provider', installation.firstPassword)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-raccord=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  test('the database holds neither the token of a session nor a password', async () => {
    const reply = await attempt('provider', installation.firstPassword)
    const token = reply.cookies[0]?.value ?? ''
    const { db } = installation.database
    const stored = JSON.stringify([
      await db.selectFrom('session').selectAll().execute(),
      await db.selectFrom('user').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
    ])
    expect(token).toHaveLength(43)
    expect(stored).not.toContain(token)
    expect(stored).not.toContain(installation.firstPassword)
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('a login that does not exist and a wrong password get the same answer', async () => {
    const [unknown, wrong] = [await attempt('nobody', 'some-password'), await attempt('provider', 'some-password')]
    expect([unknown.statusCode, unknown.body]).toEqual([401, wrong.body])
    expect(unknown.json()).toMatchObject({ error: 'session.wrongCredentials' })
  })

  test('the wait grows with each failure, is told, ends by itself, and holds even the right password back', async () => {
    for (let i = 0; i < 3; i++) expect((await attempt('provider', 'wrong')).statusCode).toBe(401)
    const held = await attempt('provider', installation.firstPassword)
    expect([held.statusCode, held.json(), held.headers['retry-after']]).toMatchObject([
      429,
      { params: { seconds: 2 } },
      '2',
    ])
    installation.clock.now += 2000
    for (let i = 0; i < 2; i++) {
      expect((await attempt('provider', 'wrong')).statusCode).toBe(401)
      installation.clock.now += 2000
    }
    expect((await attempt('provider', 'wrong')).json()).toMatchObject({ params: { seconds: 8 } })
    installation.clock.now += 8000
    expect((await attempt('provider', installation.firstPassword)).statusCode).toBe(200)
    expect((await attempt('provider', 'wrong')).statusCode, 'the count begins anew').toBe(401)
  })

  test('parallel tries count like tries one after the other', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => attempt('provider', 'wrong')))
    const looked = replies.filter((reply) => reply.statusCode === 401)
    expect(looked).toHaveLength(3)
  })

  test('failures from one address do not keep the owner out for more than a minute elsewhere', async () => {
    for (let i = 0; i < 25; i++) {
      await installation.adminCenter.inject({
        method: 'POST',
        url: '/api/session',
        payload: { login: 'provider', password: 'wrong' },
        remoteAddress: '203.0.113.9',
      })
      installation.clock.now += 900_000 / 25
    }
    installation.clock.now += 60_000
    expect((await attempt('provider', installation.firstPassword)).statusCode).toBe(200)
  })

  test('an office may sign in with right passwords as often as it likes', async () => {
    // One more than an address may fail without waiting.
    for (let i = 0; i < 31; i++) expect((await attempt('provider', installation.firstPassword)).statusCode).toBe(200)
  }, 30_000)

  test('the addresses of one IPv6 network wait together, and a refused try counts nowhere', async () => {
    const from = (host: number) =>
      installation.adminCenter.inject({
        method: 'POST',
        url: '/api/session',
        payload: { login: 'provider', password: 'wrong' },
        remoteAddress: `2001:db8:1:2::${host}`,
      })
    const codes = []
    for (let host = 1; host <= 8; host++) codes.push((await from(host)).statusCode)
    expect(codes).toEqual([401, 401, 401, 429, 429, 429, 429, 429])
    installation.clock.now += 2000
    expect((await attempt('provider', installation.firstPassword)).statusCode).toBe(200)
    const { db } = installation.database
    const counted = await db.selectFrom('sign_in_failure').selectAll().where('subject', 'like', 'ip:2001%').execute()
    expect(counted).toMatchObject([{ subject: 'ip:2001:db8:1:2::/64', count: 3 }])
  })

  test('what was typed for a login that does not exist is not written down: it may be a password', async () => {
    await attempt('my-secret-password', 'x')
    const { db } = installation.database
    expect(JSON.stringify(await db.selectFrom('audit').selectAll().execute())).not.toContain('my-secret-password')
  })

  test('whoever has a one-time password must renew it before anything else', async () => {
    const reply = await attempt('provider', installation.firstPassword)
    const { csrfToken, user } = reply.json<{ csrfToken: string; user: { mustRenewPassword: boolean } }>()
    expect(user.mustRenewPassword).toBe(true)
    const headers = { cookie: `__Host-raccord=${reply.cookies[0]?.value}`, 'x-csrf-token': csrfToken }
    const list = () => installation.adminCenter.inject({ method: 'GET', url: '/api/vpbxs', headers })
    expect((await list()).json()).toMatchObject({ error: 'session.passwordRenewalRequired' })
    const renew = (current: string, next: string) =>
      installation.adminCenter.inject({
        method: 'POST',
        url: '/api/session/password',
        headers,
        payload: { current, next },
      })
    const current = installation.firstPassword
    expect((await renew(current, 'short')).json()).toMatchObject({
      error: 'password.tooWeak',
      fields: { next: 'password.tooWeak' },
    })
    expect((await renew('something else', 'a-long-new-password')).json()).toMatchObject({
      fields: { current: 'password.wrong' },
    })
    expect((await renew(current, current)).json()).toMatchObject({ fields: { next: 'password.unchanged' } })
    expect((await renew(current, 'provider-provider')).json()).toMatchObject({ fields: { next: 'password.tooWeak' } })
    expect((await renew(current, 'a-long-new-password')).statusCode).toBe(200)
    expect((await list()).statusCode).toBe(200)
  })

  test('a change without the token of the page, or from another site, is refused', async () => {
    const reply = await attempt('provider', installation.firstPassword)
    const cookie = `__Host-raccord=${reply.cookies[0]?.value}`
    const out = (headers: Record<string, string>) =>
      installation.adminCenter.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, ...headers } })
    const { csrfToken } = reply.json<{ csrfToken: string }>()
    expect((await out({})).json()).toMatchObject({ error: 'session.csrf' })
    expect(
      (await out({ 'x-csrf-token': `${csrfToken.slice(0, -1)}${csrfToken.endsWith('_') ? '-' : '_'}` })).statusCode,
    ).toBe(403)
    expect((await out({ 'x-csrf-token': csrfToken, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await attempt('provider', 'x', { 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
      error: 'session.csrf',
    })
    expect((await out({ 'x-csrf-token': csrfToken, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
    expect((await out({ 'x-csrf-token': csrfToken })).json()).toMatchObject({ error: 'session.required' })
  })

  test('a session ends by itself after half a day without use, and after a week in any case', async () => {
    const person = await signIn(installation, 'provider', installation.firstPassword)
    const status = async () => (await person.request('GET', '/api/session')).status
    installation.clock.now += 11 * 3_600_000
    expect(await status()).toBe(200)
    installation.clock.now += 13 * 3_600_000
    expect(await status()).toBe(401)
    const again = await signIn(installation, 'provider', installation.firstPassword)
    for (let i = 0; i < 16; i++) {
      installation.clock.now += 11 * 3_600_000
      if ((await again.request('GET', '/api/session')).status === 401) return
    }
    expect.fail('still signed in after a week')
  })

  test('one sees the own sessions, ends one of them, and not those of others', async () => {
    const { user } = await buildVpbx(installation, 'Alpha')
    const [one, two] = [
      await signIn(installation, user.user.login, user.password),
      await signIn(installation, user.user.login, user.password),
    ]
    await signIn(installation, 'provider', installation.firstPassword)
    const sessions = (await one.request('GET', '/api/sessions')).body as { id: string; current: boolean }[]
    expect(sessions.map((session) => session.current).sort()).toEqual([false, true])
    const other = sessions.find((session) => !session.current)
    expect((await one.request('DELETE', `/api/sessions/${other?.id}`)).status).toBe(200)
    expect((await two.request('GET', '/api/session')).status).toBe(401)
    const { db } = installation.database
    const provider = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.user_id')
      .select('session.id')
      .where('user.role', '=', 'provider')
      .executeTakeFirstOrThrow()
    expect((await one.request('DELETE', `/api/sessions/${provider.id}`)).status).toBe(404)
  })

  test('a new password ends the other sessions; one given by the administrator ends all', async () => {
    const { user, administrator } = await buildVpbx(installation, 'Alpha')
    const admin = await signIn(installation, administrator.user.login, administrator.password)
    const [one, two] = [
      await signIn(installation, user.user.login, user.password),
      await signIn(installation, user.user.login, user.password),
    ]
    const next = 'quite-another-password'
    expect(
      (await one.request('POST', '/api/session/password', { current: `${user.password}-renewed`, next })).status,
    ).toBe(200)
    expect((await two.request('GET', '/api/session')).status).toBe(401)
    expect((await one.request('GET', '/api/session')).status).toBe(200)
    const reset = await admin.request('POST', `/api/users/${user.user.id}/password`)
    expect(reset).toMatchObject({ status: 200, body: { user: { mustRenewPassword: true } } })
    expect((await one.request('GET', '/api/session')).status).toBe(401)
    expect((await attempt(user.user.login, next)).statusCode).toBe(401)
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['numbers for texts', { login: 1, password: 2 }],
    ['ten kilobytes', { login: 'a'.repeat(10_000), password: 'b'.repeat(10_000) }],
    ['a NUL in the login', { login: 'a\u0000b', password: 'x' }],
    ['a field too many', { login: 'a', password: 'b', role: 'provider' }],
  ])('%s for a body gets 400 with a code', async (_, payload) => {
    const reply = await installation.adminCenter.inject({
      method: 'POST',
      url: '/api/session',
      ...(payload !== undefined && { payload }),
    })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    expect(reply.json()).toHaveProperty('error')
  })

  test('the last administrator of a vPBX can be neither deleted nor made a user', async () => {
    const { administrator } = await buildVpbx(installation, 'Alpha')
    const provider = await signIn(installation, 'provider', installation.firstPassword)
    const path = `/api/users/${administrator.user.id}`
    expect((await provider.request('PATCH', path, { role: 'user' })).body).toMatchObject({
      error: 'user.lastAdministrator',
    })
    expect((await provider.request('DELETE', path)).body).toMatchObject({ error: 'user.lastAdministrator' })
    expect((await stranger(installation).request('DELETE', path)).status).toBe(401)
  })
})
