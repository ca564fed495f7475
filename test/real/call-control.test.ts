import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusals } from '#domain/call.ts'
import { createNg } from '#switch/rtpengine/ng.ts'
import * as sip from '../support/sip/call-scenarios.ts'
import {
  allowed,
  header,
  plans,
  received,
  startedCalls,
  startPublicNetwork,
  trunkAt,
} from '../support/sip/public-network.ts'
import type { Sipp } from '../support/sip/sipp.ts'
import { until } from '../support/sip/switch.ts'

type Network = Awaited<ReturnType<typeof startPublicNetwork>>
let net: Network
const first = '127.0.0.11'
const number = '0791234567'

beforeAll(async () => {
  net = await startPublicNetwork(27090)
})
afterAll(() => net?.end())
beforeEach(() => net.reset())

/** Both ends went through with their steps; their logs. */
async function through(...parties: Sipp[]): Promise<string[]> {
  const outcomes = await Promise.all(parties.map(({ done }) => done))
  const logs = outcomes.map(({ log }) => log).join('\n======\n')
  for (const { ok } of outcomes) expect(ok, logs).toBe(true)
  return outcomes.map(({ log }) => log)
}

const heard = (type: string) => net.events.filter((event) => event.type === type)
const hears = (type: string, count = 1) => until(type, () => heard(type).length >= count)
const isCutOff = [sip.receives('BYE'), sip.confirms]
/** Calls and talks until somebody else ends it. */
const talksOn = (called = number) => [...sip.invites(called), sip.expects(200), sip.within('ACK', 2), ...isCutOff]
const takesOn = [sip.isCalled, ...sip.takesCall, ...isCutOff]
const hangsUp = [sip.within('BYE', 3), '<recv response="200"></recv>']
const refused = (code: number, text: string) => [
  ...sip.invites(number),
  sip.expects(code, text),
  sip.ackRefusal(number),
]

/** A call to the public network that both sides hold on to; its id, and what to wait for. */
async function talk(): Promise<{ id: string; over: Promise<string[]> }> {
  const before = heard('callAnswered').length
  const trunk = await net.trunk(first, takesOn)
  const phone = await net.calls(net.phones.anna, talksOn())
  await hears('callAnswered', before + 1)
  return { id: startedCalls(net.events).at(-1)?.id ?? '', over: through(phone, trunk) }
}

const endOf = (id: string) => net.events.find((event) => event.type === 'callEnded' && event.id === id)
const answeredAt = () =>
  net.events.flatMap((event) => (event.type === 'callAnswered' ? [event.answeredAt] : []))[0] ?? 0

describe('a call that is running', () => {
  test('is cut for both sides within a second of its cap, whatever the telephone says meanwhile', async () => {
    net.decide({ ...allowed, longest: 3 })
    const trunk = await net.trunk(first, [
      sip.isCalled,
      ...sip.takesCall,
      sip.receives('INFO'),
      sip.confirms,
      ...isCutOff,
    ])
    const phone = await net.calls(net.phones.anna, [
      ...[...sip.invites(number), sip.expects(200), sip.within('ACK', 2), sip.pause(1500)],
      ...[sip.within('INFO', 3), '<recv response="200"></recv>', ...isCutOff],
    ])
    await through(phone, trunk)
    await hears('callEnded')
    const end = endOf(net.asked[0]?.callId ?? '')
    expect(end).toMatchObject({ code: 200, reason: 'cut' })
    const lasted = (end?.type === 'callEnded' ? end.endedAt : 0) - answeredAt()
    expect(lasted).toBeGreaterThan(2000)
    expect(lasted).toBeLessThan(4100)
  })

  test('is listed with all that is known of it', async () => {
    const { id, over } = await talk()
    expect(await net.switch().calls()).toEqual([
      {
        ...{ id, sipCallId: net.asked[0]?.sipCallId, kind: 'outgoing', vpbxId: 'v1', startedAt: expect.any(Number) },
        ...{ answeredAt: answeredAt(), caller: { lineId: 'l21', number: '21', name: 'Name l21' }, dialled: number },
        ...{ callee: { lineId: null, number: '+41791234567' }, payerLineId: 'l21', trunkId: 't11' },
      },
    ])
    await net.switch().endCall(id)
    await over
    await hears('callEnded')
    expect(endOf(id)).toMatchObject({ code: 200, reason: 'cut' })
    expect(await net.switch().calls()).toEqual([])
  })

  test('can be given an end, and another, while it runs', async () => {
    const { id, over } = await talk()
    await net.switch().limitCall(id, 600)
    await net.switch().limitCall(id, 2)
    const began = Date.now()
    await over
    expect(Date.now() - began).toBeLessThan(3500)
    await hears('callEnded')
    expect(endOf(id)).toMatchObject({ reason: 'cut' })
  })

  test('can be given an end before it is answered, which counts from the answer', async () => {
    const trunk = await net.trunk(first, [
      sip.isCalled,
      sip.answers(180, 'Ringing'),
      sip.pause(2500),
      sip.answers(200, 'OK'),
      sip.receives('ACK'),
      ...isCutOff,
    ])
    const phone = await net.calls(net.phones.anna, talksOn())
    await hears('callStarted')
    await net.switch().limitCall(startedCalls(net.events)[0]?.id ?? '', 1)
    await through(phone, trunk)
    await hears('callEnded')
    expect(net.events.map(({ type }) => type)).toEqual(['callStarted', 'callAnswered', 'callEnded'])
    expect(net.events.at(-1)).toMatchObject({ reason: 'cut' })
  })

  test('is ended while it rings, for both sides, and tries no other trunk', async () => {
    const trunk = await net.trunk(first, [
      sip.isCalled,
      sip.answers(180, 'Ringing'),
      sip.receives('CANCEL'),
      sip.confirms,
      sip.answersInvite(487, 'Request Terminated'),
      sip.receives('ACK'),
    ])
    const other = await net.trunk('127.0.0.12', [sip.receives('INVITE', 20_000)])
    const phone = await net.calls(net.phones.anna, [...sip.invites(number), sip.expects(480), sip.ackRefusal(number)])
    await until('it rings', async () => (await net.switch().calls())[0]?.answeredAt === null)
    await net.switch().endCall(startedCalls(net.events)[0]?.id ?? '')
    await through(phone, trunk)
    await hears('callEnded')
    expect(net.events.at(-1)).toMatchObject({ type: 'callEnded', reason: 'cut' })
    await other.end()
    expect(await net.switch().calls()).toEqual([])
  })

  test('that is given up is told of as such', async () => {
    const trunk = await net.trunk(first, [
      sip.isCalled,
      sip.answers(180, 'Ringing'),
      sip.receives('CANCEL'),
      sip.confirms,
      sip.answersInvite(487, 'Request Terminated'),
      sip.receives('ACK'),
    ])
    const phone = await net.calls(net.phones.anna, [
      ...sip.invites(number),
      sip.ringing,
      sip.cancels(number),
      sip.ackRefusal(number),
    ])
    await through(phone, trunk)
    await hears('callEnded')
    expect(net.events.at(-1)).toMatchObject({ type: 'callEnded', code: 487 })
  })

  test('that is given up while Raccord decides reaches no trunk', async () => {
    let decided = () => {}
    net.decide(() => new Promise((resolve) => (decided = () => resolve(allowed))))
    const trunk = await net.trunk(first, [sip.receives('INVITE', 20_000)])
    const phone = await net.calls(net.phones.anna, [
      ...sip.invites(number),
      '<recv response="100"></recv>',
      sip.cancels(number),
      sip.ackRefusal(number),
    ])
    await through(phone)
    decided()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(heard('callStarted')).toEqual([])
    await trunk.end()
    expect((await trunk.done).log).not.toMatch('INVITE sip:')
  })

  test('lives and is known when another Raccord comes, and what ended meanwhile is told until it is forgotten', async () => {
    const { id, over } = await talk()
    await net.changeRaccord(async () => {})
    expect((await net.switch().calls()).map((call) => call.id)).toEqual([id])
    await net.switch().endCall(id)
    await over
    await hears('callEnded')
    const ended = await net.switch().endedCalls()
    expect(ended).toEqual([
      { id, endedAt: expect.any(Number), answeredAt: expect.any(Number), code: 200, reason: 'cut' },
    ])
    await net.switch().forgetEndedCalls([id])
    await until('it is forgotten', async () => (await net.switch().endedCalls()).length === 0)
  })
})

test('what ended while there was no Raccord is read afterwards, in its order', async () => {
  const { phones } = net
  await net.changeRaccord(async () => {
    for (let call = 0; call < 3; call++) {
      const ben = await net.rings(phones.ben, [sip.isCalled, ...sip.takesCall, sip.receives('BYE'), sip.confirms])
      await through(
        ben,
        await net.calls(phones.anna, [...sip.invites('22'), sip.expects(200), sip.within('ACK', 2), ...hangsUp]),
      )
    }
    const busy = await net.rings(phones.ben, [sip.isCalled, sip.answers(486, 'Busy Here'), sip.receives('ACK')])
    await through(busy, await net.calls(phones.anna, [...sip.invites('22'), sip.expects(486), sip.ackRefusal('22')]))
  })
  const ended = await net.switch().endedCalls()
  expect(ended.map(({ code }) => code)).toEqual([200, 200, 200, 486])
  expect(ended.map(({ endedAt }) => endedAt)).toEqual(ended.map(({ endedAt }) => endedAt).toSorted())
  await net.switch().forgetEndedCalls([ended[1]?.id ?? '', ended[0]?.id ?? ''])
  await until('two are left', async () => (await net.switch().endedCalls()).length === 2)
  expect((await net.switch().endedCalls()).map(({ id }) => id)).toEqual([ended[2]?.id, ended[3]?.id])
})

test('fifty calls that reach their cap together are all cut for both sides, and leave no media behind', async () => {
  net.decide({ ...allowed, longest: 3 })
  const calls = 50
  const trunk = await net.trunk(first, takesOn, 'waits', calls)
  const phone = await net.calls(net.phones.anna, talksOn(), calls)
  await through(phone, trunk)
  await hears('callEnded', calls)
  const starts = new Map(
    net.events.flatMap((event) => (event.type === 'callAnswered' ? [[event.id, event.answeredAt]] : [])),
  )
  const lasted = net.events.flatMap((event) =>
    event.type === 'callEnded' ? [event.endedAt - (starts.get(event.id) ?? 0)] : [],
  )
  expect(lasted).toHaveLength(calls)
  expect(Math.min(...lasted)).toBeGreaterThan(2000)
  expect(Math.max(...lasted)).toBeLessThan(4200)
  expect(new Set(net.events.map((event) => (event.type === 'callEnded' ? event.reason : 'cut')))).toEqual(
    new Set(['cut']),
  )
  const ended = await net.switch().endedCalls()
  expect(new Set(ended.map(({ id }) => id)).size).toBe(calls)
  const { mediaPort } = JSON.parse(readFileSync(join(net.setting.options.directory, 'doors.json'), 'utf8'))
  const ng = createNg(() => mediaPort)
  expect(await ng.ask('list', {})).toMatchObject({ calls: [] })
  ng.close()
})

describe('at most so many calls', () => {
  test.each([
    ['of the vPBX', () => net.switch().replacePlans(plans({ v1: { maxCalls: 1 } }))],
    ['of the account', () => net.switch().replacePlans(plans({ l21: { accountMaxCalls: 1 } }))],
  ])('%s at a time with the public network, and the next one when one is over', async (_, limit) => {
    await limit()
    const { id, over } = await talk()
    const again = { ...net.phones.anna, port: net.phones.anna.port + 1 }
    await through(await net.calls(again, refused(486, refusals.tooManyCalls.text)))
    expect(net.asked).toHaveLength(1)
    await net.switch().endCall(id)
    await over
    const next = await talk()
    await net.switch().endCall(next.id)
    await next.over
  })

  test('incoming ones count too, internal ones do not', async () => {
    await net.switch().replacePlans(plans({ v1: { maxCalls: 1 } }))
    const { id, over } = await talk()
    const dials = sip.trunkInvites({ uri: '+41441110021', to: '+41441110021', from: '+41791112233', headers: [] })
    const desk = await net.rings(net.phones.desk, [sip.receives('INVITE', 20_000)])
    await through(await net.trunk('127.0.0.12', [...dials, sip.expects(486), sip.ackRefusal('x', 1)], 'calls'))
    await desk.end()
    const ben = await net.rings(net.phones.ben, [sip.isCalled, ...sip.takesCall, sip.receives('BYE'), sip.confirms])
    const again = { ...net.phones.anna, port: net.phones.anna.port + 1 }
    await through(
      ben,
      await net.calls(again, [...sip.invites('22'), sip.expects(200), sip.within('ACK', 2), ...hangsUp]),
    )
    await net.switch().endCall(id)
    await over
  })

  test('of a trunk: the next trunk takes what is more', async () => {
    await net.switch().replaceTrunks([trunkAt(first, { maxCalls: 1 }), trunkAt('127.0.0.12')])
    const { id, over } = await talk()
    const other = await net.trunk('127.0.0.12', [sip.isCalled, ...sip.takesCall, sip.receives('BYE'), sip.confirms])
    const again = { ...net.phones.anna, port: net.phones.anna.port + 1 }
    await through(
      other,
      await net.calls(again, [...sip.invites(number), sip.expects(200), sip.within('ACK', 2), ...hangsUp]),
    )
    await net.switch().endCall(id)
    await over
  })
})

describe('a telephone that forwards to the public network', () => {
  const forwards = [
    sip.isCalled,
    sip.answers(302, 'Moved Temporarily', [`Contact: <sip:${number}@pbx.test>`], true),
    sip.receives('ACK'),
  ]

  test('does so in the name of its line, for a caller from inside', async () => {
    const ben = await net.rings(net.phones.ben, forwards)
    const trunk = await net.trunk(first, [sip.isCalled, ...sip.takesCall, sip.receives('BYE'), sip.confirms])
    const phone = await net.calls(net.phones.anna, [
      ...sip.invites('22'),
      sip.expects(200),
      sip.within('ACK', 2),
      ...hangsUp,
    ])
    const [, log = ''] = await through(ben, trunk, phone)
    expect(net.asked).toEqual([
      expect.objectContaining({
        ...{ why: 'forward', payerLineId: 'l22', dialled: number, vpbxId: 'v1' },
        caller: { lineId: 'l21', number: '21', name: 'Name l21' },
      }),
    ])
    const [invite] = received(log, 'INVITE')
    expect(header(invite, 'From')).toEqual([expect.stringMatching(/^<sip:\+41441110021@provider\.test>;tag=/)])
    expect(header(invite, 'Diversion')).toEqual(['<sip:+41441110021@provider.test>;reason=unconditional'])
    expect(header(invite, 'To')).toEqual(['<sip:+41791234567@provider.test>'])
    await hears('callEnded', 2)
    const [internal, forwarded] = startedCalls(net.events)
    expect([internal?.kind, forwarded?.kind]).toEqual(['internal', 'forwarded'])
    expect(forwarded).toMatchObject({
      id: net.asked[0]?.callId,
      payerLineId: 'l22',
      trunkId: 't11',
      caller: { lineId: 'l21' },
    })
    expect(endOf(internal?.id ?? '')).toMatchObject({ code: 302 })
    expect(endOf(forwarded?.id ?? '')).toMatchObject({ code: 200, reason: 'OK' })
  })

  test('does so for a caller from outside, with a cap of its own', async () => {
    net.decide({ ...allowed, trunkIds: ['t12'], longest: 2 })
    const desk = await net.rings(net.phones.desk, forwards)
    const out = await net.trunk('127.0.0.12', takesOn)
    const dials = sip.trunkInvites({ uri: '+41441110021', to: '+41441110021', from: '+41791112233', headers: [] })
    const caller = await net.trunk(first, [...dials, sip.expects(200), sip.within('ACK', 1), ...isCutOff], 'calls')
    await through(desk, out, caller)
    expect(net.asked).toEqual([
      expect.objectContaining({
        ...{ why: 'forward', payerLineId: 'p21', dialled: number, vpbxId: 'v1' },
        caller: { lineId: null, number: '+41791112233', name: '' },
      }),
    ])
    await hears('callEnded', 2)
    expect(endOf(net.asked[0]?.callId ?? '')).toMatchObject({ reason: 'cut' })
  })

  test('is refused when its line may not', async () => {
    net.decide({ allowed: false, refusal: 'blocked' })
    const ben = await net.rings(net.phones.ben, forwards)
    const trunk = await net.trunk(first, [sip.receives('INVITE', 20_000)])
    const phone = await net.calls(net.phones.anna, [
      ...sip.invites('22'),
      sip.expects(403, refusals.blocked.text),
      sip.ackRefusal('22'),
    ])
    await through(ben, phone)
    await hears('callEnded')
    expect(startedCalls(net.events)).toHaveLength(1)
    expect(net.events.at(-1)).toMatchObject({ code: 403, reason: refusals.blocked.text })
    await trunk.end()
  })
})

test('a transfer of a call with the public network is refused, from either side', async () => {
  const refer = ['Refer-To: <sip:22@pbx.test>']
  const trunk = await net.trunk(first, [sip.isCalled, ...sip.takesCall, sip.receives('BYE'), sip.confirms])
  const phone = await net.calls(net.phones.anna, [
    ...[...sip.invites(number), sip.expects(200), sip.within('ACK', 2)],
    ...[
      sip.within('REFER', 3, refer),
      '<recv response="403"></recv>',
      sip.within('BYE', 4),
      '<recv response="200"></recv>',
    ],
  ])
  const [log = ''] = await through(trunk, phone)
  expect(log).not.toMatch('REFER')
})

// A refused registration is named as one; a message without Via is what SIPp sends when a test ends it early.
const expected = /authentication failed for <t11>|no via found in request/

test('the log of the switch holds no error', () => {
  const lines = readFileSync(join(net.setting.options.directory, 'kamailio.log'), 'utf8').split('\n')
  expect(lines.filter((line) => /(ERROR|CRITICAL|ALERT): /.test(line) && !expected.test(line))).toEqual([])
})
