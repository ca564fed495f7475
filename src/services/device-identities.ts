import type { Transaction } from 'kysely'
import type { Schema } from '#db/schema.ts'
import type { Sealer } from './seal.ts'
import { newSipIdentity } from './sip-identity.ts'

/** New digest names and secrets for every line slot of the device; gives the slots' ids, for the switch to be told after the commit. */
export async function renewIdentities(
  trx: Transaction<Schema>,
  { sealer, realm, now }: { sealer: Sealer; realm: string; now: number },
  deviceId: string,
): Promise<string[]> {
  const slots = await trx.selectFrom('device_line').select('id').where('device_id', '=', deviceId).execute()
  for (const { id } of slots) {
    const identity = newSipIdentity(sealer, realm, now, { table: 'device_line', id })
    await trx.updateTable('device_line').set(identity).where('id', '=', id).execute()
  }
  return slots.map(({ id }) => id)
}
