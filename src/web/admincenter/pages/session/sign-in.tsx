import { Button, Center, Paper, PasswordInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api, setCsrfToken } from '../../api.ts'
import { isLanguage, languageOptions, speak } from '../../i18n.ts'
import { sessionQuery } from '../../queries.ts'
import { queryClient } from '../../query-client.ts'
import { sentenceOf } from '../../sentence.ts'

/** Where the person wanted to go before he had to sign in; only addresses of this application. */
function wantedPlace(state: unknown): string {
  const from: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'from') : null
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/'
}

export function SignInPage() {
  const { t } = useTranslation()
  const { state } = useLocation()
  const session = useQuery(sessionQuery)
  useEffect(() => {
    document.title = `${t('signIn.title')} – AdminCenter`
  }, [t])
  if (session.data) return <Navigate to={wantedPlace(state)} replace />
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Stack gap={2} align="center">
          <Title order={1} size="h2">
            AdminCenter
          </Title>
          <Text c="dimmed">{t('signIn.hint')}</Text>
        </Stack>
        <Paper withBorder p="lg" shadow="sm">
          <SignInForm />
        </Paper>
        <LanguageSwitch />
      </Stack>
    </Center>
  )
}

function SignInForm() {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (text) => (text.trim() === '' ? t('error.field.required') : null),
      password: (text) => (text === '' ? t('error.field.required') : null),
    },
  })
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => answerOf(api.POST('/api/session', { body })),
    onSuccess: (session) => {
      setCsrfToken(session.csrfToken)
      queryClient.setQueryData(sessionQuery.queryKey, session)
    },
    onError: () => form.setFieldValue('password', ''),
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ login, password }) => signIn.mutate({ login: login.trim(), password }))}
    >
      <Stack>
        {signIn.error && (
          <Notice kind="danger" live>
            {sentenceOf(t, signIn.error)}
          </Notice>
        )}
        <TextInput
          label={t('signIn.login')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...form.getInputProps('login')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('account.language')}
      data={languageOptions}
      value={i18n.language}
      onChange={(value) => isLanguage(value) && void speak(value)}
    />
  )
}
