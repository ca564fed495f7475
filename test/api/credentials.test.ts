import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credential } from '#switch/port.ts'
import { buildVpbx, createTestInstallation, engines, lineOf, type TestInstallation } from '../support/installation.ts'

describe.each(engines)('what the switch knows of a telephone on %s', (engine) => {
  let installation: TestInstallation
  let own: Awaited<ReturnType<typeof buildVpbx>>

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    own = await buildVpbx(installation, 'Alpha')
  })
  afterAll(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const device = async (model: string, index: 0 | 1 = 0) =>
    (await installation.services.devices.create(installation.provider, lineOf(own.extensions[index]), { model })).id
  const credential = (deviceId: string): Credential =>
    installation.sipSwitch.credentials().find((one) => one.deviceId === deviceId) ?? expect.fail('no credential')
  const layer = async (
    scope: Parameters<TestInstallation['services']['settingsLayers']['read']>[1],
    settings: object,
  ) => {
    const { settingsLayers } = installation.services
    const { version } = await settingsLayers.read(installation.provider, scope)
    await settingsLayers.write(installation.provider, scope, { settings, version })
  }

  test('its media is encrypted as its configuration says, layer by layer', async () => {
    const [yealink, snom, ata] = [
      await device('yealink-t54w'),
      await device('snom-d785'),
      await device('yealink-t54w', 1),
    ]
    const srtp = () => [yealink, snom, ata].map((id) => credential(id).srtp)
    expect(srtp()).toEqual([false, false, false])
    await layer({ kind: 'device', deviceId: yealink }, { srtp: 'required' })
    expect(srtp()).toEqual([true, false, false])
    await layer({ kind: 'vpbx', vpbxId: own.vpbx.id }, { transport: 'tls' })
    expect(srtp()).toEqual([true, true, true])
    await layer({ kind: 'model', model: 'snom-d785', vpbxId: null }, { srtp: 'off' })
    expect(srtp()).toEqual([true, false, true])
    await layer({ kind: 'device', deviceId: yealink }, { srtp: 'off' })
    await layer({ kind: 'vpbx', vpbxId: own.vpbx.id }, {})
    expect(srtp()).toEqual([false, false, false])
    await layer({ kind: 'installation' }, { transport: 'tls' })
    expect(srtp()).toEqual([false, false, true])
    await layer({ kind: 'installation' }, {})
  })

  test('a DECT handset encrypts as its base is told', async () => {
    const { services, provider, sipSwitch } = installation
    const base = await device('yealink-w70b')
    const handset = await services.devices.create(provider, lineOf(own.extensions[1]), {
      ...{ model: 'yealink-w73h', baseStationId: base },
    })
    expect(credential(handset.id).srtp).toBe(false)
    await layer({ kind: 'device', deviceId: base }, { srtp: 'required' })
    expect(credential(handset.id).srtp).toBe(true)
    await layer({ kind: 'device', deviceId: handset.id }, { srtp: 'off' })
    expect(credential(handset.id).srtp).toBe(true)
    expect(sipSwitch.credentials().filter(({ deviceId }) => deviceId === base)).toEqual([])
  })

  test('another model that knows no encryption is told at once', async () => {
    const { services, provider } = installation
    const id = await device('yealink-t54w')
    await layer({ kind: 'device', deviceId: id }, { srtp: 'required' })
    expect(credential(id).srtp).toBe(true)
    await services.deviceModels.change(provider, id, 'panasonic-kx-ut248')
    expect(credential(id).srtp).toBe(false)
  })

  test('is the same after a start', async () => {
    const { sipSwitch, services } = installation
    const byAor = (all: Credential[]) => all.toSorted((a, b) => (a.aor < b.aor ? -1 : 1))
    const before = byAor(sipSwitch.credentials())
    expect(before.some(({ srtp }) => srtp)).toBe(true)
    await sipSwitch.replaceCredentials([])
    await services.syncCredentials.all()
    expect(byAor(sipSwitch.credentials())).toEqual(before)
  })

  test('an account that is typed by hand has media in the clear', () => {
    for (const one of installation.sipSwitch.credentials()) if (one.deviceId === null) expect(one.srtp).toBe(false)
  })
})
