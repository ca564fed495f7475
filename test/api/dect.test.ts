import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Made {
  id: string
  base: { id: string; slot: number | null } | null
}

type Counted = { id: string; registrationCount: number }

/** A base that knows its handsets by their order, and one that wants their IPUI and can be one of several. */
const w70b = 'yealink-w70b'
const w73h = 'yealink-w73h'
const n870 = 'gigaset-n870-ip-pro'
const s700h = 'gigaset-s700h-pro'

describe.each(engines)('DECT bases and handsets on %s', (engine) => {
  let installation: TestInstallation
  let world: Awaited<ReturnType<typeof buildVpbx>>
  let other: Awaited<ReturnType<typeof buildVpbx>>
  let admin: TestClient
  let user: TestClient
  /** The user's, and a colleague's. */
  let own: string
  let colleague: string
  let nextIdentity = 0

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    other = await buildVpbx(installation, 'Zzforeign')
    own = lineOf(world.extensions[0])
    colleague = lineOf(world.extensions[1])
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
    user = await signIn(installation, world.user.user.login, world.user.password)
  })
  afterAll(() => installation?.close())

  const post = (body: object, lineId = colleague, client = admin) =>
    client.request('POST', `/api/lines/${lineId}/devices`, body)
  async function make(body: object, lineId = colleague): Promise<Made> {
    const reply = await post(body, lineId)
    expect(reply).toMatchObject({ status: 200 })
    return reply.body as Made
  }
  const change = (id: string, body: object, client = admin) => client.request('PATCH', `/api/devices/${id}`, body)
  const rowOf = (id: string) =>
    installation.database.db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const slotOf = (id: string) =>
    installation.database.db.selectFrom('device_line').selectAll().where('device_id', '=', id).executeTakeFirstOrThrow()
  const versionOf = async (id: string) => (await rowOf(id)).config_version
  const choicesOf = async (id: string, client = admin) =>
    (await client.request('GET', `/api/devices/${id}/base-stations`)).body as { id: string; freeSlots: number[] }[]
  const ipui = () => (0x0328d30000 + ++nextIdentity).toString(16).padStart(10, '0').toUpperCase()

  async function fileOf(id: string): Promise<string> {
    const { services, provider } = installation
    const key = /[0-9a-f]{48}/.exec((await services.devices.manual(provider, id)).link)?.[0] ?? ''
    const fetched = await services.provisioning.fetch({ key, fileName: null, ip: '192.0.2.9', userAgent: '' })
    return fetched?.file.body.toString() ?? ''
  }
  const accountIn = (file: string, place: number) => ({
    digestName: new RegExp(`^account\\.${place}\\.auth_name = (.+)$`, 'm').exec(file)?.[1] ?? '',
    secret: new RegExp(`^account\\.${place}\\.password = (.+)$`, 'm').exec(file)?.[1] ?? '',
  })

  test('a base registers nothing itself; a handset has an identity of its own that stands in the file of its base', async () => {
    const base = await make({ model: w70b })
    const { sipSwitch } = installation
    expect(sipSwitch.credentials().filter(({ deviceId }) => deviceId === base.id)).toEqual([])
    const slots = installation.database.db.selectFrom('device_line').selectAll().where('device_id', '=', base.id)
    expect(await slots.execute()).toEqual([])
    const empty = await fileOf(base.id)
    const handset = await make({ model: w73h, baseStationId: base.id }, own)
    expect(handset.base).toMatchObject({ id: base.id, slot: 1 })
    const file = await fileOf(base.id)
    expect(file).not.toBe(empty)
    expect(accountIn(file, 1).digestName).toBe((await slotOf(handset.id)).digest_name)
    expect(sipSwitch.register({ ...accountIn(file, 1), number: '21' })).toBe(200)
    expect(file).toContain('Alpha Réception')
    const counts = async (lineId: string) =>
      ((await admin.request('GET', `/api/lines/${lineId}/devices`)).body as Counted[])
        .filter(({ id }) => [base.id, handset.id].includes(id))
        .map(({ registrationCount }) => registrationCount)
    expect([await counts(colleague), await counts(own)]).toEqual([[1], [1]])
    const beside = await make({ model: w73h, baseStationId: base.id })
    expect(sipSwitch.register({ ...accountIn(await fileOf(base.id), 2), number: '22' })).toBe(200)
    const listed = (await admin.request('GET', `/api/lines/${colleague}/devices`)).body as Counted[]
    const countOf = (id: string) => listed.find((one) => one.id === id)?.registrationCount
    expect([countOf(base.id), countOf(beside.id)]).toEqual([2, 1])
  })

  test("whatever changes in a handset's data changes the file of its base: name, SIP data, place, removal", async () => {
    const { services, provider } = installation
    const base = await make({ model: w70b })
    const handset = await make({ model: w73h, baseStationId: base.id }, own)
    const seen = new Set([await fileOf(base.id)])
    async function changesFile(action: () => Promise<unknown>): Promise<void> {
      const [count, version] = [seen.size, await versionOf(base.id)]
      await action()
      expect(await versionOf(base.id)).toBeGreaterThan(version)
      expect(seen.add(await fileOf(base.id)).size).toBe(count + 1)
    }
    await changesFile(() => services.extensions.change(provider, world.extensions[0].id, { displayName: 'Loge' }))
    await changesFile(() => services.sipData.renew(provider, world.extensions[0].id))
    await changesFile(() => change(handset.id, { baseSlot: 3 }))
    const before = await fileOf(base.id)
    const secret = accountIn(before, 3).secret
    await services.devices.remove(provider, handset.id)
    expect(secret).not.toBe('')
    expect(await fileOf(base.id)).not.toContain(secret)
  })

  test('a handset that moves to another base gets new SIP data: the base that it left can do nothing with the old', async () => {
    const [first, second] = [await make({ model: w70b }), await make({ model: w70b })]
    const handset = await make({ model: w73h, baseStationId: first.id }, own)
    const old = accountIn(await fileOf(first.id), 1)
    expect(installation.sipSwitch.register({ ...old, number: '21' })).toBe(200)
    expect((await change(handset.id, { baseStationId: second.id })).status).toBe(200)
    const { id: aor } = await slotOf(handset.id)
    expect(await installation.sipSwitch.registrations([aor])).toEqual([])
    expect(installation.sipSwitch.register({ ...old, number: '21' })).toBe(401)
    expect(await fileOf(first.id)).not.toContain(old.secret)
    const fresh = accountIn(await fileOf(second.id), 1)
    expect(installation.sipSwitch.register({ ...fresh, number: '21' })).toBe(200)
    const same = (await slotOf(handset.id)).digest_name
    await change(handset.id, { baseSlot: 2, note: 'Hall' })
    expect((await slotOf(handset.id)).digest_name).toBe(same)
  })

  test('the list offers bases of the own vPBX that take the handset and have a place, by name alone to a user', async () => {
    const base = await make({ model: w70b })
    await change(base.id, { note: 'Atrium', mac: '805EC00000B1' })
    const foreign = await installation.services.devices.create(installation.provider, lineOf(other.extensions[0]), {
      model: w70b,
    })
    const gigaset = await make({ model: n870 })
    const handset = await make({ model: w73h }, own)
    const offered = await choicesOf(handset.id, user)
    const ids = offered.map(({ id }) => id)
    expect(ids).toContain(base.id)
    expect(ids).not.toContain(foreign.id)
    expect(ids).not.toContain(gigaset.id)
    expect(offered.find(({ id }) => id === base.id)).toEqual({
      ...{ id: base.id, name: 'Yealink W70B', note: 'Atrium', number: '22', ipui: null },
      freeSlots: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    })
    const forNew = await user.request('GET', `/api/lines/${own}/base-stations?model=${w73h}`)
    expect((forNew.body as { id: string }[]).map(({ id }) => id)).toEqual(ids)
    expect((await user.request('GET', `/api/devices/${base.id}`)).status).toBe(404)
    expect((await change(handset.id, { baseStationId: base.id }, user)).status).toBe(200)
    expect(await versionOf(base.id)).toBeGreaterThan(1)
  })

  test('a full base is not offered and refused; a place is given once, the lowest free first', async () => {
    const base = await make({ model: 'grandstream-dp750' })
    const places: (number | null | undefined)[] = []
    const handsets: Made[] = []
    for (let place = 1; place <= 5; place += 1) {
      const handset = await make({ model: 'grandstream-dp720', baseStationId: base.id })
      handsets.push(handset)
      places.push(handset.base?.slot)
    }
    expect(places).toEqual([1, 2, 3, 4, 5])
    const late = await make({ model: 'grandstream-dp720' })
    expect((await choicesOf(late.id)).map(({ id }) => id)).not.toContain(base.id)
    expect(await change(late.id, { baseStationId: base.id })).toMatchObject({
      status: 409,
      body: { error: 'baseStation.full', fields: { baseStationId: 'baseStation.full' } },
    })
    expect((await choicesOf(handsets[1]?.id ?? '')).find(({ id }) => id === base.id)?.freeSlots).toEqual([2])
    expect(await change(handsets[1]?.id ?? '', { baseSlot: 4 })).toMatchObject({
      status: 409,
      body: { fields: { baseSlot: 'baseStation.placeTaken' } },
    })
    await installation.services.devices.remove(installation.provider, handsets[2]?.id ?? '')
    expect(await change(late.id, { baseStationId: base.id })).toMatchObject({ body: { device: { base: { slot: 3 } } } })
  })

  test('of two handsets that are put in one place at the same time one is refused', async () => {
    const base = await make({ model: w70b })
    const pair = [await make({ model: w73h }), await make({ model: w73h })]
    const replies = await Promise.all(pair.map(({ id }) => change(id, { baseStationId: base.id, baseSlot: 7 })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ error: 'baseStation.placeTaken' })
    const unnamed = await Promise.all([1, 2, 3].map(() => post({ model: w73h, baseStationId: base.id })))
    const placed = unnamed.filter(({ status }) => status === 200).map(({ body }) => (body as Made).base?.slot)
    expect(new Set(placed).size).toBe(placed.length)
    expect(placed).toContain(1)
  })

  test('a base that does not fit, is of another vPBX, or is no base is refused at its field alike', async () => {
    const foreign = await installation.services.devices.create(installation.provider, lineOf(other.extensions[0]), {
      model: w70b,
    })
    const handset = await make({ model: w73h })
    const wrong = [
      foreign.id,
      (await make({ model: n870 })).id,
      (await make({ model: 'yealink-t54w' })).id,
      handset.id,
      'f'.repeat(20),
    ]
    const bodies = []
    for (const baseStationId of wrong) bodies.push((await change(handset.id, { baseStationId })).body)
    expect(bodies[0]).toMatchObject({ fields: { baseStationId: 'baseStation.unfit' } })
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(await post({ model: w73h, baseStationId: foreign.id })).toMatchObject({
      body: { error: 'baseStation.unfit' },
    })
    expect(await change(handset.id, { baseStationId: [wrong[0], wrong[1]] })).toMatchObject({ status: 400 })
    expect(await rowOf(handset.id)).toMatchObject({ base_station_id: null, base_slot: null })
    const phone = await make({ model: 'yealink-t54w' })
    const base = await make({ model: w70b })
    expect(await change(phone.id, { baseStationId: base.id })).toMatchObject({ body: { error: 'baseStation.unfit' } })
  })

  test('a base that knows handsets by their IPUI wants it, in any spelling; one handset is on one base alone', async () => {
    const base = await make({ model: n870 })
    expect(await post({ model: s700h, baseStationId: base.id })).toMatchObject({
      status: 400,
      body: { fields: { ipui: 'field.required' } },
    })
    expect(await post({ model: s700h, baseStationId: base.id, ipui: '0328:d3' })).toMatchObject({
      body: { fields: { ipui: 'dectIdentity.invalid' } },
    })
    const handset = await make({ model: s700h, baseStationId: base.id, ipui: '03:28:d3:c9:0a' })
    expect((await rowOf(handset.id)).ipui).toBe('0328D3C90A')
    expect(await fileOf(base.id)).toMatch(/0328D3C90A/i)
    const elsewhere = await make({ model: n870 }, own)
    expect(await post({ model: s700h, baseStationId: elsewhere.id, ipui: '0328D3C90A' })).toMatchObject({
      status: 409,
      body: { fields: { ipui: 'dectIdentity.inUse' } },
    })
    expect(await change(handset.id, { ipui: '' })).toMatchObject({ body: { fields: { ipui: 'field.required' } } })
    const version = await versionOf(base.id)
    expect((await change(handset.id, { ipui: ipui() })).status).toBe(200)
    expect(await versionOf(base.id)).toBeGreaterThan(version)
    const phone = await make({ model: 'yealink-t54w' })
    expect(await change(phone.id, { ipui: ipui() })).toMatchObject({ body: { error: 'dectIdentity.unsupported' } })
  })

  test('a handset has no link, key or restart of its own: all of that is its base’s', async () => {
    const base = await make({ model: w70b })
    const handset = await make({ model: w73h, baseStationId: base.id })
    for (const action of ['manual', 'access-key'])
      expect(await admin.request('POST', `/api/devices/${handset.id}/${action}`)).toMatchObject({
        status: 409,
        body: { error: 'device.isHandset' },
      })
    for (const [action, code] of [
      ['restart', 'device.noRestart'],
      ['resync', 'device.noResync'],
    ])
      expect((await admin.request('POST', `/api/devices/${handset.id}/${action}`, {})).body).toMatchObject({
        error: code,
      })
    expect((await admin.request('GET', `/api/devices/${handset.id}`)).body).toMatchObject({
      ...{ canRestart: false, canResync: false, hasManualSteps: false, redirectService: null },
      device: { base: { id: base.id, name: 'Yealink W70B', slot: 1, manageable: true }, lastAccess: null },
    })
  })

  test('a base is told to restart where one of its handsets is registered', async () => {
    const base = await make({ model: w70b })
    const path = `/api/devices/${base.id}/resync`
    expect((await admin.request('POST', path, {})).body).toMatchObject({ error: 'device.notRegistered' })
    const handset = await make({ model: w73h, baseStationId: base.id }, own)
    const { sipSwitch } = installation
    expect(sipSwitch.register({ ...accountIn(await fileOf(base.id), 1), number: '21' })).toBe(200)
    expect((await admin.request('POST', path, {})).status).toBe(200)
    expect(sipSwitch.notified.at(-1)?.request.aor).toBe((await slotOf(handset.id)).id)
  })

  test('the PIN is random, sealed, in the file, and shown on demand with a line in the audit', async () => {
    const base = await make({ model: w70b })
    const reveal = async (id: string) =>
      ((await admin.request('POST', `/api/devices/${id}/pairing-pin`)).body as { pin: string }).pin
    const pin = await reveal(base.id)
    expect(pin).toMatch(/^[0-9]{4}$/)
    expect(await fileOf(base.id)).toContain(pin)
    expect((await rowOf(base.id)).pairing_pin_sealed).toMatch(/^v1\./)
    const { db } = installation.database
    const audit = await db.selectFrom('audit').selectAll().where('action', '=', 'device.pinShown').execute()
    expect(audit).toHaveLength(1)
    expect(JSON.stringify(audit)).not.toContain(`"${pin}"`)
    const others: string[] = []
    for (let count = 0; count < 4; count += 1) others.push(await reveal((await make({ model: w70b })).id))
    expect(new Set([pin, ...others]).size).toBeGreaterThan(1)
    const phone = await make({ model: 'yealink-t54w' })
    expect(await admin.request('POST', `/api/devices/${phone.id}/pairing-pin`)).toMatchObject({
      status: 409,
      body: { error: 'device.noPin' },
    })
  })

  test('a base with handsets is not deleted; what stands on it is listed, of others by name and number', async () => {
    const base = await make({ model: n870 }, own)
    const mine = await make({ model: s700h, baseStationId: base.id, ipui: ipui() }, own)
    const theirs = await make({ model: s700h, baseStationId: base.id, ipui: ipui() })
    expect(await admin.request('DELETE', `/api/devices/${base.id}`)).toMatchObject({
      status: 409,
      body: { error: 'baseStation.inUse' },
    })
    const { body } = await user.request('GET', `/api/devices/${base.id}/handsets`)
    expect(body).toMatchObject({
      max: 50,
      ipui: 'required',
      handsets: [
        { id: mine.id, slot: 1, number: '21', manageable: true, registrationCount: 0 },
        { id: theirs.id, slot: 2, number: '22', displayName: 'Alpha Atelier', manageable: false, ipui: null },
      ],
    })
    expect((body as { models: { id: string }[] }).models.map(({ id }) => id)).toContain(s700h)
    for (const { id } of [mine, theirs]) expect((await change(id, { baseStationId: null })).status).toBe(200)
    expect((await admin.request('DELETE', `/api/devices/${base.id}`)).status).toBe(200)
    expect(await rowOf(mine.id)).toMatchObject({ base_station_id: null, base_slot: null })
  })

  test('a user’s base does not follow a colleague’s primary, whose PIN and handsets it would be given', async () => {
    const [primary, cell] = [await make({ model: n870 }), await make({ model: n870 }, own)]
    expect((await choicesOf(cell.id, user)).map(({ id }) => id)).not.toContain(primary.id)
    expect(await change(cell.id, { baseStationId: primary.id }, user)).toMatchObject({
      status: 400,
      body: { fields: { baseStationId: 'baseStation.unfit' } },
    })
    // An administrator may; the user of the cell is still not told the primary's PIN.
    expect((await change(cell.id, { baseStationId: primary.id })).status).toBe(200)
    expect((await user.request('POST', `/api/devices/${cell.id}/pairing-pin`)).body).toMatchObject({
      error: 'device.noPin',
    })
  })

  test('bases of a multicell system follow one primary: handsets go there, and each file names all of them', async () => {
    const [primary, cell] = [await make({ model: n870 }), await make({ model: n870 })]
    expect((await choicesOf(cell.id)).map(({ id }) => id)).toContain(primary.id)
    await change(primary.id, { mac: '7C2F80000001' })
    expect((await change(cell.id, { baseStationId: primary.id, mac: '7C2F80000002' })).status).toBe(200)
    const buildSpec = async (id: string) => (await installation.services.buildSpec(await rowOf(id))).cells
    const cells = [{ mac: '7C2F80000001' }, { mac: '7C2F80000002' }]
    expect(await buildSpec(primary.id)).toEqual(cells)
    expect(await buildSpec(cell.id)).toEqual(cells)
    const version = await versionOf(cell.id)
    await change(primary.id, { mac: '7C2F80000003' })
    expect(await versionOf(cell.id)).toBeGreaterThan(version)
    const handset = await make({ model: s700h, ipui: ipui() })
    expect(await change(handset.id, { baseStationId: cell.id })).toMatchObject({ body: { error: 'baseStation.unfit' } })
    expect((await change(handset.id, { baseStationId: primary.id })).status).toBe(200)
    const third = await make({ model: n870 })
    for (const [id, baseStationId, code] of [
      [third.id, cell.id, 'baseStation.unfit'],
      [third.id, third.id, 'baseStation.unfit'],
      [primary.id, third.id, 'baseStation.inUse'],
    ] as const)
      expect((await change(id, { baseStationId })).body).toMatchObject({ fields: { baseStationId: code } })
    expect((await admin.request('DELETE', `/api/devices/${primary.id}`)).body).toMatchObject({
      error: 'baseStation.inUse',
    })
    expect((await admin.request('DELETE', `/api/devices/${cell.id}`)).status).toBe(200)
    expect(await buildSpec(primary.id)).toEqual([])
  })

  test('of two bases that would follow each other at the same time one does and one is refused', async () => {
    for (let round = 0; round < 6; round++) {
      const pair = [await make({ model: n870 }), await make({ model: n870 })] as const
      const [one, two] = [pair[0].id, pair[1].id]
      const replies = await Promise.all([
        change(one, { baseStationId: two }),
        change(two, { baseStationId: one }),
        change(one, { note: `round ${round}` }),
      ])
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 400])
      const bound = [await rowOf(one), await rowOf(two)].filter((row) => row.base_station_id !== null)
      expect(bound).toHaveLength(1)
    }
  }, 30_000)

  test('a primary that becomes a cell while others come to it does not take them along', async () => {
    for (let round = 0; round < 6; round++) {
      const bases = [await make({ model: n870 }), await make({ model: n870 }), await make({ model: n870 })] as const
      const [first, second, third] = bases
      const handset = await make({ model: s700h, ipui: ipui() })
      await Promise.all([
        change(first.id, { baseStationId: second.id }),
        change(second.id, { baseStationId: third.id }),
        change(third.id, { baseStationId: first.id }),
        change(handset.id, { baseStationId: first.id }),
      ])
      for (const { id } of [...bases, handset]) {
        const { base_station_id: base } = await rowOf(id)
        if (base !== null) expect(await rowOf(base)).toMatchObject({ base_station_id: null })
      }
    }
  }, 30_000)

  test('cells and their primary are changed at the same time without waiting for each other', async () => {
    const [primary, cell] = [await make({ model: n870 }), await make({ model: n870 })]
    await change(cell.id, { baseStationId: primary.id })
    for (let round = 0; round < 6; round++) {
      const replies = await Promise.all([
        change(primary.id, { note: `a ${round}` }),
        change(cell.id, { note: `b ${round}` }),
        change(primary.id, { note: `c ${round}` }),
        change(cell.id, { note: `d ${round}` }),
      ])
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    }
  }, 30_000)

  test('nothing broke behind the scenes', () => {
    expect(installation.failures).toEqual([])
  })
})
