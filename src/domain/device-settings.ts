/**
 * Settings that a provider may give for the installation, a vPBX, a model or one device; the narrower goes before the wider. Named and typed, the same
 * for every maker: what a maker's phone does not know is not written.
 */
export interface DeviceSettings {
  /** `automatic`: TLS where the device can and would trust this server's certificate, else UDP. */
  readonly transport: TransportChoice
  /** `automatic`: required over TLS, off otherwise. */
  readonly srtp: SrtpMode
  /** Seconds between two registrations, as the device asks for. */
  readonly expiry: number
  /** Audio codecs that are offered, the first preferred. */
  readonly codecs: Codec[]
  /** Name or address of the time server; empty: this server. */
  readonly ntpServer: string
  /** Whether the device takes its VLAN from the switch port it is plugged into (LLDP-MED). */
  readonly lldp: boolean
  /** VLAN of voice, 1 to 4094; 0: none is set. */
  readonly vlan: number
  /** 802.1p priority of voice in that VLAN, 0 to 7. */
  readonly vlanPriority: number
  /** Whether the device fetches its configuration again every night. */
  readonly nightlySync: boolean
  /** Whether the device's own web page can be opened. */
  readonly webPage: boolean
}

export const transportChoices = ['automatic', 'udp', 'tcp', 'tls'] as const
export type TransportChoice = (typeof transportChoices)[number]

export const srtpModes = ['automatic', 'off', 'optional', 'required'] as const
export type SrtpMode = (typeof srtpModes)[number]

export const codecs = ['g722', 'pcma', 'pcmu', 'g729', 'opus'] as const
export type Codec = (typeof codecs)[number]

export const defaultSettings: DeviceSettings = {
  transport: 'udp',
  srtp: 'automatic',
  expiry: 120,
  codecs: ['g722', 'pcma', 'pcmu'],
  ntpServer: '',
  lldp: true,
  vlan: 0,
  vlanPriority: 5,
  nightlySync: true,
  webPage: true,
}
