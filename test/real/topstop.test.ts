import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusals } from '#domain/call.ts'
import type { FleetPhone } from '../support/fleet.ts'
import * as sip from '../support/sip/call-scenarios.ts'
import { holdsOn } from '../support/sip/hold-on.ts'
import { register, type Sipp } from '../support/sip/sipp.ts'
import { until } from '../support/sip/switch.ts'
import { callTimes } from '../support/sip/timeline.ts'
import { type LimitPlace, startTelephony, type Telephony } from '../support/telephony.ts'

/** TopStop from outside: a whole Raccord, SIPp as its telephones and as the provider's trunk, which answers whatever it is called with. */

const trunkPlace = { host: '127.0.0.31', port: 27660 }
/** 1.00 a second by the second, 1.00 a second by the minute; the third is for what is refused. */
const [bySecond, byMinute, abroad] = ['0791234567', '0441234567', '004930123456']
const unit = 1_000_000
const emergency = '117'
/** Milliseconds. */
const soon = 2000

let office: Telephony
let trunk: Sipp

beforeAll(async () => {
  office = await startTelephony({
    ...{ base: 27650, rtpPorts: '41000-41499', extensionCount: 4, trunk: trunkPlace },
    rates: [
      { prefix: '4179', class: 'mobile', pricePerMinute: '60', increments: [1, 1] },
      { prefix: '4144', class: 'national', pricePerMinute: '60', increments: [60, 60] },
      { prefix: '49', class: 'international', pricePerMinute: '60', increments: [60, 60] },
    ],
  })
  trunk = await sip.startParty({
    steps: [sip.receives('INVITE'), ...sip.takesCall, ...holdsOn(200_000)],
    ...{ localAddress: trunkPlace.host, localPort: trunkPlace.port, calls: 10_000, timeout: 900_000 },
  })
}, 90_000)
afterAll(async () => {
  await trunk?.end()
  await office?.remove()
})
beforeEach(async () => {
  for (const place of [...office.phones.flatMap(lineAndAccount), vpbx()]) await office.limit(place, null)
})

describe('a call to the public network', () => {
  test('is charged while it runs, to its line, its account and its vPBX, and costs in the end what the tariff says', async () => {
    const [phone] = people()
    const places: LimitPlace[] = [...lineAndAccount(phone), vpbx()]
    const before = await uses(places)
    const call = await calls(phone, 27661, talks(bySecond, 5000))
    const during: number[][] = []
    for (const least of [1, 3]) {
      const grown = async () => (await uses(places)).every((use, index) => use - (before[index] ?? 0) >= least * unit)
      await until(`${least} seconds are charged`, grown, 6000)
      during.push(await uses(places))
    }
    const [log = ''] = await through(call)
    await allOver()
    const record = office.calls().at(-1)
    expect(record).toMatchObject({ end_reason: 'hungUp', currency: 'CHF', caller_line_id: phone.extension.lineId })
    const [time] = callTimes(log).values()
    expect(Math.abs((record?.answered_at ?? 0) - (time?.answeredAt ?? 0))).toBeLessThan(500)
    const talked = (record?.ended_at ?? 0) - (record?.answered_at ?? 0)
    expect(Math.abs(talked - 5000)).toBeLessThan(500)
    const cost = Math.ceil(talked / 1000) * unit
    expect(record?.cost).toBe(cost)
    expect(await uses(places)).toEqual(before.map((use) => use + cost))
    for (const some of during) expect(some.every((use, index) => use < (before[index] ?? 0) + cost)).toBe(true)
  })

  test('is cut with its parallels within 2 seconds of the limit, new ones are refused, and a raise reopens at once', async () => {
    const [anna, ben, clara, dora] = people()
    // On a line: three calls by the second. On an account: two by the minute. On the vPBX: two lines, by the second.
    const cases = [
      { limited: [lineOf(anna)], phones: [[anna, 27661, 3]], number: bySecond, step: 1, left: 12 },
      { limited: [accountOf(ben)], phones: [[ben, 27662, 2]], number: byMinute, step: 60, left: 120 },
    ] as const
    for (const { limited, left } of cases) await setLeft(limited[0], left)
    await Promise.all(cases.map(cutAtLimit))
    const both = [
      [clara, 27663, 1],
      [dora, 27664, 1],
    ] as const
    await setLeft(vpbx(), 8)
    await cutAtLimit({ limited: [vpbx()], phones: both, number: bySecond, step: 1, left: 8 })
  }, 150_000)

  test.each([
    ['blocked on the line', 'lines', { blocked: true }, bySecond, refusals.blocked],
    ['blocked on the account', 'extensions', { blocked: true }, bySecond, refusals.blocked],
    ['barred by its class', 'lines', { barred: ['international'] }, abroad, refusals.barred],
    ['without a rate', 'lines', {}, '0033142000000', refusals.noRate],
  ] as const)('is refused with its reason when it is %s', async (_, level, change, number, { code, text }) => {
    const [phone] = people()
    const place = `/api/${level}/${level === 'lines' ? phone.extension.lineId : phone.extension.id}/rights`
    await office.api.call('PATCH', place, change)
    await through(await calls(phone, 27661, refused(number, code, text)))
    expect(await everythingElsePasses(phone)).toEqual(['emergency', 'internal'])
    await office.api.call('PATCH', place, { blocked: false, barred: [] })
    await through(await calls(phone, 27661, talks(bySecond, 100)))
  })
})

describe('whatever is closed', () => {
  test('at the limit, while an internal call or one to the emergency services passes', async () => {
    const [phone] = people()
    for (const place of [...lineAndAccount(phone), vpbx()]) await office.limit(place, 0)
    await through(await calls(phone, 27661, refused(bySecond, refusals.limitReached.code, refusals.limitReached.text)))
    expect(await everythingElsePasses(phone)).toEqual(['emergency', 'internal'])
  })

  test('while Raccord is dead, Kamailio alone cuts at the limit, refuses the public network and puts the others through', async () => {
    const [phone] = people()
    await setLeft(lineOf(phone), 8)
    const call = await calls(phone, 27661, untilCut(bySecond))
    await until('it is charged', () => running().some(({ charged_until }) => charged_until !== null))
    await office.raccord.kill()
    try {
      const { code, text } = refusals.notReady
      await through(await calls(phone, 27662, refused(bySecond, code, text)))
      expect(await everythingElsePasses(phone)).toEqual(['emergency', 'internal'])
      const [log = ''] = await through(call)
      expectCutAt(log, 1, 8)
    } finally {
      await office.raccord.start()
    }
    await allOver()
    const record = office.calls().findLast(({ cost, caller_line_id: id }) => cost > 0 && id === phone.extension.lineId)
    expect(record?.end_reason).toBe('limit')
    expect(record?.cost).toBe(Math.ceil(((record?.ended_at ?? 0) - (record?.answered_at ?? 0)) / 1000) * unit)
    expect(record?.cost).toBeLessThanOrEqual(9 * unit)
    await office.limit(lineOf(phone), null)
    await through(await calls(phone, 27661, talks(bySecond, 100)))
  })
})

interface Case {
  /** Where the limit stands. */
  limited: readonly LimitPlace[]
  phones: readonly (readonly [phone: FleetPhone, port: number, calls: number])[]
  number: string
  /** Seconds of an increment, each of which costs as many units. */
  step: number
  /** Units that may be spent. */
  left: number
}

/** The calls run until they are cut; then what the limit says holds for new ones. */
async function cutAtLimit({ limited, phones, number, step, left }: Case): Promise<void> {
  const started = await Promise.all(phones.map(([phone, port, count]) => calls(phone, port, untilCut(number), count)))
  const log = (await through(...started)).join('\n')
  expectCutAt(log, step, left)
  const [[phone, port] = []] = phones
  const [place] = limited
  if (!phone || !port || !place) throw new Error('nobody calls')
  const { code, text } = refusals.limitReached
  const { monthUse } = await office.use(place)
  const { monthLimit = 0 } = await office.api.call<{ monthLimit: number }>('GET', `${place}/charges`)
  const count = phones.reduce((sum, [, , some]) => sum + some, 0)
  expect(monthUse).toBeLessThanOrEqual(monthLimit + count * Math.max(step, 2) * unit)
  // Raccord looks once a second and cuts rather too early: what that leaves would let a call of its size through.
  expect(monthUse).toBeGreaterThanOrEqual(monthLimit - count * step * unit)
  await office.limit(place, monthUse)
  await through(await calls(phone, port, refused(number, code, text)))
  expect((await office.use(place)).state).toBe('reached')
  await office.limit(place, monthLimit + 10 * step * unit)
  await through(await calls(phone, port, talks(number, 100)))
}

/** All of them ended at the moment at which their common increments would have passed what was left, as it is found from what the telephones saw. */
function expectCutAt(log: string, step: number, left: number): void {
  const times = [...callTimes(log).values()]
  const increments = times
    .flatMap(({ answeredAt }) => Array.from({ length: left / step + 1 }, (_, n) => answeredAt + n * step * 1000))
    .sort((one, other) => one - other)
  const moment = increments[left / step] ?? Number.NaN
  for (const { endedAt } of times) expect(Math.abs((endedAt ?? 0) - moment)).toBeLessThanOrEqual(soon)
}

/** `left` units more than what has been used. */
async function setLeft(place: LimitPlace, left: number): Promise<void> {
  await office.limit(place, (await office.use(place)).monthUse + left * unit)
}

/** Which kinds of call get through to the end, of those that nothing may hold up. */
async function everythingElsePasses(phone: FleetPhone): Promise<string[]> {
  const colleague = people()[3]
  const registered = await register({ account: colleague.account, target: office.target, localPort: 27668 })
  expect(registered.ok, registered.log).toBe(true)
  const rings = await sip.startParty({
    localPort: 27668,
    steps: [sip.receives('INVITE'), ...sip.takesCall, sip.receives('BYE'), sip.confirms],
  })
  await through(await calls(phone, 27666, talks(emergency, 100)))
  await through(rings, await calls(phone, 27667, talks(colleague.account.number, 100)))
  return ['emergency', 'internal']
}

function people(): [FleetPhone, FleetPhone, FleetPhone, FleetPhone] {
  const [one, two, three, four] = office.phones
  if (!one || !two || !three || !four) throw new Error('four telephones were ordered')
  return [one, two, three, four]
}

const lineOf = ({ extension }: FleetPhone): LimitPlace => `/api/lines/${extension.lineId}`
const accountOf = ({ extension }: FleetPhone): LimitPlace => `/api/extensions/${extension.id}`
const lineAndAccount = (phone: FleetPhone): LimitPlace[] => [lineOf(phone), accountOf(phone)]
const vpbx = (): LimitPlace => `/api/vpbxs/${office.vpbxId}`

async function uses(places: LimitPlace[]): Promise<number[]> {
  return Promise.all(places.map(async (place) => (await office.use(place)).monthUse))
}

const running = () => office.calls().filter(({ ended_at }) => ended_at === null)
const allOver = () => until('all records are closed', () => running().length === 0)

const talks = (number: string, ms: number) => [
  ...[...sip.invites(number), sip.expects(200), sip.within('ACK', 2), sip.pause(ms)],
  ...[sip.within('BYE', 3), '<recv response="200"></recv>'],
]
const untilCut = (number: string) => [
  ...[...sip.invites(number), sip.expects(200), sip.within('ACK', 2), ...holdsOn(100_000)],
]
const refused = (number: string, code: number, text: string) => [
  ...[...sip.invites(number), sip.expects(code, text), sip.ackRefusal(number)],
]

function calls(phone: FleetPhone, localPort: number, steps: sip.Step[], count = 1): Promise<Sipp> {
  const { account } = phone
  return sip.startParty({
    ...{ localPort, account, steps, calls: count, target: office.raccord.ports.sip, timeout: 120_000 },
  })
}

/** All went through with their steps; their logs. */
async function through(...parties: Sipp[]): Promise<string[]> {
  const outcomes = await Promise.all(parties.map(({ done }) => done))
  for (const { ok, log } of outcomes) expect(ok, log).toBe(true)
  return outcomes.map(({ log }) => log)
}
