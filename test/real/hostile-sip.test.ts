import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import { createRpc } from '#switch/kamailio/rpc.ts'
import { createDigestClient } from '../support/sip/digest-client.ts'
import { growth, type Health, healthOf } from '../support/sip/health.ts'
import * as raw from '../support/sip/raw.ts'
import { credentialOf, prepareSwitch, type SwitchSetting, until } from '../support/sip/switch.ts'
import { aimedAt, tortureMessages } from '../support/sip/torture.ts'

const port = 27500
const ports = { telephone: 27502, udp: 27503, trap: 27504, wrong: 27505, elsewhere: 27506, flood: 27510, fuzz: 27530 }
const trapAddress = '127.0.5.9'
const known = { digestName: 'a1', secret: 'secret-a', number: '21' }
const neighbour = { digestName: 'b1', secret: 'secret-b', number: '22' }

/** What may be left of an attack, in bytes. Shared: transactions that wait for their end, a few hundred. Own: what a first look at a large message takes. Log: its size, whatever is said to it. */
const bound = { shared: 300_000, own: 1_500_000, log: 10_000_000 }

let setting: SwitchSetting
let subject: KamailioSwitch
let telephone: raw.RawSender
let asked = 0
let trap: Awaited<ReturnType<typeof raw.createTrap>>
const rpc = createRpc(() => JSON.parse(readFileSync(join(setting.options.directory, 'doors.json'), 'utf8')))
const health = () => healthOf(subject, setting.options.directory, rpc)

beforeAll(async () => {
  setting = await prepareSwitch(port)
  for (const aor of ['aa01', 'bb01']) setting.ages.set(aor, 0)
  subject = createKamailioSwitch(setting.options)
  await subject.replaceCredentials([credentialOf(known, 'aa01'), credentialOf(neighbour, 'bb01')])
  await subject.start()
  telephone = await raw.openUdp({ address: '127.0.5.1', port: ports.telephone }, port)
  trap = await raw.createTrap(trapAddress, ports.trap)
  await registersQuickly()
})
afterAll(async () => {
  telephone.close()
  await trap.close()
  await subject.stop()
  setting.remove()
})
afterEach(async () => {
  const heard = trap.heard.splice(0)
  await registersQuickly()
  expect(heard, 'nothing was relayed to whom a message names').toEqual([])
})

async function challenge(): Promise<string> {
  return (await raw.ask(telephone, telephoneRegister())).nonce
}

function telephoneRegister(nonce?: string): string {
  const extra = nonce === undefined ? [] : [raw.authorization('REGISTER', { ...known, nonce })]
  const from = { address: '127.0.5.1', port: ports.telephone }
  return raw.requestText({ method: 'REGISTER', number: known.number, from, id: `p${++asked}`, extra })
}

/** A telephone registers within so many ms. It may have to repeat itself. */
async function registersQuickly(within = 1000): Promise<void> {
  const from = performance.now()
  expect((await raw.ask(telephone, telephoneRegister(await challenge()))).code).toBe(200)
  expect(performance.now() - from).toBeLessThan(within)
}

/** The same processes live on, and what the attack took is given back. */
async function expectUnharmed(before: Health): Promise<void> {
  await registersQuickly()
  let after = await health()
  expect({ pid: after.pid, processes: after.processes }).toEqual({ pid: before.pid, processes: before.processes })
  const settled = () => growth(before, after).shared < bound.shared && after.log < bound.log
  const deadline = Date.now() + 45_000
  for (; !settled() && Date.now() < deadline; after = await health()) await new Promise((next) => setTimeout(next, 500))
  const grown = growth(before, after)
  expect(grown.shared, 'shared memory').toBeLessThan(bound.shared)
  expect(grown.own, 'memory of one process').toBeLessThan(bound.own)
  expect(after.log, 'log').toBeLessThan(bound.log)
}

describe('the messages of RFC 4475', () => {
  const messages = tortureMessages()
  const aimed = (bytes: Buffer) => aimedAt(`${trapAddress}:${ports.trap}`, bytes)
  const variants = messages.flatMap(({ bytes }) => [bytes, aimed(bytes)])

  test('are all there', () => {
    expect(messages).toHaveLength(49)
    expect(messages.filter(({ isRequest }) => !isRequest).map(({ name }) => name)).toEqual([
      'bcast',
      'bigcode',
      'noreason',
      'scalarlg',
      'unreason',
    ])
  })

  test.each(messages)('$name is refused or not answered, and never relayed, over UDP and TCP', async (message) => {
    const before = await health()
    const udp = await raw.openUdp({ address: '127.0.5.2', port: ports.udp }, port)
    const tcp = [await raw.openTcp('127.0.5.2', port), await raw.openTcp('127.0.5.2', port)]
    for (const [index, bytes] of [message.bytes, aimed(message.bytes)].entries()) {
      udp.send(bytes)
      tcp[index]?.send(bytes)
    }
    // What is answered at all is answered within milliseconds.
    await registersQuickly()
    await new Promise((resolve) => setTimeout(resolve, 100))
    // Only OPTIONS is granted to everybody.
    const granted = message.bytes.subarray(0, 7).toString() === 'OPTIONS' ? ['200'] : []
    for (const { received, close } of [udp, ...tcp]) {
      const codes = Object.keys(raw.codesOf(received))
      expect(codes.filter((code) => code < '400' && code !== '100' && !granted.includes(code))).toEqual([])
      if (!message.isRequest) expect(received).toEqual([])
      expect(received.filter((text) => !text.startsWith('SIP/2.0 '))).toEqual([])
      close()
    }
    const after = await health()
    expect({ pid: after.pid, processes: after.processes }).toEqual({ pid: before.pid, processes: before.processes })
  })

  test('an answer that nobody waits for is not passed on to whom its second Via names', async () => {
    const udp = await raw.openUdp({ address: '127.0.5.2', port: ports.udp }, port)
    for (const code of ['100 Trying', '180 Ringing', '200 OK', '486 Busy Here'])
      for (const method of ['INVITE', 'REGISTER', 'NOTIFY', 'OPTIONS'])
        udp.send(
          [
            `SIP/2.0 ${code}`,
            `Via: SIP/2.0/UDP 127.0.0.1:${port};branch=z9hG4bKcf.1`,
            `Via: SIP/2.0/UDP ${trapAddress}:${ports.trap};branch=z9hG4bKcf.2`,
            'From: <sip:21@pbx.test>;tag=1',
            'To: <sip:22@pbx.test>;tag=2',
            `Call-ID: unasked-${method}`,
            `CSeq: 1 ${method}`,
            'Content-Length: 0\r\n\r\n',
          ].join('\r\n'),
        )
    await registersQuickly()
    await new Promise((resolve) => setTimeout(resolve, 100))
    udp.close()
  })

  test('twenty times over leave no memory taken', async () => {
    const round = async () => {
      const udp = await raw.openUdp({ address: '127.0.5.2', port: ports.udp }, port)
      await raw.pour(udp, variants.length, (index) => variants[index] ?? '')
      for (const bytes of variants) {
        const tcp = await raw.openTcp('127.0.5.2', port)
        tcp.send(bytes)
        setTimeout(tcp.close, 200)
      }
      udp.close()
    }
    // What is taken once for good, e.g. a process's buffers, is no leak.
    await round()
    await round()
    const before = await health()
    for (let count = 0; count < 20; count++) await round()
    await expectUnharmed(before)
  })
})

describe('a flood of', () => {
  const from = { address: '127.0.5.3', port: ports.flood }
  const floods: Record<string, (index: number) => string | Uint8Array> = {
    'INVITE without credentials': (index) =>
      raw.requestText({ method: 'INVITE', number: '21', from, id: `f${index}`, uri: 'sip:+33123456789@pbx.test' }),
    'REGISTER with invented names': (index) => {
      const extra = [raw.authorization('REGISTER', { digestName: `x${index}`, secret: 'x', nonce })]
      return raw.requestText({ method: 'REGISTER', number: '9', from, id: `r${index}`, extra })
    },
    'SUBSCRIBE without credentials': (index) =>
      raw.requestText({ method: 'SUBSCRIBE', number: '21', from, id: `s${index}` }),
    'SUBSCRIBE with invented names': (index) => {
      const extra = [raw.authorization('SUBSCRIBE', { digestName: `y${index}`, secret: 'x', nonce }, 'sip:22@pbx.test')]
      return raw.requestText({ method: 'SUBSCRIBE', number: '21', from, id: `t${index}`, extra })
    },
    'requests to strangers': (index) =>
      raw.requestText({
        ...{ method: (['INVITE', 'MESSAGE', 'REFER', 'OPTIONS'] as const)[index % 4] ?? 'INVITE', number: '21', from },
        ...{ id: `g${index}`, uri: `sip:x@${trapAddress}:${ports.trap}` },
        extra: [`Route: <sip:${trapAddress}:${ports.trap};lr>`],
      }),
    'answers to a BYE that was never sent': (index) =>
      [
        'SIP/2.0 200 OK',
        `Via: SIP/2.0/UDP 127.0.0.1:${port};branch=z9hG4bKb${index}`,
        ...['From: <sip:21@pbx.test>;tag=1', 'To: <sip:22@pbx.test>;tag=2', `Call-ID: b${index}`, 'CSeq: 1 BYE'],
        'Content-Length: 0\r\n\r\n',
      ].join('\r\n'),
    garbage: (index) => Uint8Array.from({ length: 20 + (index % 1200) }, (_, at) => (index * 31 + at * 17) % 256),
  }
  let nonce = ''

  test.each(Object.keys(floods))('20,000 %s takes no memory and holds no telephone up', async (name) => {
    nonce = await challenge()
    const attacker = await raw.openUdp(from, port)
    onTestFinished(attacker.close)
    const make = floods[name] ?? (() => '')
    await raw.pour(attacker, 500, (index) => make(index + 100_000))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const before = await health()
    const pouring = raw.pour(attacker, 20_000, make)
    await new Promise((resolve) => setTimeout(resolve, 500))
    // While it lasts, what is lost in the kernel's buffer is repeated.
    await registersQuickly(3000)
    await pouring
    if (name !== 'garbage' && !name.startsWith('answers')) expect(attacker.received.length).toBeGreaterThan(15_000)
    expect(Object.keys(raw.codesOf(attacker.received)).filter((code) => code < '400' && code !== '100')).toEqual(
      name === 'requests to strangers'
        ? expect.toSatisfy((codes: string[]) => codes.every((code) => code === '200'))
        : [],
    )
    await expectUnharmed(before)
  })

  test('2,500 TCP connections that say half a request or nothing keep telephones over UDP out not at all, those over TCP for seconds', async () => {
    const before = await health()
    const half = raw.requestText({ method: 'REGISTER', number: '9', from, id: 'half', via: 'TCP' }).slice(0, 90)
    const held: raw.RawSender[] = []
    for (let count = 0; count < 2500; count++) {
      const one = await raw.openTcp('127.0.5.3', port).catch(() => null)
      if (!one) break
      one.send(count % 2 === 0 ? half : '')
      held.push(one)
    }
    onTestFinished(() => {
      for (const one of held) one.close()
    })
    await registersQuickly()
    // Whoever is turned away comes again, as telephones do.
    const own = { address: '127.0.5.4', port: 9 }
    const isAsked = async () => {
      const late = await raw.openTcp(own.address, port).catch(() => null)
      late?.send(raw.requestText({ method: 'REGISTER', number: '21', from: own, id: 'late', via: 'TCP' }))
      await new Promise((resolve) => setTimeout(resolve, 200))
      late?.close()
      return late !== null && '401' in raw.codesOf(late.received)
    }
    await until('a telephone over TCP is asked who it is', isAsked, 25_000)
    await until('commands come through', () => rpc.call('core.uptime').then(Boolean, () => false), 5000)
    for (const one of held) one.close()
    await expectUnharmed(before)
  })
})

test('whoever guesses a secret with INVITE is stopped for that name, and nobody else behind the same address is', async () => {
  const from = { address: '127.0.5.5', port: ports.wrong }
  const attacker = await raw.openUdp(from, port)
  const there = await createDigestClient({ address: from.address, port: ports.wrong + 10 }, port)
  const nonce = await there.challenge()
  let count = 0
  const invite = async (who: typeof known) => {
    const id = `w${++count}`
    const seen = attacker.received.length
    const extra = [raw.authorization('INVITE', { ...who, nonce }, 'sip:99@pbx.test')]
    attacker.send(raw.requestText({ method: 'INVITE', number: who.number, from, id, uri: 'sip:99@pbx.test', extra }))
    await until('there is an answer', () => attacker.received.slice(seen).some((text) => /^SIP\/2.0 [2-6]/.test(text)))
    return attacker.received
      .slice(seen)
      .find((text) => /^SIP\/2.0 [2-6]/.test(text))
      ?.split('\r\n', 1)[0]
      ?.slice(8)
  }
  const codes: (string | undefined)[] = []
  for (let guess = 0; guess < 14; guess++) codes.push(await invite({ ...known, secret: `guess-${guess}` }))
  expect(codes.slice(0, 10)).toEqual(Array(10).fill('407 Proxy Authentication Required'))
  expect(codes.slice(10)).toEqual(Array(4).fill('503 Too Many Failed Attempts'))
  // Also with the right secret, and whatever it asks for.
  expect(await invite(known)).toBe('503 Too Many Failed Attempts')
  expect((await there.register({ ...known, nonce })).code).toBe(503)
  expect((await there.register({ ...neighbour, nonce })).code).toBe(200)
  // The name is good; its line is in no number plan here.
  expect(await invite(neighbour)).toBe('503 Line Not Known Yet')
  attacker.close()
  there.close()
})

describe('mutated requests', () => {
  const from = { address: '127.0.5.6', port: ports.fuzz }
  const flip = fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), byte: fc.nat(255) })
  const cut = fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(400) })
  const put = fc.record({
    ...{ kind: fc.constant('put' as const), at: fc.nat() },
    text: fc.oneof(
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.constantFrom(
        '\r\n',
        '\0',
        '%00',
        '"',
        '<',
        '>',
        ';',
        ',',
        ':',
        '@',
        '\r\n\r\n',
        '-1',
        '4294967296',
        '[::1]',
        ';lr',
        '`$(id)',
      ),
      fc.nat(3000).map((length) => 'A'.repeat(length)),
    ),
  })
  const line = fc.record({
    ...{ kind: fc.constant('line' as const), at: fc.nat() },
    text: fc.constantFrom(
      'Replaces: x;to-tag=1;from-tag=2',
      'Refer-To: <sip:1@127.0.0.1>',
      'Referred-By: <sip:2@pbx.test>',
      'Diversion: <sip:3@pbx.test>',
      `Route: <sip:${trapAddress}:${ports.trap};lr>`,
      `Record-Route: <sip:${trapAddress}:${ports.trap};lr>`,
      'Privacy: id',
      'Event: ',
      'Expires: 99999999999999999999',
      'Contact: *',
      'Content-Length: 70000',
      'Content-Type: multipart/mixed;boundary=',
      `X-Long: ${'y'.repeat(8000)}`,
      'P-Asserted-Identity: "a\\" <tel:+1;x=y>',
      ...[
        'Via: ,',
        'Via: SIP/2.0/UDP 1.2.3.4,,;',
        'To: ',
        'From: <>;tag=',
        'CSeq: 1 \0',
        'Proxy-Authorization: Digest x',
      ],
    ),
  })
  type Mutation = typeof flip | typeof cut | typeof put | typeof line extends fc.Arbitrary<infer Value> ? Value : never

  function mutate(text: string, mutation: Mutation): string {
    const at = mutation.at % Math.max(1, text.length)
    switch (mutation.kind) {
      case 'flip':
        return text.slice(0, at) + String.fromCharCode(mutation.byte) + text.slice(at + 1)
      case 'cut':
        return text.slice(0, at) + text.slice(at + mutation.length)
      case 'put':
        return text.slice(0, at) + mutation.text + text.slice(at)
      case 'line': {
        const lines = text.split('\r\n')
        lines.splice(1 + (mutation.at % 12), 0, mutation.text)
        return lines.join('\r\n')
      }
    }
  }
  const cases = fc.record({
    method: fc.constantFrom('INVITE' as const, 'REGISTER' as const, 'SUBSCRIBE' as const),
    // Most of them get past the question who they are.
    signed: fc.integer({ min: 0, max: 3 }).map((dice) => dice > 0),
    mutations: fc.array(fc.oneof(flip, cut, put, line), { minLength: 1, maxLength: 5 }),
  })

  test('2,000 of INVITE, REGISTER and SUBSCRIBE crash nothing and take no memory', async () => {
    const samples = fc.sample(cases, { numRuns: 2000, seed: 4475 })
    const udp = await raw.openUdp(from, port)
    let nonce = ''
    const nonceOf = await createDigestClient({ address: from.address, port: ports.fuzz + 1 }, port)
    const text = (index: number, round: string) => {
      const sample = samples[index]
      if (!sample) return ''
      const { method, signed, mutations } = sample
      const extra = signed ? [raw.authorization(method, { ...known, nonce })] : []
      const whole = raw.requestText({ method, number: '21', from, id: `${round}${index}`, extra })
      return Buffer.from(mutations.reduce(mutate, whole), 'latin1')
    }
    nonce = await nonceOf.challenge()
    await raw.pour(udp, 2000, (index) => text(index, 'a'))
    await until('all ended', async () => (await health()).processes > 0)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const before = await health()
    nonce = await nonceOf.challenge()
    await raw.pour(udp, 2000, (index) => text(index, 'b'))
    for (let count = 0; count < 200; count++) {
      const tcp = await raw.openTcp(from.address, port)
      for (let index = count * 10; index < count * 10 + 10; index++) tcp.send(text(index, 'c'))
      setTimeout(tcp.close, 200)
    }
    expect(Object.keys(raw.codesOf(udp.received))).toEqual(expect.arrayContaining(['401', '407']))
    udp.close()
    nonceOf.close()
    await expectUnharmed(before)
  }, 120_000)
})
