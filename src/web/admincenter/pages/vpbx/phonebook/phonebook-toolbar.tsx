import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { SearchInput } from '#web/ui/list-filter.tsx'
import { answerOf, api } from '../../../api.ts'
import { isLanguage } from '../../../i18n.ts'
import { saveAs } from '../../../save-as.ts'
import { useAction } from '../../../use-action.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'

interface PhonebookToolbarProps {
  vpbxId: string
  editable: boolean
  search: string
  onSearch: (text: string) => void
}

/** The search, and what can be done with the phonebook as a whole. */
export function PhonebookToolbar({ vpbxId, editable, search, onSearch }: PhonebookToolbarProps) {
  return (
    <Group justify="space-between">
      <SearchInput value={search} onChange={onSearch} />
      {editable && <Tools vpbxId={vpbxId} />}
    </Group>
  )
}

function Tools({ vpbxId }: { vpbxId: string }) {
  const { t } = useTranslation()
  const [creating, create] = useDisclosure(false)
  const [importing, takeIn] = useDisclosure(false)
  return (
    <Group gap="xs">
      <Button leftSection={<PlusIcon />} onClick={create.open}>
        {t('phonebook.create')}
      </Button>
      <Button variant="default" onClick={takeIn.open}>
        {t('phonebook.import.open')}
      </Button>
      <ExportButton vpbxId={vpbxId} />
      <EntryDialog vpbxId={vpbxId} entry={null} opened={creating} onClose={create.close} />
      <ImportDialog vpbxId={vpbxId} opened={importing} onClose={takeIn.close} />
    </Group>
  )
}

function ExportButton({ vpbxId }: { vpbxId: string }) {
  const { t, i18n } = useTranslation()
  const save = useAction({
    run: () => {
      const query = isLanguage(i18n.language) ? { language: i18n.language } : {}
      return answerOf(api.GET('/api/vpbxs/{vpbxId}/phonebook/export', { params: { path: { vpbxId }, query } }))
    },
    onDone: ({ csv }) => saveAs(`${t('phonebook.fileName')}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' })),
  })
  return (
    <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
      {t('phonebook.export')}
    </Button>
  )
}
