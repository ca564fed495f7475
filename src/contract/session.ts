import { z } from 'zod'
import { roles } from '#domain/actor.ts'
import { languages } from '#domain/language.ts'
import { isSingleLine } from '#domain/text.ts'
import { Id, Timestamp } from './common.ts'

export const SignIn = z.strictObject({
  login: z
    .string('field.required')
    .min(1, 'field.required')
    .max(120, 'field.tooLong')
    .refine(isSingleLine, 'field.controlCharacter'),
  password: z.string('field.required').min(1, 'field.required').max(200, 'field.tooLong'),
})

const CurrentUser = z.object({
  id: Id,
  login: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  /** Null for a provider. */
  vpbx: z.object({ id: Id, name: z.string() }).nullable(),
  /** Until it is done, every other route answers session.passwordRenewalRequired. */
  mustRenewPassword: z.boolean(),
})

export const CurrentSession = z.object({
  user: CurrentUser,
  /** Sent back in the header X-CSRF-Token with every request that changes something. */
  csrfToken: z.string(),
  providerName: z.string(),
  /** What the provider calls the apps for smartphones. */
  appName: z.string(),
})
export type CurrentSession = z.output<typeof CurrentSession>

export const OwnPassword = z.strictObject({
  current: z.string('field.required').min(1, 'field.required').max(200, 'field.tooLong'),
  next: z.string('field.required').min(10, 'password.tooWeak').max(200, 'field.tooLong'),
})

export const OwnSettings = z.strictObject({ language: z.enum(languages) })

export const Session = z.object({
  id: Id,
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
  ip: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
})
