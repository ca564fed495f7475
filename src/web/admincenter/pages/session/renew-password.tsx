import { Center, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from './password-form.tsx'

/** After a one-time password: nothing else can be done before there is a new one. */
export function RenewPasswordPage() {
  const { t } = useTranslation()
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={440}>
        <Title order={1} size="h2">
          {t('password.renewTitle')}
        </Title>
        <Text c="dimmed">{t('password.renewHint')}</Text>
        <Paper withBorder p="lg" shadow="sm">
          <PasswordForm onDone={() => undefined} />
        </Paper>
      </Stack>
    </Center>
  )
}
