import { z } from 'zod'
import { isInternalNumber } from '#domain/number.ts'
import { Id, requiredLine } from './common.ts'

const fields = {
  number: z.string('field.required').trim().refine(isInternalNumber, 'number.invalid'),
  name: requiredLine(60),
  /** All members ring together, or one after the other. */
  strategy: z.enum(['all', 'turn']),
  ringSeconds: z.int('field.invalid').min(5, 'field.invalid').max(120, 'field.invalid'),
  /** Members in their order. */
  extensionIds: z.array(Id).max(100, 'field.tooLong'),
}

export const TeamInput = z.strictObject({
  ...fields,
  strategy: fields.strategy.default('all'),
  ringSeconds: fields.ringSeconds.default(20),
})
export const TeamChange = z.strictObject(fields).partial()

export const Team = z.object({
  id: Id,
  vpbxId: Id,
  number: z.string(),
  name: z.string(),
  strategy: z.enum(['all', 'turn']),
  ringSeconds: z.int(),
  members: z.array(z.object({ id: Id, number: z.string(), displayName: z.string() })),
})
export type Team = z.output<typeof Team>
