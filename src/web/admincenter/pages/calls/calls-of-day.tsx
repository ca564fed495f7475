import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { NextIcon, PreviousIcon } from '#web/ui/icons.tsx'
import { Section } from '#web/ui/section.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { callChartQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { CallChart } from '../../types.ts'
import { dayAfter } from './call-period.ts'

/** Calls of a day by the hour, today to begin with. */
export function CallsOfDay({ vpbxId }: { vpbxId: string | null }) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(null)
  const query = useQuery(callChartQuery(vpbxId, day))
  const shown = day ?? query.data?.day ?? ''
  return (
    <Section title={t('calls.ofDay')} actions={<DayField day={shown} onChange={setDay} />}>
      <QueryView query={query}>{(chart) => <HoursChart chart={chart} />}</QueryView>
    </Section>
  )
}

function DayField({ day, onChange }: { day: string; onChange: (day: string | null) => void }) {
  const { t } = useTranslation()
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon aria-label={t('calls.dayBefore')} disabled={!day} onClick={() => onChange(dayAfter(day, -1))}>
        <PreviousIcon />
      </ActionIcon>
      <TextInput
        type="date"
        size="xs"
        aria-label={t('calls.day')}
        value={day}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
      <ActionIcon aria-label={t('calls.dayAfter')} disabled={!day} onClick={() => onChange(dayAfter(day, 1))}>
        <NextIcon />
      </ActionIcon>
    </Group>
  )
}

const kinds = ['internal', 'outgoing', 'incoming'] as const
const colors = { internal: 'gray.5', outgoing: 'blue.6', incoming: 'petrol.7' }

function HoursChart({ chart }: { chart: CallChart }) {
  const { t } = useTranslation()
  const { count, day } = useFormats()
  const data = useMemo(
    () => chart.hours.map(({ hour, ...counts }) => ({ ...counts, hour: t('calls.hour', { hour }) })),
    [chart.hours, t],
  )
  const total = chart.hours.reduce((sum, hour) => sum + hour.internal + hour.outgoing + hour.incoming, 0)
  const busiest = chart.hours.reduce<CallChart['hours'][number] | null>((a, b) => (a && a.peak >= b.peak ? a : b), null)
  const peak = busiest?.peak ?? 0
  return (
    <>
      <Text size="sm" c="dimmed">
        {[
          t('calls.count', { count: total }),
          ...(busiest && peak > 0 ? [t('calls.peak', { peak, hour: busiest.hour, next: busiest.hour + 1 })] : []),
        ].join(' · ')}
      </Text>
      <BarChart
        label={t('calls.chartLabel', { day: day(chart.day), total })}
        data={data}
        dataKey="hour"
        series={kinds.map((name) => ({ name, label: t(`calls.kind.${name}`), color: colors[name] }))}
        format={count}
      />
    </>
  )
}
