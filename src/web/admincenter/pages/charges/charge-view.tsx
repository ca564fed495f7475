import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import type { ChargeLimit } from '../../types.ts'
import { ChargeChart } from './charge-chart.tsx'
import { ChargeForm } from './charge-form.tsx'
import { type ChargeSource, chargesQuery } from './charge-source.ts'
import { UseBar } from './use-bar.tsx'

/** TopStop of a vPBX, an account or a line: what was used, day by day, and the limits. */
export function ChargeView({ source }: { source: ChargeSource }) {
  const query = useQuery(chargesQuery(source))
  return (
    <QueryView query={query}>
      {(charge) => (
        <Stack>
          <Reached charge={charge} />
          <Use charge={charge} />
          <Limits source={source} charge={charge} />
        </Stack>
      )}
    </QueryView>
  )
}

function Reached({ charge: { state, currency } }: { charge: ChargeLimit }) {
  const { t } = useTranslation()
  if (currency === null) return <Notice kind="warning">{t('topStop.noTariff')}</Notice>
  if (state === 'open') return null
  return (
    <Notice kind={state === 'reached' ? 'danger' : 'warning'} title={t(`topStop.notice.${state}`)} live>
      {t(`topStop.noticeHint.${state}`)}
    </Notice>
  )
}

function Use({ charge }: { charge: ChargeLimit }) {
  const { t } = useTranslation()
  const { monthUse, monthLimit, dayUse, dayLimit, threshold, currency, days, timeZone } = charge
  return (
    <Paper component="section" withBorder p="lg">
      <Stack>
        <Title order={2} size="h4">
          {t('topStop.use')}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
          <UseBar
            label={t('topStop.month')}
            use={monthUse}
            limit={monthLimit}
            threshold={threshold}
            currency={currency}
          />
          <UseBar label={t('topStop.day')} use={dayUse} limit={dayLimit} threshold={threshold} currency={currency} />
        </SimpleGrid>
        <Title order={3} size="h6">
          {t('topStop.chart')}
        </Title>
        <ChargeChart days={days} currency={currency} />
        <Text size="sm" c="dimmed">
          {t('topStop.period', { timeZone })}
        </Text>
      </Stack>
    </Paper>
  )
}

function Limits({ source, charge }: { source: ChargeSource; charge: ChargeLimit }) {
  const { t } = useTranslation()
  const role = useRole()
  const { monthLimit, dayLimit, threshold, email, setBy } = charge
  return (
    <Paper component="section" withBorder p="lg">
      <Stack maw={640}>
        <Title order={2} size="h4">
          {t('topStop.limits')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('topStop.hint')}
        </Text>
        {setBy === 'provider' && role === 'administrator' && <Notice>{t('topStop.byProvider')}</Notice>}
        {setBy === 'administrator' && role === 'provider' && (
          <Text size="sm" c="dimmed">
            {t('topStop.byAdministrator')}
          </Text>
        )}
        {role === 'user' ? (
          <ReadLimits charge={charge} />
        ) : (
          // What others set meanwhile takes the place of what stood there.
          <ChargeForm
            key={[source.id, monthLimit, dayLimit, threshold, email].join(' ')}
            source={source}
            charge={charge}
          />
        )}
      </Stack>
    </Paper>
  )
}

function ReadLimits({ charge: { monthLimit, dayLimit, currency } }: { charge: ChargeLimit }) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  const shown = (limit: number | null) => (limit === null ? t('topStop.noLimit') : amount(limit, currency))
  return (
    <DataList
      rows={[
        { label: t('topStop.monthLimit'), value: shown(monthLimit) },
        { label: t('topStop.dayLimit'), value: shown(dayLimit) },
      ]}
    />
  )
}
