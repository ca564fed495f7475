import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from '#contract/routes/route.ts'
import type { Actor, Role } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'
import type { SessionOf, SessionService } from '#services/sessions.ts'
import { clientAddress } from './client-address.ts'

// __Host-: the browser takes it over TLS alone, for this host alone, and no subdomain can set it.
const cookieName = '__Host-raccord'

/** The session's token in a Cookie header that no framework has read; null when there is none. */
export function sessionCookieOf(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === cookieName)?.[1] ?? null
}

const cookie = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, cookie)
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName, cookie)
}

const admitted: Record<Exclude<Route['access'], 'public'>, readonly Role[]> = {
  ownSession: ['provider', 'administrator', 'user'],
  user: ['provider', 'administrator', 'user'],
  administrator: ['provider', 'administrator'],
  provider: ['provider'],
}

export type Admittance = ReturnType<typeof createAdmittance>

/** Decides who gets to a route at all: signed in, of a role it is for, with a request that the own page sent. */
export function createAdmittance(sessions: SessionService) {
  const found = new WeakMap<FastifyRequest, SessionOf>()

  async function admit(
    route: Pick<Route, 'access' | 'method'>,
    request: FastifyRequest,
    { touch }: { touch: boolean } = { touch: true },
  ): Promise<Actor | null> {
    requireOwnOrigin(request)
    if (route.access === 'public') return null
    const token = request.cookies[cookieName]
    const session = token ? await sessions.find(token, clientAddress(request.socket.remoteAddress), { touch }) : null
    if (!session) throw new AppError('session.required')
    if (route.method !== 'GET') requireCsrfToken(request, session)
    if (session.user.must_renew_password && route.access !== 'ownSession')
      throw new AppError('session.passwordRenewalRequired')
    // Whom a route is not for, it does not exist for.
    if (!admitted[route.access].includes(session.actor.role)) throw new AppError('notFound')
    found.set(request, session)
    return session.actor
  }

  /** The session of a request that was admitted. */
  function sessionOf(request: FastifyRequest): SessionOf {
    const session = found.get(request)
    if (!session) throw new AppError('session.required')
    return session
  }

  return { admit, sessionOf }
}

/** Browsers say where a request comes from; one from another site is none of ours, sign-in included. Programs without a browser send no such header. */
function requireOwnOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin') throw new AppError('session.csrf')
}

function requireCsrfToken(request: FastifyRequest, { session }: SessionOf): void {
  const sent = Buffer.from(String(request.headers['x-csrf-token'] ?? ''))
  const expected = Buffer.from(session.csrf_token)
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw new AppError('session.csrf')
}
