import type { Generated } from 'kysely'
import type { CallKind, EndReason } from '#domain/call.ts'

/** Row types of the public network, calls, money and teams; see schema.ts. */

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
  end_reason: EndReason | null
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
