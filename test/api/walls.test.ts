import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#contract/routes/route.ts'
import { type RouteId, routes } from '#contract/routes.ts'
import type { Role } from '#domain/actor.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  stranger,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

/** A body that each route takes, for the routes that take one. A route without a line here does not compile; `null` stands for none. */
const bodies: { [Id in RouteId]: unknown } = {
  'session.signIn': { login: 'nobody', password: 'nothing-at-all' },
  'session.current': null,
  'session.signOut': null,
  'session.renewPassword': { current: 'wrong', next: 'a-good-long-password' },
  'session.settings': { language: 'fr' },
  'sessions.list': null,
  'sessions.end': null,
  'provider.get': null,
  'provider.change': { name: 'Raccord' },
  'models.list': null,
  'models.get': null,
  'models.change': { available: true },
  'models.setShops': { apple: '', google: '', microsoft: '' },
  'models.listOf': null,
  'models.changeOf': { available: true },
  'settings.read': null,
  'settings.write': { settings: {}, version: 0 },
  'settings.readOfModel': null,
  'settings.writeOfModel': { settings: {}, version: 0 },
  'settings.readOfVendor': null,
  'settings.writeOfVendor': { settings: {}, version: 0 },
  'settings.readOfVpbx': null,
  'settings.writeOfVpbx': { settings: {}, version: 0 },
  'settings.readOfVpbxModel': null,
  'settings.writeOfVpbxModel': { settings: {}, version: 0 },
  'settings.readOfDevice': null,
  'settings.writeOfDevice': { settings: {}, version: 0 },
  'vpbxs.list': null,
  'vpbxs.create': { name: 'walls' },
  'vpbxs.get': null,
  'vpbxs.change': { country: 'CH' },
  'vpbxs.delete': null,
  'extensions.list': null,
  'extensions.create': { number: '77', displayName: 'walls' },
  'extensions.get': null,
  'extensions.change': { displayName: 'walls' },
  'extensions.delete': null,
  'extensions.addLine': { kind: 'internal', number: '78' },
  'extensions.sip': null,
  'extensions.revealSip': null,
  'extensions.renewSip': null,
  'extensions.names': null,
  'lines.own': null,
  'lines.get': null,
  'lines.delete': null,
  'lines.registrations': null,
  'devices.list': null,
  'devices.create': { model: 'yealink-t54w' },
  'ipPhone.get': null,
  'ipPhone.create': { model: 'linphone-app' },
  'ipPhone.renew': null,
  'ipPhone.mail': { ticket: '0'.repeat(48), userId: '0'.repeat(20) },
  'devices.get': null,
  'devices.change': { note: 'walls' },
  'devices.delete': null,
  'devices.renewKey': null,
  'devices.manual': null,
  'devices.revealPasswords': null,
  'devices.restart': {},
  'devices.resync': {},
  'devices.accesses': null,
  'devices.lines': null,
  'devices.setLines': { version: 0, slots: [] },
  'devices.baseStations': null,
  'devices.baseStationsForNew': null,
  'devices.handsets': null,
  'devices.revealPin': null,
  'devices.keys': null,
  'devices.setKeys': { version: 1, keys: [{ slot: 2, type: 'blf', value: '22' }] },
  'devices.modelChange': null,
  'devices.changeModel': { model: 'yealink-t53w' },
  'users.list': null,
  'users.create': { login: 'walls', displayName: 'walls', role: 'user' },
  'users.change': { displayName: 'walls' },
  'users.resetPassword': null,
  'users.delete': null,
  'phonebook.list': null,
  'phonebook.create': { name: 'walls', number: '021 555 01 01' },
  'phonebook.clear': null,
  // "name,number\nwalls,79"
  'phonebook.import': { file: 'bmFtZSxudW1iZXIKd2FsbHMsNzk=', mode: 'merge' },
  'phonebook.export': null,
  'phonebook.change': { name: 'walls' },
  'phonebook.delete': null,
  'trunks.list': null,
  'trunks.create': { name: 'walls', host: '192.0.2.99' },
  'trunks.order': { ids: [] },
  'trunks.change': { name: 'walls' },
  'trunks.delete': null,
  'teams.list': null,
  'teams.create': { number: '98', name: 'walls', extensionIds: [] },
  'teams.change': { name: 'walls' },
  'teams.delete': null,
  'rights.ofVpbx': null,
  'rights.changeOfVpbx': { blocked: true, networks: ['192.0.2.0/24'] },
  'rights.ofAccount': null,
  'rights.changeOfAccount': { blocked: true },
  'rights.ofLine': null,
  'rights.changeOfLine': { blocked: true, networks: ['192.0.2.0/24'] },
  'calls.running': null,
  'calls.end': null,
  'calls.list': null,
  'calls.export': null,
  'calls.chart': null,
  'calls.registrationsByMake': null,
  'charges.ofVpbx': null,
  'charges.limitVpbx': { monthLimit: 5_000_000, dayLimit: null },
  'charges.ofAccount': null,
  'charges.limitAccount': { monthLimit: 5_000_000, dayLimit: null },
  'charges.ofLine': null,
  'charges.limitLine': { monthLimit: 5_000_000, dayLimit: null },
  'tariffs.list': null,
  'tariffs.create': { name: 'walls', currency: 'CHF' },
  'tariffs.change': { name: 'walls' },
  'tariffs.delete': null,
  'tariffs.rates': null,
  'tariffs.lookUp': null,
  'tariffs.import': { file: '', mode: 'merge' },
  'tariffs.export': null,
  'mailServer.get': null,
  'mailServer.change': { host: 'mail.example.ch', port: 25, security: 'none', sender: 'pbx@example.ch' },
  'mailServer.test': { to: 'someone@example.ch' },
  'audit.list': null,
}

/** For the routes that want a query. */
const queries: { [Id in RouteId]?: string } = {
  'devices.modelChange': '?model=yealink-t53w',
  'devices.baseStationsForNew': '?model=yealink-t54w',
  'tariffs.lookUp': '?number=%2B41215550101',
}

const roleNames = ['stranger', 'user', 'administrator', 'provider'] as const
type Caller = (typeof roleNames)[number]

const admitted: Record<Route['access'], readonly Caller[]> = {
  public: roleNames,
  ownSession: ['user', 'administrator', 'provider'],
  user: ['user', 'administrator', 'provider'],
  administrator: ['administrator', 'provider'],
  provider: ['provider'],
}

type Ids = Record<string, string>
const teamValues = { strategy: 'all' as const, ringSeconds: 20, extensionIds: [] }
/** What stands in a path for things that belong to nobody. */
const samples: Ids = { modelId: 'yealink-t54w', vendorId: 'yealink' }
const isScoped = (route: Route): boolean => /:(vpbx|extension|line|device|user|entry|team|call)Id/.test(route.path)

let lastCall = 0
/** An internal call of a line that rings; its id. */
async function runningCall(
  { sipSwitch, services, clock }: TestInstallation,
  vpbxId: string,
  lineId: string,
  name: string,
) {
  const id = `walls-${++lastCall}`
  sipSwitch.startCall({
    ...{ id, sipCallId: id, kind: 'internal', vpbxId, startedAt: clock.now, answeredAt: null, dialled: '22' },
    caller: { lineId, number: '21', name },
    callee: { lineId: null, number: '22' },
    ...{ payerLineId: null, trunkId: null },
  })
  await services.callsIdle()
  return id
}

describe.each(engines)('the walls between vPBXs on %s', (engine) => {
  let installation: TestInstallation
  let callers: Record<Caller, TestClient>
  let own: Ids
  let colleagues: Ids
  let foreign: Ids
  const foreignName = 'Zzforeign'

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    const mine = await buildVpbx(installation, 'Mine')
    const theirs = await buildVpbx(installation, foreignName)
    const { services, provider, firstPassword } = installation
    const device = async (extension: { lines: { id: string }[] }, note: string) => {
      const { id } = await services.devices.create(provider, lineOf(extension), { model: 'snom-d785' })
      await services.devices.change(provider, id, { note, adminPassword: '4711' })
      return id
    }
    const phonebookEntry = async (vpbxId: string, name: string) =>
      (await services.phonebook.create(provider, vpbxId, { name, number: '021 555 01 01' })).id
    const team = async (vpbxId: string, number: string, name: string) =>
      (await services.teams.create(provider, vpbxId, { ...teamValues, number, name })).id
    const idsOf = async ({ vpbx, extensions, user }: typeof mine, index: 0 | 1, note: string): Promise<Ids> => ({
      vpbxId: vpbx.id,
      extensionId: extensions[index].id,
      lineId: lineOf(extensions[index]),
      deviceId: await device(extensions[index], note),
      userId: user.user.id,
      entryId: await phonebookEntry(vpbx.id, note),
      teamId: await team(vpbx.id, `9${index}`, note),
      callId: await runningCall(installation, vpbx.id, lineOf(extensions[index]), note),
    })
    own = await idsOf(mine, 0, 'mine')
    colleagues = await idsOf(mine, 1, 'colleague')
    foreign = await idsOf(theirs, 0, foreignName)
    callers = {
      stranger: stranger(installation),
      user: await signIn(installation, mine.user.user.login, mine.user.password),
      administrator: await signIn(installation, mine.administrator.user.login, mine.administrator.password),
      provider: await signIn(installation, 'provider', firstPassword),
    }
  })
  afterAll(() => installation?.close())

  function call(caller: Caller, id: RouteId, ids: Ids) {
    const route: Route = routes[id]
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? samples[name] ?? '0'.repeat(20))
    return callers[caller].request(route.method, path + (queries[id] ?? ''), bodies[id] ?? undefined)
  }

  async function rowsOf(vpbxId: string): Promise<unknown> {
    const { db } = installation.database
    const tables = [
      'account',
      'extension',
      'line',
      'device',
      'device_line',
      'user',
      'user_extension',
      'function_key',
      'phonebook_entry',
      'device_module',
      'team',
      'call',
      'charge_limit',
      'team_member',
      'app_ticket',
    ] as const
    const rows = await Promise.all(
      tables.map((table) => db.selectFrom(table).selectAll().where('vpbx_id', '=', vpbxId).execute()),
    )
    const vpbx = await db.selectFrom('vpbx').selectAll().where('id', '=', vpbxId).execute()
    return [...rows, vpbx].map((list) => list.map((row) => JSON.stringify(row)).sort())
  }

  const all = Object.keys(routes) as RouteId[]

  // Sign-in alone is for everybody and holds no id: sessions.test.ts looks at it.
  describe.each(all.filter((id) => routes[id].access !== 'public'))('%s', (id) => {
    const route: Route = routes[id]
    test.each(roleNames.filter((caller) => !admitted[route.access].includes(caller)))(
      'is not there for the %s',
      async (caller) => {
        const { status, body } = await call(caller, id, own)
        expect([status, body]).toMatchObject(
          caller === 'stranger' ? [401, { error: 'session.required' }] : [404, { error: 'notFound' }],
        )
      },
    )

    if (!isScoped(route)) return

    test.each(['user', 'administrator'] as const)(
      "answers the %s with 404 for another vPBX's ids, and changes nothing there",
      async (caller) => {
        const before = await rowsOf(foreign.vpbxId ?? '')
        const { status, body } = await call(caller, id, foreign)
        expect([status, body]).toEqual([404, { error: 'notFound', fields: {}, params: {} }])
        expect(await rowsOf(foreign.vpbxId ?? '')).toEqual(before)
      },
    )

    test('answers the provider, and whoever it is for, with something else than a wall', async () => {
      for (const caller of ['provider', ...(route.access === 'user' ? ['user' as const] : [])] as const) {
        const { services, provider } = installation
        const fresh = await freshIds(services, provider, own)
        const { status } = await call(caller, id, fresh)
        expect([200, 409], `${caller}: ${status}`).toContain(status)
      }
    })
  })

  /** An extension of the own vPBX that the user has, with a device, and a user: to be changed and deleted by the test. */
  async function freshIds(
    services: TestInstallation['services'],
    provider: TestInstallation['provider'],
    at: Ids,
  ): Promise<Ids> {
    const vpbxId = at.vpbxId ?? ''
    const number = String(1000 + (await services.extensions.list(provider, vpbxId)).length)
    const extension = await services.extensions.create(provider, vpbxId, { number, displayName: 'fresh' })
    const device = await services.devices.create(provider, lineOf(extension), { model: 'yealink-t54w' })
    const kept = (await services.users.list(provider, vpbxId)).find(({ id }) => id === at.userId)
    await services.users.change(provider, at.userId ?? '', {
      extensionIds: [...(kept?.extensionIds ?? []), extension.id],
    })
    const common = { displayName: 'fresh', email: '', language: 'fr', role: 'user' } as const
    const { user } = await services.users.create(provider, vpbxId, {
      ...common,
      extensionIds: [],
      login: `fresh${number}`,
    })
    const callId = await runningCall(installation, vpbxId, lineOf(extension), 'fresh')
    const entry = await services.phonebook.create(provider, vpbxId, { name: 'fresh', number: '021 555 01 01' })
    const team = await services.teams.create(provider, vpbxId, { ...teamValues, number: `5${number}`, name: 'fresh' })
    const [extensionId, lineId] = [extension.id, lineOf(extension)]
    return {
      vpbxId,
      extensionId,
      lineId,
      deviceId: device.id,
      userId: user.id,
      entryId: entry.id,
      teamId: team.id,
      callId,
    }
  }

  test.each(all.filter((id) => routes[id].access === 'user' && /:(extension|line|device)Id/.test(routes[id].path)))(
    "%s answers a user with 404 for a colleague's ids",
    async (id) => {
      const before = await rowsOf(colleagues.vpbxId ?? '')
      expect((await call('user', id, colleagues)).status).toBe(404)
      expect(await rowsOf(colleagues.vpbxId ?? '')).toEqual(before)
    },
  )

  test.each(['user', 'administrator'] as const satisfies Role[])(
    'no reply to the %s holds a word of another vPBX',
    async (caller) => {
      const open = all.filter((id) => routes[id].method === 'GET' && admitted[routes[id].access].includes(caller))
      for (const id of open) expect(JSON.stringify((await call(caller, id, own)).body)).not.toContain(foreignName)
      expect(open.length).toBeGreaterThan(10)
    },
  )

  test("an administrator cannot ask for another vPBX's audit", async () => {
    const { status } = await callers.administrator.request('GET', `/api/audit?vpbxId=${foreign.vpbxId}`)
    expect(status).toBe(404)
  })

  test('a public line is made and deleted by the provider alone', async () => {
    const publicLine = { kind: 'public', number: '021 555 01 01' }
    const path = `/api/extensions/${colleagues.extensionId}/lines`
    expect((await callers.administrator.request('POST', path, publicLine)).status).toBe(404)
    const made = await callers.provider.request('POST', path, publicLine)
    expect(made).toMatchObject({ status: 200, body: { number: '+41215550101' } })
    const { id } = made.body as { id: string }
    expect((await callers.administrator.request('DELETE', `/api/lines/${id}`)).status).toBe(404)
    expect((await callers.provider.request('DELETE', `/api/lines/${id}`)).status).toBe(200)
  })

  test('a user is not given an extension of another vPBX', async () => {
    const reply = await callers.administrator.request('PATCH', `/api/users/${own.userId}`, {
      extensionIds: [foreign.extensionId],
    })
    expect(reply).toMatchObject({ status: 400, body: { fields: { extensionIds: 'field.unknown' } } })
  })

  test('nothing broke behind the walls', () => {
    expect(installation.failures).toEqual([])
  })
})
