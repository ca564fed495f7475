import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { languages } from '#domain/language.ts'
import { enqueueMail } from '#services/mail-queue.ts'
import {
  createTestInstallation,
  engines,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Received {
  from: string
  to: string[]
  content: string
  user: string | null
}

/** A mail server on loopback that keeps what it is given; `refuse` says what it answers to a recipient instead. */
async function startMailServer(port: number) {
  const received: Received[] = []
  const answers: { refuse: string | null } = { refuse: null }
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: [],
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      password === 'pässword-4711'
        ? done(null, { user: username })
        : done(new Error(`5.7.8 no such password: ${password}`)),
    onRcptTo: (_, __, done) => done(answers.refuse === null ? null : new Error(answers.refuse)),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          content: Buffer.concat(chunks).toString(),
          user: (session.user as string | undefined) ?? null,
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      // What clients do wrong is theirs.
      server.on('error', () => undefined)
      resolve()
    })
  })
  const { port: bound } = server.server.address() as AddressInfo
  return { received, answers, port: bound, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** Ports of these tests: 27440 and on, for the server that comes back at the same place. */
const fixedPort = 27_440

describe.each(engines)('mail on %s', (engine) => {
  let installation: TestInstallation
  let provider: TestClient
  const servers: { close(): Promise<void> }[] = []
  beforeEach(async () => {
    installation = await createTestInstallation(engine)
    provider = await signIn(installation, 'provider', installation.firstPassword)
  })
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const start = async (port = 0) => {
    const server = await startMailServer(port)
    servers.push(server)
    return server
  }
  const set = (port: number, values: object = {}) =>
    provider.request('PUT', '/api/mail-server', {
      host: '127.0.0.1',
      port,
      security: 'none',
      sender: 'pbx@example.ch',
      ...values,
    })
  const tryIt = async () =>
    (await provider.request('POST', '/api/mail-server/test', { to: 'boss@example.ch' })).body as {
      sent: boolean
      detail: string
    }
  const enqueue = () =>
    enqueueMail(installation.database.db, installation.clock.now, {
      ...{ to: 'boss@example.ch', vpbxId: null, language: 'de', template: 'chargeThreshold' },
      params: { name: 'Zürich · 21', period: '2026-01', threshold: 90, use: '9.00 CHF', limit: '10.00 CHF' },
    })
  const jobs = () => installation.database.db.selectFrom('job').selectAll().execute()

  test('is sent by the server that is set, and its password is neither shown nor kept in the clear', async () => {
    const server = await start()
    expect((await provider.request('GET', '/api/mail-server')).body).toBe(null)
    expect(await provider.request('POST', '/api/mail-server/test', { to: 'boss@example.ch' })).toMatchObject({
      status: 409,
      body: { error: 'mailServer.missing' },
    })
    expect((await set(server.port, { userName: 'pbx', password: 'pässword-4711' })).body).toEqual({
      ...{
        host: '127.0.0.1',
        port: server.port,
        security: 'none',
        userName: 'pbx',
        passwordSet: true,
        sender: 'pbx@example.ch',
      },
    })
    expect(await tryIt()).toMatchObject({ sent: true, detail: expect.stringContaining('250') })
    expect(server.received).toMatchObject([{ from: 'pbx@example.ch', to: ['boss@example.ch'], user: 'pbx' }])
    const { secret_sealed } = await installation.database.db
      .selectFrom('mail_server')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(secret_sealed).not.toContain('4711')
    // Left out, the password stays; null takes it away.
    expect((await set(server.port, { userName: 'pbx' })).body).toMatchObject({ passwordSet: true })
    expect(await tryIt()).toMatchObject({ sent: true })
    expect((await set(server.port, { userName: 'pbx', password: null })).body).toMatchObject({ passwordSet: false })
  })

  test('that the server refuses is told in its words, without the password', async () => {
    const server = await start()
    await set(server.port, { userName: 'pbx', password: 'wröng-secret' })
    const refused = await tryIt()
    expect(refused.sent).toBe(false)
    expect(refused.detail).toContain('no such password')
    expect(refused.detail).not.toContain('wröng-secret')
    await set(server.port, { password: null })
    server.answers.refuse = '5.1.1 nobody of that name'
    expect(await tryIt()).toMatchObject({ sent: false, detail: expect.stringContaining('nobody of that name') })
  })

  test('never goes out in the clear, or to a certificate that nobody vouches for, where TLS is wanted', async () => {
    const server = await start()
    for (const security of ['starttls', 'tls']) {
      await set(server.port, { security })
      expect((await tryIt()).sent).toBe(false)
    }
    expect(server.received).toEqual([])
  })

  test('waits while the server is down, and goes out once when it is back', async () => {
    const { services, clock } = installation
    await set(fixedPort)
    await enqueue()
    await services.jobs.look()
    expect(await jobs()).toMatchObject([
      { state: 'waiting', attempts: 1, run_at: clock.now + 30_000, error: expect.stringContaining('ECONNREFUSED') },
    ])
    await services.jobs.look()
    expect(await jobs()).toMatchObject([{ attempts: 1 }])
    clock.now += 30_000
    await services.jobs.look()
    expect(await jobs()).toMatchObject([{ attempts: 2, run_at: clock.now + 60_000 }])
    const server = await start(fixedPort)
    clock.now += 60_000
    await services.jobs.look()
    await services.jobs.look()
    expect(await jobs()).toMatchObject([{ state: 'done', attempts: 3, error: null }])
    expect(server.received.length).toBe(1)
    const { content } = server.received[0] ?? { content: '' }
    expect(content).toMatch(/Message-ID: <[0-9a-f]{20}@raccord>/)
    expect(content.replace(/=\r\n/g, '')).toContain('9.00 CHF')
  })

  test('is claimed by one of several processes alone', async () => {
    const server = await start()
    await set(server.port)
    for (let count = 0; count < 20; count += 1) await enqueue()
    const { createJobRunner } = await import('#services/jobs.ts')
    const { services, database, clock, failures } = installation
    const runners = Array.from({ length: 4 }, () =>
      createJobRunner({
        db: database.db,
        clock: () => clock.now,
        handlers: { mail: services.mail.sendQueued },
        failed: (error) => failures.push(error),
      }),
    )
    await Promise.all(runners.map((runner) => runner.look()))
    expect(server.received.length).toBe(20)
    expect((await jobs()).every(({ state, attempts }) => state === 'done' && attempts === 1)).toBe(true)
  })

  test('that was claimed by a process that died is sent by another after the claim has run out', async () => {
    const server = await start()
    await set(server.port)
    await enqueue()
    const { database, clock, services } = installation
    await database.db
      .updateTable('job')
      .set({ state: 'running', claimed_by: 'gone', claimed_until: clock.now + 60_000 })
      .execute()
    await services.jobs.look()
    expect(server.received).toEqual([])
    clock.now += 61_000
    await services.jobs.look()
    expect(server.received.length).toBe(1)
  })

  test.each(languages)('has its words in %s', async (language) => {
    const { translate } = await import('#i18n/i18n.ts')
    for (const template of ['chargeThreshold', 'chargeMonth', 'chargeDay']) {
      const params = { name: 'N', period: 'P', threshold: 90, use: 'U', limit: 'L' }
      const text = translate(language, `mail.${template}.text`, params)
      for (const word of ['N', 'P', 'U', 'L']) expect(text).toContain(word)
      expect(text).not.toContain('{{')
    }
  })
})
