import { z } from 'zod'
import { parseIpui, parseRfpi } from '#domain/dect.ts'
import { deviceKinds, macProvisioningStates, transports } from '#domain/device.ts'
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

/** As printed or shown, separators tolerated; empty for none. */
function dectIdentity(parse: (text: string) => string | null) {
  return z
    .string()
    .max(40, 'dectIdentity.invalid')
    .trim()
    .refine((text) => text === '' || parse(text) !== null, 'dectIdentity.invalid')
    .transform((text) => parse(text) ?? '')
}
const Ipui = dectIdentity(parseIpui)
const BaseSlot = z.int().min(1, 'baseStation.noPlace').max(1000, 'baseStation.noPlace')

export const DeviceInput = z.strictObject({
  model: z.string('field.required').min(1, 'field.required').max(80, 'model.unknown'),
  /** Of a handset: where it goes at once, and its identity. */
  baseStationId: Id.optional(),
  baseSlot: BaseSlot.optional(),
  ipui: Ipui.optional(),
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
  /** Of a handset: its base, null for none; of a base of a multicell system: the primary. */
  baseStationId: Id.nullable().optional(),
  /** Absent: the place it has there, or the first that is free. */
  baseSlot: BaseSlot.optional(),
  ipui: Ipui.optional(),
  rfpi: dectIdentity(parseRfpi).optional(),
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
  /** The home line. */
  lineId: Id,
  number: z.string(),
  /** Which slots of the device are the line that was asked for; none for a DECT base. */
  slots: z.array(z.int()),
  /** Numbers of its further slots; empty for a device of somebody else. */
  furtherNumbers: z.array(z.string()),
  /** False for a device of somebody else that serves the line as well: its names alone are shown. */
  manageable: z.boolean(),
  model: ModelBrief,
  note: z.string(),
  mac: z.string().nullable(),
  macProvisioning: z.enum(macProvisioningStates),
  lastAccess: LastAccess.nullable(),
  /** How many contacts the switch holds for it; null while the switch does not answer. */
  registrationCount: z.int().nullable(),
  /** Of a handset: its base. Of a base of a multicell system: the primary. */
  base: z
    .object({
      id: Id,
      lineId: Id,
      name: z.string(),
      note: z.string(),
      number: z.string(),
      slot: z.int().nullable(),
      manageable: z.boolean(),
    })
    .nullable(),
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
  /** False for what fetches nothing of its own: handsets, and apps that a person gives everything. */
  hasKey: z.boolean(),
  /** Name of the maker's redirect service; null when the type has none. */
  redirectService: z.string().nullable(),
  /** The installation can use that service; while false the fields are not there and a line says why. */
  redirectAvailable: z.boolean(),
  slots: z.array(z.object({ slot: z.int(), lineId: Id, number: z.string(), authName: z.string() })),
  /** How many there can be. */
  lineSlots: z.int(),
  /** Of a DECT handset: it has no file, link or key of its own. */
  handset: z.object({ ipui: z.string().nullable() }).nullable(),
  /** Of a DECT base. */
  baseStation: z
    .object({
      max: z.int(),
      /** Whether it takes its own identity, and which it has. */
      rfpi: z.object({ value: z.string().nullable() }).nullable(),
      pin: z.boolean(),
      /** Bases of one multicell system, at most. */
      cells: z.int(),
    })
    .nullable(),
})
export type DeviceDetails = z.output<typeof DeviceDetails>

/** The passwords that a person set (M4); random ones stay unknown: null. */
export const DevicePasswords = z.object({
  admin: z.string().nullable(),
  userName: z.string(),
  user: z.string().nullable(),
})

/** What stands on the device: in English, its factory state, alone or with the languages in which it is known. */
const MenuLabel = z.union([
  z.string(),
  z.object({ en: z.string(), fr: z.string().optional(), de: z.string().optional(), it: z.string().optional() }),
])

export const ManualStep = z.object({ verb: z.string(), params: z.record(z.string(), MenuLabel) })

export const ManualInstructions = z.object({ link: z.string(), steps: z.array(ManualStep) })

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

const Keys = z.object({
  count: z.int(),
  perPage: z.int(),
  layout: z.enum(['bothSides', 'left', 'right', 'below', 'touch', 'columns']),
})

export const Model = z.object({
  id: z.string(),
  vendor: z.string(),
  vendorName: z.string(),
  name: z.string(),
  kind: z.enum(deviceKinds),
  lineSlots: z.int(),
  keyCount: z.int(),
  /** For the drawing. */
  screen: z.enum(['none', 'text', 'mono', 'colour', 'touch']),
  keys: Keys.nullable(),
  moduleMax: z.int(),
  keyTypes: z.array(z.enum(functionKeyTypes)),
  /** Switched off by the provider: existing devices stay, new ones are not offered. */
  available: z.boolean(),
})
export type Model = z.output<typeof Model>

/** Everything that is known of a model; null: it cannot, or has none. The drawing is made from it. */
export const ModelDetails = Model.extend({
  keyLabels: z.enum(['display', 'paper']).nullable(),
  modules: z.array(z.object({ id: z.string(), name: z.string(), keys: Keys, keyLabels: z.enum(['display', 'paper']) })),
  /** Of a DECT base: how many handsets, and which. */
  handsets: z.object({ max: z.int(), names: z.array(z.string()) }).nullable(),
  /** Of a handset: the bases that take it. */
  bases: z.array(z.string()),
  fax: z.enum(['t38', 'g711']).nullable(),
  phonebook: z.boolean(),
  /** Greatest lengths. */
  passwords: z.object({ admin: z.int().nullable(), userName: z.int().nullable(), user: z.int().nullable() }),
  webLogin: z.object({ user: z.string(), password: z.string().nullable() }).nullable(),
  restart: z.boolean(),
  resync: z.boolean(),
  tlsVersions: z.array(z.string()),
  trust: z.enum(['caByUrl', 'caInline', 'caByHand', 'publicOnly']),
  takes: z.enum(['fullUrl', 'directory']),
  followsRedirect: z.boolean(),
  redirectService: z.string().nullable(),
  transport: z.enum(transports),
  srtp: z.boolean(),
  extraLines: z.boolean(),
  sources: z.array(z.string()),
})
export type ModelDetails = z.output<typeof ModelDetails>

export const ModelChange = z.strictObject({ available: z.boolean() })
