import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../../api.ts'
import type { PhonebookEntry } from '../../../types.ts'
import { useAction } from '../../../use-action.ts'

interface DialogProps {
  opened: boolean
  onClose: () => void
}

export function DeleteEntryDialog({ entry, opened, onClose }: DialogProps & { entry: PhonebookEntry }) {
  const { t } = useTranslation()
  const { id, name } = entry
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/phonebook-entries/{entryId}', { params: { path: { entryId: id } } })),
    done: t('phonebook.deleted', { name }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('phonebook.deleteTitle', { name })}
      confirmLabel={t('action.delete')}
      dangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{t('phonebook.deleteHint')}</Text>
    </ConfirmDialog>
  )
}

export function ClearDialog({ vpbxId, total, opened, onClose }: DialogProps & { vpbxId: string; total: number }) {
  const { t } = useTranslation()
  const clear = useAction({
    run: () => answerOf(api.DELETE('/api/vpbxs/{vpbxId}/phonebook', { params: { path: { vpbxId } } })),
    done: t('phonebook.cleared'),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('phonebook.clearTitle')}
      confirmLabel={t('phonebook.clearConfirm')}
      dangerous
      busy={clear.isPending}
      onConfirm={() => clear.mutate()}
    >
      <Text fw={600}>{t('phonebook.count', { count: total })}</Text>
      <Text>{t('phonebook.clearHint')}</Text>
    </ConfirmDialog>
  )
}
