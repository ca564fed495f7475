import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api.ts'
import type { DeviceDetails } from '../../types.ts'
import { ChangeModelDialog, kindsInPlaceOf } from './change-model-dialog.tsx'
import { ManualDialog } from './manual-dialog.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { NotifyDialog } from './notify-dialog.tsx'
import { RevealPasswords } from './reveal-passwords.tsx'

/** The dialogs that open over the one of the device. */
export type DeviceDialog = 'handset' | 'model' | 'newKey' | 'manual' | 'restart' | 'resync'

interface DeviceActionsProps {
  details: DeviceDetails
  dialog: DeviceDialog | null
  onDialog: (dialog: DeviceDialog | null) => void
}

/** What can be done with a device besides changing its data. */
export function DeviceActions({ details, dialog, onDialog }: DeviceActionsProps) {
  const { t } = useTranslation()
  const { id } = details.device
  const close = (): void => onDialog(null)
  const path = { params: { path: { deviceId: id } } }
  return (
    <>
      <Group gap="xs">
        {details.hasKey && (
          <Button variant="default" onClick={() => onDialog('newKey')}>
            {t('device.newKey')}
          </Button>
        )}
        {details.hasManualSteps && (
          <Button variant="default" onClick={() => onDialog('manual')}>
            {t('device.manual')}
          </Button>
        )}
        {details.canRestart && (
          <Button variant="default" onClick={() => onDialog('restart')}>
            {t('device.restart')}
          </Button>
        )}
        {details.canResync && (
          <Button variant="default" onClick={() => onDialog('resync')}>
            {t('device.resync')}
          </Button>
        )}
        {kindsInPlaceOf(details.device.model.kind).length > 0 && (
          <Button variant="default" onClick={() => onDialog('model')}>
            {t('device.changeModel')}
          </Button>
        )}
      </Group>
      {(details.adminPassword?.set || details.userPassword?.set) && <RevealPasswords deviceId={id} />}
      <ChangeModelDialog details={details} opened={dialog === 'model'} onClose={close} />
      <NewKeyDialog
        details={details}
        opened={dialog === 'newKey'}
        onClose={close}
        onManual={() => onDialog('manual')}
      />
      <ManualDialog details={details} opened={dialog === 'manual'} onClose={close} />
      <NotifyDialog
        kind="restart"
        details={details}
        send={(body) => answerOf(api.POST('/api/devices/{deviceId}/restart', { ...path, body }))}
        opened={dialog === 'restart'}
        onClose={close}
      />
      <NotifyDialog
        kind="resync"
        details={details}
        send={(body) => answerOf(api.POST('/api/devices/{deviceId}/resync', { ...path, body }))}
        opened={dialog === 'resync'}
        onClose={close}
      />
    </>
  )
}
