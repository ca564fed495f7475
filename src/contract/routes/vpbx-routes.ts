import { z } from 'zod'
import { Ok } from '../common.ts'
import { Registration } from '../device.ts'
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
} from '../extension.ts'
import { LineContext } from '../line.ts'
import { OneTimePassword, User, UserChange, UserInput } from '../user.ts'
import { Vpbx, VpbxChange, VpbxInput } from '../vpbx.ts'
import { ExtensionParams, LineParams, UserParams, VpbxParams } from './params.ts'
import { route } from './route.ts'

/** vPBXs with their extensions, lines and users. */
export const vpbxRoutes = {
  'vpbxs.list': route('GET', '/api/vpbxs', 'administrator', 'vPBXs in reach', { reply: z.array(Vpbx) }),
  'vpbxs.create': route('POST', '/api/vpbxs', 'provider', 'New vPBX', { body: VpbxInput, reply: Vpbx }),
  'vpbxs.get': route('GET', '/api/vpbxs/:vpbxId', 'administrator', 'One vPBX', { params: VpbxParams, reply: Vpbx }),
  'vpbxs.change': route('PATCH', '/api/vpbxs/:vpbxId', 'administrator', 'Change a vPBX', {
    params: VpbxParams,
    body: VpbxChange,
    reply: Vpbx,
  }),
  'vpbxs.delete': route('DELETE', '/api/vpbxs/:vpbxId', 'provider', 'Delete a vPBX that has no extensions left', {
    params: VpbxParams,
    reply: Ok,
  }),
  'extensions.list': route('GET', '/api/vpbxs/:vpbxId/extensions', 'administrator', 'Extensions of a vPBX', {
    params: VpbxParams,
    reply: z.array(Extension),
  }),
  'extensions.create': route(
    'POST',
    '/api/vpbxs/:vpbxId/extensions',
    'administrator',
    'New extension with its account and internal line',
    { params: VpbxParams, body: ExtensionInput, reply: Extension },
  ),
  'extensions.get': route('GET', '/api/extensions/:extensionId', 'user', 'One extension', {
    params: ExtensionParams,
    reply: Extension,
  }),
  'extensions.change': route('PATCH', '/api/extensions/:extensionId', 'administrator', 'Change the display name', {
    params: ExtensionParams,
    body: ExtensionChange,
    reply: Extension,
  }),
  'extensions.delete': route(
    'DELETE',
    '/api/extensions/:extensionId',
    'administrator',
    'Delete an extension without devices',
    { params: ExtensionParams, reply: Ok },
  ),
  'extensions.addLine': route(
    'POST',
    '/api/extensions/:extensionId/lines',
    'administrator',
    'A further line; public ones by the provider alone',
    { params: ExtensionParams, body: LineInput, reply: Line },
  ),
  'extensions.sip': route(
    'GET',
    '/api/extensions/:extensionId/sip',
    'user',
    'SIP data of the account, without the password',
    { params: ExtensionParams, reply: SipData },
  ),
  'extensions.revealSip': route(
    'POST',
    '/api/extensions/:extensionId/sip/password',
    'user',
    'Show the SIP password; written to the audit',
    { params: ExtensionParams, reply: SipPassword },
  ),
  'extensions.renewSip': route(
    'POST',
    '/api/extensions/:extensionId/sip/renew',
    'administrator',
    'New SIP credentials for the account and each of its devices; registrations are dropped',
    { params: ExtensionParams, reply: RenewedSip },
  ),
  'extensions.names': route(
    'GET',
    '/api/vpbxs/:vpbxId/names',
    'user',
    'Numbers and names of all extensions (for colleagues)',
    { params: VpbxParams, reply: z.array(ExtensionName) },
  ),
  'lines.own': route('GET', '/api/lines', 'user', 'The own lines of who is signed in', { reply: z.array(LineContext) }),
  'lines.get': route('GET', '/api/lines/:lineId', 'user', 'One line and the names around it', {
    params: LineParams,
    reply: LineContext,
  }),
  'lines.delete': route('DELETE', '/api/lines/:lineId', 'administrator', 'Delete a line without devices', {
    params: LineParams,
    reply: Ok,
  }),
  'lines.registrations': route('GET', '/api/lines/:lineId/registrations', 'user', 'Registrations of a line, live', {
    params: LineParams,
    reply: z.array(Registration),
  }),
  'users.list': route('GET', '/api/vpbxs/:vpbxId/users', 'administrator', 'Users of a vPBX', {
    params: VpbxParams,
    reply: z.array(User),
  }),
  'users.create': route(
    'POST',
    '/api/vpbxs/:vpbxId/users',
    'administrator',
    'New user; the one-time password is in the reply',
    { params: VpbxParams, body: UserInput, reply: OneTimePassword },
  ),
  'users.change': route('PATCH', '/api/users/:userId', 'administrator', 'Change a user', {
    params: UserParams,
    body: UserChange,
    reply: User,
  }),
  'users.resetPassword': route(
    'POST',
    '/api/users/:userId/password',
    'administrator',
    'New one-time password; ends the sessions of the user',
    { params: UserParams, reply: OneTimePassword },
  ),
  'users.delete': route('DELETE', '/api/users/:userId', 'administrator', 'Delete a user', {
    params: UserParams,
    reply: Ok,
  }),
} as const
