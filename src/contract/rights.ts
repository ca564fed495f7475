import { z } from 'zod'
import { tariffClasses } from '#domain/tariff-class.ts'
import { Id, singleLine } from './common.ts'
import { Network } from './trunk.ts'

const Barred = z.array(z.enum(tariffClasses)).max(tariffClasses.length, 'field.tooLong')
const MaxCalls = z.int('field.invalid').min(1, 'field.invalid').max(10_000, 'field.invalid').nullable()
const Networks = z.array(Network).max(50, 'field.tooLong')
/** As it is typed; read in the country of the vPBX. */
const PublicNumber = z.string('field.invalid').trim().max(40, 'publicNumber.invalid').nullable()
/** Who closed the way to the public network; an administrator does not open what the provider closed. */
const blockedBy = z.enum(['administrator', 'provider']).nullable()

/** Fields that are left out stay. `maxCalls` and `tariffId` are the provider's. */
export const VpbxRightsChange = z
  .strictObject({
    blocked: z.boolean(),
    barred: Barred,
    maxCalls: MaxCalls,
    networks: Networks,
    tariffId: Id.nullable(),
    mainNumber: PublicNumber,
  })
  .partial()
export const VpbxRights = z.object({
  blockedBy,
  barred: Barred,
  maxCalls: MaxCalls,
  networks: z.array(z.string()),
  /** Null: the default tariff. */
  tariffId: Id.nullable(),
  tariffName: z.string().nullable(),
  currency: z.string().nullable(),
  mainNumber: z.string().nullable(),
  /** E.164 of all public lines of the vPBX: what may be shown. */
  publicNumbers: z.array(z.string()),
  emergencyNumbers: z.array(z.string()),
})

export const AccountRightsChange = z
  .strictObject({ blocked: z.boolean(), barred: Barred, maxCalls: MaxCalls })
  .partial()
export const AccountRights = z.object({ blockedBy, barred: Barred, maxCalls: MaxCalls })

export const LineRightsChange = z
  .strictObject({
    blocked: z.boolean(),
    barred: Barred,
    networks: Networks,
    shownNumber: PublicNumber,
    withheld: z.boolean(),
    emergencyNumber: PublicNumber,
    emergencyLocation: singleLine(120),
  })
  .partial()
export const LineRights = z.object({
  blockedBy,
  barred: Barred,
  networks: z.array(z.string()),
  /** Chosen; null: by the rule. */
  shownNumber: z.string().nullable(),
  /** What is shown as things stand; null: nothing can be. */
  effectiveNumber: z.string().nullable(),
  withheld: z.boolean(),
  emergencyNumber: z.string().nullable(),
  emergencyLocation: z.string(),
  publicNumbers: z.array(z.string()),
  /** The widest level that closes public calls for this line, whatever the line itself says. */
  blockedAt: z.enum(['vpbx', 'account', 'line']).nullable(),
})
