import { Anchor, Button, Group, Stack, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PlusIcon } from '#web/ui/icons.tsx'
import { SearchInput, ShowMore, useListFilter } from '#web/ui/list-filter.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { vpbxsQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Vpbx } from '../../types.ts'
import { CreateVpbxDialog } from './create-vpbx-dialog.tsx'

/** The provider's first page: all customers. */
export function VpbxListPage() {
  const { t } = useTranslation()
  const query = useQuery(vpbxsQuery)
  const [creating, { open, close }] = useDisclosure(false)
  return (
    <>
      <PageHeader
        title={t('vpbx.list')}
        actions={
          <Button leftSection={<PlusIcon />} onClick={open}>
            {t('vpbx.create')}
          </Button>
        }
      />
      <QueryView query={query}>{(vpbxs) => <VpbxTable vpbxs={vpbxs} />}</QueryView>
      <CreateVpbxDialog opened={creating} onClose={close} />
    </>
  )
}

function VpbxTable({ vpbxs }: { vpbxs: Vpbx[] }) {
  const { t } = useTranslation()
  const list = useListFilter(vpbxs, ({ name }) => name)
  if (vpbxs.length === 0) return <EmptyState title={t('vpbx.none')}>{t('vpbx.noneHint')}</EmptyState>
  return (
    <Stack>
      <Group>
        <SearchInput value={list.search} onChange={list.setSearch} />
      </Group>
      <ScrollTable
        label={t('vpbx.list')}
        minWidth={320}
        head={[t('vpbx.name'), t('vpbx.extensions'), t('vpbx.devices')]}
      >
        {list.shown.map((vpbx) => (
          <Table.Tr key={vpbx.id}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Anchor component={Link} to={`/vpbxs/${vpbx.id}`}>
                {vpbx.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{vpbx.extensionCount}</Table.Td>
            <Table.Td>{vpbx.deviceCount}</Table.Td>
          </Table.Tr>
        ))}
      </ScrollTable>
      {list.shown.length === 0 && <EmptyState title={t('list.nothingFound')}>{t('list.nothingFoundHint')}</EmptyState>}
      <ShowMore hidden={list.hidden} onClick={list.showMore} />
    </Stack>
  )
}
