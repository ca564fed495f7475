import type { TariffService } from '#services/tariffs.ts'
import type { HandlersOf } from '../shared/api.ts'

export function tariffRoutes({ tariffs }: { tariffs: TariffService }): HandlersOf<'tariffs'> {
  return {
    'tariffs.list': ({ actor }) => tariffs.list(actor),
    'tariffs.create': ({ actor, body }) => tariffs.create(actor, body),
    'tariffs.change': ({ actor, params, body }) => tariffs.change(actor, params.tariffId, body),
    'tariffs.delete': async ({ actor, params }) => {
      await tariffs.remove(actor, params.tariffId)
      return { ok: true }
    },
    'tariffs.rates': ({ actor, params, query }) => tariffs.rates(actor, params.tariffId, query),
    'tariffs.lookUp': ({ actor, params, query }) => tariffs.lookUp(actor, params.tariffId, query),
    'tariffs.import': ({ actor, params, body }) =>
      tariffs.importCsv(actor, params.tariffId, { ...body, file: Buffer.from(body.file, 'base64') }),
    'tariffs.export': ({ actor, params }) => tariffs.exportCsv(actor, params.tariffId),
  }
}
