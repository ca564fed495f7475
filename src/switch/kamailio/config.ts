import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusals } from '#domain/call.ts'
import type { KamailioConfig } from './config-values.ts'
import {
  bracketed,
  failureWindow,
  flagEncrypted,
  flagKeepAlive,
  flagWeb,
  lampPeriod,
  longestCall,
  parameters,
  ringingTime,
} from './parameters.ts'

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
  tmx: 'kamailio',
  rr: 'kamailio',
  usrloc: 'kamailio',
  registrar: 'kamailio',
  textops: 'kamailio',
  textopsx: 'kamailio',
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
  sqlops: 'kamailio',
  ipops: 'kamailio',
  tsilo: 'kamailio',
  cfgutils: 'kamailio',
  tcpops: 'kamailio',
  uuid: 'kamailio-extra-modules',
  dialog: 'kamailio',
  presence: 'kamailio-presence-modules',
  presence_dialoginfo: 'kamailio-presence-modules',
  rtpengine: 'kamailio',
  websocket: 'kamailio-websocket-modules',
}

/** Seconds without a message after which a TCP connection is closed of which nobody has proved who he is. */
const strangersConnection = 10

/**
 * Seconds. The first worker loads the registrations from disk. Without waiting for it the others, and the door for commands, are open before:
 * a removal that comes then finds nothing, and the contact is loaded after it.
 */
const loadingTime = 25

/** routes/: what Kamailio does with a message, by subject. */
const routes = [
  ...[
    'main',
    'authentication',
    'register',
    'calls',
    'dialogs',
    'media',
    'lamps',
    'pickup',
    'teams',
    'public',
    'call-events',
  ],
  ...['notify', 'doors', 'web'],
]
  .map((name) => readFileSync(join(import.meta.dirname, 'routes', `${name}.cfg`), 'utf8'))
  .join('\n')

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
  if (!/^\/[\w-]+$/.test(config.rpcPath) || !/^\w+$/.test(config.eventToken) || !/^\w+$/.test(config.webToken))
    throw new TypeError('malformed door')
}

function globals(config: KamailioConfig): string {
  return `
${config.mediaPort === null ? '' : '#!define WITH_MEDIA\n'}debug=1
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
# A team that rings all at once has a branch for each telephone; 30 is the most that Kamailio takes.
max_branches=30
max_while_loops=1000
tcp_connection_lifetime=${strangersConnection}
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
  const doors = [
    `listen=tcp:127.0.0.1:${config.rpcPort}`,
    // What lamps show comes in here; one worker alone, so that nothing overtakes.
    'socket_workers=1',
    `listen=udp:127.0.0.1:${config.rpcPort}`,
    `listen=tcp:127.0.0.1:${config.webPort}`,
  ]
  const sip = config.addresses.flatMap((address) => [
    `listen=udp:${bracketed(address)}:${config.sipPort}${advertise(config, config.sipPort)}`,
    `listen=tcp:${bracketed(address)}:${config.sipPort}${advertise(config, config.sipPort)}`,
    `listen=tls:${bracketed(address)}:${config.sipsPort}${advertise(config, config.sipsPort)}`,
  ])
  // Where all sockets are on loopback Kamailio sends from the last one that it was told of.
  return `${[...doors, ...sip].join('\n')}\n`
}

function advertise(config: KamailioConfig, port: number): string {
  return config.advertised === null ? '' : ` advertise ${bracketed(config.advertised)}:${port}`
}

function modules(_config: KamailioConfig): string {
  return `${Object.keys(modulePackages)
    .map((module) => `loadmodule "${module}.so"`)
    .join('\n')}\n`
}

function fill(text: string, config: KamailioConfig): string {
  const values: Record<string, string | number> = {
    REALM: config.realm,
    HOST: bracketed(config.host),
    SIP_PORT: config.sipPort,
    MAX_MESSAGE: 16_000,
    FLAG_KEEP_ALIVE: flagKeepAlive,
    FLAG_ENCRYPTED: flagEncrypted,
    FLAG_WEB: flagWeb,
    RINGING_TIME: ringingTime,
    LAMP_PERIOD: lampPeriod,
    LONGEST_CALL: longestCall,
    // A little more than the longest time between two registrations.
    CONNECTION_LIFETIME: 3605,
    FAILURE_WINDOW: failureWindow,
    MAX_FAILURES_PER_NAME: 10,
    // About 120 bytes each.
    MAX_ADDRESSES: 50_000,
    EVENT_TOKEN: config.eventToken,
    WEB_TOKEN: config.webToken,
    WEB_PORT: config.webPort,
    RPC_PORT: config.rpcPort,
    RPC_PATH: config.rpcPath,
    // Milliseconds.
    DECISION_TIME: 2000,
    PUBLIC_RINGING_TIME: 170_000,
    MOST_ENDS: 100_000,
    NOT_READY: refusals.notReady.text,
    NO_TRUNK: refusals.noTrunk.text,
    TOO_MANY_CALLS: refusals.tooManyCalls.text,
  }
  return text.replace(/@([A-Z_]+)@/g, (whole, key: string) => String(values[key] ?? whole))
}
