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

export const UserInput = z.strictObject({
  login: Login,
  displayName: requiredLine(80),
  email: z.string().trim().max(200, 'field.tooLong').refine(isEmailOrEmpty, 'email.invalid').default(''),
  role: z.enum(['administrator', 'user']),
  language: z.enum(languages).default('fr'),
  /** The extensions whose lines this user manages. */
  extensionIds: z.array(Id).max(200, 'field.tooLong').default([]),
})
export const UserChange = UserInput.omit({ login: true }).partial().strict()

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
