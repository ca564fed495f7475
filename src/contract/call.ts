import { z } from 'zod'
import { callKinds, endReasons } from '#domain/call.ts'
import { languages } from '#domain/language.ts'
import { Id, Timestamp } from './common.ts'
import { Amount } from './tariff.ts'

const CallId = z.string().regex(/^[0-9a-zA-Z.:-]{1,64}$/, 'field.invalid')

const Party = z.object({
  /** Null: not a line of this installation, or not the reader's to know. */
  lineId: Id.nullable(),
  number: z.string(),
  name: z.string(),
})

/** A call record. `endedAt` null: it runs. */
export const Call = z.object({
  id: CallId,
  vpbxId: Id,
  vpbxName: z.string(),
  kind: z.enum(callKinds),
  startedAt: Timestamp,
  answeredAt: Timestamp.nullable(),
  endedAt: Timestamp.nullable(),
  caller: Party,
  dialled: z.string(),
  callee: Party,
  /** Who pays when it is not the caller: the line that forwards. */
  payer: Party.nullable(),
  trunkName: z.string().nullable(),
  /** Name of the destination in the tariff. */
  destination: z.string().nullable(),
  cost: Amount,
  currency: z.string().nullable(),
  /** SIP status at the end: 200 after a conversation. */
  endCode: z.int().nullable(),
  /** Why it ended, one word; text in i18n under `callEnd`. */
  endReason: z.enum(endReasons).nullable(),
})
export type Call = z.output<typeof Call>

export const RunningCallsQuery = z.strictObject({ vpbxId: Id.optional() })
export const CallParams = z.object({ callId: CallId })

/** Newest first; `before` is `next` of the page before. Days are of the provider's calendar. */
const filter = {
  vpbxId: Id.optional(),
  lineId: Id.optional(),
  extensionId: Id.optional(),
  kind: z.enum(callKinds).optional(),
  /** Only answered, only missed, only with a cost. */
  only: z.enum(['answered', 'missed', 'charged']).optional(),
  /** Part of a number. */
  q: z.string().max(60, 'field.tooLong').optional(),
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'field.invalid')
    .optional(),
  /** Inclusive. */
  to: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'field.invalid')
    .optional(),
}
export const CallQuery = z.strictObject({
  ...filter,
  before: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-zA-Z.:-]{1,64}$/, 'field.invalid')
    .optional(),
})
export const CallPage = z.object({
  calls: z.array(Call),
  next: z.string().nullable(),
  /** Over everything that the filter finds. */
  total: z.object({
    calls: z.int(),
    seconds: z.int(),
    costs: z.array(z.object({ currency: z.string(), cost: Amount })),
  }),
})
export const CallExportQuery = z.strictObject({ ...filter, language: z.enum(languages).default('fr') })
export const CallExport = z.object({ csv: z.string(), truncated: z.boolean() })

/** One day by the hour of the provider's calendar. */
export const CallChartQuery = z.strictObject({ vpbxId: Id.optional(), day: filter.from })
export const CallChart = z.object({
  day: z.string(),
  hours: z.array(
    z.object({
      hour: z.int(),
      internal: z.int(),
      outgoing: z.int(),
      incoming: z.int(),
      /** Most at a time. */ peak: z.int(),
    }),
  ),
})

/** How many contacts are registered, by make. */
export const RegistrationsByMake = z.array(
  z.object({ make: z.string().nullable(), devices: z.int(), registered: z.int() }),
)
