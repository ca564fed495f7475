import { Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { PageHeader } from '#web/ui/page-header.tsx'
import { PasswordForm } from './password-form.tsx'

export function OwnPassword() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('account.password')} />
      <Paper withBorder p="lg" maw={480}>
        <Text size="sm" c="dimmed" mb="md">
          {t('password.endsOthers')}
        </Text>
        <PasswordForm onDone={() => void navigate('/')} />
      </Paper>
    </>
  )
}
