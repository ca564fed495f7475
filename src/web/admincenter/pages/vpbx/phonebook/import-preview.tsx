import { Box, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { sentenceOfCode } from '../../../sentence.ts'
import type { PhonebookImportResult } from '../../../types.ts'

interface ImportPreviewProps {
  result: PhonebookImportResult
  busy: boolean
  onBack: () => void
  onConfirm: (skipRefused: boolean) => void
}

/** What an import will do. What it leaves out or takes away must be agreed to. */
export function ImportPreview({ result, busy, onBack, onConfirm }: ImportPreviewProps) {
  const { t } = useTranslation()
  const { added, changed, unchanged, removed, refused, ignoredColumns } = result
  const [skip, setSkip] = useState(false)
  const [removal, setRemoval] = useState(false)
  const nothing = added + changed + removed === 0
  const agreed = (refused === 0 || skip) && (removed === 0 || removal)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!nothing && agreed) onConfirm(skip)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text role="status">{nothing ? t('phonebook.import.nothing') : t('phonebook.import.willHappen')}</Text>
        <DataList
          rows={[
            { label: t('phonebook.import.added'), value: added },
            { label: t('phonebook.import.changed'), value: changed },
            { label: t('phonebook.import.unchanged'), value: unchanged },
            ...(removed > 0 ? [{ label: t('phonebook.import.removed'), value: removed }] : []),
            ...(refused > 0 ? [{ label: t('phonebook.import.refused'), value: refused }] : []),
          ]}
        />
        {ignoredColumns.length > 0 && (
          <Notice>{t('phonebook.import.ignored', { columns: ignoredColumns.join(', ') })}</Notice>
        )}
        {refused > 0 && <Refusals result={result} />}
        {refused > 0 && !nothing && (
          <Checkbox
            label={t('phonebook.import.skip')}
            checked={skip}
            onChange={(event) => setSkip(event.currentTarget.checked)}
          />
        )}
        {removed > 0 && (
          <Notice kind="danger">
            <Stack gap="sm">
              {t('phonebook.import.removes', { count: removed })}
              <Checkbox
                color="red"
                label={t('phonebook.import.acceptRemoval', { count: removed })}
                checked={removal}
                onChange={(event) => setRemoval(event.currentTarget.checked)}
              />
            </Stack>
          </Notice>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onBack}>
            {t('phonebook.import.back')}
          </Button>
          <Button type="submit" color={removed > 0 ? 'red' : 'petrol'} disabled={nothing || !agreed} loading={busy}>
            {t('phonebook.import.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Refusals({ result: { refusals, refused } }: { result: PhonebookImportResult }) {
  const { t } = useTranslation()
  const listed = new Set(refusals.map(({ row }) => row)).size
  return (
    <Stack gap={4}>
      <Box mah={260} style={{ overflow: 'auto' }} tabIndex={0} role="region" aria-label={t('phonebook.import.refused')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('phonebook.import.row')}</Table.Th>
              <Table.Th scope="col">{t('phonebook.field.name')}</Table.Th>
              <Table.Th scope="col">{t('phonebook.import.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refusals.map(({ row, name, field, code }) => (
              <Table.Tr key={`${row} ${field}`}>
                <Table.Td>{row}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{name || '–'}</Table.Td>
                <Table.Td>
                  {field && (
                    <Text span size="sm" fw={600}>
                      {`${t(`phonebook.field.${field}`)} · `}
                    </Text>
                  )}
                  <Text span size="sm">
                    {sentenceOfCode(t, code)}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {refused > listed && (
        <Text size="sm" c="dimmed">
          {t('phonebook.import.moreRefusals', { count: refused - listed })}
        </Text>
      )}
    </Stack>
  )
}
