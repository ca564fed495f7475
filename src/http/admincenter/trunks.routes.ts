import type { TrunkService } from '#services/trunks.ts'
import type { HandlersOf } from '../shared/api.ts'

export function trunkRoutes({ trunks }: { trunks: TrunkService }): HandlersOf<'trunks'> {
  return {
    'trunks.list': ({ actor }) => trunks.list(actor),
    'trunks.create': ({ actor, body }) => trunks.create(actor, body),
    'trunks.order': ({ actor, body }) => trunks.order(actor, body.ids),
    'trunks.change': ({ actor, params, body }) => trunks.change(actor, params.trunkId, body),
    'trunks.delete': async ({ actor, params }) => {
      await trunks.remove(actor, params.trunkId)
      return { ok: true }
    },
  }
}
