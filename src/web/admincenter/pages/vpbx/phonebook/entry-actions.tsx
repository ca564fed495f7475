import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuIcon } from '#web/ui/icons.tsx'
import type { PhonebookEntry } from '../../../types.ts'
import { DeleteEntryDialog } from './deletions.tsx'
import { EntryDialog } from './entry-dialog.tsx'

/** Buttons where there is room, else a menu. */
export function EntryActions({ vpbxId, entry }: { vpbxId: string; entry: PhonebookEntry }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null)
  const close = (): void => setDialog(null)
  return (
    <>
      <Group gap="xs" wrap="nowrap" visibleFrom="sm">
        <Button variant="default" size="xs" onClick={() => setDialog('edit')}>
          {t('phonebook.edit')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setDialog('delete')}>
          {t('device.delete')}
        </Button>
      </Group>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon hiddenFrom="sm" size="lg" aria-label={t('phonebook.actionsOf', { name: entry.name })}>
            <MenuIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('edit')}>{t('phonebook.edit')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('delete')}>{t('device.delete')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EntryDialog vpbxId={vpbxId} entry={entry} opened={dialog === 'edit'} onClose={close} />
      <DeleteEntryDialog entry={entry} opened={dialog === 'delete'} onClose={close} />
    </>
  )
}
