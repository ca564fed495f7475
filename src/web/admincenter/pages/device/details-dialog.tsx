import { Modal, Stack, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deviceQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { DeviceDetails } from '../../types.ts'
import { AccessList } from './access-list.tsx'
import { DeviceActions, type DeviceDialog } from './device-actions.tsx'
import { DeviceForm } from './device-form.tsx'
import { deviceName } from './device-name.ts'
import { LastAccess } from './last-access.tsx'

/** [Détails…]: everything about one device, in tabs. */
export function DetailsDialog({ deviceId, onClose }: { deviceId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 48em)')
  const query = useQuery({ ...deviceQuery(deviceId ?? ''), enabled: deviceId !== null })
  const [dialog, setDialog] = useState<DeviceDialog | null>(null)
  const name = query.data ? deviceName(query.data.device) : ''
  return (
    <Modal
      opened={deviceId !== null}
      onClose={onClose}
      size="xl"
      // Escape is for the dialog on top.
      closeOnEscape={dialog === null}
      fullScreen={narrow ?? false}
      title={t('device.title', { name })}
    >
      <QueryView query={query} lines={8}>
        {(details) => (
          <Tabs defaultValue="device" keepMounted={false}>
            <Tabs.List aria-label={t('device.title', { name })} mb="md">
              <Tabs.Tab value="device">{t('device.tab.device')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="device" tabIndex={-1}>
              <DeviceTab key={details.device.id} details={details} dialog={dialog} onDialog={setDialog} />
            </Tabs.Panel>
          </Tabs>
        )}
      </QueryView>
    </Modal>
  )
}

interface DeviceTabProps {
  details: DeviceDetails
  dialog: DeviceDialog | null
  onDialog: (dialog: DeviceDialog | null) => void
}

/** Tab Appareil. */
function DeviceTab({ details, dialog, onDialog }: DeviceTabProps) {
  return (
    <Stack>
      <DeviceForm details={details} />
      <DeviceActions details={details} dialog={dialog} onDialog={onDialog} />
      <LastAccess details={details} />
      <AccessList deviceId={details.device.id} />
    </Stack>
  )
}
