import { Button, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { isLanguage, languageOptions, speak } from '../admincenter/i18n.ts'
import { sentenceOf } from '../admincenter/sentence.ts'
import { type CurrentSession, signIn } from './api.ts'
import { Sheet } from './sheet.tsx'

/** With the name and password of the AdminCenter. */
export function SignIn({ onSignedIn }: { onSignedIn: (session: CurrentSession) => void }) {
  const { t, i18n } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    try {
      onSignedIn(await signIn(login.trim(), password))
    } catch (failure) {
      setError(failure)
      setPassword('')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet
      hint={t('webPhone.signInHint')}
      below={
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('account.language')}
          data={languageOptions}
          value={i18n.language}
          onChange={(value) => isLanguage(value) && void speak(value)}
        />
      }
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {error !== null && (
            <Notice kind="danger" live>
              {sentenceOf(t, error)}
            </Notice>
          )}
          <TextInput
            label={t('signIn.login')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={login.trim() === '' || password === ''}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </Sheet>
  )
}
