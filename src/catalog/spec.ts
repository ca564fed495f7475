import { z } from 'zod'
import { transports } from '#domain/device.ts'
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
})

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
  mac: z
    .string()
    .regex(/^[0-9A-F]{12}$/, 'must be 12 upper-case hexadecimal digits without separators')
    .optional(),
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
  handsets: z.array(z.strictObject({ slot: z.int().min(1), model: z.string(), line: LineSpec })).default([]),
  adminPassword: z.string().max(40).optional(),
  userName: z.string().max(200).optional(),
  userPassword: z.string().max(40).optional(),
  keys: z.array(KeySpec).default([]),
  modules: z.array(z.strictObject({ model: z.string(), keys: z.array(KeySpec).default([]) })).default([]),
})
export type DeviceSpec = z.output<typeof DeviceSpec>
export type DeviceSpecInput = z.input<typeof DeviceSpec>
export type LineSpec = z.output<typeof LineSpec>
export type KeySpec = z.output<typeof KeySpec>
