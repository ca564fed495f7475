import { newId } from '#domain/id.ts'
import type { RateTerms } from '#domain/rating.ts'
import type { RunningCall } from '#switch/port.ts'
import type { TestInstallation } from './installation.ts'

/** 0.12 a minute by the minute. */
export const perMinute: RateTerms = {
  prefix: '41',
  destination: 'Switzerland',
  class: 'national',
  connectionFee: 0,
  pricePerMinute: 120_000,
  firstIncrement: 60,
  nextIncrement: 60,
}

/** The default tariff, in CHF, with these rates for all time. */
export async function buildTariff({ database, clock }: TestInstallation, rates: RateTerms[]): Promise<string> {
  const id = newId()
  const { db } = database
  await db
    .insertInto('tariff')
    .values({ id, created_at: clock.now, name: `tariff ${id}`, currency: 'CHF' })
    .execute()
  await setRates(database.db, id, rates)
  await db.updateTable('provider').set({ default_tariff_id: id }).execute()
  return id
}

async function setRates(db: TestInstallation['database']['db'], tariffId: string, rates: RateTerms[]): Promise<void> {
  const rows = rates.map((rate) => ({
    ...{ id: newId(), created_at: 0, tariff_id: tariffId, prefix: rate.prefix, destination: rate.destination },
    ...{ class: rate.class, valid_from: 0, valid_until: null, connection_fee: rate.connectionFee },
    ...{
      price_per_minute: rate.pricePerMinute,
      first_increment: rate.firstIncrement,
      next_increment: rate.nextIncrement,
    },
  }))
  await db.insertInto('rate').values(rows).execute()
}

/** Who pays, as the switch and the authoriser name it. */
export interface Payer {
  vpbxId: string
  accountId: string
  lineId: string
  extensionId: string
}

/** A vPBX of extensions, each with so many lines; rows alone, nothing at the switch. */
export async function buildPayers({ database }: TestInstallation, lines: readonly number[]): Promise<Payer[]> {
  const { db } = database
  const vpbxId = newId()
  const own = { created_at: 0, vpbx_id: vpbxId }
  const vpbx = { id: vpbxId, created_at: 0, name: `vPBX ${vpbxId}`, language: 'fr' as const, country: 'CH' }
  await db
    .insertInto('vpbx')
    .values({ ...vpbx, time_zone: 'Europe/Zurich' })
    .execute()
  const payers: Payer[] = []
  for (const [index, count] of lines.entries()) {
    const [accountId, extensionId, number] = [newId(), newId(), String(20 + index)]
    const secret = { digest_name: accountId, secret_sealed: '', ha1: '', credentials_changed_at: 0 }
    await db
      .insertInto('account')
      .values({ ...own, id: accountId, ...secret })
      .execute()
    const extension = { ...own, id: extensionId, account_id: accountId, number, display_name: `Extension ${number}` }
    await db.insertInto('extension').values(extension).execute()
    for (let line = 0; line < count; line += 1) {
      const lineId = newId()
      const values = {
        ...own,
        id: lineId,
        extension_id: extensionId,
        kind: 'internal' as const,
        number: `${number}${line}`,
      }
      await db
        .insertInto('line')
        .values({ ...values, dial_key: lineId })
        .execute()
      payers.push({ vpbxId, accountId, lineId, extensionId })
    }
  }
  return payers
}

let lastCall = 0
export const nextCallId = () => `call-${++lastCall}`

/** A call to the public network as the switch tells of it when it begins to ring. */
export function outgoing(payer: Payer, id: string, startedAt: number, number = '+41215550101'): RunningCall {
  return {
    ...{ id, sipCallId: `${id}@192.0.2.10`, kind: 'outgoing', vpbxId: payer.vpbxId, startedAt, answeredAt: null },
    caller: { lineId: payer.lineId, number: '21', name: 'Réception' },
    dialled: number,
    callee: { lineId: null, number },
    ...{ payerLineId: payer.lineId, trunkId: null },
  }
}

/** Asks for a call, and lets it ring when it may. */
export async function callOut(installation: TestInstallation, payer: Payer, number = '+41215550101') {
  const { services, sipSwitch, clock } = installation
  const callId = nextCallId()
  const admission = await services.charges.admit({ ...payer, number, callId, at: clock.now })
  if (admission.ok) sipSwitch.startCall(outgoing(payer, callId, clock.now, number))
  await services.callsIdle()
  return { id: callId, admission }
}

/** The same, answered at once. */
export async function talk(installation: TestInstallation, payer: Payer, number?: string): Promise<string> {
  const { id, admission } = await callOut(installation, payer, number)
  if (!admission.ok) throw new Error(`refused: ${admission.refusal}`)
  installation.sipSwitch.answerCall(id, installation.clock.now)
  await installation.services.callsIdle()
  return id
}

/** Time passes, second by second, with the look of each second. */
export async function pass({ clock, services }: TestInstallation, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.now += 1000
    await services.charges.tick()
    await services.callsIdle()
  }
}

export async function hangUp({ sipSwitch, clock, services }: TestInstallation, id: string): Promise<void> {
  sipSwitch.finishCall({ id, endedAt: clock.now, code: 200, reason: 'OK' })
  await services.callsIdle()
}

export async function recordOf({ database }: TestInstallation, id: string) {
  return database.db.selectFrom('call').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
