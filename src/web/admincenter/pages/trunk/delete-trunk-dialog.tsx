import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Trunk } from '../../types.ts'
import { useAction } from '../../use-action.ts'

export function DeleteTrunkDialog({ trunk, onClose }: { trunk: Trunk; onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/trunks/{trunkId}', { params: { path: { trunkId: trunk.id } } })),
    done: t('trunk.deleted', { name: trunk.name }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('trunk.deleteTitle', { name: trunk.name })}
      confirmLabel={t('action.delete')}
      dangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{t('trunk.deleteHint')}</Text>
      {trunk.runningCalls > 0 && <Text fw={600}>{t('calls.runningCount', { count: trunk.runningCalls })}</Text>}
    </ConfirmDialog>
  )
}
