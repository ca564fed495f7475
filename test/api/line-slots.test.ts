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

interface SlotsBody {
  version: number
  slotCount: number
  fax: string | null
  slots: { slot: number; lineId: string; number: string; fax: boolean; editable: boolean; registrationCount: number }[]
  lines: { id: string; number: string }[]
}

const phone = 'yealink-t54w'
const gateway = 'grandstream-ht818'
const gatewayPorts = 8

describe.each(engines)('line slots of a device on %s', (engine) => {
  let installation: TestInstallation
  let world: Awaited<ReturnType<typeof buildVpbx>>
  let admin: TestClient
  let user: TestClient
  /** Home line 21, its second number 31, and the colleague's 22. */
  let home: string
  let second: string
  let colleague: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    const { services, provider } = installation
    home = lineOf(world.extensions[0])
    colleague = lineOf(world.extensions[1])
    second = (await services.extensions.addLine(provider, world.extensions[0].id, { kind: 'internal', number: '31' }))
      .id
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
    user = await signIn(installation, world.user.user.login, world.user.password)
  })
  afterAll(() => installation?.close())

  const create = async (model: string, lineId = home) =>
    (await installation.services.devices.create(installation.provider, lineId, { model })).id
  const read = async (id: string, client = admin) =>
    (await client.request('GET', `/api/devices/${id}/lines`)).body as SlotsBody
  async function put(id: string, slots: object[], client = admin) {
    const { version } = await read(id)
    return client.request('PUT', `/api/devices/${id}/lines`, { version, slots })
  }
  const rowsOf = (id: string) =>
    installation.database.db.selectFrom('device_line').selectAll().where('device_id', '=', id).orderBy('slot').execute()
  const credentialsOf = (id: string) =>
    installation.sipSwitch.credentials().filter((credential) => credential.deviceId === id)
  const homeSlot = () => ({ slot: 1, lineId: home })

  async function fileOf(id: string): Promise<string> {
    const { services, provider } = installation
    const key = /[0-9a-f]{48}/.exec((await services.devices.manual(provider, id)).link)?.[0] ?? ''
    const fetched = await services.provisioning.fetch({ key, fileName: null, ip: '192.0.2.9', userAgent: '' })
    return fetched?.file.body.toString() ?? ''
  }

  const accountIn = (file: string, slot: number) => ({
    digestName: new RegExp(`^account\\.${slot}\\.auth_name = (.+)$`, 'm').exec(file)?.[1] ?? '',
    secret: new RegExp(`^account\\.${slot}\\.password = (.+)$`, 'm').exec(file)?.[1] ?? '',
  })

  test('all ports of a gateway are filled in one go, each with an identity of its own that the switch knows', async () => {
    const id = await create(gateway)
    expect(await read(id)).toMatchObject({ slotCount: gatewayPorts, fax: 't38' })
    const reply = await put(id, [homeSlot(), { slot: 2, lineId: second }, { slot: 8, lineId: colleague, fax: true }])
    expect(reply.status).toBe(200)
    expect((reply.body as SlotsBody).slots).toMatchObject([
      { slot: 1, number: '21', fax: false },
      { slot: 2, number: '31', fax: false },
      { slot: 8, number: '22', fax: true },
    ])
    expect(
      credentialsOf(id)
        .map(({ number }) => number)
        .sort(),
    ).toEqual(['21', '22', '31'])
    const [, , third] = await rowsOf(id)
    expect(third?.account_id).not.toBe((await rowsOf(id))[0]?.account_id)
    const file = await fileOf(id)
    for (const { digest_name: name } of await rowsOf(id)) expect(file).toContain(name)
  })

  test('a line that stays keeps its credentials while its fax changes; the configuration is another', async () => {
    const id = await create(gateway)
    await put(id, [homeSlot(), { slot: 2, lineId: colleague }])
    const [before, file] = [await rowsOf(id), await fileOf(id)]
    expect((await put(id, [homeSlot(), { slot: 2, lineId: colleague, fax: true }])).status).toBe(200)
    expect(await rowsOf(id)).toEqual([before[0], { ...before[1], fax: 1 }])
    expect(await fileOf(id)).not.toBe(file)
    const { version } = await read(id)
    expect((await put(id, [homeSlot(), { slot: 2, lineId: colleague }])).status).toBe(200)
    expect(await rowsOf(id)).toMatchObject([{}, { fax: 1 }])
    expect((await read(id)).version).toBe(version)
  })

  test('a line that goes, or makes room for another, loses its credentials and its registrations at once', async () => {
    const id = await create(phone)
    await put(id, [homeSlot(), { slot: 2, lineId: second }, { slot: 3, lineId: colleague }])
    const [first, two, three] = await rowsOf(id)
    const file = await fileOf(id)
    for (const [slot, number] of [
      [1, '21'],
      [2, '31'],
      [3, '22'],
    ] as const)
      expect(installation.sipSwitch.register({ ...accountIn(file, slot), number })).toBe(200)
    expect((await read(id)).slots.map((slot) => slot.registrationCount)).toEqual([1, 1, 1])
    expect((await put(id, [homeSlot(), { slot: 2, lineId: colleague }])).status).toBe(200)
    const aors = [first, two, three].map((row) => row?.id ?? '')
    expect((await installation.sipSwitch.registrations(aors)).map(({ aor }) => aor)).toEqual([first?.id])
    const known = credentialsOf(id).map(({ aor }) => aor)
    expect(known).toHaveLength(2)
    expect(known).not.toContain(two?.id)
    expect(known).not.toContain(three?.id)
  })

  test.each([
    ['another home line', () => [{ slot: 1, lineId: second }], 'slots.0.lineId', 'lineSlot.home'],
    ['no home line', () => [{ slot: 2, lineId: second }], 'slots', 'lineSlot.home'],
    ['a slot beyond the last', () => [homeSlot(), { slot: 17, lineId: second }], 'slots.1.slot', 'lineSlot.noSlot'],
    [
      'a slot twice',
      () => [homeSlot(), { slot: 2, lineId: second }, { slot: 2, lineId: colleague }],
      'slots.2.slot',
      'lineSlot.twice',
    ],
    [
      'a line twice',
      () => [homeSlot(), { slot: 2, lineId: second }, { slot: 3, lineId: second }],
      'slots.2.lineId',
      'lineSlot.lineInUse',
    ],
    ['the home line again', () => [homeSlot(), { slot: 2, lineId: home }], 'slots.1.lineId', 'lineSlot.lineInUse'],
    ['no such line', () => [homeSlot(), { slot: 2, lineId: '0'.repeat(20) }], 'slots.1.lineId', 'lineSlot.unknownLine'],
    ['a fax on a telephone', () => [{ ...homeSlot(), fax: true }], 'slots.0.fax', 'lineSlot.noFax'],
    ['slot 0', () => [homeSlot(), { slot: 0, lineId: second }], 'slots.1.slot', 'lineSlot.noSlot'],
  ])('%s is refused at its field, and nothing changes', async (_, slots, field, code) => {
    const id = await create(phone)
    const before = await rowsOf(id)
    expect(await put(id, slots())).toMatchObject({ status: 400, body: { error: code, fields: { [field]: code } } })
    expect(await rowsOf(id)).toEqual(before)
  })

  test("another vPBX's line is refused as if it did not exist", async () => {
    const other = await buildVpbx(installation, 'Beta')
    const id = await create(phone)
    const [theirs, nobodys] = [
      await put(id, [homeSlot(), { slot: 2, lineId: lineOf(other.extensions[0]) }]),
      await put(id, [homeSlot(), { slot: 2, lineId: 'f'.repeat(20) }]),
    ]
    expect(theirs).toMatchObject({ status: 400, body: { error: 'lineSlot.unknownLine' } })
    expect(theirs.body).toEqual(nobodys.body)
    expect(JSON.stringify((await read(id)).lines)).not.toContain(lineOf(other.extensions[0]))
  })

  test('a user puts own lines into slots; a line of a colleague he neither adds, moves nor takes away', async () => {
    const id = await create(gateway)
    expect((await read(id, user)).lines.map(({ number }) => number)).toEqual(['21', '31'])
    expect((await put(id, [homeSlot(), { slot: 3, lineId: second }], user)).status).toBe(200)
    const foreign = { slot: 5, lineId: colleague }
    expect(await put(id, [homeSlot(), foreign], user)).toMatchObject({ body: { error: 'lineSlot.unknownLine' } })
    await put(id, [homeSlot(), foreign])
    expect((await read(id, user)).slots).toMatchObject([{ editable: true }, { slot: 5, number: '22', editable: false }])
    const before = await rowsOf(id)
    for (const slots of [
      [homeSlot()],
      [homeSlot(), { slot: 5, lineId: second }],
      [homeSlot(), { ...foreign, fax: true }],
    ])
      expect(await put(id, slots, user)).toMatchObject({ status: 400, body: { error: 'lineSlot.foreign' } })
    expect(await rowsOf(id)).toEqual(before)
    expect((await put(id, [homeSlot(), { slot: 2, lineId: second }, foreign], user)).status).toBe(200)
  })

  test('a device stands in the list of each of its lines; whose it is not sees its names alone', async () => {
    const id = await create(gateway, colleague)
    const { services, provider } = installation
    await services.devices.change(provider, id, { mac: '000B820000AA', note: 'Cave' })
    await put(id, [
      { slot: 1, lineId: colleague },
      { slot: 5, lineId: home },
    ])
    const seen = async (client: TestClient, lineId: string) =>
      ((await client.request('GET', `/api/lines/${lineId}/devices`)).body as { id: string }[]).find(
        (one) => one.id === id,
      )
    expect(await seen(admin, colleague)).toMatchObject({ slots: [1], manageable: true, mac: '000B820000AA' })
    expect(await seen(admin, home)).toMatchObject({ slots: [5], number: '22', manageable: true })
    const guest = await seen(user, home)
    expect(guest).toMatchObject({ slots: [5], number: '22', note: 'Cave', manageable: false, mac: null })
    expect((await user.request('GET', `/api/devices/${id}`)).status).toBe(404)
    expect((await user.request('GET', `/api/devices/${id}/lines`)).status).toBe(404)
    const told: string[] = []
    const end = services.events.subscribe((hint) => void (hint.type === 'device' && told.push(hint.lineId)))
    await put(id, [{ slot: 1, lineId: colleague }])
    end()
    expect(told.sort()).toEqual([home, colleague].sort())
    expect(await seen(user, home)).toBeUndefined()
  })

  test('who read before somebody else saved is told so, and nothing of either is lost', async () => {
    const id = await create(phone)
    const { version } = await read(id)
    await put(id, [homeSlot(), { slot: 2, lineId: second }])
    const slots = [homeSlot(), { slot: 2, lineId: colleague }]
    expect(await admin.request('PUT', `/api/devices/${id}/lines`, { version, slots })).toMatchObject({
      status: 409,
      body: { error: 'conflict' },
    })
    expect(await rowsOf(id)).toMatchObject([{}, { line_id: second }])
  })

  test('a line in a slot is not deleted behind its back, and a slot with function keys is not emptied', async () => {
    const { services, provider } = installation
    const extension = await services.extensions.create(provider, world.vpbx.id, { number: '41', displayName: 'Fax' })
    const id = await create(phone)
    await put(id, [homeSlot(), { slot: 2, lineId: lineOf(extension) }])
    expect((await admin.request('DELETE', `/api/extensions/${extension.id}`)).body).toMatchObject({
      error: 'extension.hasDevices',
    })
    const { version } = await read(id)
    const keys = [{ slot: 5, type: 'directDial', value: '22', line: 2 }]
    expect((await admin.request('PUT', `/api/devices/${id}/keys`, { version, keys })).status).toBe(200)
    expect(await put(id, [homeSlot()])).toMatchObject({
      status: 409,
      body: { error: 'lineSlot.hasKeys', params: { slots: '2' } },
    })
    const emptied = { version: (await read(id)).version, keys: [] }
    await admin.request('PUT', `/api/devices/${id}/keys`, emptied)
    expect((await put(id, [homeSlot()])).status).toBe(200)
    expect((await admin.request('DELETE', `/api/extensions/${extension.id}`)).status).toBe(200)
  })

  test('the change is in the audit, and new SIP data of one line changes the file of the device that has it in a slot', async () => {
    const id = await create(phone)
    await put(id, [homeSlot(), { slot: 2, lineId: colleague }])
    const { db } = installation.database
    const audit = await db.selectFrom('audit').select('subject').where('action', '=', 'device.linesChanged').execute()
    expect(audit.map(({ subject }) => subject)).toContain('21 · Yealink T54W')
    const before = await fileOf(id)
    await installation.services.sipData.renew(installation.provider, world.extensions[1].id)
    const [, slot] = await rowsOf(id)
    const after = await fileOf(id)
    expect(before).not.toContain(slot?.digest_name)
    expect(after).toContain(slot?.digest_name)
  })

  test('nothing broke behind the scenes', () => {
    expect(installation.failures).toEqual([])
  })
})
