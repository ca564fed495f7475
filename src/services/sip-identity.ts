import { createHash, randomInt } from 'node:crypto'
import type { Sealer } from './seal.ts'

// No letters or digits that people mistake for one another, and none that any file format or QR scheme must escape.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 24 characters of 56: 139 bits; within the limits of every maker of the catalog. */
function newSecret(): string {
  return randomText(alphabet, 24)
}

/** Lower case: some phones and switches fold user names. */
function newDigestName(): string {
  return randomText('abcdefghijkmnpqrstuvwxyz23456789', 12)
}

export interface SipIdentity {
  digest_name: string
  secret_sealed: string
  ha1: string
  credentials_changed_at: number
}

/** A new digest name and secret, ready for the row `table:id` that they belong to. */
export function newSipIdentity(
  sealer: Sealer,
  realm: string,
  now: number,
  row: { table: 'account' | 'device_line'; id: string },
): SipIdentity {
  const { secret, ...identity } = newUnsealedIdentity(realm, now)
  return { ...identity, secret_sealed: sealer.seal(secret, secretContext(row)) }
}

/** A new digest name whose secret is given away at once and kept nowhere. */
export function newUnsealedIdentity(
  realm: string,
  now: number,
): Omit<SipIdentity, 'secret_sealed'> & { secret: string } {
  const digestName = newDigestName()
  const secret = newSecret()
  const ha1 = createHash('md5').update(`${digestName}:${realm}:${secret}`).digest('hex')
  return { digest_name: digestName, ha1, credentials_changed_at: now, secret }
}

/** Opens the secret of such a row. */
export function openSecret(
  sealer: Sealer,
  row: { table: 'account' | 'device_line'; id: string; sealed: string },
): string {
  return sealer.open(row.sealed, secretContext(row))
}

function secretContext({ table, id }: { table: string; id: string }): string {
  return `${table}:secret:${id}`
}

function randomText(letters: string, length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}
