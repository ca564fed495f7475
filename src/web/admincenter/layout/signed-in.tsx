import { Center, Container, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { type LiveEvents, startEvents } from '../events.ts'
import { speak } from '../i18n.ts'
import { RenewPasswordPage } from '../pages/session/renew-password.tsx'
import { sessionQuery } from '../queries.ts'
import { LoadFailure } from '../query-view.tsx'
import { SessionContext } from '../session.tsx'
import type { CurrentSession } from '../types.ts'

/** Lets through who is signed in; all others come to the sign-in page, which brings them back here. */
export function SignedIn() {
  const query = useQuery(sessionQuery)
  const location = useLocation()
  if (query.data === null) {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />
  }
  if (query.data?.user.mustRenewPassword) return <RenewPasswordPage />
  if (query.data) return <Live session={query.data} />
  if (query.error) {
    return (
      <Container size="xs" py="xl">
        <LoadFailure error={query.error} retry={() => void query.refetch()} busy={query.isFetching} />
      </Container>
    )
  }
  return (
    <Center h="100vh">
      <Loader />
    </Center>
  )
}

/** The page of somebody who is signed in, with its live events, in his language. */
function Live({ session }: { session: CurrentSession }) {
  const [switchUp, setSwitchUp] = useState(true)
  const events = useRef<LiveEvents>(null)
  const { id, language } = session.user
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user has events of his own
  useEffect(() => {
    const started = startEvents(setSwitchUp)
    events.current = started
    return () => started.stop()
  }, [id])
  useEffect(() => void speak(language), [language])
  const value = useMemo(
    () => ({ ...session, switchUp, announce: () => events.current?.sessionChanged() }),
    [session, switchUp],
  )
  return (
    <SessionContext value={value}>
      <Outlet />
    </SessionContext>
  )
}
