import { Button, Group, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { DataList } from '#web/ui/data-list.tsx'
import { answerOf, api } from '../../../api.ts'
import { useAction } from '../../../use-action.ts'

/** What a handset is asked for when it is paired. Leaves a line in the journal. */
export function PinReveal({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const reveal = useAction({
    run: () => answerOf(api.POST('/api/devices/{deviceId}/pairing-pin', { params: { path: { deviceId } } })),
  })
  if (!reveal.data)
    return (
      <Group>
        <Button variant="default" size="xs" loading={reveal.isPending} onClick={() => reveal.mutate()}>
          {t('dect.pinShow')}
        </Button>
      </Group>
    )
  const { pin } = reveal.data
  return (
    <Paper withBorder px="md" py="xs">
      <DataList
        rows={[{ label: t('dect.pin'), value: pin, action: <CopyButton value={pin} label={t('dect.pin')} /> }]}
      />
    </Paper>
  )
}
