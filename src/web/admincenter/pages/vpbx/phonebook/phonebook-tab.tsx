import { Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/notice.tsx'
import { phonebookQuery } from '../../../queries.ts'
import { QueryView } from '../../../query-view.tsx'
import { useSession } from '../../../session.tsx'
import { useParam } from '../../../use-param.ts'
import { EntryTable } from './entry-table.tsx'
import { PhonebookToolbar } from './phonebook-toolbar.tsx'

/** The phonebook of a vPBX, to be kept. */
export function PhonebookTab() {
  return <Phonebook vpbxId={useParam('vpbxId')} editable />
}

/** The phonebook of the own vPBX, to be read. */
export function OwnPhonebook() {
  const { user } = useSession()
  return user.vpbx && <Phonebook vpbxId={user.vpbx.id} editable={false} />
}

/** Longer than the pause between two letters. */
const pause = 250

function Phonebook({ vpbxId, editable }: { vpbxId: string; editable: boolean }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [searched] = useDebouncedValue(search.trim(), pause)
  const query = useInfiniteQuery(phonebookQuery(vpbxId, searched))
  return (
    <Stack>
      <Text c="dimmed" size="sm">
        {t('phonebook.hint')}
      </Text>
      <PhonebookToolbar vpbxId={vpbxId} editable={editable} search={search} onSearch={setSearch} />
      <QueryView query={query}>
        {({ pages }) => {
          const total = pages[0]?.total ?? 0
          if (total === 0) return <Nothing searched={searched !== ''} editable={editable} />
          return (
            <EntryTable
              vpbxId={vpbxId}
              entries={pages.flatMap(({ entries }) => entries)}
              total={total}
              editable={editable}
              searched={searched !== ''}
              showMore={() => void query.fetchNextPage()}
            />
          )
        }}
      </QueryView>
    </Stack>
  )
}

function Nothing({ searched, editable }: { searched: boolean; editable: boolean }) {
  const { t } = useTranslation()
  if (searched) return <EmptyState title={t('list.nothingFound')}>{t('list.nothingFoundHint')}</EmptyState>
  return (
    <EmptyState title={t('phonebook.none')}>
      {editable ? t('phonebook.noneHint') : t('phonebook.noneForUser')}
    </EmptyState>
  )
}
