import type { LineContext } from '#contract/line.ts'
import type { CurrentSession } from '#contract/session.ts'
import type { WebPhone } from '#contract/web-phone.ts'
import type { Language } from '#domain/language.ts'
import { ApiError } from '../admincenter/api-error.ts'

export type { CurrentSession, LineContext, WebPhone }

let csrfToken = ''

/** Refusals are thrown as ApiError. */
async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(method !== 'GET' && { 'x-csrf-token': csrfToken }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError('offline')
  })
  if (!response.ok) throw await ApiError.of(response)
  // The server answers what its contract says.
  return (await response.json()) as T
}

function remembered(session: CurrentSession): CurrentSession {
  csrfToken = session.csrfToken
  return session
}

export async function signIn(login: string, password: string): Promise<CurrentSession> {
  return remembered(await call<CurrentSession>('POST', '/api/session', { login, password }))
}

/** Null when nobody is signed in. */
export async function currentSession(): Promise<CurrentSession | null> {
  try {
    return remembered(await call<CurrentSession>('GET', '/api/session'))
  } catch (error) {
    if (error instanceof ApiError && error.code === 'session.required') return null
    throw error
  }
}

export const signOut = () => call<unknown>('DELETE', '/api/session')
export const renewPassword = (current: string, next: string) =>
  call<unknown>('POST', '/api/session/password', { current, next })
export const setLanguage = (language: Language) => call<unknown>('PATCH', '/api/session/settings', { language })
export const ownLines = () => call<LineContext[]>('GET', '/api/web-phone/lines')
export const startPhone = (lineId: string) => call<WebPhone>('POST', '/api/web-phone', { lineId })
export const stopPhone = (id: string) => call<unknown>('DELETE', `/api/web-phone/${id}`)
