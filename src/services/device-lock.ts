import type { Transaction } from 'kysely'
import type { Row, Schema } from '#db/schema.ts'
import { AppError } from '#domain/errors.ts'

/**
 * The device as it is now, which nobody else changes until the transaction ends: what is decided from a row that was read before may be about a device
 * that is no longer so. Throws AppError('notFound') when it has gone.
 */
export async function lockDevice(trx: Transaction<Schema>, id: string): Promise<Row<'device'>> {
  const row = await trx
    .updateTable('device')
    .set((e) => ({ config_version: e.ref('config_version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new AppError('notFound')
  return row
}
