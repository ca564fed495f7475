export const roles = ['provider', 'administrator', 'user'] as const
export type Role = (typeof roles)[number]

/**
 * Who asks, and what of the installation he can reach (M27). Services take it first.
 * A provider reaches every vPBX; an administrator his own; a user the lines of the extensions that are his.
 */
export interface Actor {
  readonly userId: string
  readonly login: string
  readonly role: Role
  /** Null for a provider alone. */
  readonly vpbxId: string | null
  /** Where the request came from, for the audit. */
  readonly ip: string
}

export function isProvider(actor: Actor): boolean {
  return actor.role === 'provider'
}

/** May manage this vPBX: its provider, or its own administrator. */
export function mayAdminister(actor: Actor, vpbxId: string): boolean {
  return actor.role === 'provider' || (actor.role === 'administrator' && actor.vpbxId === vpbxId)
}
