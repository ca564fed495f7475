import { Anchor, Button, Group, Stack, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PhoneIcon, PlusIcon } from '#web/ui/icons.tsx'
import { SearchInput, ShowMore, useListFilter } from '#web/ui/list-filter.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { extensionsQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Extension } from '../../types.ts'
import { useParam } from '../../use-param.ts'
import { CreateExtensionDialog } from './create-extension-dialog.tsx'

/** The extensions of a vPBX. */
export function ExtensionsTab() {
  const vpbxId = useParam('vpbxId')
  const query = useQuery(extensionsQuery(vpbxId))
  const [creating, { open, close }] = useDisclosure(false)
  return (
    <>
      <QueryView query={query}>{(extensions) => <ExtensionTable extensions={extensions} onCreate={open} />}</QueryView>
      <CreateExtensionDialog vpbxId={vpbxId} opened={creating} onClose={close} />
    </>
  )
}

function ExtensionTable({ extensions, onCreate }: { extensions: Extension[]; onCreate: () => void }) {
  const { t } = useTranslation()
  const list = useListFilter(
    extensions,
    ({ number, displayName, lines }) => `${number} ${displayName} ${lines.map((line) => line.number).join(' ')}`,
  )
  return (
    <Stack>
      <Group justify="space-between">
        <SearchInput value={list.search} onChange={list.setSearch} />
        <Button leftSection={<PlusIcon />} onClick={onCreate}>
          {t('extension.create')}
        </Button>
      </Group>
      {extensions.length === 0 ? (
        <EmptyState icon={<PhoneIcon />} title={t('extension.none')}>
          {t('extension.noneHint')}
        </EmptyState>
      ) : (
        <ScrollTable
          label={t('vpbx.tab.extensions')}
          minWidth={520}
          head={[
            t('extension.one'),
            t('extension.displayName'),
            t('extension.numbers'),
            t('extension.users'),
            t('extension.devices'),
          ]}
        >
          {list.shown.map((extension) => (
            <ExtensionRow key={extension.id} extension={extension} />
          ))}
        </ScrollTable>
      )}
      {extensions.length > 0 && list.shown.length === 0 && (
        <EmptyState title={t('list.nothingFound')}>{t('list.nothingFoundHint')}</EmptyState>
      )}
      <ShowMore hidden={list.hidden} onClick={list.showMore} />
    </Stack>
  )
}

function ExtensionRow({ extension }: { extension: Extension }) {
  const { t } = useTranslation()
  const { id, vpbxId, number, displayName, lines, users, deviceCount } = extension
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Anchor component={Link} to={`/vpbxs/${vpbxId}/extensions/${id}/settings/phones`}>
          {t('extension.name', { number })}
        </Anchor>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{displayName}</Table.Td>
      <Table.Td>{lines.map((line) => line.number).join(', ')}</Table.Td>
      <Table.Td>{users.map((user) => user.displayName || user.login).join(', ') || '–'}</Table.Td>
      <Table.Td>{deviceCount}</Table.Td>
    </Table.Tr>
  )
}
