import type { FastifyRequest } from 'fastify'
import type { ProviderService } from '#services/provider.ts'
import type { Client, SessionOf, SessionService } from '#services/sessions.ts'
import type { VpbxService } from '#services/vpbxs.ts'
import { type Admittance, clearSessionCookie, setSessionCookie } from './admission.ts'
import type { HandlersOf } from './api.ts'
import { clientAddress } from './client-address.ts'

export interface SessionRouteParts {
  sessions: SessionService
  provider: ProviderService
  vpbxs: VpbxService
  admittance: Admittance
}

export function sessionRoutes(parts: SessionRouteParts): HandlersOf<'session'> & HandlersOf<'sessions'> {
  const { sessions, provider, vpbxs, admittance } = parts

  async function present({ session, user, actor }: SessionOf) {
    const names = await provider.names()
    const vpbx = user.vpbx_id === null ? null : await vpbxs.get(actor, user.vpbx_id)
    return {
      user: {
        id: user.id,
        login: user.login,
        displayName: user.display_name,
        role: user.role,
        language: user.language,
        vpbx: vpbx && { id: vpbx.id, name: vpbx.name },
        mustRenewPassword: user.must_renew_password === 1,
      },
      csrfToken: session.csrf_token,
      providerName: names.provider,
      appName: names.app,
    }
  }

  return {
    'session.signIn': async ({ body, request, reply }) => {
      const { token, ...signedIn } = await sessions.signIn(body.login, body.password, clientOf(request))
      setSessionCookie(reply, token)
      return present(signedIn)
    },
    'session.current': async ({ request }) => present(admittance.sessionOf(request)),
    'session.signOut': async ({ request, reply }) => {
      await sessions.signOut(admittance.sessionOf(request))
      clearSessionCookie(reply)
      return { ok: true }
    },
    'session.renewPassword': async ({ body, request }) => {
      await sessions.renewPassword(admittance.sessionOf(request), body.current, body.next)
      return { ok: true }
    },
    'session.settings': async ({ actor, body }) => {
      await sessions.setLanguage(actor, body.language)
      return { ok: true }
    },
    'sessions.list': async ({ actor, request }) => {
      const current = admittance.sessionOf(request).session.id
      return (await sessions.list(actor)).map((session) => ({
        id: session.id,
        createdAt: session.created_at,
        lastSeenAt: session.last_seen_at,
        ip: session.ip,
        userAgent: session.user_agent,
        current: session.id === current,
      }))
    },
    'sessions.end': async ({ actor, params }) => {
      await sessions.end(actor, params.sessionId)
      return { ok: true }
    },
  }
}

function clientOf(request: FastifyRequest): Client {
  return { ip: clientAddress(request.socket.remoteAddress), userAgent: request.headers['user-agent'] ?? '' }
}
