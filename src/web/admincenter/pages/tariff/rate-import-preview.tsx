import { Box, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '#web/ui/data-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { sentenceOfCode } from '../../sentence.ts'
import type { RateImportResult } from '../../types.ts'

interface RateImportPreviewProps {
  result: RateImportResult
  busy: boolean
  onBack: () => void
  onConfirm: () => void
}

/** What an import will do; with a faulty row it does nothing. What it takes away must be agreed to. */
export function RateImportPreview({ result, busy, onBack, onConfirm }: RateImportPreviewProps) {
  const { t } = useTranslation()
  const { added, changed, removed, refused, warnings, ignoredColumns } = result
  const [removal, setRemoval] = useState(false)
  const nothing = added + changed + removed === 0
  const ready = refused === 0 && !nothing && (removed === 0 || removal)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) onConfirm()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Outcome result={result} nothing={nothing} />
        {ignoredColumns.length > 0 && (
          <Notice>{t('phonebook.import.ignored', { columns: ignoredColumns.join(', ') })}</Notice>
        )}
        {refused > 0 && <Refusals result={result} />}
        {warnings.length > 0 && <Warnings warnings={warnings} />}
        {removed > 0 && refused === 0 && (
          <Notice kind="danger">
            <Stack gap="sm">
              {t('rateImport.removes', { count: removed })}
              <Checkbox
                color="red"
                label={t('rateImport.acceptRemoval')}
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
          <Button type="submit" color={removed > 0 ? 'red' : 'petrol'} disabled={!ready} loading={busy}>
            {t('phonebook.import.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Outcome({ result, nothing }: { result: RateImportResult; nothing: boolean }) {
  const { t } = useTranslation()
  const { added, changed, unchanged, removed, refused } = result
  return (
    <>
      {refused > 0 ? (
        <Notice kind="danger" live>
          {t('rateImport.refusedAll')}
        </Notice>
      ) : (
        <Text role="status">{t(nothing ? 'rateImport.nothing' : 'phonebook.import.willHappen')}</Text>
      )}
      <DataList
        rows={[
          { label: t('phonebook.import.added'), value: added },
          { label: t('phonebook.import.changed'), value: changed },
          { label: t('phonebook.import.unchanged'), value: unchanged },
          ...(removed > 0 ? [{ label: t('phonebook.import.removed'), value: removed }] : []),
          ...(refused > 0 ? [{ label: t('phonebook.import.refused'), value: refused }] : []),
        ]}
      />
    </>
  )
}

/** A list that scrolls in itself. */
function Rows({ label, reason, children }: { label: string; reason: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Box mah={240} style={{ overflow: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('phonebook.import.row')}</Table.Th>
            <Table.Th scope="col">{t('rate.prefix')}</Table.Th>
            <Table.Th scope="col">{reason}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Box>
  )
}

function Refusals({ result: { refusals, refused } }: { result: RateImportResult }) {
  const { t } = useTranslation()
  const listed = new Set(refusals.map(({ row }) => row)).size
  return (
    <Stack gap={4}>
      <Rows label={t('phonebook.import.refused')} reason={t('phonebook.import.reason')}>
        {refusals.map(({ row, prefix, field, code }) => (
          <Table.Tr key={`${row} ${field} ${code}`}>
            <Table.Td>{row}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{prefix || '–'}</Table.Td>
            <Table.Td>
              {field && (
                <Text span size="sm" fw={600}>
                  {`${t(`rateField.${field}`, { defaultValue: field })} · `}
                </Text>
              )}
              <Text span size="sm">
                {sentenceOfCode(t, code)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Rows>
      {refused > listed && (
        <Text size="sm" c="dimmed">
          {t('phonebook.import.moreRefusals', { count: refused - listed })}
        </Text>
      )}
    </Stack>
  )
}

function Warnings({ warnings }: { warnings: RateImportResult['warnings'] }) {
  const { t } = useTranslation()
  return (
    <Stack gap={4}>
      <Notice kind="warning">{t('rateImport.warnings', { count: warnings.length })}</Notice>
      <Rows label={t('rateImport.toCheck')} reason={t('rateImport.toCheck')}>
        {warnings.map(({ row, prefix, code }) => (
          <Table.Tr key={`${row} ${prefix} ${code}`}>
            <Table.Td>{row}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{prefix || '–'}</Table.Td>
            <Table.Td>{t(`rateWarning.${code}`, { defaultValue: code })}</Table.Td>
          </Table.Tr>
        ))}
      </Rows>
    </Stack>
  )
}
