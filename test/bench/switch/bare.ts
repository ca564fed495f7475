import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findKamailio } from '#switch/kamailio/install.ts'
import { makeLocationTables } from '#switch/kamailio/location.ts'

/**
 * The same Kamailio as little as a registrar and proxy can be: digest from the same table, contacts by the number, a call to the number's contact. No walls,
 * no lamps, no media, no records: what all that costs is measured against it.
 */
export function bareConfig(options: { directory: string; credentials: string; realm: string; port: number }): string {
  const { directory, credentials, realm, port } = options
  return `#!KAMAILIO
debug=0
log_stderror=yes
fork=yes
children=2
auto_aliases=no
alias="${realm}"
alias="pbx.test"
dns=no
listen=udp:127.0.0.1:${port}
mpath="${findKamailio().modules}/"
${['db_sqlite', 'tm', 'sl', 'rr', 'pv', 'maxfwd', 'usrloc', 'registrar', 'textops', 'siputils', 'auth', 'auth_db']
  .map((name) => `loadmodule "${name}.so"`)
  .join('\n')}
modparam("usrloc", "db_url", "sqlite:///${directory}/kam.db")
modparam("usrloc", "db_mode", 2)
modparam("usrloc", "timer_interval", 5)
modparam("auth_db", "db_url", "sqlite:///${credentials}")
modparam("auth_db", "calculate_ha1", 0)
modparam("auth_db", "password_column", "ha1")
modparam("auth_db", "use_domain", 0)
modparam("auth_db", "version_table", 0)
modparam("auth_db", "load_credentials", "$avp(aor)=aor")
request_route {
    if (!mf_process_maxfwd_header("20")) exit;
    if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
    if (has_totag()) { if (loose_route()) { t_relay(); exit; } if (is_method("ACK") && t_check_trans()) t_relay(); exit; }
    t_check_trans();
    if (is_method("REGISTER")) {
        if (!www_authenticate("${realm}", "digest")) { www_challenge("${realm}", "1"); exit; }
        save("location");
        exit;
    }
    if (!proxy_authenticate("${realm}", "digest")) { proxy_challenge("${realm}", "1"); exit; }
    consume_credentials();
    record_route();
    if (!lookup("location")) { sl_send_reply("480", "Not Registered"); exit; }
    t_relay();
}
`
}

/** Starts it pinned to one processor; it lives until its group is ended. */
export function startBare(options: {
  directory: string
  credentials: string
  realm: string
  port: number
}): ChildProcess {
  const { directory } = options
  mkdirSync(directory, { recursive: true })
  makeLocationTables(join(directory, 'kam.db'))
  writeFileSync(join(directory, 'bare.cfg'), bareConfig(options))
  const log = openSync(join(directory, 'bare.log'), 'a')
  const words = [
    '-DD',
    '-E',
    '-f',
    join(directory, 'bare.cfg'),
    '-Y',
    directory,
    '-w',
    directory,
    '-m',
    '256',
    '-M',
    '64',
  ]
  return spawn(findKamailio().program, words, { detached: true, stdio: ['ignore', log, log] })
}
