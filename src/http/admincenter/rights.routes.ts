import type { RightsService } from '#services/rights.ts'
import type { HandlersOf } from '../shared/api.ts'

export function rightsRoutes({ rights }: { rights: RightsService }): HandlersOf<'rights'> {
  return {
    'rights.ofVpbx': ({ actor, params }) => rights.ofVpbx(actor, params.vpbxId),
    'rights.changeOfVpbx': ({ actor, params, body }) => rights.changeOfVpbx(actor, params.vpbxId, body),
    'rights.ofAccount': ({ actor, params }) => rights.ofAccount(actor, params.extensionId),
    'rights.changeOfAccount': ({ actor, params, body }) => rights.changeOfAccount(actor, params.extensionId, body),
    'rights.ofLine': ({ actor, params }) => rights.ofLine(actor, params.lineId),
    'rights.changeOfLine': ({ actor, params, body }) => rights.changeOfLine(actor, params.lineId, body),
  }
}
