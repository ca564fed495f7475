import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { User } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import type { ShownPassword } from './one-time-password-dialog.tsx'

interface UserConfirmationProps {
  user: User
  opened: boolean
  onClose: () => void
}

interface ResetPasswordProps extends UserConfirmationProps {
  onPassword: (shown: ShownPassword) => void
}

export function ResetPasswordDialog({ user, opened, onClose, onPassword }: ResetPasswordProps) {
  const { t } = useTranslation()
  const reset = useAction({
    run: () => answerOf(api.POST('/api/users/{userId}/password', { params: { path: { userId: user.id } } })),
    onDone: ({ password }) => {
      onClose()
      onPassword({ login: user.login, password })
    },
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('user.resetTitle', { login: user.login })}
      confirmLabel={t('user.resetConfirm')}
      busy={reset.isPending}
      onConfirm={() => reset.mutate()}
    >
      <Text>{t('user.resetHint')}</Text>
    </ConfirmDialog>
  )
}

export function DeleteUserDialog({ user, opened, onClose }: UserConfirmationProps) {
  const { t } = useTranslation()
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/users/{userId}', { params: { path: { userId: user.id } } })),
    done: t('user.deleted', { login: user.login }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('user.deleteTitle', { login: user.login })}
      confirmLabel={t('action.delete')}
      dangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{t('user.deleteHint')}</Text>
    </ConfirmDialog>
  )
}
