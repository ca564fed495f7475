import type { CallKind, Refusal } from '#domain/call.ts'

/**
 * What services know of the switch. Two implementations: kamailio/ (real) and fake.ts (for tests of services).
 * An AOR here is the bare internal id (lower-case hex) of a device's line slot or of an account, never a telephone number:
 * two vPBXs may both have a 21, and nobody may learn another device's contact.
 */

/** One digest identity that may register. */
export interface Credential {
  /** Digest user name; unique over the installation. */
  digestName: string
  /** MD5(digestName:realm:secret) in lower-case hex (RFC 2617 HA1). */
  ha1: string
  aor: string
  /** Null when these are an account's own data, typed by hand into a device that is not on the list. */
  deviceId: string | null
  lineId: string
  vpbxId: string
  /** What From and To must carry. */
  number: string
  /** Networks (CIDR) from which it may be used; empty: from everywhere. */
  networks: string[]
  /** Whether its media is encrypted (RTP/SAVP). */
  srtp: boolean
}

/** What the switch knows of one vPBX's numbers: enough to carry its internal, incoming and emergency calls while nobody else is there. */
export interface NumberPlan {
  vpbxId: string
  /** ISO 3166: which emergency numbers hold. */
  country: string
  /** Most calls with the public network at a time; null: no limit. */
  maxCalls: number | null
  lines: PlanLine[]
  teams: PlanTeam[]
  /** Short numbers of the phonebook: dialled instead of `number` is what a person would dial. */
  shortNumbers: { number: string; dialled: string }[]
}

export interface PlanLine {
  lineId: string
  extensionId: string
  accountId: string
  kind: 'internal' | 'public'
  /** Internal number, or E.164 with plus. */
  number: string
  /** The extension's number and name, which colleagues see. */
  extensionNumber: string
  displayName: string
  /** A line whose devices ring too: of a public line the extension's internal one; null: none. */
  ringsToo: string | null
  /** Most calls of its account with the public network at a time; null: no limit. */
  accountMaxCalls: number | null
  /** E.164 that an emergency call carries; empty: none is known. */
  emergencyNumber: string
  emergencyLocation: string
}

export interface PlanTeam {
  teamId: string
  number: string
  name: string
  strategy: 'all' | 'turn'
  ringSeconds: number
  /** Extensions' internal lines in their order. */
  lineIds: string[]
}

/** A way to the public network. */
export interface Trunk {
  id: string
  host: string
  /** 0: the transport's own, or what DNS says. */
  port: number
  transport: 'udp' | 'tcp' | 'tls'
  /** Addresses and networks (CIDR) from which its calls come. */
  networks: string[]
  /** We register at it. */
  registers: boolean
  /** Null: it knows us by our address. */
  digest: { name: string; secret: string } | null
  fromDomain: string
  numberFormat: 'plus' | 'digits' | 'international'
  /** How numbers that it writes nationally are read: country calling code, national prefix (empty where there is none), international prefix. */
  callingCode: string
  nationalPrefix: string
  internationalPrefix: string
  srtp: boolean
  maxCalls: number | null
}

export interface TrunkState {
  id: string
  /** Null: it does not register. */
  registered: boolean | null
  /** Last status of a REGISTER, or null. */
  code: number | null
}

/** Times are ms since 1970 UTC. `id`: the switch's own name of a call, unique also over its restarts. */
export interface RunningCall {
  id: string
  sipCallId: string
  kind: CallKind
  vpbxId: string
  startedAt: number
  answeredAt: number | null
  /** A device of ours, or null: the public network. */
  caller: { lineId: string | null; number: string; name: string }
  dialled: string
  callee: { lineId: string | null; number: string }
  /** Who pays for the way to the public network. */
  payerLineId: string | null
  trunkId: string | null
}

export interface EndedCall {
  id: string
  endedAt: number
  /** Final SIP status: 200 after a conversation. */
  code: number
  /** The SIP reason, or `cut` when the switch ended it at its cap or by command. */
  reason: string
  /** When it was answered (ms), null: never. Needed where nobody listened to the answer; absent: the switch does not know. */
  answeredAt?: number | null
}

/** A way to the public network is asked for; the caller waits. */
export interface PublicCallRequest {
  /** Becomes the id of the call. */
  callId: string
  sipCallId: string
  vpbxId: string
  /** The line that pays: the caller's, or the one that forwards or transfers. */
  payerLineId: string
  why: 'call' | 'forward' | 'transfer'
  /** As it was dialled, or stands in the diversion. */
  dialled: string
  /** The one who called; of a forwarded call not the payer. */
  caller: { lineId: string | null; number: string; name: string }
  /** The telephone asks that its number is not shown. */
  withheld: boolean
}

export type PublicCallAnswer =
  | {
      allowed: true
      /** E.164 with plus. */
      number: string
      /** In the order in which they are tried. */
      trunkIds: string[]
      /** E.164 with plus; empty: none. */
      shownNumber: string
      withheld: boolean
      /** Seconds after the answer at which the switch ends it by itself; null: no end. */
      longest: number | null
    }
  | { allowed: false; refusal: Refusal }

/** A contact that the switch holds. Times are milliseconds since 1970, UTC. */
export interface Registration {
  aor: string
  /** Kamailio's own name of the contact; what NOTIFY to one contact is addressed by. */
  ruid: string
  /** The Contact URI as the device sent it. */
  contact: string
  userAgent: string
  /** Source address of the last REGISTER, without port; null when the switch does not know. */
  sourceIp: string | null
  sourcePort: number | null
  transport: 'udp' | 'tcp' | 'tls' | 'ws' | 'wss'
  /** First REGISTER of this contact that was seen; null when it was not. */
  since: number | null
  lastRegisteredAt: number
  expiresAt: number
  /** The connection it came over is gone (TCP, TLS, WebSocket): nothing reaches it until the device registers again. */
  stale: boolean
}

/** What became of a NOTIFY. `code` is the final SIP answer; 408 stands for none within the time. */
export interface NotifyResult {
  aor: string
  ruid: string
  contact: string
  code: number
  reason: string
}

export interface NotifyRequest {
  aor: string
  /** One contact only; absent: every contact of the AOR. */
  ruid?: string
  /** Value of the Event header as the maker wants it, e.g. `check-sync;reboot=true`. */
  event: string
  /** Answers a device that challenges NOTIFY (401/407). */
  digest: { name: string; secret: string }
}

export type SwitchEvent =
  | { type: 'registered'; aor: string; ruid: string; isNew: boolean }
  /** `ruid` is empty when the device itself took its registration back: Kamailio no longer knows which contact it was. */
  | { type: 'unregistered'; aor: string; ruid: string }
  | { type: 'authenticationFailed'; digestName: string; ip: string }
  | { type: 'callStarted'; call: RunningCall }
  /** `trunkId`: the one that carries it, which another may have been tried before. */
  | { type: 'callAnswered'; id: string; answeredAt: number; calleeLineId: string | null; trunkId: string | null }
  | ({ type: 'callEnded' } & EndedCall)
  /** The connection to the switch came or went: registrations may differ from what was last heard. */
  | { type: 'connection'; up: boolean }

export interface Switch {
  /** The whole truth, at start: whoever is not in it can no longer register. */
  replaceCredentials(credentials: Credential[]): Promise<void>
  /** Each takes the place of what stood under its AOR before. */
  putCredentials(credentials: Credential[]): Promise<void>
  removeCredentials(aors: string[]): Promise<void>
  /** Contacts of these AORs. Throws AppError('switch.unavailable') when the switch does not answer. */
  registrations(aors: string[]): Promise<Registration[]>
  /** Drops every contact of these AORs now; resolves when they are gone, or when the switch is down (the start-up rule then removes them). */
  removeRegistrations(aors: string[]): Promise<void>
  /** One result a contact; empty when nothing is registered. */
  notify(request: NotifyRequest): Promise<NotifyResult[]>
  /** The whole truth, at start. */
  replacePlans(plans: NumberPlan[]): Promise<void>
  /** Takes the place of what the vPBX had. */
  putPlan(plan: NumberPlan): Promise<void>
  removePlan(vpbxId: string): Promise<void>
  /** All of them, in the order in which they are tried. */
  replaceTrunks(trunks: Trunk[]): Promise<void>
  /** National numbers of the emergency services, by ISO 3166 country. */
  replaceEmergencyNumbers(numbers: Record<string, readonly string[]>): Promise<void>
  trunkStates(): Promise<TrunkState[]>
  /** Calls that ring or are answered. Throws AppError('switch.unavailable'). */
  calls(): Promise<RunningCall[]>
  /** Ends a call now, for both sides; nothing happens when it is over. */
  endCall(id: string): Promise<void>
  /** A call ends by itself so many seconds from now, or from its answer while it rings, also without us. */
  limitCall(id: string, seconds: number): Promise<void>
  /** What ended and was not forgotten yet, also while nobody listened. */
  endedCalls(): Promise<EndedCall[]>
  forgetEndedCalls(ids: string[]): Promise<void>
  /**
   * Of calls that the switch no longer knows (it was killed): when media last flowed both ways (ms), null when it is not known; and ends that media.
   */
  endOrphanedMedia(sipCallIds: string[]): Promise<Map<string, number | null>>
  /** Who decides about calls to the public network; without one they are refused. */
  onPublicCall(decide: (request: PublicCallRequest) => Promise<PublicCallAnswer>): void
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: SwitchEvent) => void): () => void
  isUp(): boolean
}

/**
 * When a credential last changed (ms): contacts that registered before are invalid. The switch asks this after each of its starts, so that a contact that was removed
 * shortly before a crash does not come back from its last flush. An AOR that is not in the map is unknown: its contacts go.
 */
export type CredentialAges = () => Promise<Map<string, number>>
