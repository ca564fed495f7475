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

/** Which lines of a vPBX in reach are the actor's to use: all of them, or those of his own extensions. */
export async function lineReach(db: Db, actor: Actor, vpbxId: string): Promise<(lineId: string) => boolean> {
  if (mayAdminister(actor, vpbxId)) return () => true
  const rows = await db
    .selectFrom('line')
    .innerJoin('user_extension', 'user_extension.extension_id', 'line.extension_id')
    .select('line.id')
    .where('user_extension.user_id', '=', actor.userId)
    .where('line.vpbx_id', '=', vpbxId)
    .execute()
  const own = new Set(rows.map(({ id }) => id))
  return (lineId) => own.has(lineId)
}

/** A DECT base that a device of this vPBX may be bound to, whosever it is; undefined for everything else. */
export async function reachBase(db: Db, vpbxId: string, id: string): Promise<Row<'device'> | undefined> {
  return db.selectFrom('device').selectAll().where('id', '=', id).where('vpbx_id', '=', vpbxId).executeTakeFirst()
}

/** A user of a vPBX that the actor manages; never a provider's. */
export async function reachUserToManage(db: Db, actor: Actor, id: string): Promise<Row<'user'> & { vpbx_id: string }> {
  const user = found(await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst())
  const { vpbx_id } = user
  if (vpbx_id === null || !mayAdminister(actor, vpbx_id)) throw new AppError('notFound')
  return { ...user, vpbx_id }
}

/** An entry of a phonebook to manage: not for the users, who read the list. */
export async function reachPhonebookEntryToManage(db: Db, actor: Actor, id: string): Promise<Row<'phonebook_entry'>> {
  const entry = found(await db.selectFrom('phonebook_entry').selectAll().where('id', '=', id).executeTakeFirst())
  if (!mayAdminister(actor, entry.vpbx_id)) throw new AppError('notFound')
  return entry
}

/** A team to manage: not for the users, who read the list. */
export async function reachTeamToManage(db: Db, actor: Actor, id: string): Promise<Row<'team'>> {
  const team = found(await db.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirst())
  if (!mayAdminister(actor, team.vpbx_id)) throw new AppError('notFound')
  return team
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
