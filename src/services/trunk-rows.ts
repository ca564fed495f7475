import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { numberPrefixes } from '#domain/dialling.ts'
import { parseNetwork } from '#domain/network.ts'
import type { Trunk } from '#switch/port.ts'
import type { Sealer } from './seal.ts'

/** The trunks that are in use as the switch is told of them, in their order, secrets opened. */
export async function readTrunks(db: Db, sealer: Sealer): Promise<Trunk[]> {
  const rows = await db.selectFrom('trunk').selectAll().where('enabled', '=', 1).orderBy('position').execute()
  return rows.map((row) => ({
    id: row.id,
    host: row.host,
    port: row.port,
    transport: row.transport,
    networks: sourceNetworks(row),
    registers: row.registers === 1,
    digest: digestOf(sealer, row),
    fromDomain: row.from_domain,
    numberFormat: row.number_format,
    ...numberPrefixes(row.country),
    srtp: row.srtp === 1,
    maxCalls: row.max_calls,
  }))
}

/** From where its calls come: what is said, or the address of its host. Empty when that is a name. */
export function sourceNetworks({ networks, host }: Pick<Row<'trunk'>, 'networks' | 'host'>): string[] {
  const listed = splitNetworks(networks)
  if (listed.length > 0) return listed
  const address = parseNetwork(host.replace(/^\[|\]$/g, ''))
  return address === null ? [] : [address]
}

/** How lists of networks stand in the database. */
export function splitNetworks(text: string): string[] {
  return text.split(',').filter(Boolean)
}

function digestOf(sealer: Sealer, { id, digest_name: name, secret_sealed }: Row<'trunk'>): Trunk['digest'] {
  if (name === '' || secret_sealed === null) return null
  return { name, secret: sealer.open(secret_sealed, trunkSecretContext(id)) }
}

/** What the secret of a trunk is sealed for. */
export function trunkSecretContext(id: string): string {
  return `trunk:secret:${id}`
}
