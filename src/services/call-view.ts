import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { RateTerms } from '#domain/rating.ts'
import type { CallReach } from './call-filter.ts'

type Party = { lineId: string | null; number: string; name: string }
export type ShownCall = Awaited<ReturnType<typeof presentCalls>>[number]

/** Records as the actor may see them. To a user a line of somebody else is a number and a name; what he does not pay he is not told the cost of. */
export async function presentCalls(db: Db, rows: readonly Row<'call'>[], reach: CallReach, ofProvider: boolean) {
  const names = await namesFor(db, rows)
  return rows.map((row) => {
    const mine = (id: string | null): boolean => reach.lineIds === null || (id !== null && reach.lineIds.has(id))
    const party = (id: string | null, number: string, name: string): Party => ({
      lineId: mine(id) ? id : null,
      number,
      name,
    })
    const pays = mine(row.payer_line_id)
    // Where a colleague forwards to is his.
    const hidden = row.kind === 'forwarded' && !pays
    const calleeNumber = hidden ? '' : row.callee_number
    const rate = row.rate !== null && pays ? (JSON.parse(row.rate) as RateTerms) : null
    return {
      id: row.id,
      vpbxId: row.vpbx_id,
      vpbxName: names.vpbx.get(row.vpbx_id) ?? '',
      kind: row.kind,
      startedAt: row.created_at,
      answeredAt: row.answered_at,
      endedAt: row.ended_at,
      caller: party(row.caller_line_id, row.caller_number, row.caller_name),
      dialled: hidden && row.dialled === row.callee_number ? '' : row.dialled,
      callee: party(row.callee_line_id, calleeNumber, names.line.get(row.callee_line_id ?? '')?.name ?? ''),
      payer: pays ? payerOf(row, names.line) : null,
      trunkName: ofProvider ? (names.trunk.get(row.trunk_id ?? '') ?? null) : null,
      destination: rate?.destination ?? null,
      cost: pays ? row.cost : 0,
      currency: pays ? row.currency : null,
      endCode: row.end_code,
      // While it runs a reason may stand there for the end that was ordered.
      endReason: row.ended_at === null ? null : row.end_reason,
    }
  })
}

/** Of a call that somebody else pays than the one who called. */
function payerOf(row: Row<'call'>, lines: ReadonlyMap<string, { number: string; name: string }>): Party | null {
  if (row.payer_line_id === null || row.payer_line_id === row.caller_line_id) return null
  const line = lines.get(row.payer_line_id)
  return { lineId: row.payer_line_id, number: line?.number ?? '', name: line?.name ?? '' }
}

async function namesFor(db: Db, rows: readonly Row<'call'>[]) {
  const distinct = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const vpbxIds = distinct(rows.map((row) => row.vpbx_id))
  const trunkIds = distinct(rows.map((row) => row.trunk_id))
  const lineIds = distinct(rows.flatMap((row) => [row.callee_line_id, row.payer_line_id]))
  const line = new Map<string, { number: string; name: string }>()
  // In parts: an export has more lines than a statement takes values.
  for (let from = 0; from < lineIds.length; from += 5000) {
    const found = await db
      .selectFrom('line')
      .innerJoin('extension', 'extension.id', 'line.extension_id')
      .select(['line.id', 'line.number', 'extension.display_name'])
      .where('line.id', 'in', lineIds.slice(from, from + 5000))
      .execute()
    for (const { id, number, display_name } of found) line.set(id, { number, name: display_name })
  }
  const vpbxs =
    vpbxIds.length === 0 ? [] : await db.selectFrom('vpbx').select(['id', 'name']).where('id', 'in', vpbxIds).execute()
  const trunks =
    trunkIds.length === 0
      ? []
      : await db.selectFrom('trunk').select(['id', 'name']).where('id', 'in', trunkIds).execute()
  return {
    line,
    vpbx: new Map(vpbxs.map(({ id, name }) => [id, name])),
    trunk: new Map(trunks.map(({ id, name }) => [id, name])),
  }
}
