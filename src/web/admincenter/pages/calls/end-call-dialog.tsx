import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Call } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { partyNames } from './call-parties.tsx'

export function EndCallDialog({ call, onClose }: { call: Call; onClose: () => void }) {
  const { t } = useTranslation()
  const end = useAction({
    run: () => answerOf(api.DELETE('/api/calls/{callId}', { params: { path: { callId: call.id } } })),
    done: t('calls.ended'),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('calls.endTitle')}
      confirmLabel={t('calls.endConfirm')}
      dangerous
      busy={end.isPending}
      onConfirm={() => end.mutate()}
    >
      <Text>{t('calls.endHint', partyNames(call))}</Text>
    </ConfirmDialog>
  )
}
