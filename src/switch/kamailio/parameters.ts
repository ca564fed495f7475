import type { KamailioConfig } from './config-values.ts'
import { ownFolder } from './files.ts'

/** Seconds between two flushes of the registrations to disk: what is younger than this may be lost in a crash. */
export const flushInterval = 5

/** Flags of a branch, kept with the contact: behind NAT over UDP; media is encrypted; a browser, whose media is WebRTC's. */
export const flagKeepAlive = 7
export const flagEncrypted = 8
export const flagWeb = 9
/** Seconds. A lamp is right again at the latest so long after a restart: who watches has to subscribe anew by then. */
export const lampPeriod = 120
/** Seconds. A longer call is ended. */
export const longestCall = 43_200
/** Seconds that a line rings. */
export const ringingTime = 120
export const failureWindow = 60

type Parameters = Record<string, Record<string, string | number>>

/** Lines that set the modules' parameters. */
export function parameters(config: KamailioConfig): string {
  const byModule = {
    ...registrationParameters(config),
    ...callParameters(config),
    ...lampParameters(config),
    ...(config.mediaPort === null ? {} : { rtpengine: mediaParameters(config.mediaPort) }),
  }
  const lines = Object.entries(byModule).flatMap(([module, values]) =>
    Object.entries(values).map(([key, value]) => `modparam("${module}", "${key}", ${JSON.stringify(value)})`),
  )
  return `${[...lines, ...tables.map((table) => `modparam("htable", "htable", "${table}")`)].join('\n')}\n`
}

function registrationParameters(config: KamailioConfig): Parameters {
  return {
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
      load_credentials:
        '$avp(aor)=aor;$avp(line)=line_id;$avp(vpbx)=vpbx_id;$avp(number)=number;$avp(networks)=networks;$avp(srtp)=srtp',
    },
  }
}

function callParameters(config: KamailioConfig): Parameters {
  return {
    evapi: { bind_addr: `127.0.0.1:${config.eventPort}`, netstring_format: 1, max_clients: 64 },
    cfgutils: { lock_set_size: 4 },
    tcpops: { closed_event: 1 },
    // Pings: a browser that is gone without a word is noticed.
    websocket: { keepalive_mechanism: 1, keepalive_timeout: 30 },
    uac: {
      restore_mode: 'auto',
      restore_dlg: 1,
      auth_realm_avp: '$avp(uac_realm)',
      auth_username_avp: '$avp(uac_name)',
      auth_password_avp: '$avp(uac_secret)',
      reg_db_url: `sqlite:///${config.directory}/switch.db`,
      // What trunks reach us by.
      reg_contact_addr: `${bracketed(config.advertised ?? config.addresses[0] ?? config.host)}:${config.sipPort}`,
      reg_timer_interval: 2,
      reg_retry_interval: 30,
    },
    // Of a line's telephones one that declines (6xx) does not silence the others. 120 s is how long a telephone rings.
    tm: {
      fr_timer: 5000,
      fr_inv_timer: ringingTime * 1000,
      max_inv_lifetime: 180_000,
      failure_reply_mode: 3,
      disable_6xx_block: 1,
      local_cancel_reason: 1,
      e2e_cancel_reason: 1,
      auto_inv_100_reason: 'Trying',
    },
    sqlops: { sqlcon: `switch=>sqlite:///${config.directory}/switch.db` },
    dialog: {
      db_mode: 0,
      default_timeout: longestCall,
      dlg_match_mode: 1,
      enable_stats: 0,
      // A cap holds whatever the two sides say to each other.
      timeout_noreset: 1,
      // An INVITE that a trunk challenges goes out again with the next number.
      track_cseq_updates: 1,
      // Both sides of a call with the public network are asked from time to time (OPTIONS inside the call) whether they are still there.
      ka_timer: 10,
      ka_interval: 30,
      ka_failed_limit: 2,
      profiles_with_value: 'vpbx;account;trunk',
    },
  }
}

const tables = [
  'door=>size=2;',
  // The browser's address by the address and port of Raccord's connection; longer than a connection lasts.
  'ws=>size=10;autoexpire=90000;',
  // Running calls by their id; what has ended, by number and by id, until it is forgotten; what was cut.
  'call=>size=10;',
  'ended=>size=10;',
  'end=>size=10;',
  'ends=>size=2;initval=0;',
  'cut=>size=8;autoexpire=600;',
  // What trunks said last to our REGISTER, by its From.
  'registration=>size=4;',
  `failed=>size=12;autoexpire=${failureWindow};updateexpire=0;initval=0;`,
  // Each side of a call by Call-ID and tag; while it rings, and for as long as a call can last.
  'party=>size=12;autoexpire=300;',
  // What rings and can be picked up: by extension or team, and by the name that lamps give to the call.
  'ringing=>size=10;autoexpire=300;',
  // Addresses of record that are picking a call up, by the call's name.
  'picking=>size=8;autoexpire=300;',
  // Calls that have just ended: their last messages may come once more.
  'over=>size=10;autoexpire=64;',
  // Who said that a transfer may be made, by what it is made with.
  'transfer=>size=8;autoexpire=60;',
  // Extensions and teams whose lamps a call has lit, by Call-ID.
  `lit=>size=12;autoexpire=${longestCall};`,
  // Lamps that somebody watches, and by which subscription; what shines there, and of which call presence was told.
  `watched=>size=12;autoexpire=${lampPeriod + 10};`,
  `watching=>size=12;autoexpire=${lampPeriod + 10};`,
  `shining=>size=12;autoexpire=${longestCall};`,
  `published=>size=12;autoexpire=${longestCall};`,
]

/** Everything in memory. */
function lampParameters(config: KamailioConfig): Record<string, Record<string, string | number>> {
  return {
    presence: {
      // Nothing is stored there: it looks for its tables when it starts.
      db_url: `sqlite:///${config.directory}/switch.db`,
      server_address: `sip:${bracketed(config.host)}:${config.sipPort}`,
      subs_db_mode: 0,
      publ_cache: 2,
      send_fast_notify: 1,
      min_expires: 30,
      // Of what lamps.cfg lets through.
      max_expires: longestCall,
      clean_period: 30,
    },
    // Telephones want a document also of an extension that rests, and most read its first call alone.
    presence_dialoginfo: { force_single_dialog: 1, force_dummy_dialog: 1 },
  }
}

function mediaParameters(port: number): Record<string, string | number> {
  // Asked again after 5 s when it did not answer: it is started anew by then.
  return {
    rtpengine_sock: `udp:127.0.0.1:${port}`,
    rtpengine_disable_tout: 5,
    rtpengine_tout_ms: 500,
    rtpengine_retr: 1,
  }
}

/** An IPv6 address as it stands in a URI. */
export function bracketed(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address
}
