import { z } from 'zod'
import { Id, Ok } from '../common.ts'
import { LineContext } from '../line.ts'
import { WebPhone, WebPhoneStart } from '../web-phone.ts'
import { type Route, route } from './route.ts'
import { sessionRoutes } from './session-routes.ts'

/** The API of the Web-Phone's port: the session of the AdminCenter, and the telephone. */
export const webPhoneRoutes = {
  'session.signIn': sessionRoutes['session.signIn'],
  'session.current': sessionRoutes['session.current'],
  'session.signOut': sessionRoutes['session.signOut'],
  'session.renewPassword': sessionRoutes['session.renewPassword'],
  'session.settings': sessionRoutes['session.settings'],
  'webPhone.lines': route('GET', '/api/web-phone/lines', 'user', 'The own lines on which one may telephone', {
    reply: z.array(LineContext),
  }),
  'webPhone.start': route('POST', '/api/web-phone', 'user', 'A telephone for this page', {
    body: WebPhoneStart,
    reply: WebPhone,
  }),
  'webPhone.stop': route('DELETE', '/api/web-phone/:phoneId', 'user', 'The page needs its telephone no more', {
    params: z.object({ phoneId: Id }),
    reply: Ok,
  }),
} as const satisfies Record<string, Route>
