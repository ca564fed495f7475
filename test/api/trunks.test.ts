import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#domain/id.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Trunk {
  id: string
  name: string
  host: string
  networks: string[]
  passwordSet: boolean
  registered: boolean | null
  registerCode: number | null
  runningCalls: number
}

describe.each(engines)('trunks on %s', (engine) => {
  let installation: TestInstallation
  let provider: TestClient

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    provider = await signIn(installation, 'provider', installation.firstPassword)
  })
  afterEach(async () => {
    installation.sipSwitch.setUp(true)
    for (const { id } of await list()) await provider.request('DELETE', `/api/trunks/${id}`)
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const list = async () => (await provider.request('GET', '/api/trunks')).body as Trunk[]
  const create = (values: object) => provider.request('POST', '/api/trunks', values)
  const add = async (values: object) => {
    const reply = await create(values)
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    return reply.body as Trunk
  }
  const change = (id: string, values: object) => provider.request('PATCH', `/api/trunks/${id}`, values)
  const atSwitch = () => installation.sipSwitch.trunks()
  const registering = { host: 'sip.carrier.example', registers: true, digestName: 'office1', password: 'tr0nk-secret' }

  test('one by address is made with what is usual, and the switch learns how its country writes numbers', async () => {
    const trunk = await add({ name: 'Carrier', host: '192.0.2.10' })
    expect(trunk).toMatchObject({
      ...{ name: 'Carrier', enabled: true, port: 0, transport: 'udp', networks: [], registers: false, digestName: '' },
      ...{ passwordSet: false, numberFormat: 'plus', country: 'CH', srtp: false, maxCalls: null, registered: null },
    })
    expect(atSwitch()).toEqual([
      {
        ...{ id: trunk.id, host: '192.0.2.10', port: 0, transport: 'udp', networks: ['192.0.2.10/32'], fromDomain: '' },
        ...{ registers: false, digest: null, numberFormat: 'plus', srtp: false, maxCalls: null },
        ...{ callingCode: '41', nationalPrefix: '0', internationalPrefix: '00' },
      },
    ])
  })

  test('one that registers has its password sealed, shown to nobody, and opened for the switch alone', async () => {
    const trunk = await add({ name: 'Carrier', ...registering })
    expect(trunk).toMatchObject({ passwordSet: true, registered: true, registerCode: 200 })
    expect(atSwitch()).toMatchObject([{ registers: true, digest: { name: 'office1', secret: 'tr0nk-secret' } }])
    const { db } = installation.database
    const told = JSON.stringify([
      await list(),
      await db.selectFrom('trunk').selectAll().execute(),
      await db.selectFrom('audit').selectAll().execute(),
      (await create({ name: 'Carrier', ...registering, host: '!' })).body,
    ])
    expect(told).not.toContain('tr0nk-secret')
  })

  test('a password stays, is replaced, and is taken away with its name', async () => {
    const { id } = await add({ name: 'Carrier', ...registering })
    const secret = () => atSwitch()[0]?.digest?.secret
    await change(id, { name: 'Other', password: '' })
    expect(secret()).toBe('tr0nk-secret')
    await change(id, { password: 'another' })
    expect(secret()).toBe('another')
    const reply = await change(id, { registers: false, digestName: '', password: null })
    expect(reply.body).toMatchObject({ passwordSet: false })
    expect(atSwitch()).toMatchObject([{ digest: null, registers: false }])
  })

  test.each([
    [{ host: '!' }, 'host', 'host.invalid'],
    [{ host: '300.1.1.1' }, 'host', 'host.invalid'],
    [{ host: '192.0.2' }, 'host', 'host.invalid'],
    [{ host: 'sip.example.ch:5060' }, 'host', 'host.invalid'],
    [{ host: 'a b' }, 'host', 'host.invalid'],
    [{ host: 'sip..ch' }, 'host', 'host.invalid'],
    [{ host: 'x;transport=tcp' }, 'host', 'host.invalid'],
    [{ host: `${'a'.repeat(64)}.ch` }, 'host', 'host.invalid'],
    [{ host: '' }, 'host', 'field.required'],
    [{ fromDomain: 'a@b' }, 'fromDomain', 'host.invalid'],
    [{ country: 'XX' }, 'country', 'field.invalid'],
    [{ networks: ['192.0.2.1', 'x'] }, 'networks.1', 'network.invalid'],
    [{ networks: ['192.0.2.1/33'] }, 'networks.0', 'network.invalid'],
    [{ networks: ['192.0.2.1,0.0.0.0/0'] }, 'networks.0', 'network.invalid'],
    [{ networks: ['0.0.0.0/0'] }, 'networks.0', 'trunk.networkTooWide'],
    [{ networks: ['::/0'] }, 'networks.0', 'trunk.networkTooWide'],
    [{ registers: true }, 'digestName', 'field.required'],
    [{ registers: true, digestName: 'a' }, 'password', 'field.required'],
    [{ digestName: 'a' }, 'password', 'field.required'],
    [{ password: 'x' }, 'digestName', 'field.required'],
    [{ digestName: 'a"b', password: 'x' }, 'digestName', 'field.invalid'],
    [{ digestName: 'a b', password: 'x' }, 'digestName', 'field.invalid'],
    [{ port: 65_536 }, 'port', 'field.invalid'],
    [{ maxCalls: 0 }, 'maxCalls', 'field.invalid'],
    [{ transport: 'sctp' }, 'transport', 'field.invalid'],
    [{ secret: 'x' }, 'secret', 'field.unknown'],
  ])('like %j is refused at %s with %s', async (values, field, code) => {
    const reply = await create({ name: 'Bad', host: '192.0.2.1', ...values })
    expect([reply.status, reply.body]).toMatchObject([400, { fields: { [field]: code } }])
    expect(await list()).toEqual([])
  })

  test.each([
    ['SIP.Carrier.Example', 'sip.carrier.example'],
    ['_sip._udp.carrier.example', '_sip._udp.carrier.example'],
    ['2001:DB8::1', '[2001:db8::1]'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('a host typed as %s is kept as %s', async (host, kept) => {
    expect(await add({ name: 'Carrier', host })).toMatchObject({ host: kept })
  })

  test('networks are kept in their usual form, each once', async () => {
    const networks = ['192.0.2.5/24', '192.0.2.0/24', '2001:db8::1', '198.51.100.7']
    const trunk = await add({ name: 'Carrier', host: 'carrier.example', networks })
    expect(trunk.networks).toEqual(['192.0.2.0/24', '2001:db8::1', '198.51.100.7'])
    expect(atSwitch()).toMatchObject([{ networks: ['192.0.2.0/24', '2001:db8::1/128', '198.51.100.7/32'] }])
  })

  test.each([
    ['a network within', { host: 'b.example', networks: ['192.0.2.64/26'] }],
    ['a network around', { host: 'b.example', networks: ['192.0.0.0/16'] }],
    ['its host alone', { host: '192.0.2.77' }],
  ])('calls from one address belong to one trunk: %s another one’s is refused', async (_, values) => {
    await add({ name: 'First', host: 'a.example', networks: ['192.0.2.0/24'] })
    const refusal = {
      error: 'trunk.networksOverlap',
      fields: { networks: 'trunk.networksOverlap' },
      params: { name: 'First' },
    }
    expect(await create({ name: 'Second', ...values })).toMatchObject({ status: 409, body: refusal })
    const { id } = await add({ name: 'Second', host: '198.51.100.1' })
    expect(await change(id, values)).toMatchObject({ status: 409, body: refusal })
  })

  test('of two that are made at once with the same network one is refused', async () => {
    const networks = ['203.0.113.0/24']
    const replies = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => create({ name, host: `${name}.example`, networks })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('a name that is taken is refused', async () => {
    await add({ name: 'First', host: '192.0.2.1' })
    const { id } = await add({ name: 'Second', host: '192.0.2.2' })
    const refusal = { status: 409, body: { fields: { name: 'trunk.nameInUse' } } }
    expect(await create({ name: 'First', host: '192.0.2.3' })).toMatchObject(refusal)
    expect(await change(id, { name: 'First' })).toMatchObject(refusal)
  })

  test('the order is set as a whole, and a list that is not all of them is a conflict', async () => {
    const ids: string[] = []
    for (const index of [1, 2, 3]) ids.push((await add({ name: `T${index}`, host: `192.0.2.${index}` })).id)
    const [a, b, c] = ids
    const put = (wanted: unknown) => provider.request('PUT', '/api/trunks/order', { ids: wanted })
    expect(await put([c, a, b])).toMatchObject({ status: 200, body: [{ id: c }, { id: a }, { id: b }] })
    expect(atSwitch().map(({ id }) => id)).toEqual([c, a, b])
    for (const wrong of [[], [a, b], [a, b, c, c], [a, a, b], [a, b, newId()]])
      expect((await put(wrong)).status).toBe(409)
    expect((await list()).map(({ id }) => id)).toEqual([c, a, b])
    expect((await put('x')).status).toBe(400)
  })

  test('one that is switched off is not at the switch, and has no state', async () => {
    const { id } = await add({ name: 'Carrier', ...registering })
    expect((await change(id, { enabled: false })).body).toMatchObject({ enabled: false, registered: null })
    expect(atSwitch()).toEqual([])
    await change(id, { enabled: true })
    expect(atSwitch()).toHaveLength(1)
  })

  test('while the switch is away the list is there without states', async () => {
    await add({ name: 'Carrier', ...registering })
    installation.sipSwitch.setUp(false)
    expect(await list()).toMatchObject([{ registered: null, registerCode: null }])
  })

  test('one with running calls is deleted, and it is written down', async () => {
    const { id } = await add({ name: 'Busy', host: '192.0.2.1' })
    const { vpbx } = await buildVpbx(installation, 'Alpha')
    const { db } = installation.database
    const numbers = { caller_number: '21', caller_name: '', dialled: '0', callee_number: '0' }
    const call = { id: 'running', created_at: 0, vpbx_id: vpbx.id, kind: 'outgoing' as const, sip_call_id: 'x' }
    await db
      .insertInto('call')
      .values({ ...call, ...numbers, trunk_id: id })
      .execute()
    expect(await list()).toMatchObject([{ runningCalls: 1 }])
    expect((await provider.request('DELETE', `/api/trunks/${id}`)).status).toBe(200)
    expect(atSwitch()).toEqual([])
    const audit = await db.selectFrom('audit').selectAll().where('action', '=', 'trunk.deleted').execute()
    expect(audit.map(({ subject }) => subject)).toContain('Busy')
    expect((await provider.request('DELETE', `/api/trunks/${id}`)).status).toBe(404)
    expect((await change(id, { name: 'x' })).status).toBe(404)
  })
})
