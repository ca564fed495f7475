import { z } from 'zod'
import { roles } from '#domain/actor.ts'
import { languages } from '#domain/language.ts'
import { Id, requiredLine, Timestamp } from './common.ts'

const Login = z
  .string('field.required')
  .trim()
  .min(1, 'field.required')
  .max(80, 'field.tooLong')
  .regex(/^[\p{L}\p{N}._@+-]+$/u, 'login.invalid')

const fields = {
  displayName: requiredLine(80),
  email: z.string().trim().max(200, 'field.tooLong').refine(isEmailOrEmpty, 'email.invalid'),
  role: z.enum(['administrator', 'user']),
  language: z.enum(languages),
  /** The extensions whose lines this user manages. */
  extensionIds: z.array(Id).max(200, 'field.tooLong'),
}

export const UserInput = z.strictObject({
  login: Login,
  ...fields,
  email: fields.email.default(''),
  language: fields.language.default('fr'),
  extensionIds: fields.extensionIds.default([]),
})
/** What is left out stays as it is. */
export const UserChange = z.strictObject(fields).partial()

export const User = z.object({
  id: Id,
  login: z.string(),
  displayName: z.string(),
  email: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  extensionIds: z.array(Id),
  mustRenewPassword: z.boolean(),
  lastSignInAt: Timestamp.nullable(),
})
export type User = z.output<typeof User>

/** Shown once; the user must renew it at the next sign-in. */
export const OneTimePassword = z.object({ user: User, password: z.string() })

function isEmailOrEmpty(text: string): boolean {
  return text === '' || z.email().safeParse(text).success
}
