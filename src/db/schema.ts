import type { Generated, Insertable, Selectable } from 'kysely'
import type { Role } from '#domain/actor.ts'
import type { CallKind } from '#domain/call.ts'
import type { MacProvisioning } from '#domain/device.ts'
import type { Language } from '#domain/language.ts'

/** Row types. Names are snake_case as in SQL; times are ms since 1970 UTC; truths are 0 or 1. */

export interface ProviderTable {
  id: string
  created_at: number
  name: string
  /** Digest realm, fixed at first start: HA1s hold it. */
  realm: string
  /** Tells a wrong master key from the right one without opening a secret. */
  key_check: string
  /** Of vPBXs that have none of their own. */
  default_tariff_id: string | null
  /** In which charging periods begin and end. */
  time_zone: Generated<string>
}

export interface VpbxTable {
  id: string
  created_at: number
  name: string
  language: Language
  country: string
  time_zone: string
  /** Who closed the way to the public network: `administrator` or `provider`; null: nobody. */
  blocked_by: 'administrator' | 'provider' | null
  /** JSON: tariff classes that may not be called. */
  barred: Generated<string>
  /** Most calls with the public network at a time; null: no limit. */
  max_calls: number | null
  /** Networks (CIDR) from which devices may register, by comma; empty: from everywhere. */
  networks: Generated<string>
  tariff_id: string | null
  /** E.164: shown by lines without a public number of their own. */
  main_number: string | null
  /** 1: its users may telephone in the browser. */
  web_phone: Generated<number>
}

/** SIP credentials and call rights. */
export interface AccountTable {
  id: string
  created_at: number
  vpbx_id: string
  digest_name: string
  secret_sealed: string
  ha1: string
  /** Contacts that registered before are invalid. */
  credentials_changed_at: number
  /** Who closed the way to the public network: `administrator` or `provider`; null: nobody. */
  blocked_by: 'administrator' | 'provider' | null
  /** JSON: tariff classes that may not be called. */
  barred: Generated<string>
  max_calls: number | null
}

export interface ExtensionTable {
  id: string
  created_at: number
  vpbx_id: string
  account_id: string
  number: string
  display_name: string
}

export interface LineTable {
  id: string
  created_at: number
  vpbx_id: string
  extension_id: string
  kind: 'internal' | 'public'
  number: string
  /** What must be unique: `<vpbx>:<number>` for an internal line, the E.164 number for a public one. */
  dial_key: string
  /** Who closed the way to the public network: `administrator` or `provider`; null: nobody. */
  blocked_by: 'administrator' | 'provider' | null
  /** JSON: tariff classes that may not be called. */
  barred: Generated<string>
  networks: Generated<string>
  /** E.164 of a public line of the vPBX that is shown; null: its own, the extension's first public one, or the main number. */
  shown_number: string | null
  /** 1: no number is shown (CLIR). */
  withheld: Generated<number>
  /** E.164 that an emergency call carries; null: the number that would be shown. */
  emergency_number: string | null
  /** Where this line's telephones stand, for the emergency services. */
  emergency_location: Generated<string>
}

export interface DeviceTable {
  id: string
  created_at: number
  vpbx_id: string
  /** The home line. */
  line_id: string
  model: string
  note: string
  mac: string | null
  mac_provisioning: MacProvisioning
  /** SHA-256 of the access key, hex. */
  access_key_hash: string
  access_key_sealed: string
  access_key_renewed_at: number
  admin_password_sealed: string | null
  admin_password_set: number
  user_name: string
  user_password_sealed: string | null
  user_password_set: number
  /** Of a handset: its base. Of a base of a multicell system that is not its primary: the primary, with no slot. */
  base_station_id: string | null
  /** A handset's place on its base, from 1. */
  base_slot: number | null
  /** Of a DECT handset: its identity, as printed on it. Of a base: its own. */
  ipui: string | null
  rfpi: string | null
  pairing_pin_sealed: string | null
  /** Goes up with every change of what the configuration depends on; names a rendered body. */
  config_version: Generated<number>
  last_access_at: number | null
  last_access_ip: string | null
  last_access_make: string | null
  last_access_model: string | null
  last_access_firmware: string | null
  last_access_mac: string | null
}

/** A line slot of a device: its own digest identity under the account of the line. The id is the AOR at the switch. */
export interface DeviceLineTable {
  id: string
  created_at: number
  vpbx_id: string
  device_id: string
  slot: number
  line_id: string
  account_id: string
  digest_name: string
  secret_sealed: string
  ha1: string
  credentials_changed_at: number
  /** 1: a fax machine hangs on this port. */
  fax: Generated<number>
}

export interface FunctionKeyTable {
  id: string
  created_at: number
  vpbx_id: string
  device_id: string
  /** 0: the phone itself; 1…: expansion modules in their order. */
  module: number
  slot: number
  type: string
  value: string | null
  label: string | null
  line_slot: number | null
}

export interface DeviceModuleTable {
  id: string
  created_at: number
  vpbx_id: string
  device_id: string
  position: number
  model: string
}

export interface UserTable {
  id: string
  created_at: number
  vpbx_id: string | null
  role: Role
  login: string
  /** Lower case, for uniqueness and sign-in. */
  login_key: string
  display_name: string
  email: string
  language: Language
  /** PHC string, argon2id. */
  password_hash: string
  must_renew_password: number
  last_sign_in_at: number | null
}

export interface UserExtensionTable {
  user_id: string
  extension_id: string
  vpbx_id: string
}

/** Failures of signing in, by login and by address: the delay grows with the count. */
export interface SignInFailureTable {
  subject: string
  count: number
  last_at: number
  /** No further try before. */
  next_at: number
}

export interface SessionTable {
  id: string
  created_at: number
  user_id: string
  /** SHA-256 of the cookie's token. */
  token_hash: string
  csrf_token: string
  last_seen_at: number
  expires_at: number
  ip: string
  user_agent: string
}

export interface AccessTable {
  id: string
  created_at: number
  device_id: string
  ip: string
  user_agent: string
  file: string
  status: number
  make: string | null
  model: string | null
  firmware: string | null
  mac: string | null
}

/** When a contact was first seen at the switch. */
export interface ContactTable {
  ruid: string
  aor: string
  since: number
}

export interface AuditTable {
  id: string
  created_at: number
  vpbx_id: string | null
  actor_id: string | null
  actor: string | null
  ip: string
  action: string
  subject: string
}

export interface JobTable {
  id: string
  created_at: number
  vpbx_id: string | null
  kind: string
  payload: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  run_at: number
  attempts: number
  claimed_by: string | null
  claimed_until: number | null
  progress: number
  total: number
  error: string | null
}

export interface PhonebookEntryTable {
  id: string
  created_at: number
  vpbx_id: string
  name: string
  /** Public ones in E.164, internal ones and `*#` codes as their digits. */
  number: string
  mobile: string | null
  other: string | null
  /** 1 to 6 digits, unique in the vPBX. */
  short_number: string | null
  /** The name without case and accents. */
  sort_key: string
  /** Name and numbers as they are searched in. */
  search_key: string
}

/** Settings of the installation, a vPBX, a maker, a model, a model within a vPBX, or one device; the narrower goes before the wider. */
export interface SettingsLayerTable {
  id: string
  created_at: number
  /** What the layer is for, in one word, so that there is one row for each: `installation`, `vpbx:<id>`, `vendor:<vendor>`, `model:<model>`, `vpbx:<id>:model:<model>`, `device:<id>`. */
  scope_key: string
  vpbx_id: string | null
  model: string | null
  device_id: string | null
  /** JSON of part of DeviceSettings. */
  settings: string
  /** The provider's extra lines, `name = value`. */
  extra_lines: string
  version: number
}

export interface SwitchedOffVpbxModelTable {
  vpbx_id: string
  model: string
}

export interface SwitchedOffModelTable {
  model: string
}

/** A way to the public network. */
export interface TrunkTable {
  id: string
  created_at: number
  name: string
  /** The lowest is tried first. */
  position: number
  enabled: number
  /** Name or address; `port` 0: by DNS, or the transport's own. */
  host: string
  port: number
  transport: 'udp' | 'tcp' | 'tls'
  /** Addresses and networks (CIDR) from which its calls come, by comma; empty: those of `host`. */
  networks: string
  /** 1: we register at it with the digest name. */
  registers: number
  digest_name: string
  secret_sealed: string | null
  /** Host part of From toward it; empty: `host`. */
  from_domain: string
  /** How numbers are written toward it: +41215550101, 41215550101, 0041215550101. */
  number_format: 'plus' | 'digits' | 'international'
  /** ISO 3166: how numbers that it writes nationally are read. */
  country: string
  srtp: number
  max_calls: number | null
}

/** One row, `id` = `mail`. */
export interface MailServerTable {
  id: string
  host: string
  port: number
  security: 'none' | 'starttls' | 'tls'
  user_name: string
  secret_sealed: string | null
  sender: string
}

export interface TariffTable {
  id: string
  created_at: number
  name: string
  /** ISO 4217. */
  currency: string
}

/** Amounts are micro-units of the tariff's currency, increments seconds. */
export interface RateTable {
  id: string
  created_at: number
  tariff_id: string
  /** Digits of an E.164 number without the plus. */
  prefix: string
  destination: string
  class: string
  valid_from: number
  /** Exclusive; null: until another one begins. */
  valid_until: number | null
  connection_fee: number
  price_per_minute: number
  first_increment: number
  /** 0: the first increment is all that is ever charged. */
  next_increment: number
}

/** A call record; without `ended_at` it runs. */
export interface CallTable {
  /** The switch's own name of it, unique also over restarts. */
  id: string
  created_at: number
  vpbx_id: string
  kind: CallKind
  sip_call_id: string
  caller_line_id: string | null
  caller_number: string
  caller_name: string
  dialled: string
  callee_line_id: string | null
  callee_number: string
  /** Who pays: the caller, or the one who forwards. */
  payer_line_id: string | null
  payer_account_id: string | null
  trunk_id: string | null
  answered_at: number | null
  ended_at: number | null
  /** Final SIP status; 200 after a conversation. */
  end_code: number | null
  end_reason: string | null
  /** JSON of the rate as it was when the call began. */
  rate: string | null
  currency: string | null
  /** Micro-units, charged so far. */
  cost: Generated<number>
  /** Up to when the cost covers the call. */
  charged_until: number | null
}

/** When a role of Raccord last said that it lives, while there was something that would need it. */
export interface ProofOfLifeTable {
  role: string
  at: number
}

/** TopStop. `scope_key`: `vpbx:<id>`, `account:<id>` or `line:<id>`. */
export interface ChargeLimitTable {
  scope_key: string
  vpbx_id: string
  month_limit: number | null
  day_limit: number | null
  /** Per cent of the month's limit at which a mail goes out. */
  threshold: number
  email: string
  set_by: 'administrator' | 'provider'
  /** The period (2026-11, 2026-11-24) for which the mail was last sent. */
  threshold_told: string | null
  month_told: string | null
  day_told: string | null
}

/** Charges of one scope on one day of the provider's calendar. */
export interface ChargeDayTable {
  scope_key: string
  day: string
  vpbx_id: string
  amount: number
}

export interface TeamTable {
  id: string
  created_at: number
  vpbx_id: string
  number: string
  name: string
  strategy: 'all' | 'turn'
  /** How long each member rings before the next one does (turn), or all of them together (all). */
  ring_seconds: number
}

export interface TeamMemberTable {
  team_id: string
  extension_id: string
  vpbx_id: string
  position: number
}

/** A telephone in a browser, for as long as its page and session live. The id is the AOR at the switch; its secret is known to the page alone. */
export interface WebPhoneTable {
  id: string
  created_at: number
  vpbx_id: string
  session_id: string
  line_id: string
  digest_name: string
  ha1: string
  credentials_changed_at: number
}

export interface Schema {
  provider: ProviderTable
  vpbx: VpbxTable
  account: AccountTable
  extension: ExtensionTable
  line: LineTable
  device: DeviceTable
  device_line: DeviceLineTable
  device_module: DeviceModuleTable
  function_key: FunctionKeyTable
  user: UserTable
  user_extension: UserExtensionTable
  sign_in_failure: SignInFailureTable
  session: SessionTable
  access: AccessTable
  contact: ContactTable
  audit: AuditTable
  job: JobTable
  phonebook_entry: PhonebookEntryTable
  switched_off_model: SwitchedOffModelTable
  settings_layer: SettingsLayerTable
  switched_off_vpbx_model: SwitchedOffVpbxModelTable
  trunk: TrunkTable
  mail_server: MailServerTable
  tariff: TariffTable
  rate: RateTable
  call: CallTable
  proof_of_life: ProofOfLifeTable
  charge_limit: ChargeLimitTable
  charge_day: ChargeDayTable
  team: TeamTable
  team_member: TeamMemberTable
  web_phone: WebPhoneTable
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>
