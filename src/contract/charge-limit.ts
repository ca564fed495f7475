import { z } from 'zod'
import { Id } from './common.ts'
import { Amount } from './tariff.ts'

const Limit = z.int('field.invalid').min(0, 'field.invalid').max(1_000_000_000_000_000, 'field.invalid').nullable()

/** TopStop of a vPBX, an account or a line. Null: no limit of that kind. */
export const ChargeLimitInput = z.strictObject({
  monthLimit: Limit,
  dayLimit: Limit,
  /** Per cent of a limit at which a mail goes out. */
  threshold: z.int('field.invalid').min(1, 'field.invalid').max(100, 'field.invalid').default(90),
  email: z.union([z.literal(''), z.email('email.invalid').max(120, 'field.tooLong')]).default(''),
})

export const ChargeLimit = z.object({
  scope: z.object({ kind: z.enum(['vpbx', 'account', 'line']), id: Id }),
  monthLimit: Amount.nullable(),
  dayLimit: Amount.nullable(),
  threshold: z.int(),
  email: z.string(),
  /** Null: no limit has been set. An administrator may lower, not raise or remove, what the provider set. */
  setBy: z.enum(['administrator', 'provider']).nullable(),
  /** Null: the vPBX has no tariff, so that nothing can be charged. */
  currency: z.string().nullable(),
  /** With what running calls have cost so far. */
  monthUse: Amount,
  dayUse: Amount,
  state: z.enum(['open', 'nearLimit', 'reached']),
  /** Provider's calendar, YYYY-MM-DD. */
  today: z.string(),
  timeZone: z.string(),
  /** Of the last 31 days, the oldest first; days without charges are there with 0. */
  days: z.array(z.object({ day: z.string(), amount: Amount })),
})
export type ChargeLimit = z.output<typeof ChargeLimit>
