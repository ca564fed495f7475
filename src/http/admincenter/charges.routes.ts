import type { ChargeLimitService } from '#services/charge-limits.ts'
import type { HandlersOf } from '../shared/api.ts'

export function chargeRoutes({ chargeLimits }: { chargeLimits: ChargeLimitService }): HandlersOf<'charges'> {
  return {
    'charges.ofVpbx': ({ actor, params }) => chargeLimits.ofVpbx(actor, params.vpbxId),
    'charges.limitVpbx': ({ actor, params, body }) => chargeLimits.limitVpbx(actor, params.vpbxId, body),
    'charges.ofAccount': ({ actor, params }) => chargeLimits.ofAccount(actor, params.extensionId),
    'charges.limitAccount': ({ actor, params, body }) => chargeLimits.limitAccount(actor, params.extensionId, body),
    'charges.ofLine': ({ actor, params }) => chargeLimits.ofLine(actor, params.lineId),
    'charges.limitLine': ({ actor, params, body }) => chargeLimits.limitLine(actor, params.lineId, body),
  }
}
