import type { Db } from '#db/open.ts'
import { AppError } from '#domain/errors.ts'
import { isInNetworks } from '#domain/network.ts'
import type { Credential, Switch } from '#switch/port.ts'
import type { CredentialSync } from './credentials.ts'

export type NetworkChange = ReturnType<typeof createNetworkChange>

/** The allowed networks of a vPBX or a line have changed: the switch learns them, and whoever is registered from elsewhere no longer is. */
export function createNetworkChange(parts: { db: Db; sipSwitch: Switch; syncCredentials: CredentialSync }) {
  const { db, sipSwitch, syncCredentials } = parts

  return async function changed(of: { vpbxId: string } | { lineId: string }): Promise<void> {
    const lines = 'lineId' in of ? [of.lineId] : await linesOf(db, of.vpbxId)
    const aors = await aorsOf(db, lines)
    const credentials = await syncCredentials(aors, { drop: false })
    const outside = await outsideOf(credentials)
    if (outside.length > 0) await sipSwitch.removeRegistrations(outside)
  }

  /** Those with a contact from where it may not be. A switch that is away has none that it would reach: calls from there are refused by the switch itself. */
  async function outsideOf(credentials: readonly Credential[]): Promise<string[]> {
    const networks = new Map(credentials.map((one) => [one.aor, one.networks]))
    const limited = credentials.filter((one) => one.networks.length > 0).map(({ aor }) => aor)
    if (limited.length === 0) return []
    const contacts = await sipSwitch.registrations(limited).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'switch.unavailable') return []
      throw error
    })
    const outside = contacts.filter(
      ({ aor, sourceIp }) => sourceIp !== null && !isInNetworks(sourceIp, networks.get(aor) ?? []),
    )
    return [...new Set(outside.map(({ aor }) => aor))]
  }
}

async function linesOf(db: Db, vpbxId: string): Promise<string[]> {
  const rows = await db.selectFrom('line').select('id').where('vpbx_id', '=', vpbxId).execute()
  return rows.map(({ id }) => id)
}

/** The slots on these lines, and the accounts that register at them. */
async function aorsOf(db: Db, lineIds: readonly string[]): Promise<string[]> {
  const aors: string[] = []
  for (let from = 0; from < lineIds.length; from += 500) {
    const some = lineIds.slice(from, from + 500)
    const slots = await db.selectFrom('device_line').select('id').where('line_id', 'in', some).execute()
    const accounts = await db
      .selectFrom('line')
      .innerJoin('extension', 'extension.id', 'line.extension_id')
      .select('extension.account_id as id')
      .where('line.id', 'in', some)
      .whereRef('line.number', '=', 'extension.number')
      .execute()
    aors.push(...[...slots, ...accounts].map(({ id }) => id))
  }
  return aors
}
