import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { writeAudit } from './audit.ts'
import { requireFreeNumber } from './free-number.ts'
import type { NetworkSync } from './number-plan.ts'
import { reachTeamToManage, reachVpbx, reachVpbxToManage } from './reach.ts'
import { referredOr, uniqueOr } from './refusals.ts'
import { withoutUndefined } from './without-undefined.ts'

export interface TeamValues {
  number: string
  name: string
  strategy: 'all' | 'turn'
  ringSeconds: number
  /** In the order in which they ring. */
  extensionIds: string[]
}
type TeamChange = { [K in keyof TeamValues]?: TeamValues[K] | undefined }

export type TeamService = ReturnType<typeof createTeamService>

/** Extensions that ring together, or one after the other, under a number of their own. */
export function createTeamService(parts: { db: Db; clock: Clock; networkSync: NetworkSync }) {
  const { db, clock, networkSync } = parts

  async function list(actor: Actor, vpbxId: string) {
    await reachVpbx(db, actor, vpbxId)
    const teams = await db.selectFrom('team').selectAll().where('vpbx_id', '=', vpbxId).orderBy('number').execute()
    return present(db, vpbxId, teams)
  }

  /** Field errors for a number that is not free and for extensions that are not of this vPBX. */
  async function create(actor: Actor, vpbxId: string, values: TeamValues) {
    await reachVpbxToManage(db, actor, vpbxId)
    const row = { id: newId(), created_at: clock(), vpbx_id: vpbxId, ...columnsOf(values) }
    await written(() =>
      db.transaction().execute(async (trx) => {
        await requireFreeNumber(trx, vpbxId, values.number)
        await trx.insertInto('team').values(row).execute()
        await writeMembers(trx, row, values.extensionIds)
        await writeAudit(trx, clock, actor, { action: 'team.created', subject: subjectOf(row), vpbxId })
      }),
    )
    await networkSync.syncPlan(vpbxId)
    return one(row)
  }

  async function change(actor: Actor, id: string, values: TeamChange) {
    const { vpbx_id: vpbxId } = await reachTeamToManage(db, actor, id)
    const row = await written(() =>
      db.transaction().execute(async (trx) => {
        const before = await lock(trx, id)
        const row = { ...before, ...withoutUndefined(columnsOf(values)) }
        if (row.number !== before.number) await requireFreeNumber(trx, vpbxId, row.number, { except: id })
        await trx.updateTable('team').set(row).where('id', '=', id).execute()
        if (values.extensionIds) await writeMembers(trx, row, values.extensionIds)
        await writeAudit(trx, clock, actor, { action: 'team.changed', subject: subjectOf(row), vpbxId })
        return row
      }),
    )
    await networkSync.syncPlan(vpbxId)
    return one(row)
  }

  async function remove(actor: Actor, id: string): Promise<void> {
    const team = await reachTeamToManage(db, actor, id)
    await db.transaction().execute(async (trx) => {
      await trx.deleteFrom('team').where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'team.deleted', subject: subjectOf(team), vpbxId: team.vpbx_id })
    })
    await networkSync.syncPlan(team.vpbx_id)
  }

  async function one(row: Row<'team'>) {
    const [team] = await present(db, row.vpbx_id, [row])
    if (!team) throw new AppError('notFound')
    return team
  }

  return { list, create, change, remove }
}

function columnsOf<V extends TeamChange>({ number, name, strategy, ringSeconds }: V) {
  // The compiler is told that what the caller must give is there.
  return { number, name, strategy, ring_seconds: ringSeconds } as {
    [K in 'number' | 'name' | 'strategy']: V[K]
  } & { ring_seconds: V['ringSeconds'] }
}

/** An extension that goes in the meantime takes the change with it. */
function written<T>(write: () => Promise<T>): Promise<T> {
  return uniqueOr('number', 'number.inUse', () => referredOr('conflict', write))
}

/** The team as it is now, which nobody else changes until the transaction ends. */
async function lock(trx: Transaction<Schema>, id: string): Promise<Row<'team'>> {
  const row = await trx
    .updateTable('team')
    .set((e) => ({ name: e.ref('name') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new AppError('notFound')
  return row
}

async function writeMembers(
  trx: Transaction<Schema>,
  { id, vpbx_id }: Pick<Row<'team'>, 'id' | 'vpbx_id'>,
  extensionIds: readonly string[],
): Promise<void> {
  const members = [...new Set(extensionIds)]
  await trx.deleteFrom('team_member').where('team_id', '=', id).execute()
  if (members.length === 0) return
  const known = await trx
    .selectFrom('extension')
    .select('id')
    .where('vpbx_id', '=', vpbx_id)
    .where('id', 'in', members)
    .execute()
  if (known.length !== members.length) throw fieldError('extensionIds', 'team.unknownExtension')
  const rows = members.map((extension_id, position) => ({ team_id: id, extension_id, vpbx_id, position }))
  await trx.insertInto('team_member').values(rows).execute()
}

/** Two queries, however many there are. */
async function present(db: Db, vpbxId: string, teams: readonly Row<'team'>[]) {
  const rows = await db
    .selectFrom('team_member')
    .innerJoin('extension', 'extension.id', 'team_member.extension_id')
    .select(['team_member.team_id', 'extension.id', 'extension.number', 'extension.display_name'])
    .where('team_member.vpbx_id', '=', vpbxId)
    .orderBy('team_member.position')
    .execute()
  const membersOf = Map.groupBy(rows, (row) => row.team_id)
  return teams.map(({ id, vpbx_id, number, name, strategy, ring_seconds }) => ({
    ...{ id, number, name, strategy },
    vpbxId: vpbx_id,
    ringSeconds: ring_seconds,
    members: (membersOf.get(id) ?? []).map((member) => ({
      id: member.id,
      number: member.number,
      displayName: member.display_name,
    })),
  }))
}

function subjectOf({ number, name }: Pick<Row<'team'>, 'number' | 'name'>): string {
  return `${number} · ${name}`
}
