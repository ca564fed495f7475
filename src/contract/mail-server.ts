import { z } from 'zod'
import { requiredLine, singleLine } from './common.ts'

export const MailServerInput = z.strictObject({
  host: requiredLine(253),
  port: z.int('field.invalid').min(1, 'field.invalid').max(65_535, 'field.invalid'),
  security: z.enum(['none', 'starttls', 'tls']),
  userName: singleLine(120).default(''),
  /** Write only. Null takes it away; absent leaves it. */
  password: singleLine(200).nullable().optional(),
  sender: z.email('email.invalid').max(120, 'field.tooLong'),
})
/** Null: no server is set, nothing can be sent. */
export const MailServer = z
  .object({
    host: z.string(),
    port: z.int(),
    security: z.enum(['none', 'starttls', 'tls']),
    userName: z.string(),
    passwordSet: z.boolean(),
    sender: z.string(),
  })
  .nullable()
export const MailTest = z.strictObject({ to: z.email('email.invalid').max(120, 'field.tooLong') })
/** `detail`: what the mail server said, without credentials. */
export const MailTestResult = z.object({ sent: z.boolean(), detail: z.string() })
