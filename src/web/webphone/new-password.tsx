import { Button, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { ApiError } from '../admincenter/api-error.ts'
import { sentenceOf, sentenceOfCode } from '../admincenter/sentence.ts'
import { renewPassword } from './api.ts'
import { Sheet } from './sheet.tsx'

/** The first sign-in: the password that one was given is replaced by one's own. */
export function NewPassword({ onRenewed }: { onRenewed: () => void }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [error, setError] = useState<unknown>(null)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await renewPassword(current, next)
      onRenewed()
    } catch (failure) {
      setError(failure)
    }
  }
  const fieldError = (name: string): string | null => {
    const code = error instanceof ApiError ? error.fields[name] : undefined
    return code === undefined ? null : sentenceOfCode(t, code)
  }
  return (
    <Sheet hint={t('password.renewTitle')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          {error !== null && !fieldError('current') && !fieldError('next') && (
            <Notice kind="danger" live>
              {sentenceOf(t, error)}
            </Notice>
          )}
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            error={fieldError('current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password.next')}
            description={t('password.rule')}
            autoComplete="new-password"
            error={fieldError('next')}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Button type="submit" disabled={current === '' || next === ''}>
            {t('password.submit')}
          </Button>
        </Stack>
      </form>
    </Sheet>
  )
}
