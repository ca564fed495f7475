import type Database from 'better-sqlite3'

/** Raise it with every change below: a file of another version is emptied, its rows are given anew at each start of Raccord. */
const version = 2

/**
 * What Kamailio's routes read, by the names that they ask for.
 * Kamailio tells NULL from an empty text and goes by a column's declared type: an empty text is '', an integer that is not set is -1, a flag 0 or 1.
 * Networks are CIDR, separated by commas; empty: from everywhere.
 *
 * digest.srtp: media of this device is encrypted.
 * number.key: `<vpbx>:<digits>` inside, `+<E.164>` from outside and for numbers that are hosted here; target: a line, a team, or what is dialled instead.
 * line.display: a complete quoted-string of SIP; display_xml: the same name as an XML attribute takes it. line.rings_too: a line whose devices ring with this one's, or ''.
 * emergency.key: `<country>:<number>`.
 * uacreg, version: what the module uac reads, of trunks that we register at.
 */
const tables = {
  digest: `username text primary key, ha1 text not null, aor text not null, device_id text not null, line_id text not null, vpbx_id text not null,
    number text not null, networks text not null, srtp integer not null`,
  number: 'key text primary key, vpbx_id text not null, kind text not null, target text not null',
  line: `line_id text primary key, extension_id text not null, vpbx_id text not null, account_id text not null, kind text not null, number text not null,
    extension_number text not null, display text not null, display_xml text not null, rings_too text not null, account_max_calls integer not null,
    emergency_number text not null, emergency_location text not null`,
  team: `team_id text primary key, vpbx_id text not null, number text not null, name text not null, display text not null, strategy text not null,
    ring_seconds integer not null`,
  team_member:
    'team_id text not null, position integer not null, line_id text not null, primary key (team_id, position)',
  vpbx: 'vpbx_id text primary key, country text not null, max_calls integer not null',
  emergency: 'key text primary key',
  trunk: `id text primary key, position integer not null, host text not null, port integer not null, transport text not null, networks text not null,
    registers integer not null, digest_name text not null, secret text not null, from_domain text not null, number_format text not null,
    calling_code text not null, national_prefix text not null, international_prefix text not null, srtp integer not null, max_calls integer not null,
    hop text not null`,
}

/** What the module presence looks for at its start; it keeps everything in memory. */
const presenceTables = `
  create table presentity (id integer primary key not null);
  create table active_watchers (id integer primary key not null);
  create table watchers (id integer primary key not null);
  insert into version values ('presentity', 5), ('active_watchers', 12), ('watchers', 3)`

/** Kamailio's own layout; see uac-create.sql of its Debian package. */
const uacTables = `
  create table uacreg (id integer primary key not null, l_uuid varchar(64) not null unique, l_username varchar(64) not null, l_domain varchar(64) not null,
    r_username varchar(64) not null, r_domain varchar(64) not null, realm varchar(64) not null, auth_username varchar(64) not null,
    auth_password varchar(64) not null, auth_ha1 varchar(128) not null, auth_proxy varchar(255) not null, expires integer not null,
    flags integer not null, reg_delay integer not null, contact_addr varchar(255) not null, socket varchar(128) not null);
  create table version (table_name varchar(32) primary key not null, table_version integer not null);
  insert into version values ('uacreg', 5)`

const ofModules = ['uacreg', 'presentity', 'active_watchers', 'watchers', 'version']

const indexes = [
  'digest_aor on digest (aor)',
  'digest_line on digest (line_id)',
  'number_vpbx on number (vpbx_id)',
  'line_vpbx on line (vpbx_id)',
  'team_vpbx on team (vpbx_id)',
]

/** Makes the tables, anew when the file is of another version. */
export function makeProjectionTables(db: Database.Database): void {
  if (db.pragma('user_version', { simple: true }) === version) return
  db.transaction(() => {
    for (const name of [...Object.keys(tables), ...ofModules]) db.exec(`drop table if exists "${name}"`)
    for (const [name, columns] of Object.entries(tables)) db.exec(`create table ${name} (${columns}) without rowid`)
    db.exec(uacTables)
    db.exec(presenceTables)
    for (const index of indexes) db.exec(`create index ${index}`)
    db.pragma(`user_version = ${version}`)
  })()
}
