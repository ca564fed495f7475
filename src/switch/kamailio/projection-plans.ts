import type Database from 'better-sqlite3'
import type { NumberPlan, PlanLine, PlanTeam } from '../port.ts'

/** The part of switch.db that says who is reached under which number. */
export interface PlanTables {
  replacePlans(plans: NumberPlan[]): void
  /** Takes the place of what the vPBX had. */
  putPlan(plan: NumberPlan): void
  removePlan(vpbxId: string): void
}

export function planTables(db: Database.Database): PlanTables {
  const insert = {
    vpbx: insertion(db, 'vpbx', ['vpbx_id', 'country', 'max_calls']),
    line: insertion(db, 'line', lineColumns),
    team: insertion(db, 'team', ['team_id', 'vpbx_id', 'number', 'name', 'display', 'strategy', 'ring_seconds']),
    member: insertion(db, 'team_member', ['team_id', 'position', 'line_id']),
    number: insertion(db, 'number', ['key', 'vpbx_id', 'kind', 'target']),
  }
  const removeMembers = db.prepare(
    'delete from team_member where team_id in (select team_id from team where vpbx_id = ?)',
  )
  const removals = ['number', 'team', 'line', 'vpbx'].map((table) =>
    db.prepare(`delete from ${table} where vpbx_id = ?`),
  )

  function put({ vpbxId, country, maxCalls, lines, teams, shortNumbers }: NumberPlan): void {
    insert.vpbx.run({ vpbx_id: vpbxId, country, max_calls: maxCalls ?? -1 })
    const reach = (number: string, kind: string, target: string) =>
      insert.number.run({ key: numberKey(vpbxId, number), vpbx_id: vpbxId, kind, target })
    // The later takes a number that two have: a line before a team, a team before a short number.
    for (const { number, dialled } of shortNumbers) reach(number, 'short', dialled)
    for (const team of teams) {
      reach(team.number, 'team', team.teamId)
      insert.team.run(teamRow(vpbxId, team))
      for (const [position, line_id] of team.lineIds.entries())
        insert.member.run({ team_id: team.teamId, position, line_id })
    }
    for (const line of lines) {
      reach(line.number, 'line', line.lineId)
      insert.line.run(lineRow(vpbxId, line))
    }
  }

  function remove(vpbxId: string): void {
    removeMembers.run(vpbxId)
    for (const removal of removals) removal.run(vpbxId)
  }

  return {
    replacePlans: db.transaction((plans: NumberPlan[]) => {
      for (const table of ['number', 'team_member', 'team', 'line', 'vpbx']) db.exec(`delete from ${table}`)
      for (const plan of plans) put(plan)
    }),
    putPlan: db.transaction((plan: NumberPlan) => {
      remove(plan.vpbxId)
      put(plan)
    }),
    removePlan: db.transaction(remove),
  }
}

/** Public numbers are one space for all, internal ones belong to their vPBX. */
function numberKey(vpbxId: string, number: string): string {
  return number.startsWith('+') ? number : `${vpbxId}:${number}`
}

const lineColumns = [
  ...['line_id', 'extension_id', 'vpbx_id', 'account_id', 'kind', 'number', 'extension_number', 'display'],
  ...['display_xml', 'rings_too', 'account_max_calls', 'emergency_number', 'emergency_location'],
]

function lineRow(vpbxId: string, line: PlanLine): Record<string, string | number> {
  return {
    line_id: line.lineId,
    extension_id: line.extensionId,
    vpbx_id: vpbxId,
    account_id: line.accountId,
    kind: line.kind,
    number: line.number,
    extension_number: line.extensionNumber,
    display: quotedString(line.displayName),
    display_xml: xmlAttribute(line.displayName),
    rings_too: line.ringsToo ?? '',
    account_max_calls: line.accountMaxCalls ?? -1,
    emergency_number: line.emergencyNumber,
    emergency_location: line.emergencyLocation,
  }
}

function teamRow(vpbxId: string, { teamId, number, name, strategy, ringSeconds }: PlanTeam) {
  return {
    team_id: teamId,
    vpbx_id: vpbxId,
    number,
    name,
    display: quotedString(name),
    strategy,
    ring_seconds: ringSeconds,
  }
}

/** A display name as RFC 3261 §25.1 writes it; control characters have no place in it. */
function quotedString(name: string): string {
  return `"${name.replace(/\p{Cc}/gu, ' ').replace(/[\\"]/g, '\\$&')}"`
}

function xmlAttribute(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A statement that takes the columns by name, and the place of a row with the same key. */
export function insertion(db: Database.Database, table: string, columns: string[]): Database.Statement {
  const values = columns.map((column) => `@${column}`)
  return db.prepare(`insert or replace into "${table}" (${columns.join(', ')}) values (${values.join(', ')})`)
}
