import type { Row } from '#db/schema.ts'
import type { Switch } from '#switch/port.ts'
import type { CallRecords, RecordParts } from './call-records.ts'
import { lastProof } from './charge-ledger.ts'

/**
 * Makes the records agree with the switch after either of the two was away. In turn. Whatever ended without a word is closed at the last moment at which it is
 * known to have lasted: a little before its true end, never after it. Asked twice, the second changes nothing.
 *
 * @param compared when (ms) the records last agreed with a switch that has been there ever since; null: one of the two was away, and the last proof of life
 * counts. A proof that was written while the switch had lost the call proves nothing of it.
 */
export async function recoverCalls(
  { db }: Pick<RecordParts, 'db'>,
  records: CallRecords,
  sipSwitch: Switch,
  compared: number | null,
): Promise<Row<'call'>[]> {
  // First what runs, then what ended: a call that ends between the two is in both, never in none.
  const running = await sipSwitch.calls()
  const ended = await sipSwitch.endedCalls()
  const over = new Set(ended.map(({ id }) => id))
  const alive = new Set(running.map(({ id }) => id))
  const closed: (Row<'call'> | null)[] = []
  for (const call of running) if (!over.has(call.id)) await records.begin(call)
  for (const call of ended) closed.push(await records.end(call))
  await sipSwitch.forgetEndedCalls([...over])
  const proof = compared ?? (await lastProof(db))
  const open = await db.selectFrom('call').selectAll().where('ended_at', 'is', null).execute()
  const lost = open.filter(({ id }) => !alive.has(id))
  const media = lost.length === 0 ? null : await sipSwitch.endOrphanedMedia(lost.map((row) => row.sip_call_id))
  for (const row of lost) {
    const endedAt = Math.max(proof, media?.get(row.sip_call_id) ?? 0)
    closed.push(
      await records.end({ id: row.id, endedAt, code: row.answered_at === null ? 487 : 200, reason: 'lost' }, 'lost'),
    )
  }
  return closed.filter((row) => row !== null)
}
