import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Team {
  id: string
  number: string
  members: { id: string; number: string; displayName: string }[]
}

describe.each(engines)('teams on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>
  let theirs: Awaited<ReturnType<typeof buildVpbx>>
  let administrator: TestClient
  let user: TestClient
  let path: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
    theirs = await buildVpbx(installation, 'Beta')
    administrator = await signIn(installation, own.administrator.user.login, own.administrator.password)
    user = await signIn(installation, own.user.user.login, own.user.password)
    path = `/api/vpbxs/${own.vpbx.id}/teams`
  })
  afterEach(async () => {
    for (const { id } of await list()) await administrator.request('DELETE', `/api/teams/${id}`)
    await installation.services.phonebook.clear(installation.provider, own.vpbx.id)
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const list = async (client = administrator) => (await client.request('GET', path)).body as Team[]
  const create = (values: object) =>
    administrator.request('POST', path, { number: '50', name: 'Vente', extensionIds: [], ...values })
  const add = async (values: object) => {
    const reply = await create(values)
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    return reply.body as Team
  }
  const change = (id: string, values: object) => administrator.request('PATCH', `/api/teams/${id}`, values)
  const ids = () => own.extensions.map(({ id }) => id)

  test('one is made with its members in their order, and seen by the users', async () => {
    const [first, second] = ids()
    const team = await add({ extensionIds: [second, first, second] })
    expect(team).toMatchObject({ number: '50', name: 'Vente', strategy: 'all', ringSeconds: 20, vpbxId: own.vpbx.id })
    expect(team.members).toEqual([
      { id: second, number: '22', displayName: 'Alpha Atelier' },
      { id: first, number: '21', displayName: 'Alpha Réception' },
    ])
    expect(await list(user)).toEqual([team])
  })

  test('one is changed in what is named alone', async () => {
    const { id, members } = await add({ extensionIds: ids() })
    const { body } = await change(id, { strategy: 'turn', ringSeconds: 30, number: '50' })
    expect(body).toMatchObject({ number: '50', name: 'Vente', strategy: 'turn', ringSeconds: 30, members })
    expect((await change(id, { extensionIds: ids().toReversed() })).body).toMatchObject({
      members: members.toReversed(),
    })
  })

  test('an extension that goes is a member no more', async () => {
    const { services, provider } = installation
    const extension = await services.extensions.create(provider, own.vpbx.id, { number: '40', displayName: 'Stage' })
    await add({ extensionIds: [extension.id, ...ids()] })
    await services.extensions.remove(provider, extension.id)
    expect((await list())[0]?.members.map(({ number }) => number)).toEqual(['21', '22'])
  })

  test.each([
    [{ number: '21' }, 'number', 'number.inUse', 409],
    [{ number: '700' }, 'number', 'number.inUse', 409],
    [{ number: '117' }, 'number', 'number.emergency', 409],
    [{ number: '0' }, 'number', 'number.invalid', 400],
    [{ number: '*8' }, 'number', 'number.invalid', 400],
    [{ name: '' }, 'name', 'field.required', 400],
    [{ name: 'a\nb' }, 'name', 'field.controlCharacter', 400],
    [{ strategy: 'random' }, 'strategy', 'field.invalid', 400],
    [{ ringSeconds: 4 }, 'ringSeconds', 'field.invalid', 400],
    [{ ringSeconds: 121 }, 'ringSeconds', 'field.invalid', 400],
    [{ extensionIds: ['0'.repeat(20)] }, 'extensionIds', 'team.unknownExtension', 400],
    [{ extensionIds: ['x'] }, 'extensionIds.0', 'field.invalid', 400],
    [{ colour: 'red' }, 'colour', 'field.unknown', 400],
  ])('one like %j is refused at %s with %s', async (values, field, code, status) => {
    await installation.services.phonebook.create(installation.provider, own.vpbx.id, {
      ...{ name: 'Anna', number: '0215550101', shortNumber: '700' },
    })
    const { id } = await add({ number: '60' })
    const refusal = { status, body: { fields: { [field]: code } } }
    expect(await create(values)).toMatchObject(refusal)
    expect(await change(id, values)).toMatchObject(refusal)
    expect((await list()).map(({ number }) => number)).toEqual(['60'])
  })

  test('an extension of another vPBX is not taken in', async () => {
    const reply = await create({ extensionIds: [theirs.extensions[0].id] })
    expect(reply).toMatchObject({ status: 400, body: { fields: { extensionIds: 'team.unknownExtension' } } })
  })

  test('its number is taken for extensions, lines, short numbers and other teams, and free in another vPBX', async () => {
    await add({ number: '50' })
    const extension = { number: '50', displayName: 'x' }
    const inUse = { status: 409, body: { fields: { number: 'number.inUse' } } }
    const post = (to: string, body: object) => administrator.request('POST', to, body)
    expect(await post(`/api/vpbxs/${own.vpbx.id}/extensions`, extension)).toMatchObject(inUse)
    expect(await post(`/api/extensions/${ids()[0]}/lines`, { kind: 'internal', number: '50' })).toMatchObject(inUse)
    expect(await create({ number: '50', name: 'Other' })).toMatchObject(inUse)
    const entry = { name: 'x', number: '1', shortNumber: '50' }
    expect(await post(`/api/vpbxs/${own.vpbx.id}/phonebook`, entry)).toMatchObject({
      ...{ status: 409, body: { fields: { shortNumber: 'shortNumber.internal' } } },
    })
    const { services, provider } = installation
    await services.extensions.remove(
      provider,
      (await services.extensions.create(provider, theirs.vpbx.id, extension)).id,
    )
  })

  test('no internal number is one of the emergency services', async () => {
    const post = (to: string, body: object) => administrator.request('POST', to, body)
    const refusal = { status: 409, body: { fields: { number: 'number.emergency' } } }
    expect(await post(`/api/vpbxs/${own.vpbx.id}/extensions`, { number: '144', displayName: 'x' })).toMatchObject(
      refusal,
    )
    expect(await post(`/api/extensions/${ids()[0]}/lines`, { kind: 'internal', number: '118' })).toMatchObject(refusal)
    const entry = { name: 'x', number: '1', shortNumber: '112' }
    expect(await post(`/api/vpbxs/${own.vpbx.id}/phonebook`, entry)).toMatchObject({
      ...{ status: 409, body: { fields: { shortNumber: 'shortNumber.emergency' } } },
    })
    const file = Buffer.from('name,number,short number\nx,1,117\ny,2,700').toString('base64')
    const reply = await post(`/api/vpbxs/${own.vpbx.id}/phonebook/import`, { file, mode: 'merge' })
    expect(reply.body).toMatchObject({ saved: false, refusals: [{ row: 2, code: 'shortNumber.emergency' }] })
  })

  test('the vPBX does not move to a country where one of its numbers reaches the emergency services', async () => {
    const vpbx = `/api/vpbxs/${own.vpbx.id}`
    const { id } = await add({ number: '999' })
    const refusal = {
      error: 'vpbx.emergencyNumberInUse',
      fields: { country: 'vpbx.emergencyNumberInUse' },
      params: { number: '999' },
    }
    expect(await administrator.request('PATCH', vpbx, { country: 'GB' })).toMatchObject({ status: 409, body: refusal })
    await administrator.request('DELETE', `/api/teams/${id}`)
    expect((await administrator.request('PATCH', vpbx, { country: 'GB' })).status).toBe(200)
    expect((await administrator.request('PATCH', vpbx, { country: 'CH' })).status).toBe(200)
  })

  // Ten times over: what goes first is seldom the same.
  test.each(Array.from({ length: 10 }, (_, index) => String(70 + index)))(
    'of many that take the %s at once one gets it',
    async (number) => {
      const { services, provider, database } = installation
      const vpbxId = own.vpbx.id
      const values = { number, name: 'x', strategy: 'all' as const, ringSeconds: 20, extensionIds: [] }
      const tries = await Promise.allSettled([
        services.teams.create(provider, vpbxId, values),
        services.phonebook.create(provider, vpbxId, { name: 'x', number: '1', shortNumber: number }),
        services.teams.create(provider, vpbxId, values),
        services.extensions.addLine(provider, own.extensions[0].id, { kind: 'internal', number }),
        services.phonebook.create(provider, vpbxId, { name: 'y', number: '1', shortNumber: number }),
      ])
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const line = await database.db
        .selectFrom('line')
        .select('id')
        .where('dial_key', '=', `${vpbxId}:${number}`)
        .executeTakeFirst()
      if (line) await services.extensions.removeLine(provider, line.id)
    },
  )

  test('what was done is written down', async () => {
    const { id } = await add({})
    await change(id, { name: 'Achat' })
    await administrator.request('DELETE', `/api/teams/${id}`)
    const rows = await installation.database.db
      .selectFrom('audit')
      .selectAll()
      .where('vpbx_id', '=', own.vpbx.id)
      .execute()
    const told = rows
      .filter(({ action }) => action.startsWith('team.'))
      .map(({ action, subject }) => `${action} ${subject}`)
    expect(told).toEqual(
      expect.arrayContaining(['team.created 50 · Vente', 'team.changed 50 · Achat', 'team.deleted 50 · Achat']),
    )
  })
})
