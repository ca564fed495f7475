import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Extension } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface ExtensionDialogProps {
  extension: Extension
  opened: boolean
  onClose: () => void
}

export function DeleteExtensionDialog({ extension, opened, onClose }: ExtensionDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useAction({
    run: () =>
      answerOf(api.DELETE('/api/extensions/{extensionId}', { params: { path: { extensionId: extension.id } } })),
    done: t('extension.deleted', { number: extension.number }),
    onDone: () => void navigate(`/vpbxs/${extension.vpbxId}/extensions`),
  })
  const used = extension.deviceCount > 0
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('extension.deleteTitle', { number: extension.number })}
      confirmLabel={t('action.delete')}
      dangerous
      disabled={used}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{used ? t('error.extension.hasDevices') : t('extension.deleteHint')}</Text>
    </ConfirmDialog>
  )
}
