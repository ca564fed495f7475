import { z } from 'zod'
import { AuditPage, AuditQuery } from './audit.ts'
import { Id, Ok } from './common.ts'
import {
  Access,
  Device,
  DeviceChange,
  DeviceDetails,
  DeviceInput,
  DevicePasswords,
  ManualInstructions,
  Model,
  ModelChange,
  NotifyInput,
  NotifyReply,
  Registration,
} from './device.ts'
import {
  Extension,
  ExtensionChange,
  ExtensionInput,
  ExtensionName,
  Line,
  LineInput,
  RenewedSip,
  SipData,
  SipPassword,
} from './extension.ts'
import { LineContext } from './line.ts'
import { Provider, ProviderInput } from './provider.ts'
import { CurrentSession, OwnPassword, OwnSettings, Session, SignIn } from './session.ts'
import { OneTimePassword, User, UserChange, UserInput } from './user.ts'
import { Vpbx, VpbxChange, VpbxInput } from './vpbx.ts'

/**
 * Who may call a route at all. `public`: nobody need be signed in. `ownSession`: signed in, even when the password must be renewed first.
 * `user`: everybody signed in. `administrator`: administrators and the provider. Whose data it then is, services decide (services/reach.ts).
 */
export type RouteAccess = 'public' | 'ownSession' | 'user' | 'administrator' | 'provider'

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  access: RouteAccess
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  reply: z.ZodType
}

const VpbxParams = z.object({ vpbxId: Id })
const ExtensionParams = z.object({ extensionId: Id })
const LineParams = z.object({ lineId: Id })
const DeviceParams = z.object({ deviceId: Id })
const UserParams = z.object({ userId: Id })

/** The whole API below /api, as data: the server, its description, the browser's client and the test of the tenant walls are made from this table. */
export const routes = {
  'session.signIn': {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    access: 'public',
    body: SignIn,
    reply: CurrentSession,
  },
  'session.current': {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in',
    access: 'ownSession',
    reply: CurrentSession,
  },
  'session.signOut': { method: 'DELETE', path: '/api/session', summary: 'Sign out', access: 'ownSession', reply: Ok },
  'session.renewPassword': {
    method: 'POST',
    path: '/api/session/password',
    summary: 'Change the own password; ends the other sessions',
    access: 'ownSession',
    body: OwnPassword,
    reply: Ok,
  },
  'session.settings': {
    method: 'PATCH',
    path: '/api/session/settings',
    summary: 'Own language',
    access: 'ownSession',
    body: OwnSettings,
    reply: Ok,
  },
  'sessions.list': {
    method: 'GET',
    path: '/api/sessions',
    summary: 'Own sessions',
    access: 'user',
    reply: z.array(Session),
  },
  'sessions.end': {
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    summary: 'End one of the own sessions',
    access: 'user',
    params: z.object({ sessionId: Id }),
    reply: Ok,
  },

  'provider.get': {
    method: 'GET',
    path: '/api/provider',
    summary: 'The installation',
    access: 'provider',
    reply: Provider,
  },
  'provider.change': {
    method: 'PATCH',
    path: '/api/provider',
    summary: 'Change the installation',
    access: 'provider',
    body: ProviderInput,
    reply: Provider,
  },
  'models.list': { method: 'GET', path: '/api/models', summary: 'The catalog', access: 'user', reply: z.array(Model) },
  'models.change': {
    method: 'PATCH',
    path: '/api/models/:modelId',
    summary: 'Offer a model or not',
    access: 'provider',
    params: z.object({ modelId: z.string().max(80, 'model.unknown') }),
    body: ModelChange,
    reply: Model,
  },

  'vpbxs.list': {
    method: 'GET',
    path: '/api/vpbxs',
    summary: 'vPBXs in reach',
    access: 'administrator',
    reply: z.array(Vpbx),
  },
  'vpbxs.create': {
    method: 'POST',
    path: '/api/vpbxs',
    summary: 'New vPBX',
    access: 'provider',
    body: VpbxInput,
    reply: Vpbx,
  },
  'vpbxs.get': {
    method: 'GET',
    path: '/api/vpbxs/:vpbxId',
    summary: 'One vPBX',
    access: 'administrator',
    params: VpbxParams,
    reply: Vpbx,
  },
  'vpbxs.change': {
    method: 'PATCH',
    path: '/api/vpbxs/:vpbxId',
    summary: 'Change a vPBX',
    access: 'administrator',
    params: VpbxParams,
    body: VpbxChange,
    reply: Vpbx,
  },
  'vpbxs.delete': {
    method: 'DELETE',
    path: '/api/vpbxs/:vpbxId',
    summary: 'Delete a vPBX that has no extensions left',
    access: 'provider',
    params: VpbxParams,
    reply: Ok,
  },

  'extensions.list': {
    method: 'GET',
    path: '/api/vpbxs/:vpbxId/extensions',
    summary: 'Extensions of a vPBX',
    access: 'administrator',
    params: VpbxParams,
    reply: z.array(Extension),
  },
  'extensions.create': {
    method: 'POST',
    path: '/api/vpbxs/:vpbxId/extensions',
    summary: 'New extension with its account and internal line',
    access: 'administrator',
    params: VpbxParams,
    body: ExtensionInput,
    reply: Extension,
  },
  'extensions.get': {
    method: 'GET',
    path: '/api/extensions/:extensionId',
    summary: 'One extension',
    access: 'user',
    params: ExtensionParams,
    reply: Extension,
  },
  'extensions.change': {
    method: 'PATCH',
    path: '/api/extensions/:extensionId',
    summary: 'Change the display name',
    access: 'administrator',
    params: ExtensionParams,
    body: ExtensionChange,
    reply: Extension,
  },
  'extensions.delete': {
    method: 'DELETE',
    path: '/api/extensions/:extensionId',
    summary: 'Delete an extension without devices',
    access: 'administrator',
    params: ExtensionParams,
    reply: Ok,
  },
  'extensions.addLine': {
    method: 'POST',
    path: '/api/extensions/:extensionId/lines',
    summary: 'A further line; public ones by the provider alone',
    access: 'administrator',
    params: ExtensionParams,
    body: LineInput,
    reply: Line,
  },
  'extensions.sip': {
    method: 'GET',
    path: '/api/extensions/:extensionId/sip',
    summary: 'SIP data of the account, without the password',
    access: 'user',
    params: ExtensionParams,
    reply: SipData,
  },
  'extensions.revealSip': {
    method: 'POST',
    path: '/api/extensions/:extensionId/sip/password',
    summary: 'Show the SIP password; written to the audit',
    access: 'user',
    params: ExtensionParams,
    reply: SipPassword,
  },
  'extensions.renewSip': {
    method: 'POST',
    path: '/api/extensions/:extensionId/sip/renew',
    summary: 'New SIP credentials for the account and each of its devices; registrations are dropped',
    access: 'administrator',
    params: ExtensionParams,
    reply: RenewedSip,
  },
  'extensions.names': {
    method: 'GET',
    path: '/api/vpbxs/:vpbxId/names',
    summary: 'Numbers and names of all extensions (for colleagues)',
    access: 'user',
    params: VpbxParams,
    reply: z.array(ExtensionName),
  },
  'lines.own': {
    method: 'GET',
    path: '/api/lines',
    summary: 'The own lines of who is signed in',
    access: 'user',
    reply: z.array(LineContext),
  },
  'lines.get': {
    method: 'GET',
    path: '/api/lines/:lineId',
    summary: 'One line and the names around it',
    access: 'user',
    params: LineParams,
    reply: LineContext,
  },
  'lines.delete': {
    method: 'DELETE',
    path: '/api/lines/:lineId',
    summary: 'Delete a line without devices',
    access: 'administrator',
    params: LineParams,
    reply: Ok,
  },
  'lines.registrations': {
    method: 'GET',
    path: '/api/lines/:lineId/registrations',
    summary: 'Registrations of a line, live',
    access: 'user',
    params: LineParams,
    reply: z.array(Registration),
  },

  'devices.list': {
    method: 'GET',
    path: '/api/lines/:lineId/devices',
    summary: 'Devices of a line',
    access: 'user',
    params: LineParams,
    reply: z.array(Device),
  },
  'devices.create': {
    method: 'POST',
    path: '/api/lines/:lineId/devices',
    summary: 'New device with its access key',
    access: 'user',
    params: LineParams,
    body: DeviceInput,
    reply: Device,
  },
  'devices.get': {
    method: 'GET',
    path: '/api/devices/:deviceId',
    summary: 'One device, for the dialog Détails…',
    access: 'user',
    params: DeviceParams,
    reply: DeviceDetails,
  },
  'devices.change': {
    method: 'PATCH',
    path: '/api/devices/:deviceId',
    summary: 'Change a device',
    access: 'user',
    params: DeviceParams,
    body: DeviceChange,
    reply: DeviceDetails,
  },
  'devices.delete': {
    method: 'DELETE',
    path: '/api/devices/:deviceId',
    summary: 'Delete a device: its key, credentials and registrations',
    access: 'user',
    params: DeviceParams,
    reply: Ok,
  },
  'devices.renewKey': {
    method: 'POST',
    path: '/api/devices/:deviceId/access-key',
    summary: 'New access key; the old one is dead at once',
    access: 'user',
    params: DeviceParams,
    reply: Device,
  },
  'devices.manual': {
    method: 'POST',
    path: '/api/devices/:deviceId/manual',
    summary: 'Instructions with the link; written to the audit',
    access: 'user',
    params: DeviceParams,
    reply: ManualInstructions,
  },
  'devices.revealPasswords': {
    method: 'POST',
    path: '/api/devices/:deviceId/passwords',
    summary: 'The passwords that a person set; written to the audit',
    access: 'user',
    params: DeviceParams,
    reply: DevicePasswords,
  },
  'devices.restart': {
    method: 'POST',
    path: '/api/devices/:deviceId/restart',
    summary: 'Restart through the switch',
    access: 'user',
    params: DeviceParams,
    body: NotifyInput,
    reply: NotifyReply,
  },
  'devices.resync': {
    method: 'POST',
    path: '/api/devices/:deviceId/resync',
    summary: 'Make the device fetch its configuration',
    access: 'user',
    params: DeviceParams,
    body: NotifyInput,
    reply: NotifyReply,
  },
  'devices.accesses': {
    method: 'GET',
    path: '/api/devices/:deviceId/accesses',
    summary: 'The last 200 fetches',
    access: 'user',
    params: DeviceParams,
    reply: z.array(Access),
  },

  'users.list': {
    method: 'GET',
    path: '/api/vpbxs/:vpbxId/users',
    summary: 'Users of a vPBX',
    access: 'administrator',
    params: VpbxParams,
    reply: z.array(User),
  },
  'users.create': {
    method: 'POST',
    path: '/api/vpbxs/:vpbxId/users',
    summary: 'New user; the one-time password is in the reply',
    access: 'administrator',
    params: VpbxParams,
    body: UserInput,
    reply: OneTimePassword,
  },
  'users.change': {
    method: 'PATCH',
    path: '/api/users/:userId',
    summary: 'Change a user',
    access: 'administrator',
    params: UserParams,
    body: UserChange,
    reply: User,
  },
  'users.resetPassword': {
    method: 'POST',
    path: '/api/users/:userId/password',
    summary: 'New one-time password; ends the sessions of the user',
    access: 'administrator',
    params: UserParams,
    reply: OneTimePassword,
  },
  'users.delete': {
    method: 'DELETE',
    path: '/api/users/:userId',
    summary: 'Delete a user',
    access: 'administrator',
    params: UserParams,
    reply: Ok,
  },

  'audit.list': {
    method: 'GET',
    path: '/api/audit',
    summary: 'Who did what; an administrator sees the own vPBX',
    access: 'administrator',
    query: AuditQuery,
    reply: AuditPage,
  },
} as const satisfies Record<string, Route>

export type RouteId = keyof typeof routes
