import { z } from 'zod'
import { AuditPage, AuditQuery } from '../audit.ts'
import { Model, ModelChange } from '../device.ts'
import { AppModelDetails, AppShopsInput } from '../ip-phone.ts'
import { Provider, ProviderInput } from '../provider.ts'
import { ModelParams, VpbxModelParams, VpbxParams } from './params.ts'
import { route } from './route.ts'

/** The installation, the catalog, and the journal. */
export const providerRoutes = {
  'provider.get': route('GET', '/api/provider', 'provider', 'The installation', { reply: Provider }),
  'provider.change': route('PATCH', '/api/provider', 'provider', 'Change the installation', {
    body: ProviderInput,
    reply: Provider,
  }),
  'models.list': route('GET', '/api/models', 'user', 'The catalog', { reply: z.array(Model) }),
  'models.get': route('GET', '/api/models/:modelId', 'user', 'All that is known of a model', {
    params: ModelParams,
    reply: AppModelDetails,
  }),
  'models.change': route('PATCH', '/api/models/:modelId', 'provider', 'Offer a model or not', {
    params: ModelParams,
    body: ModelChange,
    reply: Model,
  }),
  'models.setShops': route('PUT', '/api/models/:modelId/shops', 'provider', 'Where the customers get an app', {
    params: ModelParams,
    body: AppShopsInput,
    reply: AppModelDetails,
  }),
  'models.listOf': route('GET', '/api/vpbxs/:vpbxId/models', 'user', 'The catalog as a vPBX is offered it', {
    params: VpbxParams,
    reply: z.array(Model),
  }),
  'models.changeOf': route(
    'PATCH',
    '/api/vpbxs/:vpbxId/models/:modelId',
    'provider',
    'Offer a model to a vPBX or not',
    { params: VpbxModelParams, body: ModelChange, reply: Model },
  ),
  'audit.list': route('GET', '/api/audit', 'administrator', 'Who did what; an administrator sees the own vPBX', {
    query: AuditQuery,
    reply: AuditPage,
  }),
} as const
