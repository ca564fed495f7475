import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PhoneIcon } from '#web/ui/icons.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { devicesQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { DeviceCard } from './device-card.tsx'
import { EmptySlot } from './empty-slot.tsx'
import { RegistrationsDialog } from './registrations-dialog.tsx'

/** Tab Téléphones: the devices of a line, and an empty place for the next one. */
export function LinePhones({ lineId }: { lineId: string }) {
  const { t } = useTranslation()
  const query = useQuery(devicesQuery(lineId))
  const opened = useOpenedDevice()
  const [stateShown, state] = useDisclosure(false)
  return (
    <QueryView query={query}>
      {(devices) => (
        <Stack>
          <Group justify="space-between">
            <Text c="dimmed" size="sm" maw={640}>
              {t('phones.hint')}
            </Text>
            <Button variant="subtle" size="xs" onClick={state.open}>
              {t('registrations.ofLine')}
            </Button>
          </Group>
          {devices.length === 0 && (
            <EmptyState icon={<PhoneIcon />} title={t('phones.none')}>
              {t('phones.noneHint')}
            </EmptyState>
          )}
          {devices.map((device) => (
            <DeviceCard key={device.id} device={device} lineId={lineId} onDetails={() => opened.open(device.id)} />
          ))}
          <EmptySlot lineId={lineId} />
          <RegistrationsDialog lineId={lineId} deviceId={null} opened={stateShown} onClose={state.close} />
          <DetailsDialog deviceId={opened.deviceId} onClose={opened.close} onOpen={opened.open} />
        </Stack>
      )}
    </QueryView>
  )
}

/** Which device's dialog is open stands in the address, so that it survives a reload and can be linked to. */
function useOpenedDevice() {
  const [search, setSearch] = useSearchParams()
  const set = (deviceId: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (deviceId) next.set('device', deviceId)
        else next.delete('device')
        return next
      },
      { replace: true },
    )
  return { deviceId: search.get('device'), open: (id: string) => set(id), close: () => set(null) }
}
