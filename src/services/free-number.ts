import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { emergencyNumbersOf, isEmergencyNumber } from '#domain/emergency-numbers.ts'
import { AppError, fieldError } from '#domain/errors.ts'

/** What is dialled inside a vPBX is one space: internal lines, teams and short numbers of the phonebook, and none of them is an emergency number of its country. */

/**
 * The vPBX as it is now; nobody else gives one of its numbers away until the transaction ends. Numbers stand in three tables, so that no constraint of the
 * database can tell. Throws AppError('notFound') when it has gone.
 */
export async function lockNumbers(trx: Transaction<Schema>, vpbxId: string): Promise<Row<'vpbx'>> {
  const row = await trx
    .updateTable('vpbx')
    .set((e) => ({ country: e.ref('country') }))
    .where('id', '=', vpbxId)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new AppError('notFound')
  return row
}

/** For an internal line or a team. Throws field errors of `number`. `except`: a team's own number is no obstacle to it. */
export async function requireFreeNumber(
  trx: Transaction<Schema>,
  vpbxId: string,
  number: string,
  { except }: { except?: string } = {},
): Promise<void> {
  const { country } = await lockNumbers(trx, vpbxId)
  if (isEmergencyNumber(country, number)) throw fieldError('number', 'number.emergency')
  const taken = await usersOf(trx, vpbxId, [number])
  if (taken.some(({ id }) => id !== except)) throw fieldError('number', 'number.inUse')
}

/** Before a vPBX comes to be in another country. Throws a field error of `country` when an internal number of it reaches the emergency services there. */
export async function requireNoEmergencyNumber(
  trx: Transaction<Schema>,
  vpbxId: string,
  country: string,
): Promise<void> {
  await lockNumbers(trx, vpbxId)
  const [first] = await usersOf(trx, vpbxId, emergencyNumbersOf(country))
  if (first) throw fieldError('country', 'vpbx.emergencyNumberInUse', { number: first.number })
}

async function usersOf(trx: Transaction<Schema>, vpbxId: string, numbers: readonly string[]) {
  const keys = numbers.map((number) => `${vpbxId}:${number}`)
  const lines = await trx.selectFrom('line').select(['id', 'number']).where('dial_key', 'in', keys).execute()
  const teams = await trx
    .selectFrom('team')
    .select(['id', 'number'])
    .where('vpbx_id', '=', vpbxId)
    .where('number', 'in', numbers)
    .execute()
  const shorts = await trx
    .selectFrom('phonebook_entry')
    .select(['id', 'short_number as number'])
    .where('vpbx_id', '=', vpbxId)
    .where('short_number', 'in', numbers)
    .execute()
  return [...lines, ...teams, ...shorts.map(({ id, number }) => ({ id, number: number ?? '' }))]
}

/** The numbers that lines and teams of a vPBX have. */
export async function internalNumbers(db: Db, vpbxId: string): Promise<Set<string>> {
  const lines = await db
    .selectFrom('line')
    .select('number')
    .where('vpbx_id', '=', vpbxId)
    .where('kind', '=', 'internal')
    .execute()
  const teams = await db.selectFrom('team').select('number').where('vpbx_id', '=', vpbxId).execute()
  return new Set([...lines, ...teams].map(({ number }) => number))
}
