import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Clock } from '#domain/clock.ts'
import type { Switch, SwitchEvent } from '#switch/port.ts'
import type { CallRecords } from './call-records.ts'
import { recoverCalls } from './call-recovery.ts'
import { scopesOf } from './charge-ledger.ts'
import type { ChargeService } from './charges.ts'
import type { LiveEvents } from './live-events.ts'
import type { Turns } from './turns.ts'

interface WatchParts {
  db: Db
  clock: Clock
  sipSwitch: Switch
  events: LiveEvents
  turns: Turns
  charges: ChargeService
  records: CallRecords
  failed(error: unknown): void
}

const everySecond = 1000
/** In so many looks: a call whose end the switch never told (it gave it up without a word) is found missing. */
const looksPerComparison = 60

/** Follows the calls of the switch: records, charges, and the hints for the pages. */
export function createCallWatch(parts: WatchParts) {
  const { db, clock, sipSwitch, events, turns, charges, records, failed } = parts
  /** When the records last agreed with the switch (ms). */
  let compared: number | null = null

  /** What the switch tells, in the order in which it does. */
  function heard(event: SwitchEvent): Promise<void> {
    if (event.type === 'connection') charges.agreement.reached = false
    if (event.type === 'connection' && event.up) return recover()
    if (event.type === 'callStarted' || event.type === 'callAnswered' || event.type === 'callEnded')
      return turns.inTurn(() => follow(event))
    return Promise.resolve()
  }

  async function follow(
    event: Extract<SwitchEvent, { type: 'callStarted' | 'callAnswered' | 'callEnded' }>,
  ): Promise<void> {
    if (event.type === 'callStarted') {
      await records.begin(event.call)
      await hint(event.call.id)
      // Between its admission and now others may have begun that share its limit.
      if (event.call.payerLineId !== null) charges.reviewSoon()
    } else if (event.type === 'callAnswered') {
      await records.answer(event.id, event)
      await hint(event.id)
      charges.reviewSoon()
    } else {
      const { type, ...ended } = event
      const closed = await records.end(ended)
      // Only now: had we died before, it would have been asked for again. What cannot be forgotten now is when the switch is back.
      await sipSwitch.forgetEndedCalls([event.id]).catch((error: unknown) => sipSwitch.isUp() && failed(error))
      if (closed) await settle([closed])
    }
  }

  /** After either side was away. Nothing happens while the switch is. */
  function recover(): Promise<void> {
    return turns.inTurn(async () => {
      if (!sipSwitch.isUp()) return
      const at = clock()
      const closed = await recoverCalls({ db }, records, sipSwitch, charges.agreement.reached ? compared : null)
      charges.agreement.reached = true
      compared = at
      await settle(closed)
    })
  }

  /** What did not succeed when the switch came back is tried again. */
  const look = (): Promise<void> => (charges.agreement.reached ? charges.tick() : recover())

  /** Calls are over: others may go on for longer now. */
  async function settle(closed: Row<'call'>[]): Promise<void> {
    for (const row of closed) publish(row)
    const scopes = closed.flatMap((row) =>
      row.rate === null
        ? []
        : scopesOf({ vpbxId: row.vpbx_id, accountId: row.payer_account_id, lineId: row.payer_line_id }),
    )
    await charges.review(scopes)
  }

  async function hint(id: string): Promise<void> {
    const row = await db.selectFrom('call').selectAll().where('id', '=', id).executeTakeFirst()
    if (row) publish(row)
  }

  function publish(row: Row<'call'>): void {
    const lineIds = [row.caller_line_id, row.callee_line_id, row.payer_line_id].filter((id) => id !== null)
    events.publish({ type: 'calls', vpbxId: row.vpbx_id, lineIds: [...new Set(lineIds)] })
  }

  return {
    heard,
    recover,
    /** Looks every second while it runs. Returns the function that ends it, when what is under way is done. */
    start(): () => Promise<void> {
      let idle = true
      let looks = 0
      const timer = setInterval(() => {
        if (!idle) return
        idle = false
        looks += 1
        ;(looks % looksPerComparison === 0 ? recover() : look()).catch(failed).finally(() => {
          idle = true
        })
      }, everySecond)
      return () => {
        clearInterval(timer)
        return turns.idle()
      }
    },
  }
}
