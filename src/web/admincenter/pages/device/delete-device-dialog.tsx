import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import type { Device } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { deviceName } from './device-name.ts'
import { RevealPasswords } from './reveal-passwords.tsx'

interface DeleteDeviceDialogProps {
  device: Device
  opened: boolean
  onClose: () => void
}

/** Says what stays in the device, and shows what is needed to reset it, before the switch forgets it. */
export function DeleteDeviceDialog({ device, opened, onClose }: DeleteDeviceDialogProps) {
  const { t } = useTranslation()
  const name = deviceName(device)
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/devices/{deviceId}', { params: { path: { deviceId: device.id } } })),
    done: t('deleteDevice.done', { name }),
    onDone: onClose,
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('deleteDevice.title', { name })}
      confirmLabel={t('action.delete')}
      dangerous
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <Stack gap="sm">
        <Text>{t('deleteDevice.hint')}</Text>
        {device.furtherNumbers.length > 0 && (
          <Notice kind="warning">{t('deleteDevice.alsoServes', { numbers: device.furtherNumbers.join(', ') })}</Notice>
        )}
        <Notice kind="warning">{t('deleteDevice.keeps')}</Notice>
        <RevealPasswords deviceId={device.id} />
      </Stack>
    </ConfirmDialog>
  )
}
