import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api.ts'
import type { DeviceDetails } from '../../types.ts'
import { ManualDialog } from './manual-dialog.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { NotifyDialog } from './notify-dialog.tsx'
import { RevealPasswords } from './reveal-passwords.tsx'

type DialogName = 'newKey' | 'manual' | 'restart' | 'resync'

/** What can be done with a device besides changing its data. */
export function DeviceActions({ details }: { details: DeviceDetails }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const { id } = details.device
  const close = (): void => setDialog(null)
  const path = { params: { path: { deviceId: id } }, body: {} }
  return (
    <>
      <Group gap="xs">
        <Button variant="default" onClick={() => setDialog('newKey')}>
          {t('device.newKey')}
        </Button>
        {details.hasManualSteps && (
          <Button variant="default" onClick={() => setDialog('manual')}>
            {t('device.manual')}
          </Button>
        )}
        {details.canRestart && (
          <Button variant="default" onClick={() => setDialog('restart')}>
            {t('device.restart')}
          </Button>
        )}
        {details.canResync && (
          <Button variant="default" onClick={() => setDialog('resync')}>
            {t('device.resync')}
          </Button>
        )}
      </Group>
      {(details.adminPassword?.set || details.userPassword?.set) && <RevealPasswords deviceId={id} />}
      <NewKeyDialog
        details={details}
        opened={dialog === 'newKey'}
        onClose={close}
        onManual={() => setDialog('manual')}
      />
      {dialog === 'manual' && <ManualDialog details={details} onClose={close} />}
      {dialog === 'restart' && (
        <NotifyDialog
          kind="restart"
          send={() => answerOf(api.POST('/api/devices/{deviceId}/restart', path))}
          onClose={close}
        />
      )}
      {dialog === 'resync' && (
        <NotifyDialog
          kind="resync"
          send={() => answerOf(api.POST('/api/devices/{deviceId}/resync', path))}
          onClose={close}
        />
      )}
    </>
  )
}
