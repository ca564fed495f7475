export type SipTransport = 'udp' | 'tcp' | 'tls'

/** One SIP account as the telephone read it from its configuration. */
export interface SipAccount {
  /** Position on the telephone, from 1. */
  readonly index: number
  readonly userName: string
  readonly authName: string
  readonly password: string
  readonly displayName: string
  readonly host: string
  /** Null when the file names none: the standard port of the transport, and no port in SIP addresses. */
  readonly port: number | null
  readonly transport: SipTransport
  /** Where requests are sent when that is not the registrar itself. */
  readonly proxy: { readonly host: string; readonly port: number } | null
  /** Seconds that the telephone asks for. */
  readonly expires: number
}

/** Name of a setting (with its index where it has one) and its value. */
export type Settings = ReadonlyMap<string, string>

/** What one file said. `follow` names further files that must be loaded after it, as written there. */
export interface ParsedFile {
  readonly settings: Settings
  readonly follow: readonly string[]
}

/** One file to ask for. A missing optional file is passed over. */
export interface FileStep {
  readonly url: URL
  readonly optional: boolean
  /** When this file exists, the steps after it are not taken. */
  readonly last: boolean
}

/** What a NOTIFY asks for, as the maker's telephone understands it. */
export type NotifyAction = 'restart' | 'resync' | 'unknown'

/** How one maker's telephone fetches, reads and obeys. */
export interface Maker {
  readonly httpUserAgent: string
  readonly sipUserAgent: string
  /** The files in the order in which the telephone asks for them. */
  files(url: string): readonly FileStep[]
  /** Throws ConfigFault when the telephone would refuse the file. */
  parse(body: string): ParsedFile
  /** The enabled accounts. Throws ConfigFault when one cannot work. */
  accounts(settings: Settings): readonly SipAccount[]
  /** Seconds after which the telephone fetches again by itself; null when only at a start or by NOTIFY. */
  refreshSeconds(settings: Settings): number | null
  onNotify(event: string, params: Readonly<Record<string, string | null>>): NotifyAction
}

/** A configuration that the telephone refuses. The message is one English line without any value of a setting. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}
