import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

type Keys = { version: number; keys: { module: number; slot: number; type: string; label: string }[] }

describe.each(engines)('another model for a device on %s', (engine) => {
  let installation: TestInstallation
  let admin: TestClient
  let lineId: string
  let vpbxId: string
  let world: Awaited<ReturnType<typeof buildVpbx>>

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    lineId = lineOf(world.extensions[0])
    vpbxId = world.vpbx.id
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
  })
  afterAll(() => installation?.close())

  async function create(model: string): Promise<string> {
    const { services, provider } = installation
    return (await services.devices.create(provider, lineId, { model })).id
  }
  const preview = (id: string, model: string) => admin.request('GET', `/api/devices/${id}/model-change?model=${model}`)
  const change = (id: string, model: string) => admin.request('POST', `/api/devices/${id}/model`, { model })
  const keysOf = async (id: string) => (await admin.request('GET', `/api/devices/${id}/keys`)).body as Keys
  async function setKeys(id: string, keys: object[], modules: string[] = []): Promise<void> {
    const { version } = await keysOf(id)
    const reply = await admin.request('PUT', `/api/devices/${id}/keys`, { version, modules, keys })
    expect(reply.status).toBe(200)
  }
  const rowOf = (id: string) =>
    installation.database.db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  async function fetched(id: string): Promise<string> {
    const { services, provider } = installation
    const { link } = await services.devices.manual(provider, id)
    const request = { key: /[0-9a-f]{48}/.exec(link)?.[0] ?? '', fileName: null, ip: '192.0.2.7', userAgent: '' }
    return (await services.provisioning.fetch(request))?.file.body.toString() ?? ''
  }

  test('what does not fit is told before anything is saved, and the change loses exactly that', async () => {
    const id = await create('yealink-t54w')
    await setKeys(
      id,
      [
        { slot: 1, type: 'line', line: 1 },
        { slot: 15, type: 'blf', value: '22', label: 'Atelier' },
        { slot: 16, type: 'blf', value: '23', label: 'Cave' },
        { slot: 17, type: 'none' },
        { module: 1, slot: 1, type: 'blf', value: '24' },
      ],
      ['yealink-exp50'],
    )
    const before = await rowOf(id)
    const told = await preview(id, 'yealink-t42u')
    expect(told).toMatchObject({
      status: 200,
      body: {
        model: { id: 'yealink-t42u' },
        keys: [
          { module: 0, slot: 16, type: 'blf', value: '23', label: 'Cave' },
          { module: 1, slot: 1, type: 'blf', value: '24' },
        ],
        labels: [],
        modules: [{ position: 1, name: 'EXP50' }],
        lineSlots: [],
        access: [],
      },
    })
    expect(await rowOf(id)).toEqual(before)
    expect((await change(id, 'yealink-t42u')).body).toEqual(told.body)
    const { keys } = await keysOf(id)
    expect(keys.map(({ module, slot, type }) => `${module}/${slot} ${type}`)).toEqual(['0/1 line', '0/15 blf'])
    const after = await rowOf(id)
    expect(after).toMatchObject({ model: 'yealink-t42u', config_version: before.config_version + 1 })
    expect(after.access_key_hash).toBe(before.access_key_hash)
    const { db } = installation.database
    expect(await db.selectFrom('device_module').selectAll().where('device_id', '=', id).execute()).toEqual([])
    const journal = (await installation.services.audit.list(installation.provider, {})).entries
    expect(journal.find(({ action }) => action === 'device.modelChanged')).toMatchObject({
      subject: '21 · Yealink T54W → Yealink T42U',
    })
  })

  test("another maker's phone finds the keys that fit in its own words, under the same link", async () => {
    const id = await create('yealink-t54w')
    await setKeys(id, [{ slot: 2, type: 'blf', value: '22', label: 'Atelier' }])
    const link = async () => (await installation.services.devices.manual(installation.provider, id)).link
    const before = await link()
    expect(await fetched(id)).toMatch(/^linekey\.2\.value = 22$/m)
    expect((await change(id, 'snom-d785')).status).toBe(200)
    expect(await link()).toBe(before)
    const text = await fetched(id)
    expect(text).not.toMatch(/linekey/)
    expect(text).toMatch(/<fkey idx="1"[^>]*>blf [^<]*22/)
  })

  test('of two modules the one that fits moves to the first place with its keys', async () => {
    const id = await create('snom-d785')
    await setKeys(
      id,
      [
        { module: 1, slot: 1, type: 'blf', value: '21' },
        { module: 2, slot: 2, type: 'blf', value: '22' },
      ],
      ['snom-d7c', 'snom-d7'],
    )
    expect(await change(id, 'snom-d745')).toMatchObject({
      body: { modules: [{ position: 1, name: 'D7C' }], keys: [{ module: 1, slot: 1, value: '21' }] },
    })
    expect(await keysOf(id)).toMatchObject({
      modules: [{ id: 'snom-d7' }],
      keys: [{ module: 1, slot: 2, value: '22' }],
    })
  })

  test('line slots beyond those of the model go, with the keys on them and their access to the switch', async () => {
    const { services, provider, sipSwitch } = installation
    const id = await create('yealink-t54w')
    const third = await services.extensions.addLine(provider, world.extensions[0].id, {
      kind: 'internal',
      number: '78',
    })
    const { version } = await services.lineSlots.get(provider, id)
    await services.lineSlots.replace(provider, id, {
      version,
      slots: [lineId, lineOf(world.extensions[1]), third.id].map((line, index) => ({ slot: index + 1, lineId: line })),
    })
    await setKeys(id, [
      { slot: 1, type: 'line', line: 2 },
      { slot: 2, type: 'line', line: 3 },
    ])
    const text = await fetched(id)
    const word = (name: string) => new RegExp(`^account\\.3\\.${name} = (.*)$`, 'm').exec(text)?.[1] ?? ''
    const register = () => sipSwitch.register({ digestName: word('auth_name'), secret: word('password'), number: '78' })
    const aors = sipSwitch
      .credentials()
      .flatMap(({ aor, digestName }) => (digestName === word('auth_name') ? [aor] : []))
    expect(register()).toBe(200)
    expect(await sipSwitch.registrations(aors)).toHaveLength(1)
    expect(await change(id, 'yealink-t31p')).toMatchObject({
      body: { lineSlots: [{ slot: 3, number: '78' }], keys: [{ slot: 2, line: 3 }] },
    })
    expect((await services.lineSlots.get(provider, id)).slots.map(({ slot }) => slot)).toEqual([1, 2])
    expect(await sipSwitch.registrations(aors)).toEqual([])
    expect(register()).toBe(401)
  })

  test("a user does not take a colleague's line off the device by another model", async () => {
    const { services, provider, database } = installation
    const id = await create('yealink-t54w')
    const home = await database.db
      .selectFrom('device_line')
      .selectAll()
      .where('device_id', '=', id)
      .executeTakeFirstOrThrow()
    const row = { ...home, id: newId(), slot: 3, line_id: lineOf(world.extensions[1]), digest_name: `foreign-${id}` }
    await database.db.insertInto('device_line').values(row).execute()
    const user = await signIn(installation, world.user.user.login, world.user.password)
    const body = { model: 'yealink-t31p' }
    expect(await user.request('POST', `/api/devices/${id}/model`, body)).toMatchObject({
      status: 400,
      body: { fields: { model: 'lineSlot.foreign' } },
    })
    expect(await rowOf(id)).toMatchObject({ model: 'yealink-t54w' })
    expect(await services.deviceModels.change(provider, id, body.model)).toMatchObject({ lineSlots: [{ slot: 3 }] })
  })

  test('a password and a name that the model takes stay, a random password becomes as long as it takes', async () => {
    const id = await create('yealink-t54w')
    await admin.request('PATCH', `/api/devices/${id}`, { adminPassword: '98765', userName: 'chef' })
    expect(await fetched(id)).toMatch(/:[0-9]{32}$/m)
    expect(await change(id, 'snom-d785')).toMatchObject({ body: { access: [] } })
    const shown = await admin.request('POST', `/api/devices/${id}/passwords`)
    expect(shown.body).toEqual({ admin: '98765', userName: 'chef', user: null })
    const text = await fetched(id)
    expect(text).toContain('98765')
    expect(text).toMatch(/>[0-9]{40}</)
  })

  test('a model that takes no password or no such name says so, and the old one is gone', async () => {
    const id = await create('yealink-t54w')
    await admin.request('PATCH', `/api/devices/${id}`, { userName: 'x'.repeat(32), userPassword: '4321' })
    const { db } = installation.database
    await db
      .updateTable('device')
      .set({ user_name: 'x'.repeat(64) })
      .where('id', '=', id)
      .execute()
    expect(await preview(id, 'yealink-t53w')).toMatchObject({ body: { access: ['userName'] } })
    await change(id, 'yealink-t53w')
    expect(await rowOf(id)).toMatchObject({ user_name: '', user_password_set: 1 })
  })

  test.each([
    ['a telephone that is to become an app', 'yealink-t54w', 'linphone-app', 'model.unfit'],
    ['an app that is to become a telephone', 'linphone-app', 'yealink-t54w', 'model.unfit'],
    ['a model that there is not', 'yealink-t54w', 'acme-1', 'model.unknown'],
    ['an empty model', 'yealink-t54w', '', 'field.required'],
  ])('%s is refused at the field, in the preview and in the change', async (_, from, to, code) => {
    const id = await create(from)
    const refused = { status: 400, body: { error: code, fields: { model: code } } }
    expect(await preview(id, to)).toMatchObject(refused)
    expect(await change(id, to)).toMatchObject(refused)
    expect(await rowOf(id)).toMatchObject({ model: from, config_version: 1 })
  })

  test('a model that is switched off for the vPBX is refused', async () => {
    const { services, provider } = installation
    await services.models.change(provider, vpbxId, 'yealink-t33g', { available: false })
    expect(await change(await create('yealink-t54w'), 'yealink-t33g')).toMatchObject({
      status: 400,
      body: { error: 'model.switchedOff' },
    })
  })

  test('the model that it is already changes nothing', async () => {
    const id = await create('yealink-t54w')
    await setKeys(id, [{ slot: 27, type: 'blf', value: '22' }])
    const before = await rowOf(id)
    expect(await change(id, 'yealink-t54w')).toMatchObject({ status: 200, body: { keys: [], modules: [], access: [] } })
    expect(await rowOf(id)).toEqual(before)
  })

  test('nothing broke behind these requests', () => {
    expect(installation.failures).toEqual([])
  })
})
