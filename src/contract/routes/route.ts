import type { z } from 'zod'

/**
 * Who may call a route at all. `public`: nobody need be signed in. `ownSession`: signed in, even when the password must be renewed first.
 * `user`: everybody signed in. `administrator`: administrators and the provider. Whose data it then is, services decide (services/reach.ts).
 */
export type RouteAccess = 'public' | 'ownSession' | 'user' | 'administrator' | 'provider'

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  summary: string
  access: RouteAccess
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Bytes; where it is more than the 64 KiB of all others. */
  bodyLimit?: number
  reply: z.ZodType
}

type Method = Route['method']
type Access = Route['access']

/** One row: method, path, who, what for. Schemas follow. */
export function route<const M extends Method, const A extends Access, const S extends Partial<Route>>(
  method: M,
  path: string,
  access: A,
  summary: string,
  schemas: S,
) {
  return { method, path, access, summary, ...schemas }
}
