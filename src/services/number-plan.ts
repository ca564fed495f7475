import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { emergencyNumbers } from '#domain/emergency-numbers.ts'
import type { NumberPlan, PlanLine, PlanTeam, Switch } from '#switch/port.ts'
import type { Sealer } from './seal.ts'
import { emergencyNumberOfLine, type PublicNumbers, publicNumbersOf } from './shown-number.ts'
import { readTrunks } from './trunk-rows.ts'

/** What the switch is told about who is reached under which number; read from the database, where the truth is. */

/** The plans of all vPBXs, or of one. */
async function readPlans(db: Db, vpbxId?: string): Promise<NumberPlan[]> {
  let vpbxs = db.selectFrom('vpbx').selectAll().orderBy('id')
  if (vpbxId !== undefined) vpbxs = vpbxs.where('id', '=', vpbxId)
  const found = await vpbxs.execute()
  if (found.length === 0) return []
  const lines = Map.groupBy(await readLines(db, vpbxId), (line) => line.vpbx_id)
  const teams = Map.groupBy(await readTeams(db, vpbxId), (team) => team.vpbx_id)
  const shorts = Map.groupBy(await readShortNumbers(db, vpbxId), (entry) => entry.vpbx_id)
  return found.map((vpbx) => {
    const own = lines.get(vpbx.id) ?? []
    const homes = homeLines(own)
    return {
      vpbxId: vpbx.id,
      country: vpbx.country,
      maxCalls: vpbx.max_calls,
      lines: planLines(vpbx, own, homes),
      teams: planTeams(teams.get(vpbx.id) ?? [], homes),
      shortNumbers: (shorts.get(vpbx.id) ?? []).map(({ short_number, number }) => ({
        number: short_number ?? '',
        dialled: number,
      })),
    }
  })
}

type LineRow = Awaited<ReturnType<typeof readLines>>[number]

/** The oldest first: the first public line of an extension is the one that it shows. */
async function readLines(db: Db, vpbxId: string | undefined) {
  let query = db
    .selectFrom('line')
    .innerJoin('extension', 'extension.id', 'line.extension_id')
    .innerJoin('account', 'account.id', 'extension.account_id')
    .selectAll('line')
    .select(['extension.number as extension_number', 'extension.display_name', 'extension.account_id'])
    .select('account.max_calls as account_max_calls')
    .orderBy('line.created_at')
    .orderBy('line.number')
  if (vpbxId !== undefined) query = query.where('line.vpbx_id', '=', vpbxId)
  return query.execute()
}

type TeamRow = Awaited<ReturnType<typeof readTeams>>[number]

/** One row for each member; a team without members has one without an extension. */
async function readTeams(db: Db, vpbxId: string | undefined) {
  let query = db
    .selectFrom('team')
    .leftJoin('team_member', 'team_member.team_id', 'team.id')
    .selectAll('team')
    .select('team_member.extension_id')
    .orderBy('team.number')
    .orderBy('team_member.position')
  if (vpbxId !== undefined) query = query.where('team.vpbx_id', '=', vpbxId)
  return query.execute()
}

async function readShortNumbers(db: Db, vpbxId: string | undefined) {
  let query = db
    .selectFrom('phonebook_entry')
    .select(['vpbx_id', 'short_number', 'number'])
    .where('short_number', 'is not', null)
  if (vpbxId !== undefined) query = query.where('vpbx_id', '=', vpbxId)
  return query.execute()
}

/** Extension → its own internal line. */
function homeLines(lines: readonly LineRow[]): Map<string, string> {
  const own = lines.filter(({ kind, number, extension_number }) => kind === 'internal' && number === extension_number)
  return new Map(own.map(({ extension_id, id }) => [extension_id, id]))
}

function planLines(vpbx: Row<'vpbx'>, lines: readonly LineRow[], homes: ReadonlyMap<string, string>): PlanLine[] {
  const numbers = publicNumbersOf(lines.filter(({ kind }) => kind === 'public'))
  return lines.map((line) => planLine(line, vpbx.main_number, numbers, homes))
}

function planLine(
  line: LineRow,
  mainNumber: string | null,
  numbers: PublicNumbers,
  homes: ReadonlyMap<string, string>,
): PlanLine {
  return {
    lineId: line.id,
    extensionId: line.extension_id,
    accountId: line.account_id,
    kind: line.kind,
    number: line.number,
    extensionNumber: line.extension_number,
    displayName: line.display_name,
    ringsToo: line.kind === 'public' ? (homes.get(line.extension_id) ?? null) : null,
    accountMaxCalls: line.account_max_calls,
    emergencyNumber: emergencyNumberOfLine(line, mainNumber, numbers),
    emergencyLocation: line.emergency_location,
  }
}

function planTeams(rows: readonly TeamRow[], homes: ReadonlyMap<string, string>): PlanTeam[] {
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((members) => {
    const [team] = members
    if (!team) return []
    const lineIds = members.flatMap(({ extension_id }) => (extension_id && homes.get(extension_id)) || [])
    const { id: teamId, number, name, strategy, ring_seconds: ringSeconds } = team
    return [{ teamId, number, name, strategy, ringSeconds, lineIds }]
  })
}

export type NetworkSync = ReturnType<typeof createNetworkSync>

/**
 * Brings the switch up to what the database says of a vPBX's numbers, or of the trunks, after a change was committed. One at a time, each reading when its
 * turn comes: an older reading never comes back. Who asks while the same is still waiting for its turn shares it.
 */
export function createNetworkSync({ db, sipSwitch, sealer }: { db: Db; sipSwitch: Switch; sealer: Sealer }) {
  let queue: Promise<unknown> = Promise.resolve()
  const waiting = new Map<string, Promise<void>>()

  function inTurn(name: string, work: () => Promise<void>): Promise<void> {
    const shared = waiting.get(name)
    if (shared) return shared
    const done = queue.then(() => {
      waiting.delete(name)
      return work()
    })
    waiting.set(name, done)
    queue = done.catch(() => undefined)
    return done
  }

  /** Resolves when the switch knows. */
  function syncPlan(vpbxId: string): Promise<void> {
    return inTurn(`vpbx:${vpbxId}`, async () => {
      const [plan] = await readPlans(db, vpbxId)
      await (plan ? sipSwitch.putPlan(plan) : sipSwitch.removePlan(vpbxId))
    })
  }

  function syncTrunks(): Promise<void> {
    return inTurn('trunks', async () => sipSwitch.replaceTrunks(await readTrunks(db, sealer)))
  }

  /** At start: the switch is given the whole truth. */
  function pushAll(): Promise<void> {
    return inTurn('all', async () => {
      await sipSwitch.replaceEmergencyNumbers(emergencyNumbers)
      await sipSwitch.replacePlans(await readPlans(db))
      await sipSwitch.replaceTrunks(await readTrunks(db, sealer))
    })
  }

  return { syncPlan, syncTrunks, pushAll }
}
