import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { answerOf, api } from '../../api.ts'
import type { Team } from '../../types.ts'
import { useAction } from '../../use-action.ts'

export function DeleteTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useTranslation()
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/teams/{teamId}', { params: { path: { teamId: team.id } } })),
    done: t('team.deleted', { name: team.name }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('team.deleteTitle', { name: team.name })}
      confirmLabel={t('action.delete')}
      dangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Text>{t('team.deleteHint', { number: team.number })}</Text>
    </ConfirmDialog>
  )
}
