import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/notice.tsx'
import { saveAs } from '#web/ui/save-as.ts'
import { Section } from '#web/ui/section.tsx'
import { useFormats } from '#web/ui/use-formats.ts'
import { answerOf, api } from '../../api.ts'
import { type CallFilter, callsQuery } from '../../call-queries.ts'
import { isLanguage } from '../../i18n.ts'
import { QueryView } from '../../query-view.tsx'
import type { CallPage } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { CallFilters } from './call-filters.tsx'
import type { CallScope } from './call-scope.ts'
import { CallTable } from './call-table.tsx'
import { useCallFilter } from './use-call-filter.ts'

/** Calls that were, newest first, with what they cost together. */
export function CallHistory({ scope, everyVpbx = false }: { scope: CallScope; everyVpbx?: boolean }) {
  const { t } = useTranslation()
  const filter = useCallFilter(scope)
  const query = useInfiniteQuery(callsQuery(filter.filter))
  return (
    <Section title={t('calls.history')} actions={<ExportButton filter={filter.filter} />}>
      <CallFilters filter={filter} everyVpbx={everyVpbx} />
      <QueryView query={query}>
        {({ pages }) => {
          const calls = pages.flatMap((page) => page.calls)
          if (calls.length === 0) return <Nothing narrowed={filter.narrowed} />
          return (
            <Stack gap="sm">
              {pages[0] && <Total total={pages[0].total} />}
              <CallTable calls={calls} withVpbx={everyVpbx} />
              {query.hasNextPage && (
                <Button
                  variant="default"
                  style={{ alignSelf: 'center' }}
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('calls.older')}
                </Button>
              )}
            </Stack>
          )
        }}
      </QueryView>
    </Section>
  )
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation()
  return <EmptyState title={t('calls.none')}>{t(narrowed ? 'calls.noneFoundHint' : 'calls.noneHint')}</EmptyState>
}

function Total({ total: { calls, seconds, costs } }: { total: CallPage['total'] }) {
  const { t } = useTranslation()
  const { amount, clock } = useFormats()
  const parts = [
    t('calls.count', { count: calls }),
    t('calls.talked', { duration: clock(seconds) }),
    ...costs.map(({ currency, cost }) => amount(cost, currency)),
  ]
  return (
    <Text size="sm" fw={600} role="status">
      {parts.join(' · ')}
    </Text>
  )
}

function ExportButton({ filter }: { filter: CallFilter }) {
  const { t, i18n } = useTranslation()
  const save = useAction({
    run: () => {
      const language = isLanguage(i18n.language) ? { language: i18n.language } : {}
      return answerOf(api.GET('/api/calls/csv', { params: { query: { ...filter, ...language } } }))
    },
    onDone: ({ csv, truncated }) => {
      saveAs(`${t('calls.fileName')}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' }))
      if (truncated) notifications.show({ color: 'yellow', message: t('calls.truncated'), autoClose: 10_000 })
    },
  })
  return (
    <Group>
      <Button variant="default" size="xs" loading={save.isPending} onClick={() => save.mutate()}>
        {t('calls.export')}
      </Button>
    </Group>
  )
}
