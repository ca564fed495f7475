import type { Db } from '#db/open.ts'
import type { NewRow, Row } from '#db/schema.ts'
import type { EndReason } from '#domain/call.ts'
import { isE164 } from '#domain/dialling.ts'
import type { EndedCall, RunningCall } from '#switch/port.ts'
import { type ChargeCalendar, chargedCall, chargeUntil } from './charge-ledger.ts'
import type { ChargeService } from './charges.ts'
import { type FoundRate, findRate } from './rates.ts'

export interface RecordParts {
  db: Db
  calendar: ChargeCalendar
  charges: ChargeService
}

export type CallRecords = ReturnType<typeof createCallRecords>

/** Writes call records. Everything here is asked for in turn (turns.ts). */
export function createCallRecords({ db, calendar, charges }: RecordParts) {
  /** A call begins, or turns out to go on to somebody else. */
  async function begin(call: RunningCall): Promise<void> {
    const admitted = charges.rateOfAdmitted(call.id)?.rate
    const row = await rowOf(call, admitted ?? (await rateOfUnknown(call)))
    const { id, created_at, vpbx_id, answered_at, rate, currency, ...rest } = row
    await db
      .insertInto('call')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((e) => ({
            ...rest,
            // The rate as it was when the call began stays, unless the call was admitted anew.
            rate: admitted ? e.ref('excluded.rate') : e.fn.coalesce('call.rate', 'excluded.rate'),
            currency: admitted ? e.ref('excluded.currency') : e.fn.coalesce('call.currency', 'excluded.currency'),
          }))
          .where('call.answered_at', 'is', null),
      )
      .execute()
    if (call.answeredAt !== null)
      await answer(id, { answeredAt: call.answeredAt, calleeLineId: call.callee.lineId, trunkId: call.trunkId })
  }

  /** A call that nobody here admitted, or before a restart: rated by the number it went to. */
  async function rateOfUnknown(call: RunningCall): Promise<FoundRate | null> {
    if (call.payerLineId === null || (call.kind !== 'outgoing' && call.kind !== 'forwarded')) return null
    return findRate(db, call.vpbxId, call.callee.number, call.startedAt)
  }

  async function rowOf(call: RunningCall, rate: FoundRate | null): Promise<NewRow<'call'>> {
    return {
      id: call.id,
      created_at: call.startedAt,
      vpbx_id: call.vpbxId,
      kind: call.kind,
      sip_call_id: call.sipCallId,
      ...(await callerOf(call)),
      dialled: call.dialled,
      callee_line_id: await ownLine(call.callee.lineId, call.vpbxId),
      callee_number: call.callee.number,
      payer_line_id: call.payerLineId,
      payer_account_id: call.payerLineId && (await accountOf(call.payerLineId)),
      trunk_id: call.trunkId,
      answered_at: null,
      rate: rate && JSON.stringify(rate.terms),
      currency: rate?.currency ?? null,
    }
  }

  /**
   * Two vPBXs may meet in one call: of the other one a record says what somebody of the public network would be known by. A number of its plan, or one
   * that its line hides, is not that.
   */
  async function callerOf({ caller, vpbxId }: RunningCall) {
    const line = caller.lineId === null ? undefined : await lineOf(caller.lineId)
    if (line === undefined || line.vpbx_id === vpbxId)
      return { caller_line_id: caller.lineId, caller_number: caller.number, caller_name: caller.name }
    const shown = isE164(caller.number) && line.withheld === 0 ? caller.number : ''
    return { caller_line_id: null, caller_number: shown, caller_name: '' }
  }

  /** Null: a line of another vPBX. */
  async function ownLine(id: string | null, vpbxId: string): Promise<string | null> {
    const line = id === null ? undefined : await lineOf(id)
    return line === undefined || line.vpbx_id === vpbxId ? id : null
  }

  const lineOf = (id: string) =>
    db.selectFrom('line').select(['vpbx_id', 'withheld']).where('id', '=', id).executeTakeFirst()

  async function accountOf(lineId: string): Promise<string | null> {
    const row = await db
      .selectFrom('line')
      .innerJoin('extension', 'extension.id', 'line.extension_id')
      .select('extension.account_id')
      .where('line.id', '=', lineId)
      .executeTakeFirst()
    return row?.account_id ?? null
  }

  async function isOwn(callId: string, lineId: string): Promise<boolean> {
    const call = await db.selectFrom('call').select('vpbx_id').where('id', '=', callId).executeTakeFirst()
    return call !== undefined && (await ownLine(lineId, call.vpbx_id)) !== null
  }

  async function answer(
    id: string,
    { answeredAt, calleeLineId, trunkId }: { answeredAt: number; calleeLineId: string | null; trunkId: string | null },
  ): Promise<void> {
    await db
      .updateTable('call')
      .set({
        answered_at: answeredAt,
        trunk_id: trunkId,
        ...(calleeLineId !== null && (await isOwn(id, calleeLineId)) && { callee_line_id: calleeLineId }),
      })
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute()
    charges.answered(id, answeredAt)
  }

  /**
   * A call is over: its record is closed and charged up to its end, in one transaction; a second time changes nothing. Returns the record as it was,
   * null when there is none that is open.
   */
  async function end(ended: EndedCall, reason?: Row<'call'>['end_reason']): Promise<Row<'call'> | null> {
    const days = await calendar()
    const closed = await db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('call').selectAll().where('id', '=', ended.id).executeTakeFirst()
      if (!row || row.ended_at !== null) return null
      const answeredAt = row.answered_at ?? ended.answeredAt ?? null
      const endedAt = Math.max(ended.endedAt, answeredAt ?? row.created_at)
      const charged = chargedCall({ ...row, answered_at: answeredAt })
      if (charged) await chargeUntil(trx, [charged], endedAt, days)
      await trx
        .updateTable('call')
        .set({
          answered_at: answeredAt,
          ended_at: endedAt,
          end_code: ended.code,
          end_reason: reason ?? reasonOf(ended, answeredAt !== null, row, charged !== null && !isEarly(ended)),
        })
        .where('id', '=', row.id)
        .execute()
      return row
    })
    charges.forget(ended.id)
    return closed
  }

  /** The switch ended it, but long before the end that it was told: one of the two sides was gone. */
  function isEarly({ id, endedAt }: EndedCall): boolean {
    const end = charges.endOf(id)
    return end !== undefined && (end === null || end - endedAt > 3000)
  }

  return { begin, answer, end }
}

/** Why it ended, in one word (i18n `callEnd`). What we ended ourselves says so in its record already. */
function reasonOf({ code, reason }: EndedCall, answered: boolean, row: Row<'call'>, atLimit: boolean): EndReason {
  // Without an order of ours the switch cuts a call at the end that it was told, or when one of the two sides no longer answers.
  if (reason === 'cut') return row.end_reason ?? (atLimit ? 'limit' : 'lost')
  if (answered) return 'hungUp'
  if (code === 402) return 'limit'
  // A conversation of which nobody heard the answer: it cannot be charged.
  return ownWords[reason] ?? reasons[code] ?? (code === 200 ? 'lost' : 'failed')
}

/** What the switch itself says (routes/calls.cfg), where the code alone does not tell. */
const ownWords: Record<string, EndReason> = {
  'Not Registered': 'notRegistered',
  'Not Reachable': 'failed',
  'Forwarded To Nowhere': 'failed',
  'Too Many Calls': 'refused',
  Forwarded: 'forwarded',
}

const reasons: Record<number, EndReason> = {
  403: 'refused',
  404: 'unknownNumber',
  408: 'noAnswer',
  410: 'unknownNumber',
  480: 'noAnswer',
  484: 'unknownNumber',
  486: 'busy',
  487: 'cancelled',
  600: 'busy',
  603: 'refused',
  604: 'unknownNumber',
  607: 'refused',
  608: 'refused',
}
