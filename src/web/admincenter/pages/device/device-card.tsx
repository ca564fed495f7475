import { Button, Group, Paper, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import type { Device } from '../../types.ts'
import { DeleteDeviceDialog } from './delete-device-dialog.tsx'
import classes from './device-card.module.css'
import { deviceName } from './device-name.ts'
import { RegistrationBadge } from './registration-badge.tsx'
import { RegistrationsDialog } from './registrations-dialog.tsx'

/** One device in the list of a line. */
export function DeviceCard({ device, onDetails }: { device: Device; onDetails: () => void }) {
  const { t } = useTranslation()
  const heading = useId()
  const [stateShown, state] = useDisclosure(false)
  const [deleting, remove] = useDisclosure(false)
  return (
    <Paper component="article" withBorder p="md" className={classes.card} aria-labelledby={heading}>
      <div className={classes.name}>
        <Text id={heading} fw={600}>
          {deviceName(device)}
        </Text>
        {device.note && <Text size="sm">{device.note}</Text>}
        <Text size="xs" c="dimmed">
          {t(`kind.${device.model.kind}`)}
          {device.mac && ` · ${device.mac}`}
        </Text>
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {t('device.lastAccess')}
        </Text>
        <LastAccessBrief device={device} />
      </div>
      <div>
        <RegistrationBadge device={device} />
      </div>
      <Group gap="xs" className={classes.buttons}>
        <Button size="xs" onClick={onDetails}>
          {t('device.details')}
        </Button>
        <Button size="xs" variant="default" onClick={state.open}>
          {t('device.state')}
        </Button>
        <Button size="xs" variant="default" onClick={remove.open}>
          {t('device.delete')}
        </Button>
      </Group>
      <RegistrationsDialog lineId={device.lineId} deviceId={device.id} opened={stateShown} onClose={state.close} />
      <DeleteDeviceDialog device={device} opened={deleting} onClose={remove.close} />
    </Paper>
  )
}

function LastAccessBrief({ device }: { device: Device }) {
  const { t } = useTranslation()
  if (!device.lastAccess) return <Text size="sm">{t('device.neverFetched')}</Text>
  return (
    <Text size="sm">
      <DateTime at={device.lastAccess.at} /> · {device.lastAccess.ip}
    </Text>
  )
}
