import type { TeamService } from '#services/teams.ts'
import type { HandlersOf } from '../shared/api.ts'

export function teamRoutes({ teams }: { teams: TeamService }): HandlersOf<'teams'> {
  return {
    'teams.list': ({ actor, params }) => teams.list(actor, params.vpbxId),
    'teams.create': ({ actor, params, body }) => teams.create(actor, params.vpbxId, body),
    'teams.change': ({ actor, params, body }) => teams.change(actor, params.teamId, body),
    'teams.delete': async ({ actor, params }) => {
      await teams.remove(actor, params.teamId)
      return { ok: true }
    },
  }
}
