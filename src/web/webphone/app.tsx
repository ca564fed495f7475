import { Center, Loader, MantineProvider } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { speak } from '../admincenter/i18n.ts'
import { accessibleColors, createAppTheme } from '../admincenter/theme.ts'
import { type CurrentSession, currentSession } from './api.ts'
import { Failure } from './failure.tsx'
import { LineChoice } from './line-choice.tsx'
import { NewPassword } from './new-password.tsx'
import { SignIn } from './sign-in.tsx'

export function App() {
  const { t, i18n } = useTranslation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the labels change with the language
  const theme = useMemo(
    () => createAppTheme({ close: t('action.close'), showPassword: t('action.togglePassword') }),
    [i18n.language],
  )
  return (
    <MantineProvider theme={theme} cssVariablesResolver={accessibleColors} defaultColorScheme="auto">
      <Pages />
    </MantineProvider>
  )
}

/** Undefined: not known yet. */
function Pages() {
  const [session, setSession] = useState<CurrentSession | null | undefined>(undefined)
  const [failure, setFailure] = useState<unknown>(null)
  const look = useCallback(() => {
    setFailure(null)
    currentSession().then(setSession, setFailure)
  }, [])
  useEffect(look, [look])
  // Always the same function: what depends on it must not begin anew with each drawing.
  const signedOut = useCallback(() => setSession(null), [])
  const language = session?.user.language
  useEffect(() => {
    if (language) void speak(language)
  }, [language])
  if (failure) return <Failure error={failure} onRetry={look} />
  if (session === undefined)
    return (
      <Center component="main" mih="100vh">
        <Loader aria-hidden="true" />
      </Center>
    )
  if (session === null) return <SignIn onSignedIn={setSession} />
  if (session.user.mustRenewPassword) return <NewPassword onRenewed={look} />
  return <LineChoice session={session} onSignedOut={signedOut} />
}
