import { Button, Stack, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { auditQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'

/** Who did what, newest first; of one vPBX or of the installation (null). */
export function AuditList({ vpbxId }: { vpbxId: string | null }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(auditQuery(vpbxId))
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.entries)
        if (entries.length === 0) return <EmptyState title={t('journal.none')}>{t('journal.noneHint')}</EmptyState>
        return (
          <Stack>
            <ScrollTable
              label={t('journal.title')}
              head={[t('journal.at'), t('journal.actor'), t('journal.action'), t('journal.subject'), t('journal.ip')]}
            >
              {entries.map(({ id, at, actor, action, subject, ip }) => (
                <Table.Tr key={id}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    <DateTime at={at} />
                  </Table.Td>
                  <Table.Td>{actor ?? t('journal.system')}</Table.Td>
                  <Table.Td>{t(`audit.${action}`, { defaultValue: action })}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{subject}</Table.Td>
                  <Table.Td>{ip}</Table.Td>
                </Table.Tr>
              ))}
            </ScrollTable>
            {query.hasNextPage && (
              <Button
                variant="default"
                style={{ alignSelf: 'center' }}
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('journal.older')}
              </Button>
            )}
          </Stack>
        )
      }}
    </QueryView>
  )
}
