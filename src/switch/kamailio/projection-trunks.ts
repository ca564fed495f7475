import type Database from 'better-sqlite3'
import type { Trunk } from '../port.ts'
import { insertion } from './projection-plans.ts'

/** A trunk whose host has been looked up: Kamailio asks no name server. */
export interface ReachableTrunk extends Trunk {
  /** SIP URI with an address in digits; empty: none is known, it is passed over. */
  hop: string
}

/** The part of switch.db that says where the public network is, and which numbers help in need. */
export interface TrunkTables {
  /** All of them, in the order in which they are tried. */
  replaceTrunks(trunks: ReachableTrunk[]): void
  /** National numbers by ISO 3166 country. */
  replaceEmergencyNumbers(numbers: Record<string, readonly string[]>): void
}

/** Seconds for which we ask a trunk to keep our registration. */
const registrationTime = 300

export function trunkTables(db: Database.Database): TrunkTables {
  const trunk = insertion(db, 'trunk', trunkColumns)
  const registration = insertion(db, 'uacreg', registrationColumns)
  const emergency = insertion(db, 'emergency', ['key'])
  return {
    replaceTrunks: db.transaction((trunks: ReachableTrunk[]) => {
      db.exec('delete from trunk; delete from uacreg')
      for (const [position, one] of trunks.entries()) {
        trunk.run(trunkRow(one, position))
        if (one.registers && one.digest && one.hop !== '') registration.run(registrationRow(one, one.digest))
      }
    }),
    replaceEmergencyNumbers: db.transaction((numbers: Record<string, readonly string[]>) => {
      db.exec('delete from emergency')
      for (const [country, list] of Object.entries(numbers))
        for (const number of list) emergency.run({ key: `${country}:${number}` })
    }),
  }
}

const trunkColumns = [
  ...['id', 'position', 'host', 'port', 'transport', 'networks', 'registers', 'digest_name', 'secret', 'from_domain'],
  ...['number_format', 'calling_code', 'national_prefix', 'international_prefix', 'srtp', 'max_calls', 'hop'],
]

function trunkRow(trunk: ReachableTrunk, position: number): Record<string, string | number> {
  return {
    id: trunk.id,
    position,
    host: trunk.host,
    port: trunk.port,
    transport: trunk.transport,
    networks: trunk.networks.join(','),
    registers: Number(trunk.registers),
    digest_name: trunk.digest?.name ?? '',
    secret: trunk.digest?.secret ?? '',
    from_domain: trunk.fromDomain,
    number_format: trunk.numberFormat,
    calling_code: trunk.callingCode,
    national_prefix: trunk.nationalPrefix,
    international_prefix: trunk.internationalPrefix,
    srtp: Number(trunk.srtp),
    max_calls: trunk.maxCalls ?? -1,
    hop: trunk.hop,
  }
}

const registrationColumns = [
  ...['l_uuid', 'l_username', 'l_domain', 'r_username', 'r_domain', 'realm', 'auth_username', 'auth_password'],
  ...['auth_ha1', 'auth_proxy', 'expires', 'flags', 'reg_delay', 'contact_addr', 'socket'],
]

/** The user of our Contact is the trunk's id, so that a call that comes back to it names its trunk. An empty realm: whichever the trunk names. */
function registrationRow(
  trunk: ReachableTrunk,
  digest: { name: string; secret: string },
): Record<string, string | number> {
  const domain = trunk.fromDomain === '' ? trunk.host : trunk.fromDomain
  return {
    l_uuid: trunk.id,
    l_username: trunk.id,
    l_domain: domain,
    r_username: digest.name,
    r_domain: domain,
    realm: '',
    auth_username: digest.name,
    auth_password: digest.secret,
    auth_ha1: '',
    auth_proxy: trunk.hop,
    expires: registrationTime,
    flags: 0,
    reg_delay: 0,
    contact_addr: '',
    socket: '',
  }
}
