import { Button, Group, Stack } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchInput } from '#web/ui/list-filter.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { saveAs } from '#web/ui/save-as.ts'
import { useFormats } from '#web/ui/use-formats.ts'
import { answerOf, api } from '../../api.ts'
import { ratesQuery, tariffsQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Tariff } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { useParam } from '../../use-param.ts'
import { NotFound } from '../home.tsx'
import { RateImportDialog } from './rate-import-dialog.tsx'
import { RateLookUp } from './rate-look-up.tsx'
import { RateTable } from './rate-table.tsx'
import { TariffActions } from './tariff-actions.tsx'

/** One tariff: its rates, and what a call to a number would cost. */
export function TariffPage() {
  const tariffId = useParam('tariffId')
  const query = useQuery(tariffsQuery)
  return (
    <QueryView query={query}>
      {(tariffs) => {
        const tariff = tariffs.find(({ id }) => id === tariffId)
        return tariff ? <TariffFrame key={tariff.id} tariff={tariff} /> : <NotFound />
      }}
    </QueryView>
  )
}

function TariffFrame({ tariff }: { tariff: Tariff }) {
  const { t } = useTranslation()
  const { count } = useFormats()
  const { name, currency, rateCount, vpbxCount, isDefault } = tariff
  const facts = [
    currency,
    t('tariff.rateCount', { count: rateCount }),
    t('tariff.usedBy', { number: count(vpbxCount) }),
    isDefault && t('tariff.isDefault'),
  ]
  return (
    <Stack>
      <PageHeader
        title={name}
        crumbs={[{ label: t('tariff.title'), to: '/tariffs' }, { label: name }]}
        subtitle={facts.filter(Boolean).join(' · ')}
        actions={<TariffActions tariff={tariff} />}
      />
      {rateCount > 0 && <RateLookUp tariff={tariff} />}
      <Rates tariff={tariff} />
    </Stack>
  )
}

/** Longer than the pause between two letters. */
const pause = 250

function Rates({ tariff }: { tariff: Tariff }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [searched] = useDebouncedValue(search.trim(), pause)
  const query = useInfiniteQuery(ratesQuery(tariff.id, searched))
  return (
    <Stack>
      <Group justify="space-between">
        <SearchInput value={search} onChange={setSearch} />
        <Tools tariff={tariff} />
      </Group>
      <QueryView query={query}>
        {({ pages }) => {
          const total = pages[0]?.total ?? 0
          if (total === 0 && searched !== '') {
            return <EmptyState title={t('list.nothingFound')}>{t('rate.nothingFoundHint')}</EmptyState>
          }
          if (total === 0) return <EmptyState title={t('rate.none')}>{t('rate.noneHint')}</EmptyState>
          return (
            <RateTable
              rates={pages.flatMap(({ rates }) => rates)}
              total={total}
              currency={tariff.currency}
              showMore={() => void query.fetchNextPage()}
            />
          )
        }}
      </QueryView>
    </Stack>
  )
}

function Tools({ tariff }: { tariff: Tariff }) {
  const { t } = useTranslation()
  const [importing, { open, close }] = useDisclosure(false)
  const save = useAction({
    run: () => answerOf(api.GET('/api/tariffs/{tariffId}/csv', { params: { path: { tariffId: tariff.id } } })),
    onDone: ({ csv }) => saveAs(`${tariff.name}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' })),
  })
  return (
    <Group gap="xs">
      <Button onClick={open}>{t('phonebook.import.open')}</Button>
      <Button
        variant="default"
        loading={save.isPending}
        disabled={tariff.rateCount === 0}
        onClick={() => save.mutate()}
      >
        {t('phonebook.export')}
      </Button>
      <RateImportDialog tariff={tariff} opened={importing} onClose={close} />
    </Group>
  )
}
