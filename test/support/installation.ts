import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Database, migrate, openPostgres, openSqlite } from '#db/open.ts'
import type { Actor } from '#domain/actor.ts'
import { createAdminCenter } from '#http/admincenter/server.ts'
import { translate } from '#i18n/i18n.ts'
import { createServices, type Services } from '#services/index.ts'
import type { Mailer } from '#services/mailer.ts'
import { prepareInstallation } from '#services/provider.ts'
import { createSealer, keyCheckValue } from '#services/seal.ts'
import type { Settings } from '#services/settings.ts'
import { createFakeSwitch, type FakeSwitch } from '#switch/fake.ts'
import { createTestDatabase, postgresUrl } from './postgres.ts'

export type Engine = 'sqlite' | 'postgres'

/** What every test of services and routes runs on: SQLite always, PostgreSQL wherever `npm test` started one. */
export const engines: readonly Engine[] = postgresUrl ? ['sqlite', 'postgres'] : ['sqlite']

export interface TestInstallation {
  settings: Settings
  database: Database
  services: Services
  sipSwitch: FakeSwitch
  adminCenter: FastifyInstance
  /** Milliseconds; stands still unless moved. */
  clock: { now: number }
  /** Errors that were not meant to happen. */
  failures: unknown[]
  firstPassword: string
  provider: Actor
  close(): Promise<void>
}

/** A whole installation but for its sockets and with a switch in memory, on an empty database of its own. */
export async function createTestInstallation(
  engine: Engine,
  { mailer }: { mailer?: Mailer } = {},
): Promise<TestInstallation> {
  const { database, drop } = await emptyDatabase(engine)
  await migrate(database)
  const clock = { now: Date.UTC(2026, 0, 15, 12) }
  const tick = () => clock.now
  const masterKey = randomBytes(32)
  const { provider, firstStart } = await prepareInstallation(database.db, tick, { keyCheck: keyCheckValue(masterKey) })
  const settings = {
    host: 'pbx.example.ch',
    provisioningPort: 8448,
    sipPort: 5060,
    sipsPort: 5061,
    realm: provider.realm,
    caCertificate: () => null,
  }
  const sipSwitch = createFakeSwitch({ clock: tick, realm: provider.realm })
  const failures: unknown[] = []
  const failed = (error: unknown) => void failures.push(error)
  const services = createServices({
    database,
    clock: tick,
    settings,
    sipSwitch,
    sealer: createSealer(masterKey),
    translate,
    ...(mailer && { mailer }),
    failed,
  })
  sipSwitch.onEvent((event) => void services.registrations.heard(event).catch(failed))
  sipSwitch.onEvent((event) => void services.callWatch.heard(event).catch(failed))
  await services.callWatch.recover()
  await services.networkSync.pushAll()
  sipSwitch.onPublicCall(services.publicCalls.decide)
  const adminCenter = await createAdminCenter({
    ...services,
    tls: null,
    webRoot: null,
    switchIsUp: () => sipSwitch.isUp(),
    failed,
  })
  return {
    settings,
    database,
    services,
    sipSwitch,
    adminCenter,
    clock,
    failures,
    firstPassword: firstStart?.oneTimePassword ?? '',
    provider: { userId: '', login: 'test', role: 'provider', vpbxId: null, ip: '192.0.2.1' },
    async close() {
      await adminCenter.close()
      await services.callsIdle()
      await services.accessWriter.close()
      await database.close()
      await drop()
    },
  }
}

async function emptyDatabase(engine: Engine): Promise<{ database: Database; drop: () => Promise<void> }> {
  if (engine === 'sqlite') return { database: openSqlite(':memory:'), drop: async () => undefined }
  if (!postgresUrl) throw new Error('No PostgreSQL for this test run')
  const { url, drop } = await createTestDatabase(postgresUrl)
  return { database: openPostgres(url), drop }
}

export interface TestClient {
  /** Status and body of one request to the API, sent as the browser sends it. */
  request(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>
}

/** Somebody who is not signed in. */
export function stranger({ adminCenter }: TestInstallation): TestClient {
  return client(adminCenter, {})
}

/** Signs in; renews a one-time password first, as one must. */
export async function signIn(installation: TestInstallation, login: string, password: string): Promise<TestClient> {
  const renewed = `${password}-renewed`
  for (const attempt of [password, renewed]) {
    const { adminCenter } = installation
    const reply = await adminCenter.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login, password: attempt },
    })
    if (reply.statusCode !== 200) continue
    const { csrfToken, user } = reply.json<{ csrfToken: string; user: { mustRenewPassword: boolean } }>()
    const cookie = reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const signedIn = client(adminCenter, { cookie, 'x-csrf-token': csrfToken })
    if (user.mustRenewPassword)
      await signedIn.request('POST', '/api/session/password', { current: attempt, next: renewed })
    return signedIn
  }
  throw new Error(`${login} cannot sign in ${installation.failures.map(String).join(' ')}`)
}

function client(app: FastifyInstance, headers: Record<string, string>): TestClient {
  return {
    async request(method, path, body) {
      const reply = await app.inject({
        method: method as 'GET',
        url: path,
        headers,
        ...(body !== undefined && { payload: body as object }),
      })
      const isJson = String(reply.headers['content-type']).startsWith('application/json')
      return { status: reply.statusCode, body: isJson ? reply.json() : reply.body, headers: reply.headers }
    },
  }
}

/** A vPBX with extensions, an administrator, and a user who has the first extension. */
export async function buildVpbx({ services, provider }: TestInstallation, name: string) {
  const values = { name, language: 'fr', country: 'CH', timeZone: 'Europe/Zurich' } as const
  const vpbx = await services.vpbxs.create(provider, values)
  const [first, second] = [
    await services.extensions.create(provider, vpbx.id, { number: '21', displayName: `${name} Réception` }),
    await services.extensions.create(provider, vpbx.id, { number: '22', displayName: `${name} Atelier` }),
  ]
  const login = name.toLowerCase().replace(/\W/g, '')
  const common = { displayName: `${name} person`, email: '', language: 'fr' } as const
  const administrator = await services.users.create(provider, vpbx.id, {
    ...common,
    login: `admin.${login}`,
    role: 'administrator',
    extensionIds: [],
  })
  const user = await services.users.create(provider, vpbx.id, {
    ...common,
    login: `user.${login}`,
    role: 'user',
    extensionIds: [first.id],
  })
  return { vpbx, extensions: [first, second] as const, administrator, user }
}

/** The internal line of an extension. */
export function lineOf(extension: { lines: { id: string }[] }): string {
  const [line] = extension.lines
  if (!line) throw new Error('an extension without a line')
  return line.id
}
