import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { register, type SippAccount, startNotifyReceiver } from '../../test/support/sip/sipp.ts'
import { credentialOf, prepareSwitch, realm, until } from '../../test/support/sip/switch.ts'
import { createFakeSwitch } from './fake.ts'
import { createKamailioSwitch } from './kamailio/index.ts'
import type { NotifyResult, Switch, SwitchEvent } from './port.ts'

/** A switch and the telephones that a test lets speak to it. */
interface Subject {
  switch: Switch
  /** Whether a telephone at this port gets the code that is expected. */
  registers(account: SippAccount, port: number, expected?: number, expires?: number): Promise<boolean>
  /** Lets the telephone at this port answer one NOTIFY while the action runs. */
  answering(
    account: SippAccount,
    port: number,
    code: number,
    action: () => Promise<NotifyResult[]>,
  ): Promise<NotifyResult[]>
  end(): Promise<void>
}

async function kamailio(): Promise<Subject> {
  const setting = await prepareSwitch(27060)
  const subject = createKamailioSwitch(setting.options)
  await subject.start()
  return {
    switch: subject,
    registers: async (account, localPort, expected = 200, expires = 120) =>
      (await register({ account, localPort, target: '127.0.0.1:27060', expect: expected, expires })).ok,
    answering: async (account, port, code, action) => {
      const phone = await startNotifyReceiver(port, { kind: 'answers', code }, account)
      const results = await action()
      expect(await phone.done).toMatchObject({ ok: true })
      return results
    },
    end: async () => {
      await subject.stop()
      setting.remove()
    },
  }
}

async function fake(): Promise<Subject> {
  const subject = createFakeSwitch({ clock: Date.now, realm })
  return {
    switch: subject,
    registers: async (account, port, expected = 200, expires = 120) => {
      const contact = `sip:${account.number}@127.0.0.1:${port}`
      return subject.register({ ...account, contact, sourceIp: '127.0.0.1', expires }) === expected
    },
    answering: async (_account, _port, code, action) => {
      subject.answerNotify(() => code)
      return action()
    },
    end: async () => {},
  }
}

const reception = { digestName: 'a1', secret: 'secret-a', number: '21' }
const workshop = { digestName: 'b1', secret: 'secret-b', number: '22' }
const digest = { name: reception.digestName, secret: reception.secret }

describe.each([
  ['the fake', fake],
  ['Kamailio', kamailio],
])('%s', (_, open) => {
  let subject: Subject
  let heard: SwitchEvent[] = []
  let unsubscribe = () => {}

  beforeAll(async () => {
    subject = await open()
  })
  afterAll(() => subject.end())
  beforeEach(async () => {
    await subject.switch.replaceCredentials([credentialOf(reception, 'aa01'), credentialOf(workshop, 'bb01')])
    await subject.switch.removeRegistrations(['aa01', 'bb01'])
    heard = []
    unsubscribe = subject.switch.onEvent((event) => heard.push(event))
  })
  afterEach(() => unsubscribe())

  test('a telephone with the right secret is listed under its own address of record, and told of as new', async () => {
    expect(await subject.registers(reception, 27070)).toBe(true)
    const [registration] = await subject.switch.registrations(['aa01'])
    expect(registration).toMatchObject({ aor: 'aa01', sourceIp: '127.0.0.1', transport: 'udp', stale: false })
    expect(registration?.contact).toContain('sip:21@127.0.0.1:27070')
    expect(Math.abs((registration?.expiresAt ?? 0) - Date.now() - 120_000)).toBeLessThan(3000)
    expect(await subject.switch.registrations(['bb01'])).toEqual([])
    await until('the event is heard', () => heard.length > 0)
    expect(heard).toEqual([{ type: 'registered', aor: 'aa01', ruid: registration?.ruid, isNew: true }])
  })

  test('a second REGISTER of the same contact is no new registration', async () => {
    await subject.registers(reception, 27070)
    await subject.registers(reception, 27070)
    expect(await subject.switch.registrations(['aa01'])).toHaveLength(1)
    await until('both events are heard', () => heard.length === 2)
    expect(heard[1]).toMatchObject({ type: 'registered', isNew: false })
  })

  test('a wrong secret gets 401, is told of with its address, and stores nothing', async () => {
    expect(await subject.registers({ ...reception, secret: 'guess' }, 27070, 401)).toBe(true)
    expect(await subject.switch.registrations(['aa01'])).toEqual([])
    await until('the event is heard', () => heard.length > 0)
    expect(heard).toEqual([{ type: 'authenticationFailed', digestName: 'a1', ip: '127.0.0.1' }])
  })

  test('a telephone that names another number than its own gets 403', async () => {
    expect(await subject.registers({ ...reception, number: '22' }, 27070, 403)).toBe(true)
    expect(await subject.switch.registrations(['aa01', 'bb01'])).toEqual([])
  })

  test('whoever is not in the replacement, or was removed, can no longer register', async () => {
    await subject.switch.replaceCredentials([credentialOf(workshop, 'bb01')])
    expect(await subject.registers(reception, 27070, 401)).toBe(true)
    expect(await subject.registers(workshop, 27071)).toBe(true)
    await subject.switch.removeCredentials(['bb01'])
    expect(await subject.registers(workshop, 27072, 401)).toBe(true)
  })

  test('new credentials of an address of record take the place of the old ones, whatever those were called', async () => {
    await subject.switch.putCredentials([{ ...credentialOf(workshop, 'aa01'), number: reception.number }])
    expect(await subject.registers(reception, 27070, 401)).toBe(true)
    expect(await subject.registers({ ...workshop, number: reception.number }, 27071)).toBe(true)
  })

  test('a telephone that takes its registration back is no longer listed, and that is told', async () => {
    await subject.registers(reception, 27070)
    expect(await subject.registers(reception, 27070, 200, 0)).toBe(true)
    expect(await subject.switch.registrations(['aa01'])).toEqual([])
    await until('it is told', () => heard.some((event) => event.type === 'unregistered'))
    expect(heard.at(-1)).toMatchObject({ type: 'unregistered', aor: 'aa01' })
  })

  test('removing registrations drops them at once and tells of it', async () => {
    await subject.registers(reception, 27070)
    await subject.registers(workshop, 27071)
    const [registration] = await subject.switch.registrations(['aa01'])
    await subject.switch.removeRegistrations(['aa01', 'cc01'])
    expect(await subject.switch.registrations(['aa01'])).toEqual([])
    expect(await subject.switch.registrations(['bb01'])).toHaveLength(1)
    await until('it is told', () => heard.some((event) => event.type === 'unregistered'))
    expect(heard.at(-1)).toEqual({ type: 'unregistered', aor: 'aa01', ruid: registration?.ruid })
  })

  test('a NOTIFY without a contact has no result', async () => {
    expect(await subject.switch.notify({ aor: 'aa01', event: 'check-sync', digest })).toEqual([])
  })

  test('a NOTIFY to one contact reaches that one alone and brings back its answer', async () => {
    await subject.registers(reception, 27070)
    await subject.registers(reception, 27071)
    const registrations = await subject.switch.registrations(['aa01'])
    const wanted = registrations.find(({ contact }) => contact.includes(':27071'))
    const request = { aor: 'aa01', ruid: wanted?.ruid ?? '', event: 'check-sync;reboot=true', digest }
    const results = await subject.answering(reception, 27071, 489, () => subject.switch.notify(request))
    expect(results).toMatchObject([{ aor: 'aa01', ruid: wanted?.ruid, contact: wanted?.contact, code: 489 }])
  })
})
