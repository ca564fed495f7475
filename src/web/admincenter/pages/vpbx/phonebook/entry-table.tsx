import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { ShowMore } from '#web/ui/list-filter.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import type { PhonebookEntry } from '../../../types.ts'
import { ClearDialog } from './deletions.tsx'
import { EntryActions } from './entry-actions.tsx'

interface EntryTableProps {
  vpbxId: string
  entries: PhonebookEntry[]
  total: number
  editable: boolean
  /** Only a part of the phonebook is shown. */
  searched: boolean
  showMore: () => void
}

export function EntryTable({ vpbxId, entries, total, editable, searched, showMore }: EntryTableProps) {
  const { t } = useTranslation()
  const head = [t('phonebook.field.name'), t('phonebook.numbers')]
  return (
    <Stack gap="sm">
      <ScrollTable
        label={t('vpbx.tab.phonebook')}
        minWidth={320}
        head={editable ? [...head, t('phonebook.actions')] : head}
      >
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.name}</Table.Td>
            <Table.Td>
              <Numbers entry={entry} />
            </Table.Td>
            {editable && (
              <Table.Td w={1}>
                <EntryActions vpbxId={vpbxId} entry={entry} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </ScrollTable>
      <ShowMore hidden={total - entries.length} onClick={showMore} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {t('phonebook.count', { count: total })}
        </Text>
        {editable && !searched && <ClearButton vpbxId={vpbxId} total={total} />}
      </Group>
    </Stack>
  )
}

/** One under the other, so that they fit on a telephone's screen too. */
function Numbers({ entry: { number, mobile, other, shortNumber, shown } }: { entry: PhonebookEntry }) {
  const { t } = useTranslation()
  return (
    <Stack gap={2}>
      <DialNumber number={number} shown={shown.number} />
      <DialNumber number={mobile} shown={shown.mobile} kind={t('phonebook.field.mobile')} />
      <DialNumber number={other} shown={shown.other} kind={t('phonebook.field.other')} />
      <DialNumber number={shortNumber} shown={shortNumber} kind={t('phonebook.field.shortNumber')} />
    </Stack>
  )
}

function DialNumber({ number, shown, kind }: { number: string | null; shown: string | null; kind?: string }) {
  if (number === null) return null
  return (
    <Text size="sm" component="div">
      <Anchor href={`tel:${number.replaceAll('#', '%23')}`} size="sm" c="inherit" style={{ whiteSpace: 'nowrap' }}>
        {shown}
      </Anchor>{' '}
      {kind && (
        <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {kind}
        </Text>
      )}
    </Text>
  )
}

function ClearButton({ vpbxId, total }: { vpbxId: string; total: number }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={open}>
        {t('phonebook.clear')}
      </Button>
      <ClearDialog vpbxId={vpbxId} total={total} opened={opened} onClose={close} />
    </>
  )
}
