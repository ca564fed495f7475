import { z } from 'zod'
import { isSingleLine } from '#domain/text.ts'

/** Messages of the schemas are error codes (domain/errors.ts): the browser turns them into sentences at the field. */

export const Id = z.string().regex(/^[0-9a-f]{20}$/, 'field.invalid')

/** A text that a person types on one line: trimmed, no control characters. */
export function singleLine(max: number): z.ZodString {
  return z
    .string('field.required')
    .trim()
    .max(max, 'field.tooLong')
    .refine(isSingleLine, 'field.controlCharacter') as z.ZodString
}

export function requiredLine(max: number): z.ZodString {
  return singleLine(max).min(1, 'field.required')
}

/** Milliseconds since 1970, UTC. */
export const Timestamp = z.int()

export const Ok = z.strictObject({ ok: z.literal(true) })

/** Every refusal. `fields` maps a dotted path of the request to the code of what is wrong there. */
const ErrorReply = z.object({
  error: z.string(),
  fields: z.record(z.string(), z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ErrorReply = z.output<typeof ErrorReply>
