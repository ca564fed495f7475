import type { Transaction } from 'kysely'
import type { Row, Schema } from '#db/schema.ts'
import { AppError } from '#domain/errors.ts'

/**
 * The device as it is now, which nobody else changes until the transaction ends: what is decided from a row that was read before may be about a device
 * that is no longer so. Its base is locked too, a change of either reaches the other, and the one that it is to come to (`to`). Throws
 * AppError('notFound') when it has gone, AppError('conflict') as lockDevicesInOrder does.
 */
export async function lockDevice(trx: Transaction<Schema>, id: string, to?: string | null): Promise<Row<'device'>> {
  const own = await trx
    .selectFrom('device')
    .select(['vpbx_id', 'base_station_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!own) throw new AppError('notFound')
  const locked = await lockDevicesInOrder(trx, own.vpbx_id, [id, own.base_station_id, to])
  const row = locked.get(id)
  if (!row) throw new AppError('notFound')
  return row
}

/**
 * Devices of a vPBX that are about to be bound to one another, or to let go: what is decided about one hangs on the others. Whoever is unknown is left
 * out. What others are bound to comes first, then by id: so nobody waits for one who waits for him. Throws AppError('conflict') when the order was no
 * longer right when its turn came; the transaction can then be tried anew.
 */
export async function lockDevicesInOrder(
  trx: Transaction<Schema>,
  vpbxId: string,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, Row<'device'>>> {
  const given = ids.filter((id) => typeof id === 'string')
  const locked = new Map<string, Row<'device'>>()
  if (given.length === 0) return locked
  const rows = await trx
    .selectFrom('device')
    .select(['id', 'base_station_id'])
    .where('vpbx_id', '=', vpbxId)
    .where('id', 'in', given)
    .execute()
  const rank = (row: (typeof rows)[number]): string => `${row.base_station_id === null ? 0 : 1}${row.id}`
  for (const { id, base_station_id: base } of rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const row = await lockRow(trx, id)
    if (!row) continue
    if (row.base_station_id !== base) throw new AppError('conflict')
    locked.set(id, row)
  }
  return locked
}

async function lockRow(trx: Transaction<Schema>, id: string): Promise<Row<'device'> | undefined> {
  return trx
    .updateTable('device')
    .set((e) => ({ config_version: e.ref('config_version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

/** Tries again what found that somebody else was faster. */
export async function untilNoConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict') || left === 0) throw error
    }
  }
}
