import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import type { PlanLine } from '#switch/port.ts'
import { startBaresipPhone } from '../support/sip/baresip-phone.ts'
import { startLinphonePhone } from '../support/sip/linphone-phone.ts'
import { credentialOf, prepareSwitch, type SwitchSetting, until } from '../support/sip/switch.ts'
import { hearsOnly, type Telephone, type TelephoneOptions } from '../support/sip/telephone.ts'
import { tones } from '../support/sip/tone.ts'

/** Real telephones that hear each other: each says a tone of its own. */

let phones: Telephone[]
beforeEach(() => {
  phones = []
})
afterEach(() => Promise.all(phones.map((phone) => phone.end())))

const account = (number: string) => ({ number, digestName: `name${number}`, secret: `secret${number}` })

type Start = (options: TelephoneOptions) => Promise<Telephone>

async function phone(start: Start, options: TelephoneOptions): Promise<Telephone> {
  const started = await start(options)
  phones.push(started)
  return started
}

async function bothHear(one: Telephone, oneTone: number, other: Telephone, otherTone: number): Promise<void> {
  await until('one hears the other', () => (one.heard().get(otherTone) ?? 0) > 1)
  await until('the other hears the one', () => (other.heard().get(oneTone) ?? 0) > 1)
  expect(hearsOnly(one, otherTone)).toBe(true)
  expect(hearsOnly(other, oneTone)).toBe(true)
}

describe('the telephones themselves, without a switch', () => {
  const direct = { target: null, transport: 'udp' } as const

  test.each([
    ['baresip', startBaresipPhone, false],
    ['baresip with SRTP', startBaresipPhone, true],
    ['Linphone', startLinphonePhone, false],
  ] as const)('%s is called by baresip, answers, and hangs up', async (_, start, srtp) => {
    const one = await phone(startBaresipPhone, {
      ...direct,
      account: account('21'),
      localPort: 27_140,
      tone: 420,
      srtp,
    })
    const other = await phone(start, { ...direct, account: account('22'), localPort: 27_145, tone: 880, srtp })
    one.dial('sip:22@127.0.0.1:27145')
    await until('it rings', () => one.state() === 'ringing' && other.state() === 'incoming')
    other.answer()
    await until('they speak', () => one.state() === 'established' && other.state() === 'established')
    await bothHear(one, 420, other, 880)
    other.hangUp()
    await until('it is over', () => one.state() === 'idle' && other.state() === 'idle')
  })

  test('Linphone calls baresip, which answers by itself, and is held for a while', async () => {
    const one = await phone(startLinphonePhone, { ...direct, account: account('21'), localPort: 27_140, tone: 610 })
    const other = await phone(startBaresipPhone, {
      ...{ ...direct, account: account('22'), localPort: 27_145, tone: 1270, answers: true },
    })
    one.dial('sip:22@127.0.0.1:27145')
    await bothHear(one, 610, other, 1270)
    other.hold()
    await new Promise((resolve) => setTimeout(resolve, 700))
    one.forget()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(one.heard()).toEqual(new Map())
    other.resume()
    await until('it is heard again', () => hearsOnly(one, 1270))
    one.hangUp()
    await until('it is over', () => one.state() === 'idle' && other.state() === 'idle')
  })
})

describe('through the switch and rtpengine', () => {
  const port = 27_160
  const encrypted = ['24', '25']
  const numbers = ['21', '22', '23', ...encrypted]
  let setting: SwitchSetting
  let subject: KamailioSwitch

  beforeAll(async () => {
    setting = await prepareSwitch(port)
    subject = createKamailioSwitch(setting.options)
    for (const number of numbers) setting.ages.set(`aor${number}`, 0)
    await subject.replaceCredentials(
      numbers.map((number) => credentialOf(account(number), `aor${number}`, { srtp: encrypted.includes(number) })),
    )
    const plan = { vpbxId: 'vpbx', country: 'CH', maxCalls: null, teams: [], shortNumbers: [] }
    await subject.replacePlans([{ ...plan, lines: numbers.map(lineOf) }])
    await subject.start()
  })
  afterAll(async () => {
    await subject?.stop()
    setting?.remove()
  })
  afterEach(async () => {
    for (const { id } of await subject.calls()) await subject.endCall(id)
    await until('no call is left', async () => (await subject.calls()).length === 0)
    await subject.removeRegistrations(numbers.map((number) => `aor${number}`))
  })

  type Transport = TelephoneOptions['transport']

  /** Registered when it resolves. */
  async function at(number: string, transport: Transport, more: Partial<TelephoneOptions> & { start?: Start } = {}) {
    const index = numbers.indexOf(number)
    const started = await phone(more.start ?? startBaresipPhone, {
      account: account(number),
      target: `127.0.0.1:${transport === 'tls' ? port + 1 : port}`,
      transport,
      localPort: port + 5 + index * 5,
      tone: tones[index] ?? 0,
      srtp: encrypted.includes(number),
      ...more,
    })
    const isThere = async () => (await subject.registrations([`aor${number}`])).length > 0
    await until(`${number} is registered`, isThere).catch((error) => {
      throw new Error(`${error} ${started.log()}`)
    })
    return started
  }

  async function speak(one: string, first: Telephone, other: string, second: Telephone): Promise<void> {
    first.dial(`sip:${other}@pbx.test`)
    await until('they speak', () => first.state() === 'established' && second.state() === 'established')
    const [oneTone, otherTone] = [one, other].map((number) => tones[numbers.indexOf(number)] ?? 0)
    await bothHear(first, oneTone ?? 0, second, otherTone ?? 0)
    first.hangUp()
    await until('it is over', () => first.state() === 'idle' && second.state() === 'idle')
  }

  const transports = ['udp', 'tcp', 'tls'] as const
  const pairs = transports.flatMap((one) => transports.map((other) => [one, other] as const))

  test.each(pairs)('baresip over %s and baresip over %s hear each other', async (one, other) => {
    await speak('21', await at('21', one), '22', await at('22', other, { answers: true }))
  })

  test.each([
    ['24', '21', 'tls', 'udp'],
    ['21', '24', 'udp', 'tls'],
    ['24', '25', 'tls', 'tls'],
  ] as const)('%s calls %s: SRTP and plain RTP are bridged (%s, %s)', async (one, other, first, second) => {
    await speak(one, await at(one, first), other, await at(other, second, { answers: true }))
  })

  test.each([
    ['baresip', 'Linphone', 'udp', startBaresipPhone, startLinphonePhone],
    ['Linphone', 'baresip', 'tcp', startLinphonePhone, startBaresipPhone],
    ['Linphone', 'Linphone', 'tls', startLinphonePhone, startLinphonePhone],
  ] as const)('%s and %s hear each other (%s)', async (_, __, transport, start, other) => {
    await speak(
      '21',
      await at('21', transport, { start }),
      '22',
      await at('22', transport, { start: other, answers: true }),
    )
  })

  test('Linphone with SRTP calls baresip without', async () => {
    await speak(
      '24',
      await at('24', 'tls', { start: startLinphonePhone }),
      '22',
      await at('22', 'udp', { answers: true }),
    )
  })

  test('a third telephone picks a ringing call up, and speaks with the one who called', async () => {
    const [caller, called] = [await at('21', 'udp'), await at('22', 'udp')]
    const picker = await at('23', 'tcp', { answers: true })
    caller.dial('sip:22@pbx.test')
    await until('it rings', () => called.state() === 'incoming')
    picker.dial('sip:*822@pbx.test')
    await until('the picker has it', () => picker.state() === 'established' && caller.state() === 'established')
    await until('the other rings no more', () => called.state() === 'idle')
    await bothHear(caller, tones[0], picker, tones[2])
  })

  test('a call is held and taken back', async () => {
    const one = await at('21', 'udp', { start: startLinphonePhone })
    const other = await at('22', 'tls', { answers: true })
    one.dial('sip:22@pbx.test')
    await until('it is heard', () => hearsOnly(one, tones[1]))
    other.hold()
    await new Promise((resolve) => setTimeout(resolve, 700))
    one.forget()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(one.heard()).toEqual(new Map())
    other.resume()
    await until('it is heard again', () => hearsOnly(one, tones[1]))
  })

  test('a call is handed on to another telephone, which then speaks with the one who called', async () => {
    const [caller, called] = [await at('21', 'udp'), await at('22', 'tcp', { answers: true })]
    const third = await at('23', 'udp', { answers: true })
    caller.dial('sip:22@pbx.test')
    await until('they speak', () => hearsOnly(called, tones[0]))
    called.transfer('sip:23@pbx.test')
    await until('the third has it', () => third.state() === 'established' && called.state() === 'idle')
    await until('the third hears the first', () => hearsOnly(third, tones[0]))
    await until('and is heard', () => (caller.heard().get(tones[2]) ?? 0) > 1)
  })

  test('sound outlives Kamailio, and ends when it is told to, with its last moment', async () => {
    const [one, other] = [await at('21', 'udp'), await at('22', 'udp', { answers: true })]
    one.dial('sip:22@pbx.test')
    await until('they speak', () => hearsOnly(one, tones[1]))
    const [call] = await subject.calls()
    process.kill(-(subject.running()?.pid ?? 0), 'SIGKILL')
    await until('Kamailio is away', () => !subject.isUp())
    one.forget()
    await until('it is still heard', () => hearsOnly(one, tones[1]))
    await until('Kamailio is back', () => subject.isUp())
    expect(await subject.calls()).toEqual([])
    const endedAt = Date.now()
    const moments = await subject.endOrphanedMedia([call?.sipCallId ?? ''])
    expect(moments.get(call?.sipCallId ?? '')).toBeLessThanOrEqual(endedAt)
    expect(moments.get(call?.sipCallId ?? '')).toBeGreaterThan(endedAt - 2000)
    await new Promise((resolve) => setTimeout(resolve, 500))
    for (const each of [one, other]) each.forget()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect([...one.heard(), ...other.heard()]).toEqual([])
  })

  test('while rtpengine does not answer a call is refused with 503', async () => {
    const one = await at('21', 'udp')
    await at('22', 'udp', { answers: true })
    const pid = subject.media.running()?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    try {
      one.dial('sip:22@pbx.test')
      await until('it is refused', () => one.endedBecause() !== '', 12_000)
      expect(one.endedBecause()).toMatch(/^503/)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    await until('rtpengine is back', () => subject.media.isUp(), 5000)
  })

  test('a call ends when rtpengine dies, and the next one has sound', async () => {
    const [one, other] = [await at('21', 'udp'), await at('22', 'udp', { answers: true })]
    const ends: number[] = []
    const stop = subject.onEvent((event) => {
      if (event.type === 'callEnded') ends.push(event.endedAt)
    })
    one.dial('sip:22@pbx.test')
    await until('they speak', () => hearsOnly(one, tones[1]))
    const killedAt = Date.now()
    process.kill(subject.media.running()?.pid ?? 0, 'SIGKILL')
    await until('the call is ended', () => one.state() === 'idle' && other.state() === 'idle', 3000)
    await until('its end is told', () => ends.length > 0)
    stop()
    expect(ends[0]).toBeLessThanOrEqual(killedAt)
    expect(ends[0]).toBeGreaterThan(killedAt - 2000)
    await until('rtpengine is back', () => subject.media.isUp(), killedAt + 5000 - Date.now())
    for (const each of [one, other]) each.forget()
    one.dial('sip:22@pbx.test')
    await until('they speak again', () => one.state() === 'established', killedAt + 5000 - Date.now())
    await bothHear(one, tones[0], other, tones[1])
  })
})

function lineOf(number: string): PlanLine {
  return {
    ...{ lineId: `line-${number}`, extensionId: `ext-${number}`, accountId: `account-${number}`, kind: 'internal' },
    ...{ number, extensionNumber: number, displayName: `Number ${number}`, ringsToo: null, accountMaxCalls: null },
    ...{ emergencyNumber: '', emergencyLocation: '' },
  }
}
