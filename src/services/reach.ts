import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Actor, mayAdminister } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'

/**
 * The tenant walls, all of them. A service that is given an id from outside turns it into a row here, and nowhere else:
 * what the actor cannot reach answers like what does not exist.
 */

/** A vPBX to look at: the provider's, or the actor's own. */
export async function reachVpbx(db: Db, actor: Actor, id: string): Promise<Row<'vpbx'>> {
  if (actor.role !== 'provider' && actor.vpbxId !== id) throw new AppError('notFound')
  return found(await db.selectFrom('vpbx').selectAll().where('id', '=', id).executeTakeFirst())
}

/** A vPBX to manage: not for its users. */
export async function reachVpbxToManage(db: Db, actor: Actor, id: string): Promise<Row<'vpbx'>> {
  if (!mayAdminister(actor, id)) throw new AppError('notFound')
  return reachVpbx(db, actor, id)
}

/** An extension: its user reaches it too. */
export async function reachExtension(db: Db, actor: Actor, id: string): Promise<Row<'extension'>> {
  const extension = found(await db.selectFrom('extension').selectAll().where('id', '=', id).executeTakeFirst())
  await requireExtension(db, actor, extension.vpbx_id, extension.id)
  return extension
}

/** An extension to manage: not for its users. */
export async function reachExtensionToManage(db: Db, actor: Actor, id: string): Promise<Row<'extension'>> {
  const extension = found(await db.selectFrom('extension').selectAll().where('id', '=', id).executeTakeFirst())
  if (!mayAdminister(actor, extension.vpbx_id)) throw new AppError('notFound')
  return extension
}

/** A line: of an extension in reach. */
export async function reachLine(db: Db, actor: Actor, id: string): Promise<Row<'line'>> {
  const line = found(await db.selectFrom('line').selectAll().where('id', '=', id).executeTakeFirst())
  await requireExtension(db, actor, line.vpbx_id, line.extension_id)
  return line
}

/** A device: whose home line is in reach. */
export async function reachDevice(db: Db, actor: Actor, id: string): Promise<Row<'device'>> {
  const row = found(
    await db
      .selectFrom('device')
      .innerJoin('line', 'line.id', 'device.line_id')
      .selectAll('device')
      .select('line.extension_id')
      .where('device.id', '=', id)
      .executeTakeFirst(),
  )
  await requireExtension(db, actor, row.vpbx_id, row.extension_id)
  return row
}

/** A user of a vPBX that the actor manages; never a provider's. */
export async function reachUserToManage(db: Db, actor: Actor, id: string): Promise<Row<'user'> & { vpbx_id: string }> {
  const user = found(await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst())
  const { vpbx_id } = user
  if (vpbx_id === null || !mayAdminister(actor, vpbx_id)) throw new AppError('notFound')
  return { ...user, vpbx_id }
}

async function requireExtension(db: Db, actor: Actor, vpbxId: string, extensionId: string): Promise<void> {
  if (mayAdminister(actor, vpbxId)) return
  if (actor.vpbxId !== vpbxId) throw new AppError('notFound')
  found(
    await db
      .selectFrom('user_extension')
      .select('user_id')
      .where('user_id', '=', actor.userId)
      .where('extension_id', '=', extensionId)
      .executeTakeFirst(),
  )
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new AppError('notFound')
  return row
}
