import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sweep } from '#services/housekeeping.ts'
import { buildVpbx, createTestInstallation, engines, lineOf, type TestInstallation } from '../support/installation.ts'

const day = 86_400_000

describe.each(engines)('registrations and housekeeping on %s', (engine) => {
  let installation: TestInstallation
  let world: Awaited<ReturnType<typeof buildVpbx>>
  let account: { digestName: string; secret: string; number: string }

  beforeEach(async () => {
    installation = await createTestInstallation(engine)
    world = await buildVpbx(installation, 'Alpha')
    const { services, provider } = installation
    const [extension] = world.extensions
    const { authName, user } = await services.sipData.get(provider, extension.id)
    const { password } = await services.sipData.reveal(provider, extension.id)
    account = { digestName: authName, secret: password, number: user }
  })
  afterEach(() => installation.close())

  const list = () => installation.services.registrations.ofLine(installation.provider, lineOf(world.extensions[0]))
  const contacts = () => installation.database.db.selectFrom('contact').selectAll().execute()

  test('"since" is the first registration, whatever is refreshed later, and starts anew after the device went', async () => {
    const { sipSwitch, clock } = installation
    const first = clock.now
    sipSwitch.register(account)
    await expect.poll(contacts).toHaveLength(1)
    clock.now += 60_000
    sipSwitch.register(account)
    expect(await list()).toMatchObject([{ since: first, lastRegisteredAt: clock.now }])
    sipSwitch.register({ ...account, expires: 0 })
    await expect.poll(contacts).toEqual([])
    expect(await list()).toEqual([])
    sipSwitch.register(account)
    await expect.poll(async () => (await list())[0]?.since).toBe(clock.now)
  })

  test('a switch that does not answer is an error of its own, not an empty list', async () => {
    installation.sipSwitch.setUp(false)
    await expect(list()).rejects.toMatchObject({ code: 'switch.unavailable' })
  })

  test('the hourly sweep takes what has served its time, and nothing else', async () => {
    const { services, provider, database, clock } = installation
    const { id } = await services.devices.create(provider, lineOf(world.extensions[0]), { model: 'yealink-t54w' })
    const access = {
      device_id: id,
      ip: '192.0.2.1',
      user_agent: '',
      file: '',
      status: 200,
      make: null,
      model: null,
      firmware: null,
      mac: null,
    }
    const place = { vpbxId: world.vpbx.id, lineId: lineOf(world.extensions[0]) }
    services.accessWriter.add({ ...access, file: 'old', created_at: clock.now - 91 * day }, place)
    services.accessWriter.add({ ...access, file: 'young', created_at: clock.now - 89 * day }, place)
    await services.accessWriter.flush()
    await services.sessions.signIn('provider', installation.firstPassword, { ip: '192.0.2.1', userAgent: '' })
    await services.sessions.signIn('provider', 'wrong', { ip: '192.0.2.2', userAgent: '' }).catch(() => undefined)
    installation.sipSwitch.register(account)
    await expect.poll(contacts).toHaveLength(1)
    await database.db
      .insertInto('contact')
      .values({ ruid: 'lost', aor: 'f'.repeat(20), since: clock.now })
      .execute()
    const left = async () => [
      (await services.devices.accesses(provider, id)).map((row) => row.file),
      (await database.db.selectFrom('session').select('id').execute()).length,
      (await database.db.selectFrom('sign_in_failure').select('subject').execute()).length > 0,
      (await contacts()).length,
    ]
    await sweep(database.db, clock.now)
    expect(await left()).toEqual([['young'], 1, true, 1])
    await sweep(database.db, clock.now + 8 * day)
    expect(await left()).toEqual([[], 0, false, 1])
  })
})
