import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningCall } from '#switch/port.ts'
import { buildTariff, nextCallId, perMinute } from '../support/charges.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Party {
  lineId: string | null
  number: string
  name: string
}
interface Call {
  id: string
  kind: string
  vpbxName: string
  caller: Party
  callee: Party
  payer: Party | null
  dialled: string
  cost: number
  currency: string | null
  destination: string | null
  endReason: string | null
}
interface Page {
  calls: Call[]
  next: string | null
  total: { calls: number; seconds: number; costs: { currency: string; cost: number }[] }
}

describe.each(engines)('call records on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>
  let theirs: Awaited<ReturnType<typeof buildVpbx>>
  let clients: Record<'provider' | 'administrator' | 'user' | 'foreigner', TestClient>
  let first: string
  let second: string
  let foreign: string
  let midnight: number
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    await buildTariff(installation, [perMinute])
    own = await buildVpbx(installation, 'Alpha')
    theirs = await buildVpbx(installation, 'Beta')
    clients = {
      provider: await signIn(installation, 'provider', installation.firstPassword),
      administrator: await signIn(installation, own.administrator.user.login, own.administrator.password),
      user: await signIn(installation, own.user.user.login, own.user.password),
      foreigner: await signIn(installation, theirs.administrator.user.login, theirs.administrator.password),
    }
    first = lineOf(own.extensions[0])
    second = lineOf(own.extensions[1])
    foreign = lineOf(theirs.extensions[0])
    midnight = Date.UTC(2026, 0, 14, 23)
    await calls()
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  /** A call of so many seconds after midnight, that lasts so many; null: it is not answered and ends with the code. */
  async function call(name: string, at: number, lasts: number | null, values: Partial<RunningCall>, code = 200) {
    const { sipSwitch, services } = installation
    const id = nextCallId()
    ids[name] = id
    const startedAt = midnight + at * 1000
    sipSwitch.startCall({
      ...{ id, sipCallId: id, kind: 'internal', vpbxId: own.vpbx.id, startedAt, answeredAt: null, dialled: '22' },
      caller: { lineId: first, number: '21', name: 'Réception' },
      callee: { lineId: second, number: '22' },
      ...{ payerLineId: null, trunkId: null, ...values },
    })
    if (lasts !== null) sipSwitch.answerCall(id, startedAt + 5000)
    sipSwitch.finishCall({ id, endedAt: startedAt + 5000 + (lasts ?? 0) * 1000, code, reason: 'said' })
    await services.callsIdle()
  }

  async function calls(): Promise<void> {
    const abroad = { lineId: null, number: '+41215550199' }
    await call('internal', 3600, 30, {})
    await call('busy', 3700, null, {}, 486)
    await call('outgoing', 7200, 61, { kind: 'outgoing', dialled: '0215550199', callee: abroad, payerLineId: first })
    await call('incoming', 7210, 20, {
      kind: 'incoming',
      caller: { lineId: null, number: '+41335550101', name: '=cmd|evil' },
      callee: { lineId: second, number: '+41215550122' },
    })
    await call('forwarded', 7220, 30, {
      kind: 'forwarded',
      dialled: '22',
      callee: { lineId: null, number: '+41215550188' },
      payerLineId: second,
    })
    await call('colleague', 7230, 10, {
      caller: { lineId: second, number: '22', name: 'Atelier' },
      callee: { lineId: null, number: '*98' },
      dialled: '*98',
    })
    await call('foreign', 7240, 10, {
      vpbxId: theirs.vpbx.id,
      caller: { lineId: foreign, number: '21', name: 'Beta' },
      callee: { lineId: foreign, number: '22' },
    })
    await call('nextDay', 86_400, null, {}, 487)
  }

  const list = async (client: TestClient, query = '') =>
    (await client.request('GET', `/api/calls${query}`)).body as Page
  const namesOf = (page: Page) => page.calls.map(({ id }) => Object.entries(ids).find(([, other]) => other === id)?.[0])
  const one = async (client: TestClient, name: string) => (await list(client)).calls.find(({ id }) => id === ids[name])

  test('are given newest first: to the provider all, to an administrator those of his vPBX, to a user those of his lines', async () => {
    const all = ['nextDay', 'foreign', 'colleague', 'forwarded', 'incoming', 'outgoing', 'busy', 'internal']
    expect(namesOf(await list(clients.provider))).toEqual(all)
    expect(namesOf(await list(clients.administrator))).toEqual(all.filter((name) => name !== 'foreign'))
    expect(namesOf(await list(clients.user))).toEqual(['nextDay', 'forwarded', 'outgoing', 'busy', 'internal'])
    expect(namesOf(await list(clients.foreigner))).toEqual(['foreign'])
  })

  test('of two vPBXs that meet in a call tell neither what the other is inside', async () => {
    const talk = { lineId: foreign, number: '+41215550177' }
    await call('neighbour', -7200, 10, { kind: 'outgoing', dialled: '0215550177', callee: talk, payerLineId: first })
    await call('sentOn', -7100, 10, {
      vpbxId: theirs.vpbx.id,
      kind: 'forwarded',
      caller: { lineId: first, number: '21', name: 'Réception' },
      dialled: '+41215550177',
      callee: { lineId: null, number: '+41215550166' },
      payerLineId: foreign,
    })
    expect(await one(clients.administrator, 'neighbour')).toMatchObject({
      callee: { lineId: null, number: '+41215550177', name: '' },
    })
    expect(await one(clients.foreigner, 'sentOn')).toMatchObject({ caller: { lineId: null, number: '', name: '' } })
    expect(JSON.stringify(await list(clients.administrator))).not.toContain(foreign)
    expect(JSON.stringify(await list(clients.foreigner))).not.toContain(first)
    await installation.database.db
      .deleteFrom('call')
      .where('id', 'in', [ids.neighbour ?? '', ids.sentOn ?? ''])
      .execute()
  })

  test('do not tell a user which line the other is, what a colleague pays, and where he forwards to', async () => {
    expect(await one(clients.user, 'internal')).toMatchObject({
      caller: { lineId: first },
      callee: { lineId: null, number: '22', name: 'Alpha Atelier' },
    })
    expect(await one(clients.user, 'forwarded')).toMatchObject({
      callee: { number: '' },
      payer: null,
      cost: 0,
      currency: null,
      destination: null,
    })
    expect(JSON.stringify(await list(clients.user))).not.toContain(second)
    expect(JSON.stringify(await list(clients.user))).not.toContain('+41215550188')
    expect(namesOf(await list(clients.user, '?q=5550188'))).toEqual([])
    expect(namesOf(await list(clients.user, '?only=charged'))).toEqual(['outgoing'])
    expect((await list(clients.user)).total.costs).toEqual([{ currency: 'CHF', cost: 240_000 }])
    expect(await one(clients.administrator, 'forwarded')).toMatchObject({
      callee: { number: '+41215550188' },
      payer: { lineId: second, number: '22', name: 'Alpha Atelier' },
      ...{ cost: 120_000, destination: 'Switzerland' },
    })
  })

  test('say how they ended', async () => {
    const ends = await Promise.all(['internal', 'busy', 'nextDay'].map((name) => one(clients.administrator, name)))
    expect(ends.map((found) => found?.endReason)).toEqual(['hungUp', 'busy', 'cancelled'])
  })

  test.each([
    ['?kind=internal', ['nextDay', 'colleague', 'busy', 'internal']],
    ['?only=missed', ['nextDay', 'busy']],
    ['?only=answered&kind=internal', ['colleague', 'internal']],
    ['?only=charged', ['forwarded', 'outgoing']],
    ['?q=021%20555%2001', ['outgoing']],
    ['?q=%2B4133555', ['incoming']],
    ['?q=%25', ['nextDay', 'colleague', 'forwarded', 'incoming', 'outgoing', 'busy', 'internal']],
    ['?from=2026-01-16', ['nextDay']],
    ['?from=2026-01-15&to=2026-01-15&kind=internal', ['colleague', 'busy', 'internal']],
  ])('are filtered by %s', async (query, names) => {
    expect(namesOf(await list(clients.administrator, query))).toEqual(names)
  })

  test('are filtered by line and extension in reach alone', async () => {
    const mine = ['nextDay', 'forwarded', 'outgoing', 'busy', 'internal']
    expect(namesOf(await list(clients.administrator, `?lineId=${first}`))).toEqual(mine)
    expect(namesOf(await list(clients.user, `?extensionId=${own.extensions[0].id}`))).toEqual(mine)
    for (const query of [`?lineId=${second}`, `?extensionId=${own.extensions[1].id}`, `?vpbxId=${theirs.vpbx.id}`])
      expect([query, (await clients.user.request('GET', `/api/calls${query}`)).status]).toEqual([query, 404])
    for (const path of ['calls', 'calls/running', 'calls/csv', 'calls/chart'])
      expect((await clients.administrator.request('GET', `/api/${path}?vpbxId=${theirs.vpbx.id}`)).status).toBe(404)
    expect((await clients.administrator.request('GET', `/api/calls?lineId=${foreign}`)).status).toBe(404)
  })

  test('come with the sums of everything that is found', async () => {
    expect((await list(clients.administrator, '?to=2026-01-15')).total).toEqual({
      ...{ calls: 6, seconds: 30 + 61 + 20 + 30 + 10 },
      costs: [{ currency: 'CHF', cost: 360_000 }],
    })
  })

  test('come in pages without a gap', async () => {
    const { database, services } = installation
    const rows = Array.from({ length: 250 }, (_, index) => ({
      ...{
        id: `bulk-${String(index).padStart(4, '0')}`,
        created_at: 1000 + Math.floor(index / 7),
        vpbx_id: theirs.vpbx.id,
        kind: 'internal' as const,
      },
      ...{
        sip_call_id: '',
        caller_line_id: foreign,
        caller_number: '21',
        caller_name: '',
        dialled: '22',
        callee_line_id: null,
      },
      ...{
        callee_number: '22',
        payer_line_id: null,
        payer_account_id: null,
        trunk_id: null,
        answered_at: null,
        ended_at: 2000,
      },
      ...{ end_code: 487, end_reason: 'cancelled' as const, rate: null, currency: null, cost: 0, charged_until: null },
    }))
    await database.db.insertInto('call').values(rows).execute()
    const seen: string[] = []
    let next: string | null = null
    do {
      const page: Page = await list(clients.foreigner, next === null ? '' : `?before=${next}`)
      seen.push(...page.calls.map(({ id }) => id))
      next = page.next
    } while (next !== null)
    expect([seen.length, new Set(seen).size]).toEqual([251, 251])
    await database.db.deleteFrom('call').where('id', 'like', 'bulk-%').execute()
    await services.callsIdle()
  })

  test('are exported in words, without a formula', async () => {
    const { body } = await clients.administrator.request('GET', '/api/calls/csv?language=de')
    const { csv, truncated } = body as { csv: string; truncated: boolean }
    expect(truncated).toBe(false)
    const lines = csv.trim().split('\r\n')
    expect(lines.length).toBe(8)
    expect(csv).toContain("'=cmd|evil")
    expect(csv).not.toMatch(/;=cmd/)
    expect(lines.find((line) => line.includes('0215550199'))).toMatch(
      /^2026-01-15 02:00:00;2026-01-15 02:00:05;2026-01-15 02:01:06;61;.*;0\.24;CHF;/,
    )
    expect(csv).not.toMatch(/callEnd\.|callExport\.|calls\.kind/)
  })

  test('are drawn by the hour, with the most at a time', async () => {
    const { body } = await clients.administrator.request('GET', '/api/calls/chart?day=2026-01-15')
    const { hours } = body as {
      hours: { hour: number; internal: number; outgoing: number; incoming: number; peak: number }[]
    }
    expect(hours.length).toBe(24)
    expect(hours[1]).toEqual({ hour: 1, internal: 2, outgoing: 0, incoming: 0, peak: 1 })
    expect(hours[2]).toEqual({ hour: 2, internal: 1, outgoing: 2, incoming: 1, peak: 4 })
    expect(hours[3]).toEqual({ hour: 3, internal: 0, outgoing: 0, incoming: 0, peak: 0 })
    expect((await clients.user.request('GET', '/api/calls/chart')).status).toBe(404)
    expect((await clients.administrator.request('GET', '/api/calls/chart?day=2026-02-31')).status).toBe(400)
  })

  test('that run are listed live, and one is ended with a click', async () => {
    const { sipSwitch, services, clock } = installation
    const id = nextCallId()
    sipSwitch.startCall({
      ...{
        id,
        sipCallId: id,
        kind: 'internal',
        vpbxId: own.vpbx.id,
        startedAt: clock.now,
        answeredAt: null,
        dialled: '21',
      },
      caller: { lineId: second, number: '22', name: 'Atelier' },
      callee: { lineId: first, number: '21' },
      ...{ payerLineId: null, trunkId: null },
    })
    await services.callsIdle()
    const running = async (client: TestClient) =>
      ((await client.request('GET', '/api/calls/running')).body as Call[]).map((found) => found.id)
    for (const client of [clients.provider, clients.administrator, clients.user])
      expect(await running(client)).toEqual([id])
    expect(await running(clients.foreigner)).toEqual([])
    expect((await clients.foreigner.request('DELETE', `/api/calls/${id}`)).status).toBe(404)
    expect((await clients.user.request('DELETE', `/api/calls/${id}`)).status).toBe(404)
    expect((await clients.administrator.request('DELETE', `/api/calls/${id}`)).status).toBe(200)
    await services.callsIdle()
    expect(sipSwitch.cut).toEqual([id])
    expect(await running(clients.administrator)).toEqual([])
    expect((await list(clients.administrator)).calls.find((found) => found.id === id)?.endReason).toBe('ended')
    expect((await clients.administrator.request('DELETE', `/api/calls/${id}`)).status).toBe(200)
  })

  test.each([
    [480, 'No Answer', 'noAnswer'],
    [480, 'Not Registered', 'notRegistered'],
    [480, 'Temporarily Unavailable', 'noAnswer'],
    [302, 'Forwarded', 'forwarded'],
    [486, 'Busy Here', 'busy'],
    [486, 'Too Many Calls', 'refused'],
    [402, 'Spending Limit Reached', 'limit'],
    [500, 'Server Internal Error', 'failed'],
  ])('that end with %i %s say so as %s', async (code, reason, word) => {
    const { sipSwitch, services, clock } = installation
    const id = nextCallId()
    sipSwitch.startCall({
      ...{ id, sipCallId: id, kind: 'internal', vpbxId: own.vpbx.id, startedAt: clock.now, answeredAt: null },
      ...{ dialled: '21', caller: { lineId: second, number: '22', name: 'Atelier' } },
      ...{ callee: { lineId: first, number: '21' }, payerLineId: null, trunkId: null },
    })
    sipSwitch.finishCall({ id, endedAt: clock.now, code, reason })
    await services.callsIdle()
    expect((await list(clients.administrator)).calls.find((found) => found.id === id)?.endReason).toBe(word)
  })

  test('hints go to those who take part, and to nobody else', async () => {
    const hints: { type: string; vpbxId?: string; lineIds?: string[] }[] = []
    const stop = installation.services.events.subscribe((hint) => hints.push(hint))
    await call('hinted', 90_000, 5, {})
    stop()
    expect(hints.length).toBe(3)
    for (const hint of hints) expect(hint).toEqual({ type: 'calls', vpbxId: own.vpbx.id, lineIds: [first, second] })
  })

  test('registered devices are counted by make', async () => {
    const { services, provider, sipSwitch } = installation
    const { id } = await services.devices.create(provider, first, { model: 'snom-d785' })
    await services.devices.create(provider, second, { model: 'yealink-t54w' })
    const credential = sipSwitch.credentials().find(({ deviceId }) => deviceId === id)
    sipSwitch.registrations = async (aors) =>
      aors
        .filter((aor) => aor === credential?.aor)
        .map((aor) => ({
          ...{
            aor,
            ruid: 'r',
            contact: '',
            userAgent: '',
            sourceIp: null,
            sourcePort: null,
            transport: 'udp' as const,
            since: null,
          },
          ...{ lastRegisteredAt: 0, expiresAt: 1, stale: false },
        }))
    expect((await clients.provider.request('GET', '/api/registrations/by-make')).body).toEqual([
      { make: 'Snom', devices: 1, registered: 1 },
      { make: 'Yealink', devices: 1, registered: 0 },
    ])
  })
})
