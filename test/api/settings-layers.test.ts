import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseExtraLines } from '#domain/extra-lines.ts'
import {
  buildVpbx,
  createTestInstallation,
  engines,
  lineOf,
  signIn,
  type TestClient,
  type TestInstallation,
} from '../support/installation.ts'

interface Layer {
  settings: Record<string, unknown>
  inherited: Record<string, unknown>
  extraLines: string
  extraLinesAllowed: boolean
  deviceCount: number
  version: number
}

describe.each(engines)('settings of telephones on %s', (engine) => {
  let installation: TestInstallation
  let provider: TestClient
  let admin: TestClient
  let user: TestClient
  let vpbxId: string
  let deviceId: string

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    const world = await buildVpbx(installation, 'Alpha')
    vpbxId = world.vpbx.id
    provider = await signIn(installation, 'provider', installation.firstPassword)
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
    user = await signIn(installation, world.user.user.login, world.user.password)
    const lineId = lineOf(world.extensions[0])
    const made = await admin.request('POST', `/api/lines/${lineId}/devices`, { model: 'yealink-t54w' })
    deviceId = (made.body as { id: string }).id
  })
  afterAll(() => installation?.close())

  const read = async (path: string, client = provider) => (await client.request('GET', path)).body as Layer
  const write = (path: string, version: number, settings: object, more: object = {}, client = provider) =>
    client.request('PUT', path, { settings, version, ...more })
  const paths = () => ({
    installation: '/api/settings',
    vpbx: `/api/vpbxs/${vpbxId}/settings`,
    vendor: '/api/vendors/yealink/settings',
    model: '/api/models/yealink-t54w/settings',
    vpbxModel: `/api/vpbxs/${vpbxId}/models/yealink-t54w/settings`,
    device: `/api/devices/${deviceId}/settings`,
  })

  async function configuration(): Promise<string> {
    const { link } = (await admin.request('POST', `/api/devices/${deviceId}/manual`)).body as { link: string }
    const request = { key: link.slice(-52, -4), fileName: null, ip: '192.0.2.1', userAgent: '' }
    return (await installation.services.provisioning.fetch(request))?.file.body.toString() ?? ''
  }
  const expiryIn = (body: string) => /account\.1\.sip_server\.1\.expires = (\d+)/.exec(body)?.[1]

  test('the narrower layer goes before the wider, and the telephone gets what holds in the end', async () => {
    const seen: (string | undefined)[] = [expiryIn(await configuration())]
    for (const [index, path] of Object.values(paths()).entries()) {
      const { status, body } = await write(path, 0, { expiry: 200 + index })
      expect(status).toBe(200)
      expect(body).toMatchObject({ settings: { expiry: 200 + index }, deviceCount: 1, version: 1 })
      seen.push(expiryIn(await configuration()))
    }
    expect(seen).toEqual(['120', '200', '201', '202', '203', '204', '205'])
    expect((await read(paths().device)).inherited).toMatchObject({ expiry: 204, vlan: 0 })
    // Taken away again from the narrowest up, each gives way to the one above it.
    const back: (string | undefined)[] = []
    for (const path of Object.values(paths()).reverse()) {
      await write(path, 1, {})
      back.push(expiryIn(await configuration()))
    }
    expect(back).toEqual(['204', '203', '202', '201', '200', '120'])
  })

  test('extra lines of a maker come last in the files of his telephones, escaped, and are no other maker’s', async () => {
    const { vendor } = paths()
    const { version } = await read(vendor)
    const extraLines = '# ours\nfeatures.show_name = <é> "%NULL%"\n'
    expect(await write(vendor, version, {}, { extraLines })).toMatchObject({ status: 200, body: { extraLines } })
    expect(await configuration()).toMatch(/\nfeatures\.show_name = <é> "%NULL%"\n$/)
    const refused = (text: string) => write(vendor, version + 1, {}, { extraLines: text })
    const field = (code: string) => ({ status: 400, body: { fields: { extraLines: code } } })
    expect(await refused('features.x')).toMatchObject(field('extraLines.malformed'))
    expect(await refused('include:config x = 1')).toMatchObject(field('extraLines.unknownName'))
    expect(await read('/api/vendors/snom/settings')).toMatchObject({ extraLines: '', deviceCount: 0 })
    expect((await provider.request('GET', '/api/vendors/nobody/settings')).status).toBe(404)
    await write(vendor, version + 1, {}, { extraLines: '' })
    expect(await write(vendor, version + 2, {}, { extraLines: 'a = \u0000' })).toMatchObject(
      field('extraLines.malformed'),
    )
  })

  test('of several that write a layer at once one is acknowledged, the first time and later', async () => {
    const path = `/api/vpbxs/${vpbxId}/models/yealink-t46u/settings`
    for (const version of [0, 1]) {
      const replies = await Promise.all([2, 3, 4].map((vlan) => write(path, version, { vlan })))
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      const { vlan } = (await read(path)).settings
      expect(replies.find(({ status }) => status === 200)?.body).toMatchObject({ settings: { vlan } })
    }
  })

  test('two persons at the same layer: the second is told, and the first one keeps what is saved', async () => {
    const { version } = await read(paths().vpbx)
    expect((await write(paths().vpbx, version, { vlan: 7 })).status).toBe(200)
    expect(await write(paths().vpbx, version, { vlan: 8 })).toMatchObject({ status: 409, body: { error: 'conflict' } })
    expect((await read(paths().vpbx)).settings).toEqual({ vlan: 7 })
  })

  test.each([
    ['expiry', 59],
    ['expiry', 3601],
    ['expiry', '120'],
    ['vlan', 4095],
    ['vlanPriority', 8],
    ['codecs', []],
    ['codecs', ['g722', 'g722']],
    ['codecs', ['gsm']],
    ['transport', 'sctp'],
    ['srtp', true],
    ['ntpServer', 'time.example.ch"\nx = 1'],
    ['lldp', 'yes'],
    ['color', 'red'],
  ])('%s = %j is refused at the field, and nothing is saved', async (name, value) => {
    const before = await read(paths().device)
    const { status, body } = await write(paths().device, before.version, { [name]: value })
    expect(status).toBe(400)
    expect(Object.keys((body as { fields: object }).fields)[0]).toMatch(/^settings/)
    expect(await read(paths().device)).toEqual(before)
  })

  test('an administrator sets the own vPBX and its devices; a user nothing, and extra lines are the provider’s', async () => {
    const { installation: everywhere, vendor, model, vpbx, device } = paths()
    const { version } = await read(vpbx)
    expect((await write(vpbx, version, { lldp: false }, {}, admin)).status).toBe(200)
    expect((await write(everywhere, 0, {}, {}, admin)).status).toBe(404)
    expect((await write(model, 0, {}, {}, admin)).status).toBe(404)
    expect((await write(vendor, 0, {}, {}, admin)).status).toBe(404)
    for (const path of Object.values(paths())) expect((await user.request('GET', path)).status).toBe(404)
    const layer = await read(device, admin)
    const extra = await write(device, layer.version, {}, { extraLines: 'features.dnd.enable = 1' }, admin)
    const refused = { status: 400, body: { fields: { extraLines: 'extraLines.unsupported' } } }
    expect(extra).toMatchObject(refused)
    const typed = { extraLines: 'features.dnd.enable = 1' }
    expect((await write(device, layer.version, {}, typed)).status).toBe(200)
    expect(await write(device, layer.version + 1, {}, { extraLines: '' }, admin)).toMatchObject(refused)
    // As they were read they may come back.
    expect((await write(device, layer.version + 1, { vlan: 3 }, typed, admin)).status).toBe(200)
  })

  test('a type that is switched off for a vPBX is refused there alone', async () => {
    const path = `/api/vpbxs/${vpbxId}/models/snom-d785`
    expect((await admin.request('PATCH', path, { available: false })).status).toBe(404)
    expect(await provider.request('PATCH', path, { available: false })).toMatchObject({ body: { available: false } })
    const offered = (await user.request('GET', `/api/vpbxs/${vpbxId}/models`)).body as {
      id: string
      available: boolean
    }[]
    expect(offered.find(({ id }) => id === 'snom-d785')?.available).toBe(false)
    const other = await buildVpbx(installation, 'Beta')
    const make = (extension: Parameters<typeof lineOf>[0]) =>
      provider.request('POST', `/api/lines/${lineOf(extension)}/devices`, { model: 'snom-d785' })
    expect((await make(other.extensions[0])).status).toBe(200)
    const lineId = (await provider.request('GET', `/api/devices/${deviceId}`)).body as { device: { lineId: string } }
    expect(
      await provider.request('POST', `/api/lines/${lineId.device.lineId}/devices`, { model: 'snom-d785' }),
    ).toMatchObject({ status: 400, body: { fields: { model: 'model.switchedOff' } } })
    await provider.request('PATCH', path, { available: true })
    await provider.request('PATCH', '/api/models/snom-d785', { available: false })
    const left = (await user.request('GET', `/api/vpbxs/${vpbxId}/models`)).body as { id: string }[]
    expect(left.map(({ id }) => id)).not.toContain('snom-d785')
  })

  test('all that is known of a model is told, and of one that is not there nothing', async () => {
    const { body } = await user.request('GET', '/api/models/yealink-t54w')
    expect(body).toMatchObject({ keys: { count: 27, perPage: 9 }, trust: 'caByUrl', takes: 'fullUrl', fax: null })
    expect((await user.request('GET', '/api/models/yealink-t1000')).status).toBe(404)
  })
})

test.each([
  [
    'a = 1\n\n# why\n b=2 = 3 \r\nc =',
    [
      ['a', '1'],
      ['b', '2 = 3'],
      ['c', ''],
    ],
    null,
  ],
  ['a = 1\nb', [['a', '1']], 2],
  ['= 1', [], 1],
  ['', [], null],
])('%j is read as %j', (text, entries, wrong) => {
  const read = parseExtraLines(text)
  expect([read.entries.map(({ name, value }) => [name, value]), read.wrong]).toEqual([entries, wrong])
})
