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

type DeviceBody = {
  id: string
  model: { id: string }
  mac: string | null
  macProvisioning: string
  lastAccess: unknown
}

describe.each(engines)('devices of a line on %s', (engine) => {
  let installation: TestInstallation
  let admin: TestClient
  let lineId: string
  let world: Awaited<ReturnType<typeof buildVpbx>>

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    lineId = lineOf(world.extensions[0])
    admin = await signIn(installation, world.administrator.user.login, world.administrator.password)
  })
  afterAll(() => installation?.close())

  async function create(model = 'yealink-t54w'): Promise<DeviceBody> {
    const { status, body } = await admin.request('POST', `/api/lines/${lineId}/devices`, { model })
    expect(status).toBe(200)
    return body as DeviceBody
  }
  const change = (id: string, values: object) => admin.request('PATCH', `/api/devices/${id}`, values)
  const rowOf = (id: string) =>
    installation.database.db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const linkOf = async (id: string) =>
    ((await admin.request('POST', `/api/devices/${id}/manual`)).body as { link: string }).link

  test('several devices stand on one line, each with a key and a digest identity of its own', async () => {
    const [one, two] = [await create(), await create('snom-d785')]
    const listed = (await admin.request('GET', `/api/lines/${lineId}/devices`)).body as DeviceBody[]
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, two.id]))
    expect(await linkOf(one.id)).toMatch(/^https:\/\/pbx\.example\.ch:8448\/[0-9a-f]{48}\.cfg$/)
    expect(await linkOf(one.id)).not.toBe(await linkOf(two.id))
    const names = installation.sipSwitch
      .credentials()
      .filter(({ deviceId }) => deviceId === one.id || deviceId === two.id)
    expect(new Set(names.map(({ digestName }) => digestName)).size).toBe(2)
    expect(names.map(({ number }) => number)).toEqual(['21', '21'])
  })

  test('nothing of a device stands readable in the database: key, passwords, SIP secret', async () => {
    const { id } = await create()
    await change(id, { adminPassword: '98765', userPassword: '43210' })
    const key = (await linkOf(id)).slice(-52, -4)
    const { db } = installation.database
    const slot = await db.selectFrom('device_line').selectAll().where('device_id', '=', id).executeTakeFirstOrThrow()
    const stored = JSON.stringify([await rowOf(id), slot, await db.selectFrom('audit').selectAll().execute()])
    expect(key).toMatch(/^[0-9a-f]{48}$/)
    for (const secret of [key, '98765', '43210']) expect(stored).not.toContain(secret)
  })

  test.each([
    ['00:04:13:45:c9:bf', '00041345C9BF'],
    ['00-15-65-AB-CD-EF', '001565ABCDEF'],
    ['0004.1345.c9b0', '00041345C9B0'],
    [' 805ec0 112233 ', '805EC0112233'],
    ['', null],
  ])('the MAC %j is kept as %j', async (typed, kept) => {
    const { id } = await create()
    expect(await change(id, { mac: typed })).toMatchObject({ status: 200, body: { device: { mac: kept } } })
  })

  test.each([
    ['11 digits of a MAC', { mac: '00041345C9B' }, 'mac', 'mac.invalid'],
    ['letters in a MAC', { mac: '00041345C9BG' }, 'mac', 'mac.invalid'],
    ['a multicast MAC', { mac: '01005E000001' }, 'mac', 'mac.group'],
    ['three digits', { adminPassword: '123' }, 'adminPassword', 'devicePassword.invalid'],
    ['ten digits', { userPassword: '1234567890' }, 'userPassword', 'devicePassword.invalid'],
    ['letters in a password', { adminPassword: '12a4' }, 'adminPassword', 'devicePassword.invalid'],
    ['Arabic digits in a password', { adminPassword: '٣٤٥٦' }, 'adminPassword', 'devicePassword.invalid'],
    ['a line break in a name', { userName: 'a\nb' }, 'userName', 'field.controlCharacter'],
    ['a NUL in a note', { note: 'a\u0000b' }, 'note', 'field.controlCharacter'],
    ['a text turned round', { note: 'a\u202eb' }, 'note', 'field.controlCharacter'],
    ['half a character', { note: 'a\ud800b' }, 'note', 'field.controlCharacter'],
    ['10 kB in a name', { userName: 'x'.repeat(10_240) }, 'userName', 'field.tooLong'],
    ['10 kB in a MAC', { mac: '0'.repeat(10_240) }, 'mac', 'mac.invalid'],
    ['10 kB in a password', { adminPassword: '1'.repeat(10_240) }, 'adminPassword', 'devicePassword.invalid'],
    ['done by hand', { macProvisioning: 'done' }, 'macProvisioning', 'macProvisioning.doneByHand'],
    ['once without a MAC', { macProvisioning: 'once' }, 'macProvisioning', 'macProvisioning.needsMac'],
    ['a field that there is not', { accessKey: 'x' }, 'accessKey', 'field.unknown'],
    ['a number for a text', { note: 5 }, 'note', 'field.required'],
  ])('%s is refused at its field, and nothing changes', async (_, values, field, code) => {
    const { id } = await create()
    const before = await rowOf(id)
    expect(await change(id, values)).toMatchObject({ status: 400, body: { error: code, fields: { [field]: code } } })
    expect(await rowOf(id)).toEqual(before)
  })

  test('a MAC that another device has is refused without a word where, in the own vPBX and in another alike', async () => {
    const other = await buildVpbx(installation, 'Beta')
    const { services, provider } = installation
    const theirs = await services.devices.create(provider, lineOf(other.extensions[0]), { model: 'yealink-t54w' })
    await services.devices.change(provider, theirs.id, { mac: '001565000077' })
    const [mine, second] = [await create(), await create()]
    await change(mine.id, { mac: '001565000078' })
    const [foreign, own] = [
      await change(second.id, { mac: '00:15:65:00:00:77' }),
      await change(second.id, { mac: '001565000078' }),
    ]
    expect(foreign).toMatchObject({
      status: 409,
      body: { error: 'mac.inUse', fields: { mac: 'mac.inUse' }, params: {} },
    })
    expect(foreign.body).toEqual(own.body)
  })

  test.each([
    ['unknown', 'acme-1'],
    ['empty', ''],
    ['inherited from Object', 'constructor'],
  ])('a model that is %s is refused at its field', async (_, model) => {
    const reply = await admin.request('POST', `/api/lines/${lineId}/devices`, { model })
    expect(reply.status).toBe(400)
    expect(reply.body).toHaveProperty('fields.model')
  })

  test('a model that the provider switched off is not offered any more, and devices of it stay', async () => {
    const { id } = await create('snom-d785')
    const provider = await signIn(installation, 'provider', installation.firstPassword)
    await provider.request('PATCH', '/api/models/snom-d785', { available: false })
    const reply = await admin.request('POST', `/api/lines/${lineId}/devices`, { model: 'snom-d785' })
    expect(reply.body).toMatchObject({ error: 'model.switchedOff' })
    expect((await admin.request('GET', `/api/devices/${id}`)).status).toBe(200)
    const offered = (await admin.request('GET', '/api/models')).body as { id: string; available: boolean }[]
    expect(offered.find((model) => model.id === 'snom-d785')?.available).toBe(false)
    await provider.request('PATCH', '/api/models/snom-d785', { available: true })
  })

  test('a password that nobody set is made once, kept, and never shown; one that was set is shown and audited', async () => {
    const { id } = await create()
    const random = (await rowOf(id)).admin_password_sealed
    await change(id, { note: 'hall' })
    expect((await rowOf(id)).admin_password_sealed).toBe(random)
    const show = () => admin.request('POST', `/api/devices/${id}/passwords`)
    expect((await show()).body).toEqual({ admin: null, userName: '', user: null })
    await change(id, { adminPassword: '1234', userName: 'chef' })
    expect((await show()).body).toEqual({ admin: '1234', userName: 'chef', user: null })
    await change(id, { adminPassword: '' })
    expect((await show()).body).toMatchObject({ admin: null })
    const { db } = installation.database
    const audited = await db.selectFrom('audit').select('id').where('action', '=', 'device.passwordsShown').execute()
    expect(audited).toHaveLength(3)
  })

  test('a new key gives a new link, keeps the settings and the SIP identity, and forgets the last access', async () => {
    const { id } = await create()
    await change(id, { adminPassword: '1234', mac: '001565000101', note: 'desk' })
    const before = await linkOf(id)
    const identity = installation.sipSwitch.credentials().find(({ deviceId }) => deviceId === id)
    const renewed = await admin.request('POST', `/api/devices/${id}/access-key`)
    expect(renewed).toMatchObject({ status: 200, body: { mac: '001565000101', note: 'desk', lastAccess: null } })
    expect(await linkOf(id)).not.toBe(before)
    expect((await admin.request('POST', `/api/devices/${id}/passwords`)).body).toMatchObject({ admin: '1234' })
    expect(installation.sipSwitch.credentials().find(({ deviceId }) => deviceId === id)).toEqual(identity)
  })

  test('deleting a device ends its credentials and registrations', async () => {
    const { id } = await create()
    const { services, sipSwitch } = installation
    const spec = await secretOf(id)
    expect(sipSwitch.register({ digestName: spec.name, secret: spec.secret, number: '21' })).toBe(200)
    expect((await admin.request('GET', `/api/lines/${lineId}/registrations`)).body).toMatchObject([{ deviceId: id }])
    expect((await admin.request('DELETE', `/api/devices/${id}`)).status).toBe(200)
    expect((await admin.request('GET', `/api/lines/${lineId}/registrations`)).body).toEqual([])
    expect(sipSwitch.register({ digestName: spec.name, secret: spec.secret, number: '21' })).toBe(401)
    expect((await admin.request('GET', `/api/devices/${id}`)).status).toBe(404)
    expect(services).toBeDefined()
  })

  /** What the device itself would find in its configuration. */
  async function secretOf(id: string): Promise<{ name: string; secret: string }> {
    const key = (await linkOf(id)).slice(-52, -4)
    const fetched = await installation.services.provisioning.fetch({
      key,
      fileName: null,
      ip: '192.0.2.7',
      userAgent: '',
    })
    const text = fetched?.file.body.toString() ?? ''
    return {
      name: /^account\.1\.auth_name = (.*)$/m.exec(text)?.[1] ?? '',
      secret: /^account\.1\.password = (.*)$/m.exec(text)?.[1] ?? '',
    }
  }

  test('new SIP credentials stop the old ones, drop the registrations and are in the next configuration', async () => {
    const { id } = await create()
    const { sipSwitch } = installation
    const before = await secretOf(id)
    const register = ({ name, secret }: typeof before) => sipSwitch.register({ digestName: name, secret, number: '21' })
    expect(register(before)).toBe(200)
    const extensionId = world.extensions[0].id
    const sip = await admin.request('POST', `/api/extensions/${extensionId}/sip/password`)
    const renewed = await admin.request('POST', `/api/extensions/${extensionId}/sip/renew`)
    expect(renewed.status).toBe(200)
    expect((await admin.request('GET', `/api/lines/${lineId}/registrations`)).body).toEqual([])
    expect(register(before)).toBe(401)
    const after = await secretOf(id)
    expect(register(after)).toBe(200)
    expect([after.name, after.secret]).not.toEqual([before.name, before.secret])
    expect((await admin.request('POST', `/api/extensions/${extensionId}/sip/password`)).body).not.toEqual(sip.body)
  })

  test('of renewals at the same time the switch keeps what the database keeps, and nothing else', async () => {
    const { id } = await create()
    const extensionId = world.extensions[0].id
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => admin.request('POST', `/api/extensions/${extensionId}/sip/renew`)),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const { db } = installation.database
    const slots = await db.selectFrom('device_line').select('digest_name').execute()
    const accounts = await db.selectFrom('account').select('digest_name').execute()
    const stored = [...slots, ...accounts].map((row) => row.digest_name).sort()
    expect(
      installation.sipSwitch
        .credentials()
        .map(({ digestName }) => digestName)
        .sort(),
    ).toEqual(stored)
    expect(stored).toContain((await secretOf(id)).name)
  })

  test('a device that is set up by hand registers with the data of the account and is in the list without a device', async () => {
    const extensionId = world.extensions[1].id
    const data = (await admin.request('GET', `/api/extensions/${extensionId}/sip`)).body as {
      authName: string
      user: string
      server: string
    }
    const { password } = (await admin.request('POST', `/api/extensions/${extensionId}/sip/password`)).body as {
      password: string
    }
    expect(data).toMatchObject({ user: '22', server: 'pbx.example.ch' })
    const { sipSwitch } = installation
    expect(
      sipSwitch.register({ digestName: data.authName, secret: password, number: '22', userAgent: 'Own 1.0' }),
    ).toBe(200)
    const list = await admin.request('GET', `/api/lines/${lineOf(world.extensions[1])}/registrations`)
    expect(list.body).toMatchObject([{ deviceId: null, deviceName: null, userAgent: 'Own 1.0' }])
  })

  test('restart and resync send what the maker wants, to one contact when it is named, with the device secret for a challenge', async () => {
    const { id } = await create()
    const { sipSwitch } = installation
    const restart = (body: object) => admin.request('POST', `/api/devices/${id}/restart`, body)
    expect((await restart({})).body).toMatchObject({ error: 'device.notRegistered' })
    const { name, secret } = await secretOf(id)
    for (const contact of ['sip:21@10.0.0.5:5060', 'sip:21@10.0.0.6:5060'])
      sipSwitch.register({ digestName: name, secret, number: '21', contact })
    const own = (await sipSwitch.registrations([await slotOf(id)])).map(({ ruid }) => ruid)
    sipSwitch.notified.length = 0
    expect((await restart({ ruid: own[0] })).body).toMatchObject({ results: [{ code: 200 }] })
    expect(sipSwitch.notified).toMatchObject([
      { ruid: own[0], request: { event: 'check-sync;reboot=true', digest: { name, secret } } },
    ])
    expect((await restart({ ruid: 'another' })).body).toMatchObject({ error: 'device.unknownContact' })
    const resync = await admin.request('POST', `/api/devices/${id}/resync`, {})
    expect((resync.body as { results: unknown[] }).results).toHaveLength(2)
    expect(sipSwitch.notified.at(-1)?.request.event).toBe('check-sync;reboot=false')
    sipSwitch.setUp(false)
    expect(await restart({})).toMatchObject({ status: 503, body: { error: 'switch.unavailable' } })
    expect((await admin.request('GET', `/api/devices/${id}`)).body).toMatchObject({
      device: { registrationCount: null },
    })
    sipSwitch.setUp(true)
  })

  async function slotOf(id: string): Promise<string> {
    const { db } = installation.database
    return (await db.selectFrom('device_line').select('id').where('device_id', '=', id).executeTakeFirstOrThrow()).id
  }

  test('a softphone cannot be restarted through the switch', async () => {
    const { id } = await create('linphone-app')
    expect((await admin.request('GET', `/api/devices/${id}`)).body).toMatchObject({
      canRestart: false,
      canResync: false,
    })
    expect((await admin.request('POST', `/api/devices/${id}/restart`, {})).body).toMatchObject({
      error: 'device.noRestart',
    })
  })

  test('an extension and a line with devices are not deleted', async () => {
    await create()
    expect((await admin.request('DELETE', `/api/extensions/${world.extensions[0].id}`)).body).toMatchObject({
      error: 'extension.hasDevices',
    })
    expect((await admin.request('DELETE', `/api/lines/${lineId}`)).body).toMatchObject({ error: 'line.lastInternal' })
  })

  test('two vPBXs both have a 21, and one vPBX has it once', async () => {
    const number = await admin.request('POST', `/api/vpbxs/${world.vpbx.id}/extensions`, {
      number: '21',
      displayName: 'twice',
    })
    expect(number.body).toMatchObject({ error: 'number.inUse', fields: { number: 'number.inUse' } })
    const other = await buildVpbx(installation, 'Gamma')
    expect(other.extensions[0].number).toBe('21')
  })

  test('nothing broke behind these requests', () => {
    expect(installation.failures).toEqual([])
  })
})
