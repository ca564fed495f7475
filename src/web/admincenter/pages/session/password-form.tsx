import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api.ts'
import { sessionQuery } from '../../queries.ts'
import { queryClient } from '../../query-client.ts'
import { useAction } from '../../use-action.ts'

const shortest = 10

/** Old password, new one twice. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { current: '', next: '', repeat: '' },
    validate: {
      current: (text) => (text === '' ? t('error.field.required') : null),
      next: (text) => (text.length < shortest ? t('error.password.tooWeak') : null),
      repeat: (text, { next }) => (text === next ? null : t('password.differs')),
    },
  })
  const change = useAction({
    run: ({ current, next }: { current: string; next: string }) =>
      answerOf(api.POST('/api/session/password', { body: { current, next } })),
    form,
    done: t('password.changed'),
    onDone: () => {
      form.reset()
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      onDone()
    },
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack>
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t('password.next')}
          description={t('password.rule')}
          autoComplete="new-password"
          {...form.getInputProps('next')}
        />
        <PasswordInput label={t('password.repeat')} autoComplete="new-password" {...form.getInputProps('repeat')} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending}>
            {t('password.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
