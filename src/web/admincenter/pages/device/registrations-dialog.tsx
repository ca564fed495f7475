import { Badge, Group, Modal, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import { DateTime } from '#web/ui/date-time.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { registrationsQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Registration } from '../../types.ts'

interface RegistrationsDialogProps {
  lineId: string
  /** Its registrations come first; null: all alike. */
  deviceId: string | null
  opened: boolean
  onClose: () => void
}

/** [État…]: what the switch knows of the line's devices at this moment. */
export function RegistrationsDialog({ lineId, deviceId, opened, onClose }: RegistrationsDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t('registrations.title')}>
      <RegistrationList lineId={lineId} deviceId={deviceId} />
    </Modal>
  )
}

function RegistrationList({ lineId, deviceId }: { lineId: string; deviceId: string | null }) {
  const { t } = useTranslation()
  const query = useQuery(registrationsQuery(lineId))
  return (
    <QueryView query={query}>
      {(registrations) =>
        registrations.length === 0 ? (
          <EmptyState title={t('registrations.none')}>{t('registrations.noneHint')}</EmptyState>
        ) : (
          <Stack>
            <Text size="sm" c="dimmed">
              {t('registrations.hint')}
            </Text>
            {[...registrations].sort(byDevice(deviceId)).map((registration) => (
              <RegistrationCard
                key={registration.ruid}
                registration={registration}
                own={deviceId !== null && registration.deviceId === deviceId}
              />
            ))}
          </Stack>
        )
      }
    </QueryView>
  )
}

function byDevice(deviceId: string | null): (a: Registration, b: Registration) => number {
  const rank = (registration: Registration): number => (registration.deviceId === deviceId ? 0 : 1)
  return (a, b) => (deviceId ? rank(a) - rank(b) : 0) || b.lastRegisteredAt - a.lastRegisteredAt
}

function RegistrationCard({ registration, own }: { registration: Registration; own: boolean }) {
  const { t } = useTranslation()
  const { deviceName, sourceIp, sourcePort, since } = registration
  return (
    <Paper component="article" withBorder p="md" aria-label={registration.userAgent}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{deviceName ?? t('registrations.unlisted')}</Text>
        <Group gap="xs">
          {own && <Badge variant="light">{t('registrations.thisDevice')}</Badge>}
          {registration.stale && (
            <Badge variant="light" color="yellow">
              {t('registrations.stale')}
            </Badge>
          )}
        </Group>
      </Group>
      {registration.stale && (
        <Text size="sm" c="dimmed">
          {t('registrations.staleHint')}
        </Text>
      )}
      <DataList
        rows={[
          { label: t('registrations.userAgent'), value: registration.userAgent || '–' },
          { label: t('registrations.ip'), value: sourceIp ? withPort(sourceIp, sourcePort) : '–' },
          { label: t('registrations.contact'), value: registration.contact },
          { label: t('registrations.transport'), value: registration.transport.toUpperCase() },
          { label: t('registrations.since'), value: since === null ? '–' : <DateTime at={since} /> },
          { label: t('registrations.expires'), value: <DateTime at={registration.expiresAt} /> },
        ]}
      />
    </Paper>
  )
}

function withPort(ip: string, port: number | null): string {
  if (port === null) return ip
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`
}
