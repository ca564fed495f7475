import { z } from 'zod'
import { languages } from '#domain/language.ts'
import { Id, requiredLine, Timestamp } from './common.ts'

export const VpbxInput = z.strictObject({
  name: requiredLine(80),
  /** Language of the phones and of new users. */
  language: z.enum(languages).default('fr'),
  /** ISO 3166 code: tones of the phones, reading of public numbers. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'field.invalid')
    .default('CH'),
  timeZone: z.string().max(60, 'field.tooLong').refine(isTimeZone, 'field.invalid').default('Europe/Zurich'),
})
export const VpbxChange = z.strictObject({
  name: VpbxInput.shape.name.optional(),
  language: z.enum(languages).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'field.invalid')
    .optional(),
  timeZone: z.string().max(60, 'field.tooLong').refine(isTimeZone, 'field.invalid').optional(),
  /** Whether its users may telephone in the browser. */
  webPhone: z.boolean().optional(),
})

export const Vpbx = z.object({
  id: Id,
  name: z.string(),
  language: z.enum(languages),
  country: z.string(),
  timeZone: z.string(),
  webPhone: z.boolean(),
  createdAt: Timestamp,
  extensionCount: z.int(),
  deviceCount: z.int(),
})
export type Vpbx = z.output<typeof Vpbx>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name.includes('/') || name === 'UTC'
  } catch {
    return false
  }
}
