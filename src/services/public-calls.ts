import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Refusal } from '#domain/call.ts'
import type { Clock } from '#domain/clock.ts'
import { isE164, numberPrefixes, type PublicNumber, readDialled } from '#domain/dialling.ts'
import { isEmergencyNumber } from '#domain/emergency-numbers.ts'
import type { TariffClass } from '#domain/tariff-class.ts'
import type { PublicCallAnswer, PublicCallRequest } from '#switch/port.ts'
import type { ChargeGate } from './charge-types.ts'
import { barredClasses } from './right-values.ts'
import { publicNumbersOf, shownNumberOf } from './shown-number.ts'

export interface PublicCallParts {
  db: Db
  clock: Clock
  charges: ChargeGate
  failed(error: unknown): void
}

/** Decides about each call to the public network, for the switch, which waits for the word (M24, M25). */
export function createPublicCallService({ db, clock, charges, failed }: PublicCallParts) {
  /** Never rejects: whatever goes wrong here is a refusal. */
  async function decide(request: PublicCallRequest): Promise<PublicCallAnswer> {
    try {
      return await decided(request)
    } catch (error) {
      failed(error)
      return refused('notReady')
    }
  }

  /** In this order: who pays, the number, blocks, the rate, barring, the way, the money. What is reserved is reserved last. */
  async function decided(request: PublicCallRequest): Promise<PublicCallAnswer> {
    const payer = await readPayer(db, request.payerLineId)
    if (payer === undefined || payer.vpbx_id !== request.vpbxId || isClosed(payer)) return refused('blocked')
    const number = readNumber(request, payer.country)
    if (number === null) return refused('unknownNumber')
    const rate = await charges.rateOf(payer.vpbx_id, number.e164)
    if (rate === null || !names(rate.prefix, number, payer.country)) return refused('noRate')
    if (barredFor(payer).has(rate.class)) return refused('barred')
    const trunkIds = await trunkOrder(db)
    // What is hosted here is delivered here.
    if (trunkIds.length === 0 && !(await isHosted(db, number.e164))) return refused('noTrunk')
    const shown = await shownTo(db, request, payer)
    const { vpbx_id: vpbxId, account_id: accountId, id: lineId } = payer
    const admission = await charges.admit({
      ...{ vpbxId, accountId, lineId },
      number: number.e164,
      callId: request.callId,
      at: clock(),
    })
    if (!admission.ok) return refused(admission.refusal)
    return { allowed: true, number: number.e164, trunkIds, ...shown, longest: admission.longest }
  }

  return { decide }
}

function refused(refusal: Refusal): PublicCallAnswer {
  return { allowed: false, refusal }
}

type Payer = NonNullable<Awaited<ReturnType<typeof readPayer>>>

/** The line that pays, with what its account and its vPBX say. */
async function readPayer(db: Db, lineId: string) {
  return db
    .selectFrom('line')
    .innerJoin('extension', 'extension.id', 'line.extension_id')
    .innerJoin('account', 'account.id', 'extension.account_id')
    .innerJoin('vpbx', 'vpbx.id', 'line.vpbx_id')
    .selectAll('line')
    .select(['extension.account_id', 'account.blocked_by as account_blocked_by', 'account.barred as account_barred'])
    .select(['vpbx.country', 'vpbx.main_number', 'vpbx.blocked_by as vpbx_blocked_by', 'vpbx.barred as vpbx_barred'])
    .where('line.id', '=', lineId)
    .executeTakeFirst()
}

function isClosed(payer: Payer): boolean {
  return [payer.blocked_by, payer.account_blocked_by, payer.vpbx_blocked_by].some((by) => by !== null)
}

function barredFor(payer: Payer): Set<TariffClass> {
  return new Set([payer.barred, payer.account_barred, payer.vpbx_barred].flatMap(barredClasses))
}

/** Nobody is put through to the emergency services by a forward: they would not know who needs them, nor where. */
function readNumber({ dialled, why }: PublicCallRequest, country: string): PublicNumber | null {
  const number = readDialled(dialled, country)
  if (number === null || why === 'call' || !number.isShort) return number
  const short = number.e164.slice(1 + numberPrefixes(country).callingCode.length)
  return isEmergencyNumber(country, short) ? null : number
}

/**
 * A short number looks like the beginning of a national one and costs something else: its rate must name it, all but its last two digits, and two of its
 * own in any case.
 */
function names(prefix: string, { e164, isShort }: PublicNumber, country: string): boolean {
  if (!isShort) return true
  const calling = numberPrefixes(country).callingCode.length
  return prefix.length >= Math.max(calling + 2, e164.length - 3)
}

async function trunkOrder(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('trunk').select('id').where('enabled', '=', 1).orderBy('position').execute()
  return rows.map(({ id }) => id)
}

async function isHosted(db: Db, e164: string): Promise<boolean> {
  return (await db.selectFrom('line').select('id').where('dial_key', '=', e164).executeTakeFirst()) !== undefined
}

interface Shown {
  shownNumber: string
  withheld: boolean
}

/**
 * Whose number the one who is called sees. Of a call of one's own: the line's by its rule. Of a call that is passed on, the one who called remains the
 * caller: a colleague with his own line's number by the same rule, somebody of the public network with his number as it came. Where that one hid himself, or
 * came with a number that is none or is one of ours, the number of the line that passes the call on stands in, hidden when he hid himself.
 */
async function shownTo(db: Db, request: PublicCallRequest, payer: Payer): Promise<Shown> {
  const { caller, why } = request
  const own = async (line: Shower): Promise<string> => ruledNumber(db, line, payer.main_number)
  if (why === 'call') return { shownNumber: await own(payer), withheld: request.withheld || payer.withheld === 1 }
  const colleague = caller.lineId === null ? undefined : await readLine(db, caller.lineId, payer.vpbx_id)
  if (colleague) return { shownNumber: await own(colleague), withheld: request.withheld || colleague.withheld === 1 }
  const isShowable = !request.withheld && isE164(caller.number)
  // A customer of another vPBX here is somebody of the public network, with a number that is one of ours.
  if (isShowable && (caller.lineId !== null || !(await isHosted(db, caller.number))))
    return { shownNumber: caller.number, withheld: false }
  return { shownNumber: await own(payer), withheld: request.withheld }
}

type Shower = Pick<Row<'line'>, 'kind' | 'number' | 'extension_id' | 'shown_number' | 'vpbx_id'>

async function readLine(db: Db, id: string, vpbxId: string): Promise<Row<'line'> | undefined> {
  return db.selectFrom('line').selectAll().where('id', '=', id).where('vpbx_id', '=', vpbxId).executeTakeFirst()
}

/** Looks at the few public lines that the rule may come to. */
async function ruledNumber(db: Db, line: Shower, mainNumber: string | null): Promise<string> {
  const wanted = [line.shown_number, mainNumber].filter((number) => number !== null)
  const candidates = await db
    .selectFrom('line')
    .select(['number', 'extension_id'])
    .where('vpbx_id', '=', line.vpbx_id)
    .where('kind', '=', 'public')
    .where((e) =>
      e.or([e('extension_id', '=', line.extension_id), ...wanted.map((number) => e('number', '=', number))]),
    )
    .orderBy('created_at')
    .orderBy('number')
    .execute()
  return shownNumberOf(line, mainNumber, publicNumbersOf(candidates))
}
