import type { AuditService } from '#services/audit.ts'
import type { ModelService } from '#services/models.ts'
import type { ProviderService } from '#services/provider.ts'
import type { HandlersOf } from '../shared/api.ts'

export interface ProviderRouteParts {
  provider: ProviderService
  models: ModelService
  audit: AuditService
}

export function providerRoutes({
  provider,
  models,
  audit,
}: ProviderRouteParts): HandlersOf<'provider'> & HandlersOf<'models'> & HandlersOf<'audit'> {
  return {
    'provider.get': ({ actor }) => provider.get(actor),
    'provider.change': ({ actor, body }) => provider.change(actor, body),
    'models.list': () => models.list(),
    'models.get': ({ params }) => models.get(params.modelId),
    'models.change': ({ actor, params, body }) => models.change(actor, null, params.modelId, body),
    'models.setShops': ({ actor, params, body }) => models.setShops(actor, params.modelId, body),
    'models.listOf': ({ actor, params }) => models.listOf(actor, params.vpbxId),
    'models.changeOf': ({ actor, params, body }) => models.change(actor, params.vpbxId, params.modelId, body),
    'audit.list': ({ actor, query }) => audit.list(actor, query),
  }
}
