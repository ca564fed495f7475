import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmBody } from '#web/ui/confirm-dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import type { DeviceDetails } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface NewKeyBodyProps {
  details: DeviceDetails
  onClose: () => void
  onManual: () => void
}

interface NewKeyDialogProps extends NewKeyBodyProps {
  opened: boolean
}

/** [Nouvelle clé…]: voids the old link, then shows the ways to bring the new one to the device. */
export function NewKeyDialog({ opened, ...body }: NewKeyDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={body.onClose} title={t('newKey.title')}>
      <NewKeyBody {...body} />
    </Modal>
  )
}

function NewKeyBody(props: NewKeyBodyProps) {
  const { t } = useTranslation()
  const deviceId = props.details.device.id
  const renew = useAction({
    run: () => answerOf(api.POST('/api/devices/{deviceId}/access-key', { params: { path: { deviceId } } })),
  })
  if (renew.data) return <NewKeyDone {...props} />
  return (
    <ConfirmBody
      onClose={props.onClose}
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
    </ConfirmBody>
  )
}

function NewKeyDone({ details, onClose, onManual }: NewKeyBodyProps) {
  const { t } = useTranslation()
  const { redirectService, redirectAvailable, hasManualSteps } = details
  const redirect = redirectService !== null && redirectAvailable
  return (
    <Stack>
      <Notice live>{t('newKey.done')}</Notice>
      <Text fw={600}>{t('newKey.redirectWay')}</Text>
      <Text size="sm">
        {redirect ? t('newKey.redirectHint', { service: redirectService }) : t('newKey.redirectOff')}
      </Text>
      <Text fw={600}>{t('newKey.manualWay')}</Text>
      <Text size="sm">{hasManualSteps ? t('newKey.manualHint') : t('newKey.manualOff')}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
        {hasManualSteps && <Button onClick={onManual}>{t('device.manual')}</Button>}
      </Group>
    </Stack>
  )
}
