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

interface DeviceCardProps {
  device: Device
  /** The line that the list is of. */
  lineId: string
  onDetails: () => void
}

/** One device in the list of a line. */
export function DeviceCard({ device, lineId, onDetails }: DeviceCardProps) {
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
        <FurtherSlot device={device} />
      </div>
      <div>{device.base ? <BaseBrief base={device.base} /> : <LastAccessBrief device={device} />}</div>
      <div>
        <RegistrationBadge device={device} />
      </div>
      {device.manageable ? (
        <Group gap="xs" className={classes.buttons}>
          <Button size="xs" onClick={onDetails}>
            {t('device.details')}
          </Button>
          {device.model.kind !== 'dectBase' && (
            <Button size="xs" variant="default" onClick={state.open}>
              {t('device.state')}
            </Button>
          )}
          {device.lineId === lineId && (
            <Button size="xs" variant="default" onClick={remove.open}>
              {t('device.delete')}
            </Button>
          )}
        </Group>
      ) : (
        <Text size="sm" c="dimmed" className={classes.buttons ?? ''}>
          {t('lineSlots.notYours', { number: device.number })}
        </Text>
      )}
      <RegistrationsDialog lineId={lineId} deviceId={device.id} opened={stateShown} onClose={state.close} />
      <DeleteDeviceDialog device={device} opened={deleting} onClose={remove.close} />
    </Paper>
  )
}

/** Where the device serves this line, when that is not its home line. */
function FurtherSlot({ device }: { device: Device }) {
  const { t } = useTranslation()
  const { slots, number, model } = device
  if (slots.length === 0 || slots.includes(1)) return null
  const where = model.kind === 'gateway' ? 'lineSlots.onGateway' : 'lineSlots.onDevice'
  return (
    <Text size="xs" fw={600}>
      {t(where, { slots: slots.join(', ') })} · {t('lineSlots.homeAt', { number })}
    </Text>
  )
}

/** A handset has its base in place of a last access; a base of a system its primary. */
function BaseBrief({ base }: { base: NonNullable<Device['base']> }) {
  const { t } = useTranslation()
  const name = base.note ? `${base.name} (${base.note})` : base.name
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('dect.base')}
      </Text>
      <Text size="sm">
        {base.slot === null ? t('dect.cellOf', { name }) : t('dect.onBase', { name, slot: base.slot })}
      </Text>
    </>
  )
}

function LastAccessBrief({ device }: { device: Device }) {
  const { t } = useTranslation()
  if (device.model.kind === 'dectHandset') return <NoBase />
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('device.lastAccess')}
      </Text>
      {device.lastAccess ? (
        <Text size="sm">
          <DateTime at={device.lastAccess.at} /> · {device.lastAccess.ip}
        </Text>
      ) : (
        <Text size="sm">{device.manageable ? t('device.neverFetched') : '–'}</Text>
      )}
    </>
  )
}

function NoBase() {
  const { t } = useTranslation()
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('dect.base')}
      </Text>
      <Text size="sm">{t('dect.noBase')}</Text>
    </>
  )
}
