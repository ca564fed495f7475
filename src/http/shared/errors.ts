import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { AppError, type ErrorCode, errorStatus, type FieldErrors, isErrorCode } from '#domain/errors.ts'

/** What Fastify refuses by itself, in our words. */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported',
}

/** The one place where an error becomes an HTTP answer: `{ error, fields, params }`. What is not ours is logged and answered with `internal`. */
export function answerErrors(app: FastifyInstance, failed: (error: unknown) => void): void {
  app.setErrorHandler((thrown, _request, reply) => {
    const error = asAppError(thrown)
    if (error.code === 'internal') failed(thrown)
    const { code, fields, params, status } = error
    if (code === 'session.tooManyAttempts') reply.header('retry-after', String(params.seconds ?? 60))
    return reply.code(status).header('cache-control', 'no-store').send({ error: code, fields, params })
  })
}

function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (hasZodFastifySchemaValidationErrors(thrown)) return fromValidation(thrown)
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown }
  if (typeof code === 'string' && frameworkCodes[code]) return new AppError(frameworkCodes[code])
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return new AppError('request.invalid')
  return new AppError('internal')
}

/** A zod issue in Fastify's dress. */
interface Issue {
  keyword: string
  instancePath: string
  message?: string
  params: object
}

/** Schemas carry codes as messages; an id in the path that cannot be one is an id that nobody has. */
function fromValidation(thrown: { validation: Issue[]; validationContext?: unknown }): AppError {
  if (thrown.validationContext === 'params') return new AppError('notFound')
  const fields: FieldErrors = {}
  for (const { keyword, instancePath, message = '', params } of thrown.validation) {
    const path = instancePath.replace(/^\//, '').replaceAll('/', '.')
    if (keyword === 'unrecognized_keys' && 'keys' in params) {
      for (const key of (params.keys as string[]).slice(0, 20))
        fields[path === '' ? key.slice(0, 60) : `${path}.${key.slice(0, 60)}`] ??= 'field.unknown'
    } else {
      fields[path || 'body'] ??= isErrorCode(message) ? message : 'field.invalid'
    }
  }
  const codes = [...new Set(Object.values(fields))]
  const code = codes.length === 1 && codes[0] && errorStatus[codes[0]] === 400 ? codes[0] : 'request.invalid'
  return new AppError(code, { fields })
}
