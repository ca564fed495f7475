import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '#web/api.gen.ts'
import { ApiError } from './api-error.ts'

let csrfToken = ''

/** The token of the session; sent along with every request that changes something. */
export function setCsrfToken(token: string): void {
  csrfToken = token
}

const manners: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken)
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await ApiError.of(response)
  },
  onError({ error }) {
    return error instanceof ApiError ? error : new ApiError('offline')
  },
}

/** The API, typed from its description. Refusals are thrown as ApiError. */
export const api = createClient<paths>({ baseUrl: window.location.origin })
api.use(manners)

/** What a call answered; the middleware has thrown for everything that is no answer. */
export async function answerOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  if (data === undefined) throw new ApiError('unexpected')
  return data
}
