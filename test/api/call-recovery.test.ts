import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createServices } from '#services/index.ts'
import {
  buildPayers,
  buildTariff,
  callOut,
  nextCallId,
  outgoing,
  type Payer,
  pass,
  perMinute,
  recordOf,
  talk,
} from '../support/charges.ts'
import { createTestInstallation, engines, type TestInstallation } from '../support/installation.ts'

const bySecond = { ...perMinute, prefix: '4179', firstIncrement: 1, nextIncrement: 1 }
const mobile = '+41795550101'

describe.each(engines)('after a crash on %s', (engine) => {
  let installation: TestInstallation
  let payer: Payer
  beforeEach(async () => {
    installation = await createTestInstallation(engine)
    await buildTariff(installation, [perMinute, bySecond])
    const [one] = await buildPayers(installation, [1])
    if (!one) throw new Error('nobody pays')
    payer = one
  })
  afterEach(async () => {
    await sumsAgree()
    expect(installation.failures).toEqual([])
    await installation.close()
  })

  /** Nothing was charged twice, and nothing forgotten. */
  async function sumsAgree(): Promise<void> {
    const { db } = installation.database
    const calls = await db.selectFrom('call').select('cost').execute()
    const days = await db.selectFrom('charge_day').select(['scope_key', 'amount']).execute()
    const total = calls.reduce((sum, { cost }) => sum + cost, 0)
    for (const kind of ['vpbx:', 'line:', 'account:']) {
      const own = days.filter(({ scope_key }) => scope_key.startsWith(kind))
      expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
    }
  }

  test('a call that the switch lost without a word is charged up to where it was last known to be, not to when it was missed', async () => {
    const [heard, silent] = [await talk(installation, payer, mobile), await talk(installation, payer, mobile)]
    await pass(installation, 10)
    await installation.services.callWatch.recover()
    const [known, media] = [installation.clock.now, installation.clock.now + 3000]
    installation.sipSwitch.forgetCalls(new Map([[`${heard}@192.0.2.10`, media]]))
    await pass(installation, 50)
    await installation.services.callWatch.recover()
    const lost = { end_reason: 'lost' }
    expect(await recordOf(installation, heard)).toMatchObject({ ...lost, ended_at: media, cost: 26_000 })
    expect(await recordOf(installation, silent)).toMatchObject({ ...lost, ended_at: known, cost: 20_000 })
  })

  /** Raccord dies: what the switch tells from now on nobody hears, and nothing that was in memory is left. Returns how it comes back. */
  async function killRaccord(): Promise<() => Promise<void>> {
    const { services, sipSwitch, database, clock, failures } = installation
    await services.callsIdle()
    const { heard } = services.callWatch
    services.callWatch.heard = async () => undefined
    void heard
    return async () => {
      const fresh = createServices({
        ...{ database, sipSwitch, clock: () => clock.now, translate: (_: string, key: string) => key },
        settings: {
          host: 'pbx.example.ch',
          provisioningPort: 8448,
          sipPort: 5060,
          sipsPort: 5061,
          realm: 'r',
          caCertificate: () => null,
        },
        sealer: { seal: (plain) => plain, open: (sealed) => sealed },
        failed: (error) => void failures.push(error),
      })
      await services.accessWriter.close()
      installation.services = fresh
      sipSwitch.onEvent((event) => void fresh.callWatch.heard(event).catch((error: unknown) => failures.push(error)))
      await fresh.callWatch.recover()
    }
  }

  test('a call that ended while Raccord was dead is closed at its true end, with its true cost', async () => {
    const id = await talk(installation, payer, mobile)
    await pass(installation, 10)
    const restart = await killRaccord()
    installation.clock.now += 25_000
    installation.sipSwitch.finishCall({ id, endedAt: installation.clock.now, code: 200, reason: 'OK' })
    installation.clock.now += 60_000
    await restart()
    const record = await recordOf(installation, id)
    expect(record).toMatchObject({ cost: 35 * 2000, end_reason: 'hungUp' })
    expect(await installation.sipSwitch.endedCalls()).toEqual([])
    await installation.services.callWatch.recover()
    expect(await recordOf(installation, id)).toEqual(record)
  })

  test('a call that was answered and ended while Raccord was dead is charged from its answer', async () => {
    const { id } = await callOut(installation, payer, mobile)
    const restart = await killRaccord()
    installation.clock.now += 5000
    installation.sipSwitch.answerCall(id, installation.clock.now)
    installation.clock.now += 12_000
    installation.sipSwitch.finishCall({ id, endedAt: installation.clock.now, code: 200, reason: 'OK' })
    await restart()
    expect(await recordOf(installation, id)).toMatchObject({ cost: 12 * 2000, end_reason: 'hungUp' })
  })

  test('a call that goes on is charged for the time in which nobody looked, once, and cut at its limit', async () => {
    await installation.services.chargeLimits.limitLine(installation.provider, payer.lineId, {
      ...{ monthLimit: 100_000, dayLimit: null, threshold: 90, email: '' },
    })
    const id = await talk(installation, payer, mobile)
    await pass(installation, 10)
    const restart = await killRaccord()
    installation.clock.now += 20_000
    await restart()
    expect(await recordOf(installation, id)).toMatchObject({ cost: 30 * 2000, ended_at: null })
    expect(installation.sipSwitch.limits.get(id)).toBe(20)
    await pass(installation, 25)
    expect(await recordOf(installation, id)).toMatchObject({ cost: 50 * 2000, end_reason: 'limit' })
  })

  test('a call that began while Raccord was dead, and runs, has a record and its charges', async () => {
    const restart = await killRaccord()
    const id = nextCallId()
    const { clock, sipSwitch } = installation
    sipSwitch.startCall(outgoing(payer, id, clock.now, mobile))
    sipSwitch.answerCall(id, clock.now)
    clock.now += 7000
    await restart()
    expect(await recordOf(installation, id)).toMatchObject({
      cost: 7 * 2000,
      ended_at: null,
      payer_account_id: payer.accountId,
    })
  })

  test('a call that the switch forgot is closed when its media ended', async () => {
    const id = await talk(installation, payer, mobile)
    await pass(installation, 10)
    const { clock, sipSwitch, services } = installation
    const killedAt = clock.now
    sipSwitch.setUp(false)
    sipSwitch.forgetCalls(new Map([[`${id}@192.0.2.10`, killedAt + 3000]]))
    // While the switch is away nothing is charged for what nobody sees.
    await pass(installation, 20)
    expect(await recordOf(installation, id)).toMatchObject({ cost: 10 * 2000, ended_at: null })
    sipSwitch.setUp(true)
    await services.callsIdle()
    expect(await recordOf(installation, id)).toMatchObject({
      cost: 13 * 2000,
      ended_at: killedAt + 3000,
      end_reason: 'lost',
    })
  })

  test('a call of which nobody knows more is closed at the last proof of life', async () => {
    const id = await talk(installation, payer, mobile)
    const internal = nextCallId()
    const { clock, sipSwitch } = installation
    sipSwitch.startCall({ ...outgoing(payer, internal, clock.now), kind: 'internal', payerLineId: null })
    sipSwitch.answerCall(internal, clock.now)
    await pass(installation, 10)
    const proof = clock.now
    const restart = await killRaccord()
    clock.now += 1500
    sipSwitch.forgetCalls(new Map())
    clock.now += 3_600_000
    await restart()
    expect(await recordOf(installation, id)).toMatchObject({ cost: 10 * 2000, ended_at: proof, end_reason: 'lost' })
    expect(await recordOf(installation, internal)).toMatchObject({ cost: 0, ended_at: proof, end_reason: 'lost' })
    expect((await callOut(installation, payer, mobile)).admission.ok).toBe(true)
  })

  test('nothing is charged between a restart and the agreement with the switch', async () => {
    const id = await talk(installation, payer, mobile)
    await pass(installation, 10)
    const { clock, sipSwitch, services } = installation
    const calls = sipSwitch.calls
    services.callWatch.heard = async () => undefined
    services.charges.agreement.reached = false
    sipSwitch.finishCall({ id, endedAt: clock.now + 1000, code: 200, reason: 'OK' })
    await pass(installation, 30)
    expect(await recordOf(installation, id)).toMatchObject({ cost: 10 * 2000 })
    sipSwitch.calls = async () => {
      throw new Error('the switch does not answer')
    }
    await expect(services.callWatch.recover()).rejects.toThrow('does not answer')
    sipSwitch.calls = calls
    await services.callWatch.recover()
    expect(await recordOf(installation, id)).toMatchObject({ cost: 11 * 2000 })
  })

  test('an end is forgotten at the switch only when it is written down', async () => {
    const id = await talk(installation, payer, mobile)
    const { clock, sipSwitch, services, database } = installation
    await pass(installation, 5)
    const forgotten: string[][] = []
    const forget = sipSwitch.forgetEndedCalls
    sipSwitch.forgetEndedCalls = async (ids) => {
      const row = await database.db.selectFrom('call').select('ended_at').where('id', '=', id).executeTakeFirstOrThrow()
      expect(row.ended_at).toBe(clock.now)
      forgotten.push(ids)
      return forget(ids)
    }
    sipSwitch.finishCall({ id, endedAt: clock.now, code: 200, reason: 'OK' })
    await services.callsIdle()
    expect(forgotten).toEqual([[id]])
  })
})
