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
}

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
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: SwitchEvent) => void): () => void
  isUp(): boolean
}

/**
 * When a credential last changed (ms): contacts that registered before are invalid. The switch asks this after each of its starts, so that a contact that was removed
 * shortly before a crash does not come back from its last flush. An AOR that is not in the map is unknown: its contacts go.
 */
export type CredentialAges = () => Promise<Map<string, number>>
