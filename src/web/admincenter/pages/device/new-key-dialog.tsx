import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import type { DeviceDetails } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface NewKeyDialogProps {
  details: DeviceDetails
  opened: boolean
  onClose: () => void
  onManual: () => void
}

/** [Nouvelle clé…]: voids the old link, then shows the ways to bring the new one to the device. */
export function NewKeyDialog({ details, opened, onClose, onManual }: NewKeyDialogProps) {
  const { t } = useTranslation()
  const renew = useAction({
    run: () =>
      answerOf(api.POST('/api/devices/{deviceId}/access-key', { params: { path: { deviceId: details.device.id } } })),
  })
  const close = (): void => {
    renew.reset()
    onClose()
  }
  if (renew.data) {
    return (
      <NewKeyDone
        details={details}
        opened={opened}
        onClose={close}
        onManual={() => {
          renew.reset()
          onManual()
        }}
      />
    )
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={t('newKey.title')}
      confirmLabel={t('newKey.confirm')}
      dangerous
      busy={renew.isPending}
      onConfirm={() => renew.mutate()}
    >
      <List spacing="xs">
        <List.Item>{t('newKey.dead')}</List.Item>
        <List.Item>{t('newKey.kept')}</List.Item>
        <List.Item>{t('newKey.again')}</List.Item>
      </List>
    </ConfirmDialog>
  )
}

function NewKeyDone({ details, opened, onClose, onManual }: NewKeyDialogProps) {
  const { t } = useTranslation()
  const redirect = details.redirectService !== null && details.redirectAvailable
  return (
    <Modal opened={opened} onClose={onClose} title={t('newKey.title')}>
      <Stack>
        <Notice live>{t('newKey.done')}</Notice>
        <Text fw={600}>{t('newKey.redirectWay')}</Text>
        <Text size="sm">
          {redirect ? t('newKey.redirectHint', { service: details.redirectService }) : t('newKey.redirectOff')}
        </Text>
        <Text fw={600}>{t('newKey.manualWay')}</Text>
        <Text size="sm">{details.hasManualSteps ? t('newKey.manualHint') : t('newKey.manualOff')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
          {details.hasManualSteps && (
            <Button onClick={onManual} data-autofocus>
              {t('device.manual')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
