import { z } from 'zod'
import { Id, Ok } from '../common.ts'
import { CurrentSession, OwnPassword, OwnSettings, Session, SignIn } from '../session.ts'
import { route } from './route.ts'

/** Signing in and out, and the own sessions. */
export const sessionRoutes = {
  'session.signIn': route('POST', '/api/session', 'public', 'Sign in', { body: SignIn, reply: CurrentSession }),
  'session.current': route('GET', '/api/session', 'ownSession', 'Who is signed in', { reply: CurrentSession }),
  'session.signOut': route('DELETE', '/api/session', 'ownSession', 'Sign out', { reply: Ok }),
  'session.renewPassword': route(
    'POST',
    '/api/session/password',
    'ownSession',
    'Change the own password; ends the other sessions',
    { body: OwnPassword, reply: Ok },
  ),
  'session.settings': route('PATCH', '/api/session/settings', 'ownSession', 'Own language', {
    body: OwnSettings,
    reply: Ok,
  }),
  'sessions.list': route('GET', '/api/sessions', 'user', 'Own sessions', { reply: z.array(Session) }),
  'sessions.end': route('DELETE', '/api/sessions/:sessionId', 'user', 'End one of the own sessions', {
    params: z.object({ sessionId: Id }),
    reply: Ok,
  }),
} as const
