import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { models } from '#catalog/index.ts'
import { functionKeyTypes } from '#domain/function-key.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

type Key = { module?: number; slot: number; type: string; value?: string; label?: string; line?: number | null }
type Keys = { version: number; modules: { id: string }[]; keys: Required<Key>[] }

/** A model with keys and a function that it has not. */
const lacking = models.flatMap(({ id, keys, keyTypes }) => {
  const type = functionKeyTypes.find((one) => keyTypes[one] === null)
  return keys && type ? [{ model: id, type }] : []
})[0] ?? { model: '', type: '' }

describe.each(engines)('function keys of a device on %s', (engine) => {
  let installation: TestInstallation
  let world: Awaited<ReturnType<typeof buildVpbx>>
  let admin: TestClient
  let lineId: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    lineId = lineOf(world.extensions[0])
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
  })
  afterAll(() => installation?.close())

  async function create(model = 'yealink-t54w'): Promise<string> {
    const { services, provider } = installation
    return (await services.devices.create(provider, lineId, { model })).id
  }
  const get = async (id: string, by = admin) => (await by.request('GET', `/api/devices/${id}/keys`)).body as Keys
  /** On top of what is there now, unless a version is given. */
  async function put(id: string, keys: Key[], modules: string[] = [], by = admin) {
    const { version } = await get(id, by)
    return by.request('PUT', `/api/devices/${id}/keys`, { version, modules, keys })
  }
  const keysOf = async (id: string) =>
    (await get(id)).keys.map(({ module, slot, type, value }) => `${module}/${slot} ${type} ${value}`.trim())
  /** The configuration as the phone fetches it. */
  async function fetched(id: string): Promise<string> {
    const { services, provider } = installation
    const { link } = await services.devices.manual(provider, id)
    const request = { key: /[0-9a-f]{48}/.exec(link)?.[0] ?? '', fileName: null, ip: '192.0.2.7', userAgent: '' }
    return (await services.provisioning.fetch(request))?.file.body.toString() ?? ''
  }
  const auditOf = async (action: string) =>
    (await installation.services.audit.list(installation.provider, {})).entries.filter((row) => row.action === action)

  test('the reading says what the model offers, who can be reached and which line slots there are', async () => {
    const id = await create()
    expect(await get(id)).toMatchObject({
      version: 1,
      phone: { keyCount: 27, perPage: 9, layout: 'bothSides', labels: 'display' },
      modules: [],
      moduleTypes: [{ id: 'yealink-exp50', name: 'EXP50', keyCount: 60, perPage: 20, labels: 'display' }],
      moduleMax: 3,
      labelLength: 64,
      functions: expect.arrayContaining([
        { type: 'line', value: 'lineSlot', needed: false },
        { type: 'blf', value: 'extension', needed: true },
        { type: 'voicemail', value: 'nothing', needed: false },
      ]),
      keys: [],
      extensions: [
        { number: '21', displayName: 'Alpha Réception' },
        { number: '22', displayName: 'Alpha Atelier' },
      ],
      lineSlots: [{ slot: 1, number: '21' }],
    })
  })

  test('a group key picks up at a team, which the reading offers beside the extensions', async () => {
    const { services, provider } = installation
    const values = { number: '50', name: 'Vente', strategy: 'all' as const, ringSeconds: 20, extensionIds: [] }
    const team = await services.teams.create(provider, world.vpbx.id, values)
    const id = await create()
    expect(await get(id)).toMatchObject({ teams: [{ number: '50', name: 'Vente' }] })
    expect((await put(id, [{ slot: 2, type: 'group', value: '*8 50' }])).status).toBe(200)
    expect(await keysOf(id)).toEqual(['0/2 group *850'])
    expect(await fetched(id)).toContain('linekey.2.value = *850')
    await services.teams.remove(provider, team.id)
    expect(await get(id)).toMatchObject({ teams: [] })
  })

  test('a type without keys offers none', async () => {
    expect(await get(await create('yealink-t30p'))).toMatchObject({
      phone: null,
      moduleMax: 0,
      functions: [],
      keys: [],
    })
  })

  test('what is set stands in the configuration that the phone fetches next, on the phone and on its module', async () => {
    const id = await create()
    const before = await fetched(id)
    const reply = await put(
      id,
      [
        { slot: 3, type: 'blf', value: '22', label: 'Atelier', line: 1 },
        { slot: 4, type: 'directDial', value: '021 555 01-01' },
        { slot: 5, type: 'none' },
        { module: 1, slot: 60, type: 'extension', value: '22' },
      ],
      ['yealink-exp50'],
    )
    expect(reply).toMatchObject({ status: 200, body: { version: 2, modules: [{ id: 'yealink-exp50' }] } })
    expect(await keysOf(id)).toEqual(['0/3 blf 22', '0/4 directDial 0215550101', '0/5 none', '1/60 extension 22'])
    const after = await fetched(id)
    expect(before).not.toMatch(/^linekey\./m)
    expect(after).toMatch(
      /^linekey\.3\.type = 16\nlinekey\.3\.line = 1\nlinekey\.3\.value = 22\nlinekey\.3\.label = Atelier$/m,
    )
    expect(after).toMatch(/^linekey\.4\.value = 0215550101$/m)
    expect(after).toMatch(/^linekey\.5\.type = 0$/m)
    expect(after).toMatch(/^expansion_module\.1\.key\.60\.value = 22$/m)
    expect(after).not.toMatch(/^linekey\.6\./m)
  })

  test('a key that was set and is not named any more is written empty, one that nobody touched is not written', async () => {
    const id = await create()
    await put(id, [{ slot: 2, type: 'blf', value: '22', label: 'Atelier' }], ['yealink-exp50'])
    expect((await put(id, [])).status).toBe(200)
    expect(await keysOf(id)).toEqual(['0/2 none'])
    const text = await fetched(id)
    expect(text).toMatch(/^linekey\.2\.type = 0$/m)
    expect(text).not.toMatch(/Atelier/)
    expect(text).not.toMatch(/^linekey\.1\./m)
  })

  test('only the choice "phone" leaves a key to the phone again', async () => {
    const id = await create()
    await put(id, [
      { slot: 1, type: 'blf', value: '22' },
      { slot: 2, type: 'none' },
    ])
    await put(id, [{ slot: 1, type: 'phone' }])
    expect(await keysOf(id)).toEqual(['0/2 none'])
    expect(await fetched(id)).not.toMatch(/^linekey\.1\./m)
  })

  test('keys of a module that was taken out are emptied on the next one in its place, and not before', async () => {
    const id = await create()
    const blf = { module: 1, slot: 7, type: 'blf', value: '22' }
    await put(id, [blf], ['yealink-exp50'])
    await put(id, [], [])
    expect(await keysOf(id)).toEqual([])
    expect(await fetched(id)).not.toMatch(/^expansion_module/m)
    await put(id, [], ['yealink-exp50'])
    expect(await keysOf(id)).toEqual(['1/7 none'])
    expect(await fetched(id)).toMatch(/^expansion_module\.1\.key\.7\.type = 0$/m)
  })

  test('what is read can be sent back as it is: nothing changes, no version and no line in the journal', async () => {
    const id = await create()
    await put(id, [{ slot: 1, type: 'blf', value: '22', label: 'Atelier', line: 1 }], ['yealink-exp50'])
    const before = await get(id)
    const written = (await auditOf('device.keysChanged')).length
    const modules = before.modules.map((module) => module.id)
    const body = { version: before.version, modules, keys: before.keys }
    expect(await admin.request('PUT', `/api/devices/${id}/keys`, body)).toMatchObject({ status: 200, body: before })
    expect(await auditOf('device.keysChanged')).toHaveLength(written)
  })

  const t54w = { model: 'yealink-t54w', modules: [] as string[] }
  const withModule = { ...t54w, modules: ['yealink-exp50'] }
  const blf = { slot: 1, type: 'blf', value: '22' }
  test.each<[string, { model: string; modules: string[] }, Key[], string, string]>([
    ['a key beyond those of the phone', t54w, [{ ...blf, slot: 28 }], 'keys.0.slot', 'functionKey.noSlot'],
    ['key 0', t54w, [{ ...blf, slot: 0 }], 'keys.0.slot', 'functionKey.noSlot'],
    ['half a key', t54w, [{ ...blf, slot: 1.5 }], 'keys.0.slot', 'functionKey.noSlot'],
    [
      'a key beyond those of a module',
      withModule,
      [{ ...blf, module: 1, slot: 61 }],
      'keys.0.slot',
      'functionKey.noSlot',
    ],
    [
      'a key of a module that is not there',
      withModule,
      [{ ...blf, module: 2 }],
      'keys.0.module',
      'functionKey.noModule',
    ],
    ['a key of a type without keys', { ...t54w, model: 'yealink-t30p' }, [blf], 'keys.0.slot', 'functionKey.noSlot'],
    ['a function that there is not', t54w, [{ slot: 1, type: 'coffee' }], 'keys.0.type', 'functionKey.unsupported'],
    [
      'a value where none belongs',
      t54w,
      [{ slot: 1, type: 'voicemail', value: '1' }],
      'keys.0.value',
      'functionKey.value',
    ],
    [
      'letters for a number',
      t54w,
      [blf, { slot: 2, type: 'directDial', value: 'abc' }],
      'keys.1.value',
      'functionKey.value',
    ],
    ['a name for an extension', t54w, [{ ...blf, value: 'Atelier' }], 'keys.0.value', 'functionKey.value'],
    ['nothing where a value is needed', t54w, [{ slot: 1, type: 'blf' }], 'keys.0.value', 'field.required'],
    ['blanks where a value is needed', t54w, [{ ...blf, value: '  ' }], 'keys.0.value', 'field.required'],
    ['a line slot that is not there', t54w, [{ slot: 1, type: 'line', line: 2 }], 'keys.0.line', 'functionKey.noLine'],
    ['the line slot 0', t54w, [{ slot: 1, type: 'line', line: 0 }], 'keys.0.line', 'functionKey.noLine'],
    ['the same key twice', t54w, [blf, { ...blf, value: '21' }], 'keys.1.slot', 'functionKey.twice'],
    ['a label of 65 characters', t54w, [{ ...blf, label: 'x'.repeat(65) }], 'keys.0.label', 'field.tooLong'],
    ['a line break in a label', t54w, [{ ...blf, label: 'a\nb' }], 'keys.0.label', 'field.controlCharacter'],
    ['a text turned round in a label', t54w, [{ ...blf, label: 'a\u202eb' }], 'keys.0.label', 'field.controlCharacter'],
    ['a NUL in a value', t54w, [{ ...blf, value: '2\u00002' }], 'keys.0.value', 'field.controlCharacter'],
    ['a value of 201 characters', t54w, [{ ...blf, value: '2'.repeat(201) }], 'keys.0.value', 'field.tooLong'],
    [
      'a module on a phone that has none',
      { model: 'yealink-t42u', modules: ['yealink-exp50'] },
      [],
      'modules',
      'keyModule.unsupported',
    ],
    ['four modules', { ...t54w, modules: Array(4).fill('yealink-exp50') }, [], 'modules.3', 'keyModule.tooMany'],
    ['a module of another type', { ...t54w, modules: ['yealink-exp43'] }, [], 'modules.0', 'keyModule.unfit'],
    ["another maker's module", { ...t54w, modules: ['yealink-exp50', 'snom-d7'] }, [], 'modules.1', 'keyModule.unfit'],
    ['a field that there is not', t54w, [{ ...blf, colour: 'red' } as Key], 'keys.0.colour', 'field.unknown'],
  ])('%s is refused at its field, and nothing changes', async (_, { model, modules }, keys, field, code) => {
    const id = await create(model)
    const before = await get(id)
    const reply = await put(id, keys, modules)
    expect(reply).toMatchObject({ status: 400, body: { error: code, fields: { [field]: code } } })
    expect(Object.keys((reply.body as { fields: object }).fields)).toEqual([field])
    expect(await get(id)).toEqual(before)
  })

  test('everything that is wrong is told at once', async () => {
    const reply = await put(await create(), [
      { slot: 1, type: 'blf' },
      { slot: 2, type: 'directDial', value: 'x' },
      { slot: 99, type: 'none' },
    ])
    expect(reply).toMatchObject({
      status: 400,
      body: {
        error: 'request.invalid',
        fields: {
          'keys.0.value': 'field.required',
          'keys.1.value': 'functionKey.value',
          'keys.2.slot': 'functionKey.noSlot',
        },
      },
    })
  })

  test('a function that the model does not have is refused at its type, and is not offered', async () => {
    const id = await create(lacking.model)
    const { functions } = (await get(id)) as unknown as { functions: { type: string }[] }
    expect(functions.map(({ type }) => type)).not.toContain(lacking.type)
    const reply = await put(id, [{ slot: 1, type: lacking.type }])
    expect(reply).toMatchObject({ status: 400, body: { fields: { 'keys.0.type': 'functionKey.unsupported' } } })
  })

  test('a number that nobody in the vPBX has may be watched', async () => {
    expect((await put(await create(), [{ ...blf, value: '999' }])).status).toBe(200)
  })

  test('of two people who change the same keys the second is told so, and overwrites nothing', async () => {
    const id = await create()
    const { version } = await get(id)
    const send = (value: string) =>
      admin.request('PUT', `/api/devices/${id}/keys`, { version, keys: [{ slot: 1, type: 'blf', value }] })
    const replies = await Promise.all([send('21'), send('22'), send('23')])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(replies.filter(({ status }) => status === 409)).toMatchObject([{ body: { error: 'conflict' } }, {}])
    expect((await get(id)).version).toBe(version + 1)
    expect(await admin.request('PUT', `/api/devices/${id}/keys`, { keys: [] })).toMatchObject({
      status: 400,
      body: { fields: { version: 'field.required' } },
    })
  })

  test('a user sets the keys of the own phone and not those of a colleague', async () => {
    const user = await signIn(installation, world.user.user.login, world.user.password)
    const own = await create()
    expect((await put(own, [blf], [], user)).status).toBe(200)
    const { services, provider } = installation
    const line = lineOf(world.extensions[1])
    const { id } = await services.devices.create(provider, line, { model: 'yealink-t54w' })
    const path = `/api/devices/${id}/keys`
    expect((await user.request('GET', path)).status).toBe(404)
    expect((await user.request('PUT', path, { version: 1, keys: [blf] })).status).toBe(404)
    expect(await keysOf(id)).toEqual([])
  })

  test('a change leaves a line in the journal and is heard by the open pages', async () => {
    const id = await create()
    installation.clock.now += 1000
    const heard: unknown[] = []
    const stop = installation.services.events.subscribe((hint) => heard.push(hint))
    await put(id, [blf])
    stop()
    expect(heard).toEqual([expect.objectContaining({ type: 'device', deviceId: id, lineId })])
    expect((await auditOf('device.keysChanged'))[0]).toMatchObject({
      subject: '21 · Yealink T54W',
      actor: world.administrator.user.login,
    })
  })

  test('nothing broke behind these requests', () => {
    expect(installation.failures).toEqual([])
  })
})
