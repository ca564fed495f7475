import { z } from 'zod'
import { Id, Ok } from './common.ts'
import { LineContext } from './line.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { WebPhone, WebPhoneStart } from './web-phone.ts'

/** The API of the Web-Phone's port: the session of the AdminCenter, and the telephone. */
export const webPhoneRoutes = {
  'session.signIn': routes['session.signIn'],
  'session.current': routes['session.current'],
  'session.signOut': routes['session.signOut'],
  'session.renewPassword': routes['session.renewPassword'],
  'session.settings': routes['session.settings'],
  'webPhone.lines': {
    method: 'GET',
    path: '/api/web-phone/lines',
    summary: 'The own lines on which one may telephone',
    access: 'user',
    reply: z.array(LineContext),
  },
  'webPhone.start': {
    method: 'POST',
    path: '/api/web-phone',
    summary: 'A telephone for this page',
    access: 'user',
    body: WebPhoneStart,
    reply: WebPhone,
  },
  'webPhone.stop': {
    method: 'DELETE',
    path: '/api/web-phone/:phoneId',
    summary: 'The page needs its telephone no more',
    access: 'user',
    params: z.object({ phoneId: Id }),
    reply: Ok,
  },
} as const satisfies Record<string, Route>
