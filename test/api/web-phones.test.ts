import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SessionOf } from '#services/sessions.ts'
import { buildVpbx, createTestInstallation, engines, lineOf, type TestInstallation } from '../support/installation.ts'

const minute = 60_000

describe.each(engines)('telephones in browsers on %s', (engine) => {
  let installation: TestInstallation
  let world: Awaited<ReturnType<typeof buildVpbx>>
  let signedIn: SessionOf

  beforeEach(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    const { services, provider } = installation
    const body = { displayName: 'Anna', email: '', language: 'fr' as const, role: 'user' as const }
    const extensionIds = [world.extensions[0].id]
    const { password } = await services.users.create(provider, world.vpbx.id, { ...body, login: 'anna', extensionIds })
    signedIn = await services.sessions.signIn('anna', password, { ip: '192.0.2.1', userAgent: '' })
  })
  afterEach(() => installation.close())

  const start = (line = lineOf(world.extensions[0])) =>
    installation.services.webPhones.start(signedIn.actor, signedIn.session, line)
  const later = () => {
    installation.clock.now += minute + 1
  }
  const registers = ({ authName, password, number }: Awaited<ReturnType<typeof start>>) =>
    installation.sipSwitch.register({ digestName: authName, secret: password, number })
  const listed = () => installation.services.registrations.ofLine(installation.provider, lineOf(world.extensions[0]))

  test('a page registers with a secret of its own, which is nowhere in the database', async () => {
    const phone = await start()
    expect(registers(phone)).toBe(200)
    expect(await listed()).toMatchObject([{ deviceName: 'Web-Phone', deviceId: null }])
    const rows = await installation.database.db.selectFrom('web_phone').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(phone.password)
    expect((await start()).authName).not.toBe(phone.authName)
  })

  test('somebody else’s line is not found', async () => {
    await expect(start(lineOf(world.extensions[1]))).rejects.toMatchObject({ code: 'notFound' })
  })

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['the person signs out', () => installation.services.sessions.signOut(signedIn)],
    ['the page is left', (id) => installation.services.webPhones.stop(signedIn.session.id, id)],
    ['no connection is there for longer than a minute', async () => later()],
    [
      'the vPBX’s Web-Phone is switched off',
      () => installation.services.vpbxs.change(installation.provider, world.vpbx.id, { webPhone: false }),
    ],
    [
      'the SIP credentials are renewed',
      () => installation.services.sipData.renew(installation.provider, world.extensions[0].id),
    ],
    ['its row goes with the line that it was on', () => installation.database.db.deleteFrom('web_phone').execute()],
  ])('the secret is void, and what registered with it gone, when %s', async (_, happens) => {
    const phone = await start()
    expect(registers(phone)).toBe(200)
    await happens(phone.id)
    await installation.services.webPhones.sweep()
    expect(await listed()).toEqual([])
    expect(registers(phone)).not.toBe(200)
  })

  test('with a connection it lives on; another session cannot use it', async () => {
    const { services, clock } = installation
    const phone = await start()
    let ended = 0
    expect(await services.webPhones.connected('0'.repeat(20), phone.id, () => {})).toBe(null)
    const gone = await services.webPhones.connected(signedIn.session.id, phone.id, () => {
      ended++
    })
    clock.now += 10 * minute
    await services.webPhones.sweep()
    expect(registers(phone)).toBe(200)
    gone?.()
    await services.webPhones.connected(signedIn.session.id, phone.id, () => {
      ended++
    })
    await services.sessions.signOut(signedIn)
    await services.webPhones.sweep()
    expect(ended).toBe(1)
    expect(registers(phone)).not.toBe(200)
  })
})
