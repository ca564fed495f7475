import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusals } from '#domain/call.ts'
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
const second = '127.0.0.12'
const stranger = '127.0.0.13'

beforeAll(async () => {
  net = await startPublicNetwork(27060)
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

const takes = [sip.isCalled, ...sip.takesCall, sip.receives('BYE'), sip.confirms]
const talks = (number: string) => [
  ...sip.invites(number),
  ...[sip.expects(200), sip.within('ACK', 2), sip.pause(100), sip.within('BYE', 3), '<recv response="200"></recv>'],
]
const refused = (number: string, code: number, text?: string) => [
  ...[...sip.invites(number), sip.expects(code, text), sip.ackRefusal(number)],
]

describe('a call to the public network', () => {
  test.each([
    ['plus', '+41791234567', '+41441110021'],
    ['digits', '41791234567', '41441110021'],
    ['international', '0041791234567', '0041441110021'],
  ] as const)('carries the numbers as the trunk wants them: %s', async (numberFormat, called, shown) => {
    await net.switch().replaceTrunks([trunkAt(first, { numberFormat })])
    const trunk = await net.trunk(first, takes)
    const [, log = ''] = await through(await net.calls(net.phones.anna, talks('0791234567')), trunk)
    const [invite] = received(log, 'INVITE')
    expect(invite?.split(' ')[1]).toBe(`sip:${called}@${first}`)
    expect(header(invite, 'To')).toEqual([`<sip:${called}@provider.test>`])
    expect(header(invite, 'From')[0]).toMatch(`<sip:${shown}@provider.test>;tag=`)
    expect(header(invite, 'P-Asserted-Identity')).toEqual([`<sip:${shown}@provider.test>`])
    expect(header(invite, 'Privacy')).toEqual([])
    expect(invite).not.toMatch(/Liar|Authorization/)
  })

  test('asks Raccord once, and is told of from its begin to its end', async () => {
    const trunk = await net.trunk(first, takes)
    await through(await net.calls(net.phones.anna, talks('0791234567')), trunk)
    await until('its end', () => net.events.some(({ type }) => type === 'callEnded'))
    expect(net.asked).toEqual([
      {
        ...{ callId: expect.any(String), sipCallId: expect.any(String), vpbxId: 'v1', payerLineId: 'l21', why: 'call' },
        ...{ dialled: '0791234567', caller: { lineId: 'l21', number: '21', name: 'Name l21' }, withheld: false },
      },
    ])
    const id = net.asked[0]?.callId
    expect(net.events).toEqual([
      {
        type: 'callStarted',
        call: expect.objectContaining({ id, kind: 'outgoing', trunkId: 't11', payerLineId: 'l21' }),
      },
      { type: 'callAnswered', id, answeredAt: expect.any(Number), calleeLineId: null, trunkId: 't11' },
      { type: 'callEnded', id, endedAt: expect.any(Number), answeredAt: expect.any(Number), code: 200, reason: 'OK' },
    ])
  })

  test('hides its number from the one who is called, not from the trunk', async () => {
    net.decide({ ...allowed, withheld: true })
    const trunk = await net.trunk(first, takes)
    const phone = await net.calls(net.phones.anna, [
      ...sip.invites('0791234567', { headers: ['Privacy: id'] }),
      ...[sip.expects(200), sip.within('ACK', 2), sip.within('BYE', 3), '<recv response="200"></recv>'],
    ])
    const [, log = ''] = await through(phone, trunk)
    expect(net.asked[0]?.withheld).toBe(true)
    const [invite] = received(log, 'INVITE')
    expect(header(invite, 'From')[0]).toMatch('"Anonymous" <sip:anonymous@anonymous.invalid>;tag=')
    expect(header(invite, 'P-Asserted-Identity')).toEqual(['<sip:+41441110021@provider.test>'])
    expect(header(invite, 'Privacy')).toEqual(['id'])
  })

  test('takes the second trunk when the first has no way', async () => {
    const full = await net.trunk(first, [sip.isCalled, sip.answers(503, 'Service Unavailable'), sip.receives('ACK')])
    const trunk = await net.trunk(second, takes)
    const [, , log = ''] = await through(await net.calls(net.phones.anna, talks('0791234567')), full, trunk)
    const [invite] = received(log, 'INVITE')
    expect(invite?.split(' ')[1]).toBe(`sip:+41791234567@${second}`)
    expect(header(invite, 'From')).toHaveLength(1)
    expect(header(invite, 'P-Asserted-Identity')).toEqual(['<sip:+41441110021@provider.test>'])
  })

  test('takes the second trunk when the first is silent', async () => {
    const silent = await net.trunk(first, [sip.isCalled, sip.pause(6000)])
    const trunk = await net.trunk(second, takes)
    const began = Date.now()
    await through(await net.calls(net.phones.anna, talks('0791234567')), trunk)
    expect(Date.now() - began).toBeLessThan(7000)
    await silent.end()
  })

  test('is over when the far end is busy, and when it does not answer after it rang', async () => {
    const busy = await net.trunk(first, [
      sip.isCalled,
      sip.answers(180, 'Ringing'),
      sip.answers(486, 'Busy Here'),
      sip.receives('ACK'),
    ])
    const unused = await net.trunk(second, takes)
    await through(await net.calls(net.phones.anna, refused('0791234567', 486)), busy)
    await until('its end', () => net.events.some(({ type }) => type === 'callEnded'))
    expect(net.events.at(-1)).toMatchObject({ type: 'callEnded', code: 486, reason: 'Busy Here' })
    await unused.end()
  })

  test('is refused by 503 when no trunk has a way', async () => {
    const full = (address: string) => net.trunk(address, [sip.isCalled, sip.answers(500, 'No'), sip.receives('ACK')])
    const trunks = [await full(first), await full(second)]
    await through(await net.calls(net.phones.anna, refused('0791234567', 500)), ...trunks)
    net.decide({ ...allowed, trunkIds: [] })
    await through(await net.calls(net.phones.anna, refused('0791234567', 503, refusals.noTrunk.text)))
  })

  test.each(Object.entries(refusals))('that is refused as %s says why', async (refusal, { code, text }) => {
    net.decide({ allowed: false, refusal: refusal as keyof typeof refusals })
    await through(await net.calls(net.phones.anna, refused('0791234567', code, text)))
  })

  test('is refused within three seconds when Raccord is silent, and at once when there is none', async () => {
    net.decide(() => new Promise(() => {}))
    const began = Date.now()
    await through(await net.calls(net.phones.anna, refused('0791234567', 503, refusals.notReady.text)))
    expect(Date.now() - began).toBeGreaterThan(1500)
    expect(Date.now() - began).toBeLessThan(4000)
    await net.changeRaccord(async () => {
      const again = Date.now()
      await through(await net.calls(net.phones.anna, refused('0791234567', 503, refusals.notReady.text)))
      expect(Date.now() - again).toBeLessThan(1500)
    })
  })

  test('to a number that is hosted here stays inside, and is a call of both', async () => {
    net.decide({ ...allowed, number: '+41442220021' })
    const shop = await net.rings(net.phones.shop, takes)
    const [, log = ''] = await through(await net.calls(net.phones.anna, talks('0442220021')), shop)
    expect(header(received(log, 'INVITE')[0], 'From')[0]).toMatch(/<sip:\+41441110021@pbx\.test>/)
    await until('both ends', () => net.events.filter(({ type }) => type === 'callEnded').length === 2)
    expect(startedCalls(net.events)).toEqual([
      expect.objectContaining({
        kind: 'outgoing',
        vpbxId: 'v1',
        payerLineId: 'l21',
        trunkId: null,
        dialled: '0442220021',
      }),
      expect.objectContaining({
        ...{ kind: 'incoming', vpbxId: 'v2', payerLineId: null, dialled: '+41442220021' },
        ...{
          caller: { lineId: null, number: '+41441110021', name: '' },
          callee: { lineId: 'q21', number: '+41442220021' },
        },
      }),
    ])
  })
})

describe('a trunk that asks for a password', () => {
  const digest = { name: 'account', secret: 'trunk-secret' }
  const challenge = (header: string) =>
    `${header}: Digest realm="provider", nonce="abcdef0123", algorithm=MD5, qop="auth"`
  const asks = (code: 401 | 407) => [
    sip.isCalled,
    sip.answers(code, 'Who', [challenge(code === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate')]),
    sip.receives('ACK'),
  ]

  test.each([401, 407] as const)('is answered: %i', async (code) => {
    await net.switch().replaceTrunks([trunkAt(first, { digest })])
    const trunk = await net.trunk(first, [...asks(code), ...takes])
    const [, log = ''] = await through(await net.calls(net.phones.anna, talks('0791234567')), trunk)
    const [, signed] = received(log, 'INVITE')
    const name = code === 401 ? 'Authorization' : 'Proxy-Authorization'
    expect(header(signed, name)[0]).toMatch(/username="account", realm="provider"/)
    expect(header(signed, 'From')).toHaveLength(1)
    expect(header(signed, 'P-Asserted-Identity')).toEqual(['<sip:+41441110021@provider.test>'])
    expect(header(signed, 'CSeq')).toEqual(['3 INVITE'])
    expect(header(received(log, 'ACK').at(-1), 'CSeq')).toEqual(['3 ACK'])
    expect(header(received(log, 'BYE')[0], 'CSeq')).toEqual(['4 BYE'])
  })

  test('and does not take it is passed over, and the next one does not see it', async () => {
    await net.switch().replaceTrunks([trunkAt(first, { digest }), trunkAt(second)])
    const trunk = await net.trunk(first, [...asks(407), ...asks(407)])
    const other = await net.trunk(second, takes)
    const [, , log = ''] = await through(await net.calls(net.phones.anna, talks('0791234567')), trunk, other)
    expect(log).not.toMatch(/Authorization|trunk-secret|username/)
  })
})

describe('a call from a trunk', () => {
  /** A trunk calls; `uri` and `to` are users. */
  const dials = (uri: string, { to = uri, from = '+41791112233', headers = [] as string[] } = {}) =>
    sip.trunkInvites({ uri, to, from, headers })
  const ends = [
    sip.expects(200),
    sip.within('ACK', 1),
    sip.pause(100),
    sip.within('BYE', 2),
    '<recv response="200"></recv>',
  ]
  const isRefused = (code: number) => [sip.expects(code), sip.ackRefusal('x', 1)]

  test.each([
    ['+41441110021'],
    ['0441110021'],
    ['0041441110021'],
    ['41441110021'],
    ['441110021'],
    ['+41441110021;npdi'],
  ])('reaches the line whose number it writes as %s', async (uri) => {
    const desk = await net.rings(net.phones.desk, takes)
    const [log = ''] = await through(desk, await net.trunk(first, [...dials(uri), ...ends], 'calls'))
    expect(header(received(log, 'INVITE')[0], 'From')[0]).toMatch('<sip:+41791112233@pbx.test>;tag=')
    await until('its end', () => net.events.some(({ type }) => type === 'callEnded'))
    expect(startedCalls(net.events)).toEqual([
      expect.objectContaining({
        ...{ kind: 'incoming', vpbxId: 'v1', dialled: '+41441110021', payerLineId: null, trunkId: 't11' },
        caller: { lineId: null, number: '+41791112233', name: '' },
        callee: { lineId: 'p21', number: '+41441110021' },
      }),
    ])
    expect(net.events.find(({ type }) => type === 'callAnswered')).toMatchObject({ calleeLineId: 'p21' })
    expect(net.asked).toEqual([])
  })

  test('to the contact of our registration finds its number in To', async () => {
    const desk = await net.rings(net.phones.desk, takes)
    await through(desk, await net.trunk(first, [...dials('t11', { to: '+41441110021' }), ...ends], 'calls'))
  })

  test.each([
    ['a number of nobody', '+41441119999', {}],
    ['a number of another country', '+33144111002', {}],
    ['an internal number', '21', {}],
    ['the internal number of a vPBX by its key', 'v1:21', {}],
    ['a line by its id', 'l21', {}],
    ['a pickup', '*822', {}],
    ['an emergency number', '112', {}],
    ['a number of the public network', '+41791234567', {}],
    ['an internal number in To', 't11', { to: '21' }],
    ['what is no number', '%27%20or%201', {}],
  ])('reaches nobody with %s', async (_, uri, more) => {
    const anna = await net.rings(net.phones.anna, [sip.receives('INVITE', 20_000)])
    const outside = await net.trunk(second, [sip.receives('INVITE', 20_000)])
    await through(await net.trunk(first, [...dials(uri, more), ...isRefused(404)], 'calls'))
    expect(net.asked).toEqual([])
    expect(net.events.filter(({ type }) => type === 'callStarted')).toEqual([])
    await Promise.all([anna.end(), outside.end()])
    expect((await anna.done).log).not.toMatch(/received \[\d+\] bytes\s*:\s*\n\nINVITE/)
  })

  test('that says it is one of our extensions is shown as what it is: a number from outside, without a word that makes a telephone answer', async () => {
    const desk = await net.rings(net.phones.desk, takes)
    const headers = [
      ...['P-Asserted-Identity: "Name l22" <sip:22@pbx.test>', 'Alert-Info: <http://pbx.test>;info=alert-autoanswer'],
      ...['Call-Info: <sip:pbx.test>;answer-after=0', 'Remote-Party-ID: <sip:22@pbx.test>', 'X-Anything: 1'],
      ...['Diversion: <sip:22@pbx.test>', 'Referred-By: <sip:22@pbx.test>', 'Route: <sip:127.0.0.12:27080;lr>'],
    ]
    const [log = ''] = await through(
      desk,
      await net.trunk(first, [...dials('+41441110021', { from: '22', headers }), ...ends], 'calls'),
    )
    const [invite = ''] = received(log, 'INVITE')
    expect(header(invite, 'From')[0]).toMatch('<sip:+4122@pbx.test>;tag=')
    expect(invite).not.toMatch(
      /Alert-Info|Call-Info|Remote-Party|X-Anything|Diversion|Referred|^Route|P-Asserted|Name l22/m,
    )
    expect(startedCalls(net.events)[0]).toMatchObject({ caller: { lineId: null, number: '+4122' } })
  })

  test('whose caller does not want to be known is anonymous', async () => {
    const desk = await net.rings(net.phones.desk, takes)
    const headers = ['P-Asserted-Identity: <sip:+41791112233@provider.test>', 'Privacy: id']
    const [log = ''] = await through(
      desk,
      await net.trunk(first, [...dials('+41441110021', { from: 'anonymous', headers }), ...ends], 'calls'),
    )
    expect(received(log, 'INVITE')[0]).not.toMatch('41791112233')
    expect(header(received(log, 'INVITE')[0], 'From')[0]).toMatch('"Anonymous" <sip:anonymous@pbx.test>')
  })

  test('comes from the trunk’s networks alone, and from the addresses of its host when none are named', async () => {
    await through(await net.trunk(stranger, [...dials('+41441110021'), ...isRefused(407)], 'calls'))
    await net.switch().replaceTrunks([trunkAt(first, { networks: ['127.0.0.12/31'] })])
    const desk = await net.rings(net.phones.desk, takes)
    await through(desk, await net.trunk(stranger, [...dials('+41441110021'), ...ends], 'calls'))
    await through(await net.trunk(first, [...dials('+41441110021'), ...isRefused(407)], 'calls'))
  })
})

describe('an emergency call', () => {
  const carried = async (address: string) => {
    const trunk = await net.trunk(address, takes)
    const [, log = ''] = await through(await net.calls(net.phones.anna, talks('112')), trunk)
    return received(log, 'INVITE')[0]
  }

  test('goes out as it was dialled, with the number and the place of the line, and nobody is asked', async () => {
    net.decide({ allowed: false, refusal: 'blocked' })
    const invite = await carried(first)
    expect(invite?.split(' ')[1]).toBe(`sip:112@${first}`)
    expect(header(invite, 'P-Asserted-Identity')).toEqual(['<sip:+41441110021@provider.test>'])
    expect(header(invite, 'X-Emergency-Location')).toEqual(['Zurich; Bahnhofstrasse 1'])
    expect(net.asked).toEqual([])
    await until('its end', () => net.events.some(({ type }) => type === 'callEnded'))
    expect(startedCalls(net.events)).toEqual([
      expect.objectContaining({ kind: 'emergency', vpbxId: 'v1', dialled: '112', payerLineId: null }),
    ])
  })

  test('takes the next trunk when the first is silent', async () => {
    const silent = await net.trunk(first, [sip.isCalled, sip.pause(6000)])
    await carried(second)
    await silent.end()
  })

  test('passes while there is no Raccord', () => net.changeRaccord(async () => void (await carried(first))))

  test('passes while not one call more is allowed, of the vPBX, the account and the trunk', async () => {
    await net.switch().replacePlans(plans({ v1: { maxCalls: 0 }, l21: { accountMaxCalls: 0 } }))
    await net.switch().replaceTrunks([trunkAt(first, { maxCalls: 0 })])
    await through(await net.calls(net.phones.anna, refused('0791234567', 486, refusals.tooManyCalls.text)))
    await carried(first)
  })
})

describe('whoever has not said who he is', () => {
  test.each([
    ['to the public network', '0791234567', []],
    ['to the emergency services', '112', []],
    ['with a way of his own', '0791234567', ['Route: <sip:127.0.0.11:27080;lr>']],
    ['in the name of a trunk', '0791234567', ['P-Asserted-Identity: <sip:+41441110021@provider.test>']],
  ])('gets no call %s', async (_, number, headers) => {
    const outside = await net.trunk(first, [sip.receives('INVITE', 20_000)])
    await through(
      await net.calls(net.phones.anna, [
        ...sip.invites(number, { headers, signed: false }),
        sip.expects(407),
        sip.ackRefusal(number, 1),
      ]),
    )
    await outside.end()
    expect(net.asked).toEqual([])
  })
})

describe('a trunk that we register at', () => {
  const digest = { name: 'account', secret: 'trunk-secret' }
  const registers = { registers: true, digest }
  const challenge = 'WWW-Authenticate: Digest realm="provider", nonce="abcdef0123", algorithm=MD5, qop="auth"'
  const state = async () => (await net.switch().trunkStates())[0]

  test('is answered when it asks for a password, is known as registered, and is left when it goes', async () => {
    const trunk = await net.trunk(first, [
      ...[sip.receives('REGISTER'), sip.answers(401, 'Who', [challenge]), sip.receives('REGISTER')],
      sip.answers(200, 'OK', ['Contact: <sip:t11@127.0.0.1:27060>;expires=300', 'Expires: 300'], true),
    ])
    await net.switch().replaceTrunks([trunkAt(first, registers), trunkAt(second)])
    const [log = ''] = await through(trunk)
    const [, signed] = received(log, 'REGISTER')
    expect(signed?.split(' ')[1]).toBe('sip:provider.test')
    expect(header(signed, 'To')).toEqual(['<sip:account@provider.test>'])
    expect(header(signed, 'Contact')[0]).toMatch('<sip:t11@127.0.0.1:27060>')
    expect(header(signed, 'Authorization')[0]).toMatch(/username="account", realm="provider"/)
    await until('it is registered', async () => (await state())?.registered === true)
    expect(await state()).toEqual({ id: 't11', registered: true, code: 200 })
    expect((await net.switch().trunkStates())[1]).toEqual({ id: 't12', registered: null, code: null })
    // What the module uac frees later would show by now.
    await new Promise((resolve) => setTimeout(resolve, 6000))
    expect((await state())?.registered).toBe(true)
    await net.switch().replaceTrunks([])
    await until('it is gone', async () => (await net.switch().trunkStates()).length === 0)
  })

  test('and refuses our password is known as not registered', async () => {
    const refuses = [sip.receives('REGISTER'), sip.answers(401, 'Who', [challenge])]
    const trunk = await net.trunk(first, [...refuses, ...refuses])
    await net.switch().replaceTrunks([trunkAt(first, registers)])
    await through(trunk)
    await until('that is known', async () => (await state())?.code === 401)
    expect(await state()).toEqual({ id: 't11', registered: false, code: 401 })
  })
})

// A refused registration is named as one; a message without Via is what SIPp sends when a test ends it early.
const expected = /authentication failed for <t11>|no via found in request/

test('the log of the switch holds no error', () => {
  const lines = readFileSync(join(net.setting.options.directory, 'kamailio.log'), 'utf8').split('\n')
  expect(lines.filter((line) => /(ERROR|CRITICAL|ALERT): /.test(line) && !expected.test(line))).toEqual([])
})
