import { Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { accessesQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Access } from '../../types.ts'

const shownAtFirst = 5

/** The fetches of a device, newest first. */
export function AccessList({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const query = useQuery(accessesQuery(deviceId))
  const [all, setAll] = useState(false)
  return (
    <Paper component="section" withBorder p="md">
      <Title order={3} size="h5" mb="xs">
        {t('accesses.title')}
      </Title>
      <QueryView query={query}>
        {(accesses) => (
          <>
            <Accesses accesses={all ? accesses : accesses.slice(0, shownAtFirst)} />
            {!all && accesses.length > shownAtFirst && (
              <Group justify="center" mt="xs">
                <Button variant="default" size="xs" onClick={() => setAll(true)}>
                  {t('accesses.all', { count: accesses.length })}
                </Button>
              </Group>
            )}
          </>
        )}
      </QueryView>
    </Paper>
  )
}

function Accesses({ accesses }: { accesses: Access[] }) {
  const { t } = useTranslation()
  if (accesses.length === 0) return <Text c="dimmed">{t('accesses.none')}</Text>
  return (
    <ScrollTable
      label={t('accesses.title')}
      minWidth={560}
      head={[
        t('device.accessAt'),
        t('registrations.ip'),
        t('registrations.userAgent'),
        t('accesses.file'),
        t('accesses.result'),
      ]}
    >
      {accesses.map(({ id, at, ip, userAgent, file, status }) => (
        <Table.Tr key={id}>
          <Table.Td style={{ whiteSpace: 'nowrap' }}>
            <DateTime at={at} />
          </Table.Td>
          <Table.Td>{ip}</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{userAgent || '–'}</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{file}</Table.Td>
          <Table.Td>
            <StatusBadge status={status} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  )
}

function StatusBadge({ status }: { status: number }) {
  const { t } = useTranslation()
  const result = status === 304 ? 'unchanged' : status < 400 ? 'delivered' : 'refused'
  return (
    <Badge variant="light" color={result === 'refused' ? 'red' : 'green'} tt="none">
      {t(`accesses.${result}`)} ({status})
    </Badge>
  )
}
