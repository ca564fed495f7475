import type { Db } from '#db/open.ts'
import type { Actor } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'
import { reachLine } from './reach.ts'

export type LineService = ReturnType<typeof createLineService>

export function createLineService({ db }: { db: Db }) {
  /** One line with the names around it. */
  async function get(actor: Actor, id: string) {
    await reachLine(db, actor, id)
    const row = await withNames().where('line.id', '=', id).executeTakeFirst()
    if (!row) throw new AppError('notFound')
    return present(row)
  }

  /** The lines of the extensions that are assigned to who asks, whatever his role. */
  async function own(actor: Actor) {
    const rows = await withNames()
      .innerJoin('user_extension', 'user_extension.extension_id', 'extension.id')
      .where('user_extension.user_id', '=', actor.userId)
      .orderBy('extension.number')
      .orderBy('line.kind')
      .orderBy('line.number')
      .execute()
    return rows.map(present)
  }

  function withNames() {
    return db
      .selectFrom('line')
      .innerJoin('extension', 'extension.id', 'line.extension_id')
      .innerJoin('vpbx', 'vpbx.id', 'line.vpbx_id')
      .select([
        'line.id',
        'line.kind',
        'line.number',
        'extension.id as extension_id',
        'extension.number as extension_number',
        'extension.display_name',
        'vpbx.id as vpbx_id',
        'vpbx.name as vpbx_name',
      ])
  }

  return { get, own }
}

function present(row: {
  id: string
  kind: 'internal' | 'public'
  number: string
  extension_id: string
  extension_number: string
  display_name: string
  vpbx_id: string
  vpbx_name: string
}) {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    extension: { id: row.extension_id, number: row.extension_number, displayName: row.display_name },
    vpbx: { id: row.vpbx_id, name: row.vpbx_name },
  }
}
