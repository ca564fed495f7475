import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#domain/id.ts'
import { costOf, type Prices } from '#domain/rating.ts'
import {
  type LineKeys,
  type Outcome,
  type PlannedCall,
  type PlannedLimit,
  walkThrough,
} from '../support/charge-oracle.ts'
import { buildPayers, nextCallId, outgoing, type Payer, perMinute } from '../support/charges.ts'
import { createTestInstallation, engines, type TestInstallation } from '../support/installation.ts'

const zone = 'Europe/Zurich'
const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })

/** Around noon, a midnight, the end of a month in winter and summer, and the days on which the clocks are changed. */
const beginnings = [
  Date.UTC(2026, 4, 5, 10),
  Date.UTC(2026, 4, 5, 21, 59, 45),
  Date.UTC(2026, 0, 31, 22, 59, 45),
  Date.UTC(2026, 5, 30, 21, 59, 45),
  Date.UTC(2026, 2, 28, 22, 59, 45),
  Date.UTC(2026, 2, 29, 21, 59, 45),
  Date.UTC(2026, 9, 24, 21, 59, 45),
  Date.UTC(2026, 9, 25, 22, 59, 45),
]

const prices = fc.record<Prices>({
  connectionFee: fc.constantFrom(0, 0, 20_000),
  pricePerMinute: fc.constantFrom(60_000, 300_000, 300_000, 600_000, 600_000, 1_200_000, 1_200_000, 0),
  firstIncrement: fc.constantFrom(1, 5, 10, 30),
  nextIncrement: fc.constantFrom(1, 3, 6, 10, 0),
})
const call = fc.record<PlannedCall>({
  line: fc.constantFrom(0, 0, 1, 1, 2, 3),
  prices,
  startAt: fc.constantFrom(0, 0, 1, 2, 5, 9, 14, 21),
  rings: fc.constantFrom(0, 0, 1, 4, 7),
  talks: fc.constantFrom(1, 6, 15, 30, 40),
})
const amount = fc.constantFrom(null, null, 0, 25_000, 75_000, 110_000, 200_000, 200_000, 330_000, 410_000, 600_000)
const limit = fc.record({ scope: fc.constantFrom(0, 1, 2, 4, 4, 5, 7, 7, 7), month: amount, day: amount })
const cases = fc.record({
  begins: fc.constantFrom(...beginnings),
  calls: fc.array(call, { minLength: 2, maxLength: 6, size: 'max' }),
  limits: fc.uniqueArray(limit, { minLength: 1, maxLength: 4, size: 'max', selector: ({ scope }) => scope }),
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

describe.each(engines)('TopStop in generated cases on %s', (engine) => {
  let installation: TestInstallation
  /** The end that the switch knows of each call, by its own clock. */
  const caps = new Map<string, number>()
  /** Of a call that rings: seconds after its answer. */
  const fromAnswer = new Map<string, number>()
  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    const { sipSwitch, clock } = installation
    const limitCall = sipSwitch.limitCall
    sipSwitch.limitCall = async (id, seconds) => {
      const call = (await sipSwitch.calls()).find((one) => one.id === id)
      if (call?.answeredAt === null) fromAnswer.set(id, seconds)
      else caps.set(id, clock.now + seconds * 1000)
      return limitCall(id, seconds)
    }
  })
  afterAll(() => installation.close())

  /** Four lines: two of one account, and one of each of two others. */
  async function build({ calls, limits }: Case) {
    const { db } = installation.database
    const payers = await buildPayers(installation, [2, 1, 1])
    const keys = payers.map(
      (payer): LineKeys => [`line:${payer.lineId}`, `account:${payer.accountId}`, `vpbx:${payer.vpbxId}`],
    )
    const scopes = [
      ...new Set([
        ...keys.map(([line]) => line),
        ...keys.map(([, account]) => account),
        ...keys.map(([, , vpbx]) => vpbx),
      ]),
    ]
    const vpbxId = payers[0]?.vpbxId ?? ''
    const planned = limits.map((one): PlannedLimit => ({ ...one, scope: scopes[one.scope % scopes.length] ?? '' }))
    const standing = { vpbx_id: vpbxId, threshold: 90, email: '', set_by: 'provider' as const }
    const told = { threshold_told: null, month_told: null, day_told: null }
    for (const { scope, month, day } of planned) {
      const row = { scope_key: scope, month_limit: month, day_limit: day, ...standing, ...told }
      await db.insertInto('charge_limit').values(row).execute()
    }
    const tariffId = newId()
    await db.insertInto('tariff').values({ id: tariffId, created_at: 0, name: tariffId, currency: 'CHF' }).execute()
    await db.updateTable('vpbx').set({ tariff_id: tariffId }).where('id', '=', vpbxId).execute()
    for (const [index, one] of calls.entries()) {
      const { connectionFee, pricePerMinute, firstIncrement, nextIncrement } = one.prices
      const row = {
        ...{ id: newId(), created_at: 0, tariff_id: tariffId, prefix: `4121555010${index}`, class: perMinute.class },
        ...{ destination: 'there', valid_from: 0, valid_until: null, connection_fee: connectionFee },
        ...{ price_per_minute: pricePerMinute, first_increment: firstIncrement, next_increment: nextIncrement },
      }
      await db.insertInto('rate').values(row).execute()
    }
    return { payers, keys, planned, vpbxId }
  }

  /** Lets the case happen, up to `until` seconds. */
  async function play({ begins, calls }: Case, payers: readonly Payer[], until: number) {
    const { services, sipSwitch, clock } = installation
    const ids = calls.map(nextCallId)
    const admitted = new Set<number>()
    const longest = new Map<number, number>()
    const number = (index: number) => `+4121555010${index}`
    const answer = async (index: number): Promise<void> => {
      const id = ids[index] ?? ''
      const cap = fromAnswer.get(id) ?? longest.get(index)
      if (cap !== undefined) caps.set(id, clock.now + cap * 1000)
      sipSwitch.answerCall(id, clock.now)
      await services.callsIdle()
    }
    for (let second = 0; second <= until; second += 1) {
      clock.now = begins + second * 1000
      await services.charges.tick()
      await services.callsIdle()
      for (const [index, one] of calls.entries()) {
        if (!admitted.has(index) || one.startAt + one.rings + one.talks !== second) continue
        sipSwitch.finishCall({ id: ids[index] ?? '', endedAt: clock.now, code: 200, reason: 'OK' })
        await services.callsIdle()
      }
      for (const [index, one] of calls.entries())
        if (admitted.has(index) && one.rings > 0 && one.startAt + one.rings === second) await answer(index)
      for (const [index, one] of calls.entries()) {
        const payer = payers[one.line]
        if (one.startAt !== second || !payer) continue
        const callId = ids[index] ?? ''
        const admission = await services.charges.admit({ ...payer, number: number(index), callId, at: clock.now })
        if (!admission.ok) continue
        admitted.add(index)
        if (admission.longest !== null) longest.set(index, admission.longest)
        sipSwitch.startCall(outgoing(payer, callId, clock.now, number(index)))
        await services.callsIdle()
        if (one.rings === 0) await answer(index)
      }
    }
    return { ids, admitted, longest }
  }

  async function outcomesOf(
    { begins }: Case,
    ids: readonly string[],
    admitted: ReadonlySet<number>,
  ): Promise<Outcome[]> {
    const rows = await installation.database.db.selectFrom('call').selectAll().where('id', 'in', ids).execute()
    return ids.map((id, index) => {
      const row = rows.find((one) => one.id === id)
      const cutAt = row?.end_reason === 'limit' ? (Number(row.ended_at) - begins) / 1000 : null
      return { admitted: admitted.has(index), cost: row?.cost ?? 0, cutAt }
    })
  }

  const lastSecond = ({ calls }: Case) => Math.max(...calls.map(({ startAt, rings, talks }) => startAt + rings + talks))
  const dayAt =
    ({ begins }: Case) =>
    (second: number) =>
      format.format(begins + second * 1000)

  test('admits, charges and cuts every call as the oracle does, and the days sum up to the calls', async () => {
    const seen = { cut: 0, refused: 0 }
    const numRuns = engine === 'sqlite' ? 200 : 40
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const { payers, keys, planned, vpbxId } = await build(one)
        const { ids, admitted } = await play(one, payers, lastSecond(one))
        const found = await outcomesOf(one, ids, admitted)
        expect(found).toEqual(walkThrough(one.calls, keys, planned, dayAt(one)))
        const { db } = installation.database
        const days = await db.selectFrom('charge_day').selectAll().where('vpbx_id', '=', vpbxId).execute()
        const total = found.reduce((sum, { cost }) => sum + cost, 0)
        for (const kind of ['vpbx:', 'account:', 'line:']) {
          const own = days.filter(({ scope_key }) => scope_key.startsWith(kind))
          expect(own.reduce((sum, { amount: charged }) => sum + charged, 0)).toBe(total)
        }
        for (const { scope, day } of planned) {
          if (day === null) continue
          for (const row of days) if (row.scope_key === scope) expect(row.amount).toBeLessThanOrEqual(day)
        }
        seen.cut += found.filter(({ cutAt }) => cutAt !== null).length
        seen.refused += found.filter((outcome) => !outcome.admitted).length
      }),
      { numRuns },
    )
    expect(installation.failures).toEqual([])
    // The cases are worth something.
    expect(seen.cut).toBeGreaterThan(numRuns / 10)
    expect(seen.refused).toBeGreaterThan(numRuns / 10)
  }, 300_000)

  test('without Raccord the switch ends the calls by itself before anything passes a limit by more than an increment of each', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 0, max: 20 }), async (one, deathAt) => {
        // Nobody hangs up: the worst that can be.
        const endless = {
          ...one,
          begins: Date.UTC(2026, 4, 5, 10),
          calls: one.calls.map((planned) => ({ ...planned, talks: 100_000 })),
        }
        const { payers, planned } = await build(endless)
        const { ids, admitted, longest } = await play(endless, payers, deathAt)
        const spent = new Map<string, { sum: number; slack: number }>()
        for (const [index, plannedCall] of endless.calls.entries()) {
          const payer = payers[plannedCall.line]
          const id = ids[index] ?? ''
          if (!admitted.has(index) || !payer) continue
          const answeredAt = endless.begins + (plannedCall.startAt + plannedCall.rings) * 1000
          const row = await installation.database.db
            .selectFrom('call')
            .selectAll()
            .where('id', '=', id)
            .executeTakeFirst()
          const first = fromAnswer.get(id) ?? longest.get(index)
          const cap = caps.get(id) ?? (first === undefined ? Number.POSITIVE_INFINITY : answeredAt + first * 1000)
          const end = Math.min(row?.ended_at ?? Number.POSITIVE_INFINITY, cap, answeredAt + 86_400_000)
          const { nextIncrement, firstIncrement } = plannedCall.prices
          const step = (plannedCall.prices.pricePerMinute * Math.max(nextIncrement, firstIncrement)) / 60
          for (const scope of [`line:${payer.lineId}`, `account:${payer.accountId}`, `vpbx:${payer.vpbxId}`]) {
            const known = spent.get(scope) ?? { sum: 0, slack: 0 }
            const sum = known.sum + costOf(plannedCall.prices, end - answeredAt)
            spent.set(scope, { sum, slack: known.slack + step + plannedCall.prices.connectionFee })
          }
        }
        for (const { scope, month } of planned) {
          const { sum, slack } = spent.get(scope) ?? { sum: 0, slack: 0 }
          if (month !== null) expect(sum).toBeLessThanOrEqual(month + slack)
        }
        for (const id of ids)
          installation.sipSwitch.finishCall({ id, endedAt: installation.clock.now, code: 200, reason: 'OK' })
        await installation.services.callsIdle()
      }),
      { numRuns: engine === 'sqlite' ? 100 : 20 },
    )
    expect(installation.failures).toEqual([])
  }, 300_000)
})
