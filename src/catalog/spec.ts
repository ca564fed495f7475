import { z } from 'zod'
import { transports } from '#domain/device.ts'
import { codecs, defaultSettings, srtpModes } from '#domain/device-settings.ts'
import { functionKeyTypes } from '#domain/function-key.ts'
import { languages } from '#domain/language.ts'
import { isTimeZone } from './toolkit/clock.ts'

/** SIP data of one line as it goes into a device. */
export const LineSpec = z.strictObject({
  /** Goes into SIP addresses of every maker, so only what needs no escaping in any of them. */
  number: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[0-9A-Za-z*+._-]+$/, 'must hold digits, letters, * + . _ or - only'),
  displayName: z.string().max(200),
  authName: z.string().min(1).max(128),
  password: z.string().min(1).max(128),
  /** A fax machine hangs on this port of a gateway. */
  fax: z.boolean().default(false),
})

const MacSpec = z.string().regex(/^[0-9A-F]{12}$/, 'must be 12 upper-case hexadecimal digits without separators')

/** Digits of a DECT identity: 13 octal-like characters of an IPUI, or 10 hexadecimal of an RFPI or IPUI-N; separators gone. */
const DectIdentity = z.string().regex(/^[0-9A-F]{10,13}$/, 'must be 10 to 13 hexadecimal digits')

/** The settings that hold for this device once the layers are laid over each other (#domain/device-settings.ts). */
const SettingsSpec = z
  .strictObject({
    srtp: z.enum(srtpModes).default(defaultSettings.srtp),
    expiry: z.int().min(60).max(3600).default(defaultSettings.expiry),
    codecs: z
      .array(z.enum(codecs))
      .min(1)
      .default([...defaultSettings.codecs]),
    ntpServer: z
      .string()
      .max(253)
      .regex(/^[0-9A-Za-z.:_-]*$/, 'must be a DNS name or an IP address')
      .default(defaultSettings.ntpServer),
    lldp: z.boolean().default(defaultSettings.lldp),
    vlan: z.int().min(0).max(4094).default(defaultSettings.vlan),
    vlanPriority: z.int().min(0).max(7).default(defaultSettings.vlanPriority),
    nightlySync: z.boolean().default(defaultSettings.nightlySync),
    webPage: z.boolean().default(defaultSettings.webPage),
  })
  .prefault({})

export const KeySpec = z.strictObject({
  slot: z.int().min(1),
  /** A type of the common list, or one that the model has beyond it. */
  type: z.union([z.enum(functionKeyTypes), z.string().max(40)]),
  value: z.string().max(200).optional(),
  label: z.string().max(200).optional(),
  /** Which line slot of the device the key works on; absent: the first. */
  line: z.int().min(1).optional(),
})

/** Everything that the configuration of one device depends on. `raccord render --spec` reads the same shape. */
export const DeviceSpec = z.strictObject({
  model: z.string(),
  /** A DNS name or an IP address, without port. */
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[0-9A-Za-z.:_-]+$/, 'must be a DNS name or an IP address, without port'),
  provisioningPort: z.int().min(1).max(65535).default(8448),
  accessKey: z.string().regex(/^[0-9a-f]{48}$/, 'must be 48 lower-case hexadecimal digits'),
  mac: MacSpec.optional(),
  language: z.enum(languages).default('fr'),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone of the IANA list').default('Europe/Zurich'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters')
    .default('CH'),
  transport: z.enum(transports).default('udp'),
  /** Absent: 5060, or 5061 for tls. */
  sipPort: z.int().min(1).max(65535).optional(),
  voicemail: z.string().max(40).default('*86'),
  /** The CA that signed the server's certificate, PEM; for models that take one in their configuration. */
  caCertificate: z.string().optional(),
  line: LineSpec.optional(),
  /** Further line slots; slot 1 is `line`. */
  ports: z.array(z.strictObject({ slot: z.int().min(2), line: LineSpec })).default([]),
  /** Handsets of a DECT base: each with a line of its own, in a place from 1. */
  handsets: z
    .array(
      z.strictObject({
        slot: z.int().min(1),
        model: z.string(),
        line: LineSpec,
        ipui: DectIdentity.optional(),
      }),
    )
    .default([]),
  /** Of a DECT base: what a handset is asked for when it is paired, and the bases of one multicell system, the primary first. */
  pairingPin: z
    .string()
    .regex(/^[0-9]{4,8}$/, 'must be 4 to 8 digits')
    .optional(),
  cells: z.array(z.strictObject({ mac: MacSpec, rfpi: DectIdentity.optional() })).default([]),
  adminPassword: z.string().max(40).optional(),
  userName: z.string().max(200).optional(),
  userPassword: z.string().max(40).optional(),
  keys: z.array(KeySpec).default([]),
  modules: z.array(z.strictObject({ model: z.string(), keys: z.array(KeySpec).default([]) })).default([]),
  settings: SettingsSpec,
  /** The provider's extra lines: parameters of the maker's own, written last. */
  extra: z.array(z.strictObject({ name: z.string().max(120), value: z.string().max(500) })).default([]),
})
export type DeviceSpec = z.output<typeof DeviceSpec>
export type DeviceSpecInput = z.input<typeof DeviceSpec>
export type SettingsSpec = z.output<typeof SettingsSpec>
export type HandsetSpec = DeviceSpec['handsets'][number]
export type LineSpec = z.output<typeof LineSpec>
export type KeySpec = z.output<typeof KeySpec>
