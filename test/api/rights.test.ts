import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#domain/id.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

describe.each(engines)('call rights on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>
  let provider: TestClient
  let administrator: TestClient
  let user: TestClient
  let paths: { vpbx: string; account: string; line: string }
  const levels = ['vpbx', 'account', 'line'] as const

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
    provider = await signIn(installation, 'provider', installation.firstPassword)
    administrator = await signIn(installation, own.administrator.user.login, own.administrator.password)
    user = await signIn(installation, own.user.user.login, own.user.password)
    paths = {
      vpbx: `/api/vpbxs/${own.vpbx.id}/rights`,
      account: `/api/extensions/${own.extensions[0].id}/rights`,
      line: `/api/lines/${lineOf(own.extensions[0])}/rights`,
    }
    for (const [index, number] of [
      [0, '021 555 01 21'],
      [1, '021 555 01 22'],
    ] as const)
      await installation.services.extensions.addLine(installation.provider, own.extensions[index].id, {
        ...{ kind: 'public', number },
      })
  })
  beforeEach(async () => {
    await provider.request('PATCH', paths.vpbx, {
      blocked: false,
      barred: [],
      networks: [],
      mainNumber: null,
      maxCalls: null,
    })
    await provider.request('PATCH', paths.account, { blocked: false, barred: [], maxCalls: null })
    const line = { shownNumber: null, withheld: false, emergencyNumber: null, emergencyLocation: '' }
    await provider.request('PATCH', paths.line, { blocked: false, barred: [], networks: [], ...line })
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const get = async (path: string, client = administrator) => (await client.request('GET', path)).body
  const patch = (path: string, change: object, client = administrator) => client.request('PATCH', path, change)
  const audit = async () => {
    const rows = await installation.database.db.selectFrom('audit').selectAll().execute()
    return rows
      .filter(({ action }) => action.startsWith('rights.'))
      .map(({ action, subject }) => `${action} ${subject}`)
  }

  test('are open at first, and show what the vPBX has', async () => {
    expect(await get(paths.vpbx)).toEqual({
      ...{
        blockedBy: null,
        barred: [],
        maxCalls: null,
        networks: [],
        tariffId: null,
        tariffName: null,
        currency: null,
      },
      mainNumber: null,
      publicNumbers: ['+41215550121', '+41215550122'],
      emergencyNumbers: ['112', '117', '118', '143', '144', '145', '147'],
    })
    expect(await get(paths.account, user)).toEqual({ blockedBy: null, barred: [], maxCalls: null })
    expect(await get(paths.line)).toEqual({
      ...{ blockedBy: null, barred: [], networks: [], shownNumber: null, effectiveNumber: '+41215550121' },
      ...{ withheld: false, emergencyNumber: null, emergencyLocation: '', blockedAt: null },
      publicNumbers: ['+41215550121', '+41215550122'],
    })
    expect(await get(paths.line, user)).toMatchObject({ effectiveNumber: '+41215550121', publicNumbers: [] })
  })

  describe.each(levels)('of the %s', (level) => {
    const path = () => paths[level]

    test('an administrator opens again what he closed', async () => {
      expect((await patch(path(), { blocked: true })).body).toMatchObject({ blockedBy: 'administrator' })
      expect((await patch(path(), { barred: ['premium'] })).body).toMatchObject({ blockedBy: 'administrator' })
      expect((await patch(path(), { blocked: false })).body).toMatchObject({ blockedBy: null, barred: ['premium'] })
    })

    test('an administrator does not open what the provider closed', async () => {
      expect((await patch(path(), { blocked: true }, provider)).body).toMatchObject({ blockedBy: 'provider' })
      const refusal = { error: 'rights.blockedByProvider', fields: { blocked: 'rights.blockedByProvider' } }
      expect(await patch(path(), { blocked: false, barred: ['mobile'] })).toMatchObject({ status: 403, body: refusal })
      expect((await patch(path(), { blocked: true })).body).toMatchObject({ blockedBy: 'provider', barred: [] })
      expect((await patch(path(), { blocked: false }, provider)).body).toMatchObject({ blockedBy: null })
    })

    test('the provider takes a block of the administrator over, and opens it', async () => {
      await patch(path(), { blocked: true })
      expect((await patch(path(), { blocked: true }, provider)).body).toMatchObject({ blockedBy: 'provider' })
      expect((await patch(path(), { blocked: false })).status).toBe(403)
    })

    test('classes are kept in the order of the list, each once', async () => {
      const { body } = await patch(path(), { barred: ['satellite', 'mobile', 'mobile'] })
      expect(body).toMatchObject({ barred: ['mobile', 'satellite'] })
    })

    test('nothing named changes nothing and is not written down', async () => {
      const before = await audit()
      expect((await patch(path(), {})).status).toBe(200)
      expect(await audit()).toEqual(before)
    })

    test.each([
      [{ blocked: 'yes' }, 'blocked', 'field.invalid'],
      [{ blocked: null }, 'blocked', 'field.invalid'],
      [{ barred: ['everything'] }, 'barred.0', 'field.invalid'],
      [{ barred: 'mobile' }, 'barred', 'field.invalid'],
      [{ blockedBy: 'provider' }, 'blockedBy', 'field.unknown'],
    ])('a change like %j is refused at %s', async (change, field, code) => {
      expect(await patch(path(), change)).toMatchObject({ status: 400, body: { fields: { [field]: code } } })
    })
  })

  test.each(['vpbx', 'account'] as const)(
    'the greatest number of calls of the %s is set by the provider alone',
    async (level) => {
      const refusal = {
        status: 403,
        body: { error: 'rights.providerOnly', fields: { maxCalls: 'rights.providerOnly' } },
      }
      expect(await patch(paths[level], { maxCalls: 5, barred: ['mobile'] })).toMatchObject(refusal)
      expect(await get(paths[level])).toMatchObject({ maxCalls: null, barred: [] })
      expect((await patch(paths[level], { maxCalls: 5 }, provider)).body).toMatchObject({ maxCalls: 5 })
      // A form that sends back what it was given changes nothing of it.
      expect((await patch(paths[level], { maxCalls: 5, barred: ['mobile'] })).body).toMatchObject({
        barred: ['mobile'],
      })
      expect(await patch(paths[level], { maxCalls: null })).toMatchObject(refusal)
    },
  )

  test('the tariff is chosen by the provider alone, and must exist', async () => {
    const tariff = { id: newId(), created_at: 0, name: 'Office', currency: 'CHF' }
    await installation.database.db.insertInto('tariff').values(tariff).execute()
    expect(await patch(paths.vpbx, { tariffId: tariff.id })).toMatchObject({ status: 403 })
    expect(await patch(paths.vpbx, { tariffId: newId() }, provider)).toMatchObject({
      ...{ status: 400, body: { fields: { tariffId: 'field.invalid' } } },
    })
    const shown = { tariffId: tariff.id, tariffName: 'Office', currency: 'CHF' }
    expect((await patch(paths.vpbx, { tariffId: tariff.id }, provider)).body).toMatchObject(shown)
    await patch(paths.vpbx, { tariffId: null }, provider)
  })

  test('the widest level that is closed is told at the line', async () => {
    const told = async () => ((await get(paths.line, user)) as { blockedAt: string }).blockedAt
    await patch(paths.line, { blocked: true })
    expect(await told()).toBe('line')
    await patch(paths.account, { blocked: true })
    expect(await told()).toBe('account')
    await patch(paths.vpbx, { blocked: true })
    expect(await told()).toBe('vpbx')
  })

  describe.each([
    ['vpbx', 'mainNumber'],
    ['line', 'shownNumber'],
    ['line', 'emergencyNumber'],
  ] as const)('of the %s the %s', (level, field) => {
    test('is one of the vPBX’s public numbers, as it is typed in its country', async () => {
      expect((await patch(paths[level], { [field]: '021 555 01 22' })).body).toMatchObject({ [field]: '+41215550122' })
      expect((await patch(paths[level], { [field]: null })).body).toMatchObject({ [field]: null })
    })

    test.each([
      ['021 555 99 99', 'publicNumber.foreign'],
      ['22', 'publicNumber.invalid'],
      ['anna', 'publicNumber.invalid'],
      ['9'.repeat(41), 'publicNumber.invalid'],
    ])('is not %s', async (typed, code) => {
      expect(await patch(paths[level], { [field]: typed })).toMatchObject({
        ...{ status: 400, body: { fields: { [field]: code } } },
      })
    })
  })

  test('what the provider has blocked or limited is not deleted by an administrator, who could make it anew without', async () => {
    const make = async (number: string) => {
      const made = await administrator.request('POST', `/api/vpbxs/${own.vpbx.id}/extensions`, {
        number,
        displayName: number,
      })
      return made.body as { id: string; lines: { id: string }[] }
    }
    const remove = (id: string) => administrator.request('DELETE', `/api/extensions/${id}`)
    const limit = { monthLimit: 5_000_000, dayLimit: null }
    const [blocked, limited, lineBlocked] = [await make('61'), await make('62'), await make('63')]
    await provider.request('PATCH', `/api/extensions/${blocked.id}/rights`, { blocked: true })
    await provider.request('PUT', `/api/extensions/${limited.id}/charges`, limit)
    await provider.request('PATCH', `/api/lines/${lineBlocked.lines[0]?.id}/rights`, { blocked: true })
    for (const { id } of [blocked, limited, lineBlocked])
      expect(await remove(id)).toMatchObject({ status: 403, body: { error: 'rights.providerOnly' } })
    await provider.request('PATCH', `/api/extensions/${blocked.id}/rights`, { blocked: false })
    expect((await remove(blocked.id)).status).toBe(200)
    for (const { id } of [limited, lineBlocked])
      expect((await provider.request('DELETE', `/api/extensions/${id}`)).status).toBe(200)
  })

  test('the effective number is by the rule', async () => {
    expect((await patch(paths.line, { shownNumber: '021 555 01 22' })).body).toMatchObject({
      ...{ shownNumber: '+41215550122', effectiveNumber: '+41215550122' },
    })
    expect((await patch(paths.line, { shownNumber: null, withheld: true })).body).toMatchObject({
      ...{ effectiveNumber: '+41215550121', withheld: true },
    })
  })

  test('of the place where a telephone stands the switch is told, and a line break in it is refused', async () => {
    const place = { emergencyLocation: 'Rue du Lac 1' }
    expect((await patch(paths.line, place)).body).toMatchObject(place)
    const plan = installation.sipSwitch.plans().find(({ vpbxId }) => vpbxId === own.vpbx.id)
    expect(plan?.lines.find(({ number }) => number === '21')).toMatchObject(place)
    expect(await patch(paths.line, { emergencyLocation: 'a\r\nX: b' })).toMatchObject({ status: 400 })
  })

  describe('allowed networks', () => {
    /** An extension's own account registers from an address. */
    const register = async (sourceIp: string, { id } = own.extensions[0]) => {
      const { services, sipSwitch } = installation
      const { authName, user: number } = await services.sipData.get(installation.provider, id)
      const { password } = await services.sipData.reveal(installation.provider, id)
      return sipSwitch.register({ digestName: authName, secret: password, number, sourceIp })
    }
    const registered = async (extension: (typeof own.extensions)[number]) =>
      (await installation.services.registrations.ofLine(installation.provider, lineOf(extension))).length
    beforeEach(async () => {
      const { sipSwitch } = installation
      await sipSwitch.removeRegistrations(sipSwitch.credentials().map(({ aor }) => aor))
    })

    test('are kept in their usual form, and a line’s go before its vPBX’s', async () => {
      expect((await patch(paths.vpbx, { networks: ['192.0.2.9/24', '2001:db8::1'] })).body).toMatchObject({
        networks: ['192.0.2.0/24', '2001:db8::1'],
      })
      expect([await register('192.0.2.7'), await register('198.51.100.7')]).toEqual([200, 403])
      await patch(paths.line, { networks: ['198.51.100.0/24'] })
      expect([await register('192.0.2.7'), await register('198.51.100.7')]).toEqual([403, 200])
      await patch(paths.line, { networks: [] })
      await patch(paths.vpbx, { networks: [] })
      expect(await register('203.0.113.7')).toBe(200)
    })

    test.each(['vpbx', 'line'] as const)(
      'of a %s that are narrowed end what is registered from elsewhere at once',
      async (level) => {
        const [first, second] = own.extensions
        await register('192.0.2.7', first)
        await register('198.51.100.7', second)
        await patch(paths[level], { networks: ['192.0.2.0/24', '198.51.100.0/24'] })
        expect([await registered(first), await registered(second)]).toEqual([1, 1])
        await patch(paths[level], { networks: ['198.51.100.0/24'] })
        expect([await registered(first), await registered(second)]).toEqual([0, 1])
      },
    )

    test('are saved although the switch is away', async () => {
      installation.sipSwitch.setUp(false)
      const reply = await patch(paths.line, { networks: ['192.0.2.0/24'] })
      installation.sipSwitch.setUp(true)
      expect(reply.status).toBe(200)
    })

    test.each(['x', '192.0.2.1/33', '192.0.2.1, 192.0.2.2', ''])('%j is none', async (network) => {
      for (const path of [paths.vpbx, paths.line])
        expect(await patch(path, { networks: ['192.0.2.1', network] })).toMatchObject({
          ...{ status: 400, body: { fields: { 'networks.1': 'network.invalid' } } },
        })
    })
  })

  test('what was done is written down: closed, opened, changed', async () => {
    const since = (await audit()).length
    await patch(paths.vpbx, { blocked: true })
    await patch(paths.account, { blocked: true, barred: ['mobile'] })
    await patch(paths.account, { blocked: false })
    await patch(paths.line, { withheld: true })
    expect((await audit()).slice(since).sort()).toEqual([
      'rights.blocked 21 · Alpha Réception',
      'rights.blocked Alpha',
      'rights.changed 21',
      'rights.changed 21 · Alpha Réception',
      'rights.opened 21 · Alpha Réception',
    ])
  })
})
