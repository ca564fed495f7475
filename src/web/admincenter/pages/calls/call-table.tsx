import { Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import type { Call } from '../../types.ts'
import { CallKindBadge, CallParties } from './call-parties.tsx'

/** Call records. What belongs together stands in one cell, so that a telephone's screen shows most of a row. */
export function CallTable({ calls, withVpbx }: { calls: Call[]; withVpbx: boolean }) {
  const { t } = useTranslation()
  return (
    <ScrollTable
      label={t('calls.history')}
      minWidth={340}
      wideOnly={[3]}
      head={[t('calls.at'), t('calls.call'), t('calls.duration'), t('calls.cost')]}
    >
      {calls.map((call) => (
        <CallRow key={call.id} call={call} withVpbx={withVpbx} />
      ))}
    </ScrollTable>
  )
}

function CallRow({ call, withVpbx }: { call: Call; withVpbx: boolean }) {
  const { cost: costText } = useFormats()
  const { kind, startedAt, destination, trunkName, vpbxName, cost, currency } = call
  const paid = cost > 0 ? costText(cost, currency) : null
  const remarks = [destination, trunkName, withVpbx ? vpbxName : null].filter(Boolean).join(' · ')
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <Text size="sm" component="div" miw={72}>
          <DateTime at={startedAt} />
        </Text>
      </Table.Td>
      <Table.Td>
        <CallParties call={call} />
        <Group gap={6} mt={2}>
          <CallKindBadge kind={kind} />
          <Text span size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {remarks}
          </Text>
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Outcome call={call} />
        {paid && (
          <Text size="sm" hiddenFrom="sm">
            {paid}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm" style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {paid ?? '–'}
      </Table.Td>
    </Table.Tr>
  )
}

/** How long it was, or why it was not. */
function Outcome({ call: { answeredAt, endedAt, endReason } }: { call: Call }) {
  const { t } = useTranslation()
  const { clock } = useFormats()
  if (endedAt === null) return <Text size="sm">{t('calls.stillRunning')}</Text>
  const answered = answeredAt !== null
  const plain = answered && (endReason === 'hungUp' || endReason === null)
  return (
    <>
      {answered && (
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {clock((endedAt - answeredAt) / 1000)}
        </Text>
      )}
      {!plain && (
        <Text size={answered ? 'xs' : 'sm'} c="dimmed">
          {t(`callEnd.${endReason ?? 'failed'}`)}
        </Text>
      )}
    </>
  )
}
