import { Button, Group, Skeleton, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { sentenceOf } from './sentence.ts'

interface QueryViewProps<Data> {
  query: { data: Data | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }
  children: (data: Data) => ReactNode
  /** Grey lines while it loads. */
  lines?: number
}

/** What a question to the server has become: grey lines, the answer, or what went wrong with a button to try again. */
export function QueryView<Data>({ query, children, lines = 4 }: QueryViewProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <LoadFailure error={query.error} retry={() => void query.refetch()} busy={query.isFetching} />
  return <Loading lines={lines} />
}

export function LoadFailure({ error, retry, busy }: { error: unknown; retry: () => void; busy: boolean }) {
  const { t } = useTranslation()
  return (
    <Notice kind="danger" title={t('failure.title')} live>
      <Stack gap="sm">
        <div>{sentenceOf(t, error)}</div>
        <Group>
          <Button variant="default" size="xs" loading={busy} onClick={retry}>
            {t('action.retry')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  )
}

function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm" role="status" aria-busy="true" aria-label={t('list.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name
        <Skeleton key={index} height={20} width={`${100 - (index % 3) * 15}%`} />
      ))}
    </Stack>
  )
}
