import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyField } from '#web/ui/copy-field.tsx'
import { Notice } from '#web/ui/notice.tsx'

export interface ShownPassword {
  login: string
  password: string
}

/** Shown once, right after it was made. A click beside the dialog does not lose it. */
export function OneTimePasswordDialog({ shown, onClose }: { shown: ShownPassword | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened={shown !== null} onClose={onClose} closeOnClickOutside={false} title={t('user.oneTimeTitle')}>
      {shown && (
        <Stack>
          <Text>{t('user.oneTimeHint', { login: shown.login })}</Text>
          <CopyField value={shown.password} label={t('signIn.password')} />
          <Notice kind="warning">{t('user.oneTimeWarning')}</Notice>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('action.close')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
