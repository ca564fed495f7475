import type { Generated, Insertable, Selectable } from 'kysely'
import type { Role } from '#domain/actor.ts'
import type { AppShop } from '#domain/app.ts'
import type { MacProvisioning } from '#domain/device.ts'
import type { Language } from '#domain/language.ts'

import type {
  CallTable,
  ChargeDayTable,
  ChargeLimitTable,
  MailServerTable,
  ProofOfLifeTable,
  RateTable,
  TariffTable,
  TeamMemberTable,
  TeamTable,
  TrunkTable,
} from './call-schema.ts'

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
  /** What the apps are called here, whether new ones may be made, and whom to ask when they may not. */
  app_name: Generated<string>
  app_offered: Generated<number>
  app_contact: Generated<string>
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

/** Where the provider's customers get an app. */
export interface AppShopLinkTable {
  model: string
  shop: AppShop
  url: string
}

/** What a QR code holds in place of a device's key: good for one fetch within a few minutes. */
export interface AppTicketTable {
  id: string
  created_at: number
  vpbx_id: string
  device_id: string
  /** SHA-256 of the ticket, hex; the ticket itself is kept nowhere. */
  ticket_hash: string
  expires_at: number
  used_at: number | null
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
  app_shop_link: AppShopLinkTable
  app_ticket: AppTicketTable
  web_phone: WebPhoneTable
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>
