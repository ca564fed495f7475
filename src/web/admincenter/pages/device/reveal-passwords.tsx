import { Button, Group, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { DataList, type Datum } from '#web/ui/data-list.tsx'
import { answerOf, api } from '../../api.ts'
import { useAction } from '../../use-action.ts'

/** The passwords of the device that a person set; random ones nobody gets to see. Leaves a line in the journal. */
export function RevealPasswords({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const reveal = useAction({
    run: () => answerOf(api.POST('/api/devices/{deviceId}/passwords', { params: { path: { deviceId } } })),
  })
  if (!reveal.data) {
    return (
      <Group>
        <Button variant="default" size="xs" loading={reveal.isPending} onClick={() => reveal.mutate()}>
          {t('passwords.show')}
        </Button>
      </Group>
    )
  }
  const { admin, userName, user } = reveal.data
  const row = (label: string, value: string | null): Datum =>
    value === null
      ? { label, value: t('passwords.random') }
      : { label, value: value || '–', action: <CopyButton value={value} label={label} /> }
  return (
    <Paper withBorder px="md" py="xs">
      <DataList
        rows={[
          row(t('device.adminPassword'), admin),
          row(t('device.userName'), userName),
          row(t('device.userPassword'), user),
        ]}
      />
    </Paper>
  )
}
