import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/actor.ts'
import {
  buildPayers,
  buildTariff,
  callOut,
  hangUp,
  nextCallId,
  outgoing,
  type Payer,
  pass,
  perMinute,
  recordOf,
  talk,
} from '../support/charges.ts'
import { createTestInstallation, engines, type TestInstallation } from '../support/installation.ts'

const noLimit = { monthLimit: null, dayLimit: null, threshold: 90, email: '' }

describe.each(engines)('TopStop on %s', (engine) => {
  let installation: TestInstallation
  let payer: Payer
  let colleague: Payer
  beforeEach(async () => {
    installation = await createTestInstallation(engine)
    const free = { ...perMinute, prefix: '41800', class: 'free' as const, pricePerMinute: 0 }
    await buildTariff(installation, [perMinute, free])
    const payers = await buildPayers(installation, [1, 1])
    const [one, other] = payers
    if (!one || !other) throw new Error('nobody pays')
    payer = one
    colleague = other
  })
  afterEach(async () => {
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  const limits = () => installation.services.chargeLimits
  const limitLine = (values: object, actor: Actor = installation.provider) =>
    limits().limitLine(actor, payer.lineId, { ...noLimit, ...values })
  const administrator = (): Actor => ({ ...installation.provider, role: 'administrator', vpbxId: payer.vpbxId })
  const mails = async () => {
    const rows = await installation.database.db.selectFrom('job').selectAll().orderBy('created_at').execute()
    return rows.map(
      ({ payload }) => JSON.parse(payload) as { template: string; to: string; params: Record<string, string> },
    )
  }
  const at = (iso: string) => {
    installation.clock.now = Date.parse(iso)
  }

  test('an administrator does not pass the limit that the provider sets at the same moment', async () => {
    const { provider } = installation
    for (let round = 0; round < 10; round += 1) {
      await Promise.allSettled([
        limits().limitVpbx(provider, payer.vpbxId, { ...noLimit, monthLimit: 10 }),
        limits().limitVpbx(administrator(), payer.vpbxId, { ...noLimit, monthLimit: 1000 }),
      ])
      expect(await limits().ofVpbx(provider, payer.vpbxId)).toMatchObject({ monthLimit: 10, setBy: 'provider' })
      await installation.database.db.deleteFrom('charge_limit').execute()
    }
  })

  test('a call is charged while it runs, and cut before it would pass the limit', async () => {
    await limitLine({ monthLimit: 300_000 })
    const id = await talk(installation, payer)
    await pass(installation, 30)
    expect(await recordOf(installation, id)).toMatchObject({ cost: 120_000, ended_at: null })
    expect(await limits().ofLine(installation.provider, payer.lineId)).toMatchObject({
      monthUse: 120_000,
      dayUse: 120_000,
      state: 'open',
    })
    await pass(installation, 60)
    expect(await recordOf(installation, id)).toMatchObject({ cost: 240_000, ended_at: null })
    await pass(installation, 40)
    const record = await recordOf(installation, id)
    expect(record).toMatchObject({ cost: 240_000, end_reason: 'limit' })
    expect(Number(record.ended_at) - Number(record.answered_at)).toBe(120_000)
    expect((await callOut(installation, payer)).admission).toEqual({ ok: false, refusal: 'limitReached' })
    expect(await limits().ofLine(installation.provider, payer.lineId)).toMatchObject({
      monthUse: 240_000,
      state: 'reached',
    })
  })

  test('a call that nothing limits has no end, and costs what it lasts', async () => {
    const { id, admission } = await callOut(installation, payer)
    expect(admission).toEqual({ ok: true, longest: null, destinationClass: 'national' })
    installation.sipSwitch.answerCall(id, installation.clock.now)
    await pass(installation, 61)
    await hangUp(installation, id)
    expect(await recordOf(installation, id)).toMatchObject({ cost: 240_000, end_reason: 'hungUp', currency: 'CHF' })
    expect(installation.sipSwitch.limits.size).toBe(0)
  })

  test('a destination without a rate is refused', async () => {
    const { admission } = await callOut(installation, payer, '+33155555555')
    expect(admission).toEqual({ ok: false, refusal: 'noRate' })
  })

  test('a call that costs nothing is neither refused nor cut at the limit, nor are calls that nobody pays', async () => {
    await limitLine({ monthLimit: 0 })
    expect((await callOut(installation, payer)).admission).toEqual({ ok: false, refusal: 'limitReached' })
    const free = await talk(installation, payer, '+41800555555')
    const others = ['internal', 'incoming', 'emergency'] as const
    for (const kind of others) {
      const call = outgoing(payer, `${kind}-${free}`, installation.clock.now)
      installation.sipSwitch.startCall({ ...call, kind, payerLineId: kind === 'emergency' ? payer.lineId : null })
      installation.sipSwitch.answerCall(call.id, installation.clock.now)
    }
    await pass(installation, 200)
    expect(installation.sipSwitch.cut).toEqual([])
    expect(await recordOf(installation, free)).toMatchObject({ cost: 0, ended_at: null })
    expect((await installation.sipSwitch.calls()).length).toBe(4)
  })

  test('of many calls that ask at the same moment only those that fit are let through', async () => {
    await limitLine({ dayLimit: 370_000 })
    const asked = Array.from({ length: 10 }, () =>
      installation.services.charges.admit({
        ...payer,
        number: '+41215550101',
        callId: nextCallId(),
        at: installation.clock.now,
      }),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter(({ ok }) => ok).length).toBe(3)
  })

  test('what was set aside for a call that is given up is free again', async () => {
    await limitLine({ dayLimit: 120_000 })
    const request = { ...payer, number: '+41215550101', callId: nextCallId(), at: installation.clock.now }
    expect((await installation.services.charges.admit(request)).ok).toBe(true)
    expect((await callOut(installation, payer)).admission.ok).toBe(false)
    await installation.services.charges.release(request.callId)
    const { id, admission } = await callOut(installation, payer)
    expect(admission.ok).toBe(true)
    installation.sipSwitch.finishCall({ id, endedAt: installation.clock.now, code: 486, reason: 'Busy Here' })
    await installation.services.callsIdle()
    expect((await recordOf(installation, id)).end_reason).toBe('busy')
    expect((await callOut(installation, payer)).admission.ok).toBe(true)
  })

  test('a call that is forwarded once more does not pay for its first way as well', async () => {
    await limitLine({ dayLimit: 120_000 })
    const request = { ...payer, number: '+41215550101', callId: nextCallId(), at: installation.clock.now }
    expect((await installation.services.charges.admit(request)).ok).toBe(true)
    expect((await installation.services.charges.admit({ ...request, number: '+41215550102' })).ok).toBe(true)
    expect((await callOut(installation, payer)).admission.ok).toBe(false)
  })

  test('what was set aside for a call that never rang is free again after half a minute', async () => {
    await limitLine({ dayLimit: 120_000 })
    const request = { ...payer, number: '+41215550101', callId: nextCallId(), at: installation.clock.now }
    await installation.services.charges.admit(request)
    await pass(installation, 31)
    expect((await callOut(installation, payer)).admission.ok).toBe(true)
  })

  test('calls that share a limit end together, and the switch knows the end', async () => {
    await limits().limitVpbx(installation.provider, payer.vpbxId, { ...noLimit, monthLimit: 600_000 })
    const first = await talk(installation, payer)
    // Alone: five increments.
    expect(installation.sipSwitch.limits.get(first) ?? 300).toBe(300)
    await pass(installation, 30)
    const second = await talk(installation, colleague)
    // 0.24 spent; 0.12 at 60 s, 90 s, 120 s; at 150 s nothing is left for the fifth.
    expect(installation.sipSwitch.limits.get(first)).toBe(120)
    await pass(installation, 119)
    expect(installation.sipSwitch.cut).toEqual([])
    await pass(installation, 1)
    expect(installation.sipSwitch.cut.toSorted()).toEqual([first, second].toSorted())
    expect(await limits().ofVpbx(installation.provider, payer.vpbxId)).toMatchObject({
      monthUse: 600_000,
      state: 'reached',
    })
  })

  test('a raise opens the way at once and gives running calls their time, a cut of the limit ends them', async () => {
    await limitLine({ monthLimit: 120_000 })
    const id = await talk(installation, payer)
    expect((await callOut(installation, payer)).admission.ok).toBe(false)
    await limitLine({ monthLimit: 600_000 })
    await installation.services.callsIdle()
    expect(installation.sipSwitch.limits.get(id)).toBe(300)
    const other = await talk(installation, payer)
    await limitLine({ monthLimit: null })
    await installation.services.callsIdle()
    expect(installation.sipSwitch.limits.get(id)).toBe(7 * 86_400)
    await pass(installation, 10)
    await limitLine({ monthLimit: 200_000 })
    await installation.services.callsIdle()
    expect(installation.sipSwitch.cut.toSorted()).toEqual([id, other].toSorted())
  })

  test('the limit of the day begins anew at midnight of the provider, over a change of the clocks too', async () => {
    for (const [before, day, next] of [
      ['2026-11-24T22:59:30Z', '2026-11-24', '2026-11-25'],
      ['2026-03-28T22:59:30Z', '2026-03-28', '2026-03-29'],
      ['2026-03-29T21:59:30Z', '2026-03-29', '2026-03-30'],
      ['2026-10-24T21:59:30Z', '2026-10-24', '2026-10-25'],
      ['2026-10-25T22:59:30Z', '2026-10-25', '2026-10-26'],
    ] as const) {
      at(before)
      const [fresh] = await buildPayers(installation, [1])
      payer = fresh ?? payer
      await limitLine({ dayLimit: 130_000 })
      const id = await talk(installation, payer)
      expect((await limits().ofLine(installation.provider, payer.lineId)).today).toBe(day)
      await pass(installation, 29)
      expect((await callOut(installation, payer)).admission).toEqual({ ok: false, refusal: 'limitReached' })
      await pass(installation, 32)
      // The second increment is of the new day, and fits into it.
      const view = await limits().ofLine(installation.provider, payer.lineId)
      expect(view).toMatchObject({ today: next, dayUse: 120_000, monthUse: expect.any(Number) })
      expect(view.days.slice(-2)).toEqual([
        { day, amount: 120_000 },
        { day: next, amount: 120_000 },
      ])
      await hangUp(installation, id)
    }
  })

  test('the limit of the month begins anew with the month', async () => {
    at('2026-12-31T22:59:30Z')
    await limitLine({ monthLimit: 130_000 })
    await talk(installation, payer)
    expect((await callOut(installation, payer)).admission.ok).toBe(false)
    await pass(installation, 30)
    expect((await limits().ofLine(installation.provider, payer.lineId)).monthUse).toBe(0)
    expect((await callOut(installation, payer)).admission.ok).toBe(true)
  })

  test('a mail goes out at the threshold and at the limit, once in the period', async () => {
    await limitLine({ monthLimit: 600_000, dayLimit: 480_000, threshold: 40, email: 'boss@example.ch' })
    await talk(installation, payer)
    await pass(installation, 59)
    expect(await mails()).toEqual([])
    await pass(installation, 2)
    expect((await mails()).map(({ template, to }) => [template, to])).toEqual([['chargeThreshold', 'boss@example.ch']])
    await pass(installation, 240)
    expect((await mails()).map(({ template }) => template)).toEqual(['chargeThreshold', 'chargeDay'])
    expect((await mails())[1]?.params).toMatchObject({ use: '0.48 CHF', limit: '0.48 CHF', period: '2026-01-15' })
    // Raised, and reached again: that is another limit.
    await limitLine({ monthLimit: 600_000, threshold: 40, email: 'boss@example.ch' })
    await talk(installation, payer)
    await pass(installation, 70)
    expect((await mails()).map(({ template }) => template)).toEqual(['chargeThreshold', 'chargeDay', 'chargeMonth'])
  })

  test('without an address no mail is written', async () => {
    await limitLine({ monthLimit: 120_000 })
    await talk(installation, payer)
    await pass(installation, 61)
    expect(installation.sipSwitch.cut.length).toBe(1)
    expect(await mails()).toEqual([])
  })

  test('what the provider set an administrator may lower, not raise or remove, and not in two steps', async () => {
    await limitLine({ monthLimit: 5_000_000 })
    const refused = { code: 'chargeLimit.byProvider', fields: { monthLimit: 'chargeLimit.byProvider' } }
    for (const monthLimit of [5_000_001, null])
      await expect(limitLine({ monthLimit }, administrator())).rejects.toMatchObject(refused)
    expect(await limitLine({ monthLimit: 4_000_000 }, administrator())).toMatchObject({
      setBy: 'provider',
      monthLimit: 4_000_000,
    })
    await expect(limitLine({ monthLimit: 4_500_000 }, administrator())).rejects.toMatchObject(refused)
    await limitLine({ monthLimit: null })
    expect(await limitLine({ monthLimit: 9_000_000 }, administrator())).toMatchObject({ setBy: 'administrator' })
    expect(await limitLine({ monthLimit: null }, administrator())).toMatchObject({ setBy: null })
  })

  test('an administrator ends a call of the own vPBX, and it says so', async () => {
    const id = await talk(installation, payer)
    await expect(installation.services.calls.end({ ...administrator(), vpbxId: 'another' }, id)).rejects.toMatchObject({
      code: 'notFound',
    })
    await installation.services.calls.end(administrator(), id)
    await installation.services.callsIdle()
    expect(await recordOf(installation, id)).toMatchObject({ end_reason: 'ended', end_code: 200 })
  })
})
