import type { ExpressionBuilder } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Schema } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { CallKind } from '#domain/call.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { reachExtension, reachLine, reachVpbx } from './reach.ts'

export interface CallFilter {
  vpbxId?: string | undefined
  lineId?: string | undefined
  extensionId?: string | undefined
  kind?: CallKind | undefined
  only?: 'answered' | 'missed' | 'charged' | undefined
  q?: string | undefined
  /** Days of the calendar, the last one inclusive. */
  from?: string | undefined
  to?: string | undefined
}

/** Whose calls an actor sees. */
export interface CallReach {
  /** Null: of every vPBX. */
  vpbxId: string | null
  /** Null: of every line; else those of a plain user. */
  lineIds: ReadonlySet<string> | null
}

/** The provider sees all calls, an administrator those of his vPBX, a user those of the lines of his extensions. Another vPBX looks missing. */
export async function callReach(db: Db, actor: Actor, vpbxId: string | undefined): Promise<CallReach> {
  if (vpbxId !== undefined) await reachVpbx(db, actor, vpbxId)
  if (isProvider(actor)) return { vpbxId: vpbxId ?? null, lineIds: null }
  if (actor.vpbxId === null) throw new AppError('notFound')
  if (actor.role === 'administrator') return { vpbxId: actor.vpbxId, lineIds: null }
  const rows = await db
    .selectFrom('line')
    .innerJoin('user_extension', 'user_extension.extension_id', 'line.extension_id')
    .select('line.id')
    .where('user_extension.user_id', '=', actor.userId)
    .execute()
  return { vpbxId: actor.vpbxId, lineIds: new Set(rows.map(({ id }) => id)) }
}

/** Records that the actor sees and the filter finds. */
export async function matchingCalls(db: Db, actor: Actor, reach: CallReach, filter: CallFilter, calendar: Calendar) {
  let rows = db.selectFrom('call')
  if (reach.vpbxId !== null) rows = rows.where('call.vpbx_id', '=', reach.vpbxId)
  if (reach.lineIds !== null) rows = rows.where(takesPart([...reach.lineIds]))
  if (filter.lineId !== undefined) rows = rows.where(takesPart([(await reachLine(db, actor, filter.lineId)).id]))
  if (filter.extensionId !== undefined) rows = rows.where(takesPart(await linesOf(db, actor, filter.extensionId)))
  if (filter.kind !== undefined) rows = rows.where('call.kind', '=', filter.kind)
  if (filter.only === 'answered') rows = rows.where('call.answered_at', 'is not', null)
  if (filter.only === 'missed') rows = rows.where('call.answered_at', 'is', null).where('call.ended_at', 'is not', null)
  if (filter.only === 'charged') rows = rows.where('call.cost', '>', 0)
  if (filter.only === 'charged' && reach.lineIds !== null)
    rows = rows.where('call.payer_line_id', 'in', some([...reach.lineIds]))
  const digits = (filter.q ?? '').replace(/[^0-9A-Za-z*#+]/g, '')
  if (digits !== '') rows = rows.where(hasNumber(digits, reach))
  if (filter.from !== undefined) rows = rows.where('call.created_at', '>=', dayOf(calendar, 'from', filter.from).from)
  if (filter.to !== undefined) rows = rows.where('call.created_at', '<', dayOf(calendar, 'to', filter.to).until)
  return rows
}

/** SQL knows no empty list. */
function some(ids: string[]): string[] {
  return ids.length === 0 ? [''] : ids
}

function takesPart(ids: string[]) {
  return (e: ExpressionBuilder<Schema, 'call'>) =>
    e.or([
      e('call.caller_line_id', 'in', some(ids)),
      e('call.callee_line_id', 'in', some(ids)),
      e('call.payer_line_id', 'in', some(ids)),
    ])
}

async function linesOf(db: Db, actor: Actor, extensionId: string): Promise<string[]> {
  const { id } = await reachExtension(db, actor, extensionId)
  const rows = await db.selectFrom('line').select('id').where('extension_id', '=', id).execute()
  return rows.map((row) => row.id)
}

/** Where a colleague forwarded the call to is not to be found out by searching. */
function hasNumber(digits: string, { lineIds }: CallReach) {
  const part = `%${digits}%`
  return (e: ExpressionBuilder<Schema, 'call'>) => {
    const dialled = e.or([e('call.dialled', 'like', part), e('call.callee_number', 'like', part)])
    const own = lineIds === null ? null : e('call.payer_line_id', 'in', some([...lineIds]))
    return e.or([
      e('call.caller_number', 'like', part),
      own === null ? dialled : e.and([dialled, e.or([e('call.kind', '!=', 'forwarded'), own])]),
    ])
  }
}

function dayOf(calendar: Calendar, field: string, name: string) {
  const day = calendar.dayNamed(name)
  if (!day) throw fieldError(field, 'field.invalid')
  return day
}
