import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

const sessionKey = ['session'] as const

/** Codes after which the client must look again who is signed in: sign-in page, or renewal of the password. */
const sessionCodes = new Set(['session.required', 'session.passwordRenewalRequired', 'session.csrf'])

function onError(error: unknown): void {
  if (!(error instanceof ApiError) || !sessionCodes.has(error.code)) return
  if (error.code === 'session.required') queryClient.setQueryData(sessionKey, null)
  else void queryClient.invalidateQueries({ queryKey: sessionKey })
}

/** Waiting a little and asking again helps only where the server did not answer. */
function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && (!(error instanceof ApiError) || error.code === 'offline' || error.code === 'busy')
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000 } },
})

/** Loads again whatever is on screen, but for who is signed in. */
export function refreshAll(): Promise<void> {
  return queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
}
