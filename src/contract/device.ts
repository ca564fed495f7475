import { z } from 'zod'
import { deviceKinds, macProvisioningStates } from '#domain/device.ts'
import { isDevicePassword } from '#domain/device-password.ts'
import { functionKeyTypes } from '#domain/function-key.ts'
import { isGroupMac, parseMac } from '#domain/mac.ts'
import { Id, singleLine, Timestamp } from './common.ts'

/** Empty: a random password is made and never shown. */
const DevicePassword = z
  .string()
  .trim()
  .refine((text) => text === '' || isDevicePassword(text), 'devicePassword.invalid')

/** Twelve hexadecimal digits, separators tolerated; kept as 00041345C9BF; empty for none. */
const MacInput = z
  .string()
  .max(40, 'mac.invalid')
  .trim()
  .transform((text, context) => {
    if (text === '') return ''
    const mac = parseMac(text)
    if (mac !== null && !isGroupMac(mac)) return mac
    context.addIssue({ code: 'custom', message: mac === null ? 'mac.invalid' : 'mac.group' })
    return z.NEVER
  })

export const DeviceInput = z.strictObject({
  model: z.string('field.required').min(1, 'field.required').max(80, 'model.unknown'),
})

export const DeviceChange = z.strictObject({
  /** A word of the person's own, e.g. where the phone stands. */
  note: singleLine(80).optional(),
  /** Absent: unchanged. Empty: a random one takes its place. */
  adminPassword: DevicePassword.optional(),
  userName: singleLine(64).optional(),
  userPassword: DevicePassword.optional(),
  mac: MacInput.optional(),
  macProvisioning: z.enum(macProvisioningStates).optional(),
})

const LastAccess = z.object({
  at: Timestamp,
  ip: z.string(),
  make: z.string().nullable(),
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  mac: z.string().nullable(),
})

const ModelBrief = z.object({ id: z.string(), name: z.string(), vendorName: z.string(), kind: z.enum(deviceKinds) })

/** A device as the list of the tab Téléphones shows it. */
export const Device = z.object({
  id: Id,
  vpbxId: Id,
  lineId: Id,
  model: ModelBrief,
  note: z.string(),
  mac: z.string().nullable(),
  macProvisioning: z.enum(macProvisioningStates),
  lastAccess: LastAccess.nullable(),
  /** How many contacts the switch holds for it; null while the switch does not answer. */
  registrationCount: z.int().nullable(),
  createdAt: Timestamp,
  keyRenewedAt: Timestamp,
})
export type Device = z.output<typeof Device>

const PasswordRule = z.object({
  maxLength: z.int(),
  /** A person set it; else it is random and nobody knows it. */
  set: z.boolean(),
})

/** What the dialog Détails… needs; a part that the model does not have is null and not shown. */
export const DeviceDetails = z.object({
  device: Device,
  adminPassword: PasswordRule.nullable(),
  userName: z.object({ maxLength: z.int(), value: z.string() }).nullable(),
  userPassword: PasswordRule.nullable(),
  canRestart: z.boolean(),
  canResync: z.boolean(),
  hasManualSteps: z.boolean(),
  /** Name of the maker's redirect service; null when the type has none. */
  redirectService: z.string().nullable(),
  /** The installation can use that service; while false the fields are not there and a line says why. */
  redirectAvailable: z.boolean(),
  slots: z.array(z.object({ slot: z.int(), lineId: Id, number: z.string(), authName: z.string() })),
})
export type DeviceDetails = z.output<typeof DeviceDetails>

/** The passwords that a person set (M4); random ones stay unknown: null. */
export const DevicePasswords = z.object({
  admin: z.string().nullable(),
  userName: z.string(),
  user: z.string().nullable(),
})

export const ManualInstructions = z.object({
  link: z.string(),
  steps: z.array(z.object({ verb: z.string(), params: z.record(z.string(), z.string()) })),
})

export const Access = z.object({
  id: Id,
  at: Timestamp,
  ip: z.string(),
  userAgent: z.string(),
  file: z.string(),
  /** HTTP status that was answered. */
  status: z.int(),
  make: z.string().nullable(),
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  mac: z.string().nullable(),
})

/** To one contact when it is named, else to all of the device. */
export const NotifyInput = z.strictObject({ ruid: z.string().max(120, 'device.unknownContact').optional() })
export const NotifyReply = z.object({
  results: z.array(z.object({ contact: z.string(), code: z.int(), reason: z.string() })),
})

export const Registration = z.object({
  ruid: z.string(),
  /** Null: registered with the account's own data (a device that is not on the list). */
  deviceId: Id.nullable(),
  deviceName: z.string().nullable(),
  userAgent: z.string(),
  sourceIp: z.string().nullable(),
  sourcePort: z.int().nullable(),
  contact: z.string(),
  transport: z.enum(['udp', 'tcp', 'tls', 'ws', 'wss']),
  since: Timestamp.nullable(),
  lastRegisteredAt: Timestamp,
  expiresAt: Timestamp,
  stale: z.boolean(),
})
export type Registration = z.output<typeof Registration>

export const Model = z.object({
  id: z.string(),
  vendor: z.string(),
  vendorName: z.string(),
  name: z.string(),
  kind: z.enum(deviceKinds),
  lineSlots: z.int(),
  keyCount: z.int(),
  moduleMax: z.int(),
  keyTypes: z.array(z.enum(functionKeyTypes)),
  /** Switched off by the provider: existing devices stay, new ones are not offered. */
  available: z.boolean(),
})
export type Model = z.output<typeof Model>

export const ModelChange = z.strictObject({ available: z.boolean() })
