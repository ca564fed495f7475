import { Badge, Box, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShowMore, useListFilter } from '#web/ui/list-filter.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { Section } from '#web/ui/section.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { useNow } from '#web/ui/use-now.ts'
import { runningCallsQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Call } from '../../types.ts'
import { CallKindBadge, CallParties, partyNames } from './call-parties.tsx'
import type { CallScope } from './call-scope.ts'
import { EndCallDialog } from './end-call-dialog.tsx'

/** Calls that ring or are answered, live. */
export function RunningCalls({ scope }: { scope: CallScope }) {
  const { t } = useTranslation()
  const query = useQuery(runningCallsQuery(scope.vpbxId))
  return (
    <Section title={t('calls.running')}>
      <QueryView query={query} lines={2}>
        {(all) => <RunningTable calls={all.filter(isOf(scope))} scope={scope} />}
      </QueryView>
    </Section>
  )
}

function isOf({ lineIds }: CallScope): (call: Call) => boolean {
  return ({ caller, callee, payer }) =>
    !lineIds || [caller, callee, payer].some((party) => party?.lineId != null && lineIds.has(party.lineId))
}

const atFirst = 50

function RunningTable({ calls, scope }: { calls: Call[]; scope: CallScope }) {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<Call | null>(null)
  const list = useListFilter(calls, ({ id }) => id, atFirst)
  const now = useNow(calls.length > 0)
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {calls.length === 0 ? t('calls.noneRunning') : t('calls.runningCount', { count: calls.length })}
      </Text>
      {calls.length > 0 && (
        <ScrollTable
          label={t('calls.running')}
          minWidth={300}
          wideOnly={[2]}
          head={[t('calls.call'), t('calls.duration'), ...(scope.mayEnd ? [t('calls.actions')] : [])]}
        >
          {list.shown.map((call) => (
            <RunningRow key={call.id} call={call} now={now} scope={scope} onEnd={() => setEnding(call)} />
          ))}
        </ScrollTable>
      )}
      <ShowMore hidden={list.hidden} onClick={list.showMore} />
      {ending && <EndCallDialog call={ending} onClose={() => setEnding(null)} />}
    </Stack>
  )
}

interface RunningRowProps {
  call: Call
  now: number
  scope: CallScope
  onEnd: () => void
}

function RunningRow({ call, now, scope, onEnd }: RunningRowProps) {
  const { t } = useTranslation()
  const { clock, cost: costText } = useFormats()
  const { answeredAt, startedAt, cost, currency, destination, vpbxName, kind } = call
  return (
    <Table.Tr>
      <Table.Td>
        <CallParties call={call} />
        <Group gap={6} mt={2}>
          <CallKindBadge kind={kind} />
          <Text span size="xs" c="dimmed">
            {[destination, scope.vpbxId === null && vpbxName].filter(Boolean).join(' · ')}
          </Text>
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {clock((now - (answeredAt ?? startedAt)) / 1000)}
        </Text>
        {answeredAt === null ? (
          <Badge variant="light" size="sm" color="yellow">
            {t('calls.ringing')}
          </Badge>
        ) : (
          cost > 0 && <Text size="sm">{costText(cost, currency)}</Text>
        )}
        {scope.mayEnd && (
          <Box hiddenFrom="sm" mt={4}>
            <EndButton call={call} onEnd={onEnd} />
          </Box>
        )}
      </Table.Td>
      {scope.mayEnd && (
        <Table.Td w={1} visibleFrom="sm">
          <EndButton call={call} onEnd={onEnd} />
        </Table.Td>
      )}
    </Table.Tr>
  )
}

/** Nobody is cut off from the emergency services by a click. */
function EndButton({ call, onEnd }: Pick<RunningRowProps, 'call' | 'onEnd'>) {
  const { t } = useTranslation()
  if (call.kind === 'emergency') return null
  return (
    <Button variant="default" size="xs" aria-label={t('calls.endOne', partyNames(call))} onClick={onEnd}>
      {t('calls.end')}
    </Button>
  )
}
