import { z } from 'zod'
import { Id, requiredLine, singleLine } from './common.ts'

/** A network in CIDR notation, or one address; services check it. */
export const Network = z.string('field.invalid').trim().min(1, 'network.invalid').max(49, 'network.invalid')
const Country = z.string().regex(/^[A-Z]{2}$/, 'field.invalid')
const numberFormats = ['plus', 'digits', 'international'] as const

const fields = {
  name: requiredLine(60),
  enabled: z.boolean(),
  /** Name or address; checked by services. */
  host: requiredLine(253),
  /** 0: the transport's own, or what DNS says. */
  port: z.int('field.invalid').min(0, 'field.invalid').max(65_535, 'field.invalid'),
  transport: z.enum(['udp', 'tcp', 'tls']),
  /** From where its calls come; empty: from `host`. */
  networks: z.array(Network).max(50, 'field.tooLong'),
  registers: z.boolean(),
  digestName: singleLine(120),
  /** Write only. Null takes it away; absent leaves it. */
  password: singleLine(120).nullable().optional(),
  fromDomain: singleLine(253),
  numberFormat: z.enum(numberFormats),
  country: Country,
  srtp: z.boolean(),
  maxCalls: z.int('field.invalid').min(1, 'field.invalid').max(10_000, 'field.invalid').nullable(),
}

export const TrunkInput = z.strictObject({
  ...fields,
  enabled: fields.enabled.default(true),
  port: fields.port.default(0),
  transport: fields.transport.default('udp'),
  networks: fields.networks.default([]),
  registers: fields.registers.default(false),
  digestName: fields.digestName.default(''),
  fromDomain: fields.fromDomain.default(''),
  numberFormat: fields.numberFormat.default('plus'),
  country: fields.country.default('CH'),
  srtp: fields.srtp.default(false),
  maxCalls: fields.maxCalls.default(null),
})
export const TrunkChange = z.strictObject(fields).partial()

export const Trunk = z.object({
  ...fields,
  id: Id,
  password: z.undefined().optional(),
  passwordSet: z.boolean(),
  /** Null: it does not register, or the switch does not answer. */
  registered: z.boolean().nullable(),
  /** SIP status of the last REGISTER. */
  registerCode: z.int().nullable(),
  runningCalls: z.int(),
})
export type Trunk = z.output<typeof Trunk>

/** All trunks in the order in which they are tried. */
export const TrunkOrder = z.strictObject({ ids: z.array(Id).max(200, 'field.tooLong') })
