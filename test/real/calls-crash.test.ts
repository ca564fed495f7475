import { availableParallelism, loadavg } from 'node:os'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Row } from '#db/schema.ts'
import { type Conversation, converse } from '../support/sip/conversation.ts'
import { type EchoTrunk, startEchoTrunk } from '../support/sip/echo-trunk.ts'
import { openPhone, type Phone } from '../support/sip/phone.ts'
import { until } from '../support/sip/switch.ts'
import { startTelephony, type Telephony } from '../support/telephony.ts'

/** 50 calls that cost something, with sound, and the power goes: of Raccord, of Kamailio, of rtpengine. What the telephones heard is the truth. */

const trunkPlace = { host: '127.0.0.41', port: 27680, mediaPort: 27690 }
const number = '0791234567'
/** 0.30 at the answer and 0.06 a minute, by the second: in micro-units. */
const [fee, perSecond] = [300_000, 1000]
const phoneCount = 5
const callsEach = 10
/** Milliseconds that a record's end may lie before the true one. */
const late = 2000
/** What the telephones' own clock (this process, 100 ms between packets) may be wrong by. */
const blur = 250

let office: Telephony
let trunk: EchoTrunk
let phones: Phone[] = []
let talks: Conversation[] = []

beforeAll(async () => {
  office = await startTelephony({
    ...{ base: 27670, rtpPorts: '41500-41999', extensionCount: phoneCount },
    trunk: { host: trunkPlace.host, port: trunkPlace.port },
    rates: [{ prefix: '41', class: 'mobile', connectionFee: '0.3', pricePerMinute: '0.06', increments: [1, 1] }],
  })
  trunk = startEchoTrunk(trunkPlace)
  const target = { host: '127.0.0.1', port: office.raccord.ports.sip }
  phones = await Promise.all(
    office.phones.map(({ account }, index) => openPhone({ account, target, port: 27681 + index, domain: 'localhost' })),
  )
}, 90_000)
afterEach(async () => {
  for (const one of talks.splice(0)) one.close()
})
afterAll(async () => {
  for (const phone of phones) phone.close()
  await trunk?.end()
  await office?.remove()
})

test('a killed Raccord finds its calls running; what ended meanwhile is closed at its true end', async () => {
  await everybodyTalks()
  const [leaving, staying] = [talks.slice(0, 20), talks.slice(20)]
  await office.raccord.kill()
  const hungUpAt = new Map<string, number>()
  for (const one of leaving) hungUpAt.set(one.sipCallId, await one.hangUp())
  const restartedAt = Date.now()
  await office.raccord.start()
  await newCallWorks(restartedAt)
  await until('those that ended are closed', () => leaving.every((one) => record(one).ended_at !== null), 5000)
  for (const one of leaving) {
    const end = record(one).ended_at ?? 0
    const hungUp = hungUpAt.get(one.sipCallId) ?? 0
    expect(end).toBeLessThanOrEqual(hungUp)
    expect(hungUp - end).toBeLessThan(late)
    expect(record(one).end_reason).toBe('hungUp')
  }
  // They talk on, and are charged on.
  const now = Date.now()
  await until('those that stay are heard', () => staying.every((one) => one.lastHeardAt() > now))
  await until('and charged', () => staying.every((one) => (record(one).charged_until ?? 0) > now))
  expect(staying.map((one) => record(one).ended_at)).toEqual(staying.map(() => null))
  await Promise.all(staying.map((one) => one.hangUp()))
  await moneyIsRight()
})

test('a killed Kamailio is back within 5 seconds: the sound of its calls is ended and the records with it', async () => {
  await everybodyTalks()
  const killedAt = Date.now()
  office.raccord.switch.kill()
  await newCallWorks(killedAt)
  await until('all is silent', silent)
  await until('all records are closed', () => talks.every((one) => record(one).ended_at !== null))
  for (const one of talks) expectClosedAt(record(one), one.lastHeardAt())
  expect(new Set(talks.map((one) => record(one).end_reason))).toEqual(new Set(['lost']))
  await moneyIsRight()
})

test('a killed rtpengine is back within 5 seconds, and calls without sound are over when their sound was', async () => {
  await everybodyTalks()
  const killedAt = Date.now()
  office.raccord.media.kill()
  const byes = () => phones.reduce((sum, phone) => sum + phone.count('BYE'), 0)
  const before = byes()
  await newCallWorks(killedAt)
  await until('the telephones are told', () => byes() - before >= talks.length)
  await until('all records are closed', () => talks.every((one) => record(one).ended_at !== null))
  for (const one of talks) expectClosedAt(record(one), one.lastHeardAt())
  await moneyIsRight()
})

test('when Raccord and Kamailio are killed the sound goes on until the start, which ends it', async () => {
  await everybodyTalks()
  await office.raccord.kill()
  office.raccord.switch.kill()
  const killedAt = Date.now()
  await until('the sound goes on', () => talks.every((one) => one.lastHeardAt() > killedAt + 1500))
  const restartedAt = Date.now()
  await office.raccord.start()
  await newCallWorks(restartedAt)
  await until('all is silent', silent)
  await until('all records are closed', () => talks.every((one) => record(one).ended_at !== null))
  for (const one of talks) expectClosedAt(record(one), one.lastHeardAt())
  await moneyIsRight()
})

/** 50 calls, each heard and each charged. */
async function everybodyTalks(): Promise<void> {
  const all = phones.map(async (phone) => {
    const own: Conversation[] = []
    for (let count = 0; count < callsEach; count++) own.push(await converse(phone, number))
    return own
  })
  talks = (await Promise.all(all)).flat()
  await until('everybody is heard', () => talks.every((one) => one.lastHeardAt() > one.answeredAt))
  await until('everybody is charged', () => talks.every((one) => (record(one).charged_until ?? 0) > one.answeredAt))
  for (const one of talks) expect(Math.abs((record(one).answered_at ?? 0) - one.answeredAt)).toBeLessThan(1000)
}

function record({ sipCallId }: Conversation): Row<'call'> {
  const found = office.calls().find(({ sip_call_id }) => sip_call_id === sipCallId)
  if (!found) throw new Error(`no record of ${sipCallId}`)
  return found
}

const silent = () => talks.every((one) => Date.now() - one.lastHeardAt() > 1000)

/** A little before its true end, never after it. */
function expectClosedAt({ ended_at }: Row<'call'>, trueEnd: number): void {
  expect((ended_at ?? 0) - trueEnd).toBeLessThanOrEqual(blur)
  expect(trueEnd - (ended_at ?? 0)).toBeLessThanOrEqual(late + blur)
}

/** Somebody calls and is heard within 5 seconds of `since`. */
async function newCallWorks(since: number): Promise<void> {
  const [phone] = phones
  if (!phone) throw new Error('no telephone')
  // A telephone of this kind sends nothing twice: what was lost is tried anew.
  const attempt = async (signal: AbortSignal) => {
    const one = await converse(phone, number)
    const heard = async () => one.lastHeardAt() > 0 || signal.aborted
    await until('the new call is heard', heard, 2000)
    await one.hangUp()
    one.close()
    return !signal.aborted
  }
  const works = () => {
    const signal = AbortSignal.timeout(1000)
    const aborted = new Promise<boolean>((resolve) => signal.addEventListener('abort', () => resolve(false)))
    return Promise.race([attempt(signal).catch(() => false), aborted])
  }
  await until('a new call works', works, Math.max(0, since + quietly(5000) - Date.now()))
}

/** A time (ms) that holds on a machine that does nothing else, made longer by what else this one does. */
function quietly(ms: number): number {
  return ms * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
}

/** Each call costs what the tariff says of its record, and days hold the sum of the calls, at every level. */
async function moneyIsRight(): Promise<void> {
  const closed = () => office.calls().every(({ ended_at }) => ended_at !== null)
  await until('all records are closed', closed)
  const records = office.calls()
  const costs = new Map<string, number>()
  for (const { answered_at, ended_at, cost, vpbx_id, payer_account_id, payer_line_id } of records) {
    const seconds = Math.ceil(((ended_at ?? 0) - (answered_at ?? 0)) / 1000)
    expect(cost).toBe(answered_at === null || seconds === 0 ? 0 : fee + seconds * perSecond)
    for (const key of [`vpbx:${vpbx_id}`, `account:${payer_account_id}`, `line:${payer_line_id}`])
      costs.set(key, (costs.get(key) ?? 0) + cost)
  }
  expect(new Map(office.charged())).toEqual(costs)
}
