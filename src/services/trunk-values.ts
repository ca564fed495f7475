import type { Transaction } from 'kysely'
import { isSupportedCountry } from 'libphonenumber-js'
import type { Row, Schema } from '#db/schema.ts'
import { fieldError } from '#domain/errors.ts'
import { networkBits, networksOverlap, parseAddress } from '#domain/network.ts'
import { networksColumn } from './right-values.ts'
import { sourceNetworks } from './trunk-rows.ts'

export interface TrunkValues {
  name: string
  enabled: boolean
  host: string
  port: number
  transport: 'udp' | 'tcp' | 'tls'
  networks: string[]
  registers: boolean
  digestName: string
  /** Null takes it away; nothing leaves it. */
  password?: string | null | undefined
  fromDomain: string
  numberFormat: 'plus' | 'digits' | 'international'
  country: string
  srtp: boolean
  maxCalls: number | null
}

/** What a person gives, as it stands in a row. */
export type TrunkColumns = Omit<Row<'trunk'>, 'id' | 'created_at' | 'position' | 'secret_sealed'>

/** The columns in their usual form. Throws field errors for what cannot work. */
export function checkedTrunk(values: TrunkColumns, secret_sealed: string | null) {
  const host = readHost('host', values.host)
  const from_domain = values.from_domain === '' ? '' : readHost('fromDomain', values.from_domain)
  if (!isSupportedCountry(values.country)) throw fieldError('country', 'field.invalid')
  // It stands in SIP addresses and header fields.
  if (!/^[\x21-\x7e]*$/.test(values.digest_name) || /["<>\\]/.test(values.digest_name))
    throw fieldError('digestName', 'field.invalid')
  const needsDigest = values.registers === 1 || secret_sealed !== null
  if (needsDigest && values.digest_name === '') throw fieldError('digestName', 'field.required')
  if (values.digest_name !== '' && secret_sealed === null) throw fieldError('password', 'field.required')
  return { ...values, host, from_domain, secret_sealed }
}

/** What comes from one address belongs to one trunk. Throws a field error of `networks`. */
export async function requireOwnNetworks(
  trx: Transaction<Schema>,
  id: string,
  trunk: Pick<Row<'trunk'>, 'networks' | 'host'>,
): Promise<void> {
  const own = sourceNetworks(trunk)
  const others = await trx.selectFrom('trunk').select(['name', 'networks', 'host']).where('id', '!=', id).execute()
  const other = others.find((one) =>
    sourceNetworks(one).some((theirs) => own.some((mine) => networksOverlap(mine, theirs))),
  )
  if (other) throw fieldError('networks', 'trunk.networksOverlap', { name: other.name })
}

/** Calls from there need no password: a slip of the pen must not let half of the Internet in. */
const widest = { ipv4: 8, ipv6: 16 }

/** From where its calls come, as it stands in the row. Throws a field error of `networks.<index>`. */
export function trunkNetworksColumn(networks: readonly string[]): string {
  const column = networksColumn(networks)
  for (const [index, network] of networks.entries()) {
    const { bits, family } = networkBits(network)
    if (bits < widest[family]) throw fieldError(`networks.${index}`, 'trunk.networkTooWide')
  }
  return column
}

/** A DNS name in lower case, an IPv4 address, or an IPv6 one in brackets as it stands in a SIP address. */
function readHost(field: string, text: string): string {
  const bare = text.replace(/^\[(.*)\]$/, '$1')
  const address = parseAddress(bare)
  if (address !== null) return address.includes(':') ? `[${address}]` : address
  const name = text.toLowerCase()
  const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/
  const labels = name.split('.')
  // A name of digits alone is an address with a slip in it.
  if (name.length > 253 || !labels.every((part) => label.test(part)) || /^[0-9]*$/.test(labels.at(-1) ?? ''))
    throw fieldError(field, 'host.invalid')
  return name
}
