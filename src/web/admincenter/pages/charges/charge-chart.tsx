import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#web/ui/bar-chart.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import type { ChargeLimit } from '../../types.ts'

/** What each of the last days cost. */
export function ChargeChart({ days, currency }: Pick<ChargeLimit, 'days' | 'currency'>) {
  const { t } = useTranslation()
  const { amount, day: dayOf, shortDay } = useFormats()
  const data = useMemo(() => days.map(({ day, amount: spent }) => ({ day: shortDay(day), spent })), [days, shortDay])
  const total = days.reduce((sum, { amount: spent }) => sum + spent, 0)
  const most = days.reduce<(typeof days)[number] | null>((a, b) => (a && a.amount >= b.amount ? a : b), null)
  if (total === 0) return <Text c="dimmed">{t('topStop.nothingSpent')}</Text>
  return (
    <BarChart
      label={t('topStop.chartLabel', {
        total: amount(total, currency),
        most: amount(most?.amount ?? 0, currency),
        day: most ? dayOf(most.day) : '–',
      })}
      data={data}
      dataKey="day"
      series={[{ name: 'spent', label: t('topStop.spent'), color: 'petrol.8' }]}
      format={(micro) => amount(micro, currency)}
      axisWidth={84}
    />
  )
}
