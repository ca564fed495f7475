import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchIcon } from './icons.tsx'

/** Finds rows by words and shows them a hundred at a time. `textOf` gives what is searched in. */
export function useListFilter<Row>(rows: Row[], textOf: (row: Row) => string, pageSize = 100) {
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(pageSize)
  const words = plain(search).split(/\s+/).filter(Boolean)
  const found =
    words.length === 0 ? rows : rows.filter((row) => words.every((word) => plain(textOf(row)).includes(word)))
  return {
    search,
    setSearch: (text: string) => {
      setSearch(text)
      setLimit(pageSize)
    },
    shown: found.slice(0, limit),
    hidden: Math.max(found.length - limit, 0),
    showMore: () => setLimit(limit + pageSize),
  }
}

/** Without case and accents, so that "geneve" finds "Genève". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

export function SearchInput({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation()
  return (
    <TextInput
      type="search"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<SearchIcon />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      w={{ base: '100%', xs: 260 }}
    />
  )
}

export function ShowMore({ hidden, onClick }: { hidden: number; onClick: () => void }) {
  const { t } = useTranslation()
  if (hidden === 0) return null
  return (
    <Button variant="default" onClick={onClick} style={{ alignSelf: 'center' }}>
      {t('list.more', { count: hidden })}
    </Button>
  )
}
