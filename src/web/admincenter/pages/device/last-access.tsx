import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useIsFetching } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import { DateTime } from '#web/ui/date-time.tsx'
import { queryClient } from '../../query-client.ts'
import type { DeviceDetails } from '../../types.ts'
import { RegistrationBadge } from './registration-badge.tsx'

/** When and from where the device last fetched its configuration. */
export function LastAccess({ details }: { details: DeviceDetails }) {
  const { t } = useTranslation()
  const { device } = details
  const keys = [
    ['device', device.id],
    ['accesses', device.id],
    ['devices', device.lineId],
  ]
  const busy = useIsFetching({ queryKey: ['device', device.id] }) > 0
  const refresh = (): void => {
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey })
  }
  return (
    <Paper component="section" withBorder p="md" aria-label={t('device.lastAccess')}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm">
          <Title order={3} size="h5">
            {t('device.lastAccess')}
          </Title>
          <RegistrationBadge device={device} />
        </Group>
        <Button variant="default" size="xs" loading={busy} onClick={refresh}>
          {t('device.refresh')}
        </Button>
      </Group>
      <LastAccessFacts access={device.lastAccess} mac={device.mac} />
    </Paper>
  )
}

interface LastAccessFactsProps {
  access: DeviceDetails['device']['lastAccess']
  mac: string | null
}

function LastAccessFacts({ access, mac }: LastAccessFactsProps) {
  const { t } = useTranslation()
  if (!access) return <Text c="dimmed">{t('device.neverFetchedHint')}</Text>
  const type = [access.make, access.model].filter(Boolean).join(' ')
  return (
    <DataList
      rows={[
        { label: t('device.accessAt'), value: <DateTime at={access.at} /> },
        { label: t('registrations.ip'), value: access.ip },
        ...(type ? [{ label: t('device.accessType'), value: type }] : []),
        ...(access.firmware ? [{ label: t('device.firmware'), value: access.firmware }] : []),
        ...((access.mac ?? mac) ? [{ label: t('device.mac'), value: access.mac ?? mac }] : []),
      ]}
    />
  )
}
