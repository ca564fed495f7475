import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from './files.ts'

/** What the configuration of Kamailio depends on. The same values give the same text: its hash says whether a running process may be adopted. */
export interface KamailioConfig {
  /** Folder of switch.db, tls.cfg and db/kam.db; absolute. */
  directory: string
  /** Folder of Kamailio's modules. */
  modules: string
  /** Name or address that telephones know the switch by; From of a NOTIFY. */
  host: string
  /** Digest realm; fixed for the life of an installation. */
  realm: string
  /** To listen on: IPv4 and IPv6 addresses, or `0.0.0.0`. Not `::`: Kamailio's would take IPv4 too, and in mapped form. */
  addresses: string[]
  /** What Via and Contact name when the addresses are not what telephones can reach. */
  advertised: string | null
  sipPort: number
  sipsPort: number
  /** Doors on loopback. */
  rpcPort: number
  rpcPath: string
  eventPort: number
  eventToken: string
  /** How many credentials the tables are sized for. */
  room: number
  /** Workers for each listener. */
  workers: number
  /** Seconds. A REGISTER without expiry gets `standard`; others are pulled into the range. */
  expiry: { least: number; standard: number; most: number }
}

/** Seconds between two flushes of the registrations to disk: what is younger than this may be lost in a crash. */
export const flushInterval = 5

/** Every module that is loaded, in the order of loading, by the Debian package that brings it. */
export const modulePackages: Record<string, string> = {
  db_sqlite: 'kamailio-sqlite-modules',
  tls: 'kamailio-tls-modules',
  jsonrpcs: 'kamailio',
  kex: 'kamailio',
  corex: 'kamailio',
  tm: 'kamailio',
  sl: 'kamailio',
  pv: 'kamailio',
  maxfwd: 'kamailio',
  usrloc: 'kamailio',
  registrar: 'kamailio',
  textops: 'kamailio',
  siputils: 'kamailio',
  sanity: 'kamailio',
  xlog: 'kamailio',
  htable: 'kamailio',
  auth: 'kamailio',
  auth_db: 'kamailio',
  nathelper: 'kamailio',
  xhttp: 'kamailio',
  evapi: 'kamailio-extra-modules',
  jansson: 'kamailio-json-modules',
  uac: 'kamailio',
}

/**
 * Seconds. The first worker loads the registrations from disk. Without waiting for it the others, and the door for commands, are open before:
 * a removal that comes then finds nothing, and the contact is loaded after it.
 */
const loadingTime = 25

const flagKeepAlive = 7
const failureWindow = 60
const routes = readFileSync(join(import.meta.dirname, 'routes.cfg'), 'utf8')

/** The text of kamailio.cfg. It holds the doors' secrets: write it 0600. Throws a TypeError when a value could break out of its place. */
export function kamailioConfig(config: KamailioConfig): string {
  checkValues(config)
  const parts = [globals(config), listeners(config), modules(config), parameters(config), fill(routes, config)]
  return `#!KAMAILIO\n${parts.join('\n')}`
}

/** The text of tls.cfg: a file of its own, so that a new certificate needs a reload and no restart. */
export function tlsConfig({ directory }: { directory: string }): string {
  const files = `private_key = ${directory}/tls.key\ncertificate = ${directory}/tls.crt\n`
  const server = `[server:default]\nmethod = TLSv1.2+\nverify_certificate = no\nrequire_certificate = no\n${files}`
  const client = `[client:default]\nmethod = TLSv1.2+\nverify_certificate = no\nrequire_certificate = no\n`
  return `${server}\n${client}`
}

function checkValues(config: KamailioConfig): void {
  const name = /^[A-Za-z0-9.:[\]-]+$/
  for (const value of [config.host, config.realm, ...config.addresses, config.advertised ?? config.host]) {
    if (!name.test(value)) throw new TypeError(`not a host name or address: ${JSON.stringify(value)}`)
  }
  for (const path of [config.directory, config.modules]) {
    if (!/^\/[\w./+@ -]*$/.test(path))
      throw new TypeError(`not a path that Kamailio can be given: ${JSON.stringify(path)}`)
  }
  if (!/^\/[\w-]+$/.test(config.rpcPath) || !/^\w+$/.test(config.eventToken)) throw new TypeError('malformed door')
}

function globals(config: KamailioConfig): string {
  return `
debug=1
log_stderror=yes
fork=yes
wait_worker1_mode=1
wait_worker1_time=${loadingTime * 1_000_000}
wait_worker1_usleep=20000
children=${config.workers}
tcp_children=${config.workers}
server_header="Server: Raccord"
user_agent_header="User-Agent: Raccord"
auto_aliases=no
${[...new Set([config.host, config.realm, config.advertised].filter((name) => name !== null))].map((name) => `alias="${bracketed(name)}"`).join('\n')}
dns=no
rev_dns=no
enable_tls=yes
tcp_accept_no_cl=yes
tcp_connection_lifetime=3605
tcp_connect_timeout=3
tcp_send_timeout=3
tcp_keepalive=yes
tcp_keepidle=60
tcp_keepintvl=20
tcp_keepcnt=3
tcp_max_connections=${Math.max(2048, config.room * 2)}
tls_max_connections=${Math.max(2048, config.room * 2)}
mpath="${config.modules}/"
`
}

function listeners(config: KamailioConfig): string {
  const doors = [`listen=tcp:127.0.0.1:${config.rpcPort}`]
  const sip = config.addresses.flatMap((address) => [
    `listen=udp:${bracketed(address)}:${config.sipPort}${advertise(config, config.sipPort)}`,
    `listen=tcp:${bracketed(address)}:${config.sipPort}${advertise(config, config.sipPort)}`,
    `listen=tls:${bracketed(address)}:${config.sipsPort}${advertise(config, config.sipsPort)}`,
  ])
  return `${[...sip, ...doors].join('\n')}\n`
}

function advertise(config: KamailioConfig, port: number): string {
  return config.advertised === null ? '' : ` advertise ${bracketed(config.advertised)}:${port}`
}

function bracketed(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address
}

function modules(_config: KamailioConfig): string {
  return `${Object.keys(modulePackages)
    .map((module) => `loadmodule "${module}.so"`)
    .join('\n')}\n`
}

function parameters(config: KamailioConfig): string {
  const byModule: Record<string, Record<string, string | number>> = {
    tls: { config: `${config.directory}/tls.cfg` },
    jsonrpcs: { transport: 1, pretty_format: 0 },
    // One write-back of all changes every few seconds: write-through loses REGISTERs on SQLite, its writers block each other.
    usrloc: {
      db_url: `sqlite:///${config.directory}/${ownFolder}/kam.db`,
      db_mode: 2,
      timer_interval: flushInterval,
      handle_lost_tcp: 1,
      use_domain: 0,
      nat_bflag: flagKeepAlive,
    },
    registrar: {
      max_contacts: 10,
      default_expires: config.expiry.standard,
      min_expires: config.expiry.least,
      max_expires: config.expiry.most,
      xavp_rcd: 'ulrcd',
      received_avp: '$avp(received)',
      gruu_enabled: 0,
    },
    nathelper: {
      received_avp: '$avp(received)',
      natping_interval: 30,
      natping_processes: 1,
      ping_nated_only: 1,
      sipping_bflag: flagKeepAlive,
      sipping_method: 'OPTIONS',
      sipping_from: `sip:keepalive@${bracketed(config.host)}`,
    },
    // 8: a nonce is good for the address alone that it was given to, whatever the port.
    auth: { nonce_expire: 300, auth_checks_register: 8, auth_checks_no_dlg: 8 },
    auth_db: {
      db_url: `sqlite:///${config.directory}/switch.db`,
      calculate_ha1: 0,
      password_column: 'ha1',
      use_domain: 0,
      version_table: 0,
      load_credentials: '$avp(aor)=aor;$avp(line)=line_id;$avp(vpbx)=vpbx_id;$avp(number)=number',
    },
    evapi: { bind_addr: `127.0.0.1:${config.eventPort}`, netstring_format: 1, max_clients: 64 },
    uac: { restore_mode: 'none' },
    tm: { fr_timer: 5000, fr_inv_timer: 30000, failure_reply_mode: 3 },
  }
  const tables = ['door=>size=2;', `failed=>size=12;autoexpire=${failureWindow};updateexpire=0;initval=0;`]
  const lines = Object.entries(byModule).flatMap(([module, values]) =>
    Object.entries(values).map(([key, value]) => `modparam("${module}", "${key}", ${JSON.stringify(value)})`),
  )
  return `${[...lines, ...tables.map((table) => `modparam("htable", "htable", "${table}")`)].join('\n')}\n`
}

function fill(text: string, config: KamailioConfig): string {
  const values: Record<string, string | number> = {
    REALM: config.realm,
    HOST: bracketed(config.host),
    SIP_PORT: config.sipPort,
    MAX_MESSAGE: 16_000,
    FLAG_KEEP_ALIVE: flagKeepAlive,
    FAILURE_WINDOW: failureWindow,
    MAX_FAILURES_PER_NAME: 10,
    // About 120 bytes each.
    MAX_ADDRESSES: 50_000,
    EVENT_TOKEN: config.eventToken,
    RPC_PORT: config.rpcPort,
    RPC_PATH: config.rpcPath,
  }
  return text.replace(/@([A-Z_]+)@/g, (whole, key: string) => String(values[key] ?? whole))
}
