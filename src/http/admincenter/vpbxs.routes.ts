import type { ExtensionService } from '#services/extensions.ts'
import type { LineService } from '#services/lines.ts'
import type { RegistrationService } from '#services/registrations.ts'
import type { SipDataService } from '#services/sip-data.ts'
import type { UserService } from '#services/users.ts'
import type { VpbxService } from '#services/vpbxs.ts'
import type { HandlersOf } from '../shared/api.ts'

export function vpbxRoutes({ vpbxs }: { vpbxs: VpbxService }): HandlersOf<'vpbxs'> {
  return {
    'vpbxs.list': ({ actor }) => vpbxs.list(actor),
    'vpbxs.create': ({ actor, body }) => vpbxs.create(actor, body),
    'vpbxs.get': ({ actor, params }) => vpbxs.get(actor, params.vpbxId),
    'vpbxs.change': ({ actor, params, body }) => vpbxs.change(actor, params.vpbxId, body),
    'vpbxs.delete': async ({ actor, params }) => {
      await vpbxs.remove(actor, params.vpbxId)
      return { ok: true }
    },
  }
}

export function extensionRoutes(parts: {
  extensions: ExtensionService
  sipData: SipDataService
}): HandlersOf<'extensions'> {
  const { extensions, sipData } = parts
  return {
    'extensions.list': ({ actor, params }) => extensions.list(actor, params.vpbxId),
    'extensions.create': ({ actor, params, body }) => extensions.create(actor, params.vpbxId, body),
    'extensions.get': ({ actor, params }) => extensions.get(actor, params.extensionId),
    'extensions.change': ({ actor, params, body }) => extensions.change(actor, params.extensionId, body),
    'extensions.delete': async ({ actor, params }) => {
      await extensions.remove(actor, params.extensionId)
      return { ok: true }
    },
    'extensions.addLine': ({ actor, params, body }) => extensions.addLine(actor, params.extensionId, body),
    'extensions.sip': ({ actor, params }) => sipData.get(actor, params.extensionId),
    'extensions.revealSip': ({ actor, params }) => sipData.reveal(actor, params.extensionId),
    'extensions.renewSip': ({ actor, params }) => sipData.renew(actor, params.extensionId),
    'extensions.names': ({ actor, params }) => extensions.names(actor, params.vpbxId),
  }
}

export interface LineRouteParts {
  lines: LineService
  extensions: ExtensionService
  registrations: RegistrationService
}

export function lineRoutes({ lines, extensions, registrations }: LineRouteParts): HandlersOf<'lines'> {
  return {
    'lines.own': ({ actor }) => lines.own(actor),
    'lines.get': ({ actor, params }) => lines.get(actor, params.lineId),
    'lines.delete': async ({ actor, params }) => {
      await extensions.removeLine(actor, params.lineId)
      return { ok: true }
    },
    'lines.registrations': ({ actor, params }) => registrations.ofLine(actor, params.lineId),
  }
}

export function userRoutes({ users }: { users: UserService }): HandlersOf<'users'> {
  return {
    'users.list': ({ actor, params }) => users.list(actor, params.vpbxId),
    'users.create': ({ actor, params, body }) => users.create(actor, params.vpbxId, body),
    'users.change': ({ actor, params, body }) => users.change(actor, params.userId, body),
    'users.resetPassword': ({ actor, params }) => users.resetPassword(actor, params.userId),
    'users.delete': async ({ actor, params }) => {
      await users.remove(actor, params.userId)
      return { ok: true }
    },
  }
}
