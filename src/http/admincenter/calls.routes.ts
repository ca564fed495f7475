import type { CallService } from '#services/calls.ts'
import type { HandlersOf } from '../shared/api.ts'

export function callRoutes({ calls }: { calls: CallService }): HandlersOf<'calls'> {
  return {
    'calls.running': ({ actor, query }) => calls.running(actor, query),
    'calls.end': async ({ actor, params }) => {
      await calls.end(actor, params.callId)
      return { ok: true }
    },
    'calls.list': ({ actor, query }) => calls.list(actor, query),
    'calls.export': ({ actor, query }) => calls.exportCsv(actor, query),
    'calls.chart': ({ actor, query }) => calls.chart(actor, query),
    'calls.registrationsByMake': ({ actor }) => calls.byMake(actor),
  }
}
