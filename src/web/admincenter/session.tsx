import { createContext, use } from 'react'
import type { CurrentSession, Role } from './types.ts'

export interface SessionValue extends CurrentSession {
  /** Tells the other tabs of this browser that somebody signed in or out. */
  announce: () => void
  switchUp: boolean
}

export const SessionContext = createContext<SessionValue | null>(null)

/** Who is signed in; only below the part of the page that needs it. */
export function useSession(): SessionValue {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside of a signed-in page')
  return session
}

export function useRole(): Role {
  return useSession().user.role
}
