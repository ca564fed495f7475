import type { Db } from '#db/open.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'

/**
 * What the provider has blocked or limited is not deleted by an administrator: made anew it would be without. Throws AppError('rights.providerOnly').
 * To be asked in the transaction that deletes.
 */
export async function requireNoProviderMark(
  db: Db,
  actor: Actor,
  { accountId, lineIds }: { accountId: string | null; lineIds: string[] },
): Promise<void> {
  if (isProvider(actor)) return
  const scopes = [...lineIds.map((id) => `line:${id}`), ...(accountId ? [`account:${accountId}`] : [])]
  const found = [
    await db
      .selectFrom('charge_limit')
      .select('scope_key')
      .where('scope_key', 'in', [...scopes, ''])
      .where('set_by', '=', 'provider')
      .executeTakeFirst(),
    await db
      .selectFrom('line')
      .select('id')
      .where('id', 'in', [...lineIds, ''])
      .where('blocked_by', '=', 'provider')
      .executeTakeFirst(),
    await db
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId ?? '')
      .where('blocked_by', '=', 'provider')
      .executeTakeFirst(),
  ]
  if (found.some((row) => row !== undefined)) throw new AppError('rights.providerOnly')
}
