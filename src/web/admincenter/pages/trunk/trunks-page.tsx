import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { moved } from '#web/ui/moved.ts'
import { EmptyState } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { answerOf, api } from '../../api.ts'
import { trunksQuery } from '../../call-queries.ts'
import { queryClient } from '../../query-client.ts'
import { QueryView } from '../../query-view.tsx'
import type { Trunk } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { DeleteTrunkDialog } from './delete-trunk-dialog.tsx'
import { TrunkCard } from './trunk-card.tsx'
import { TrunkDialog } from './trunk-dialog.tsx'

type Opened = { what: 'create' } | { what: 'edit' | 'delete'; trunk: Trunk } | null

/** The provider's ways to the public network, in the order in which they are tried. */
export function TrunksPage() {
  const { t } = useTranslation()
  const query = useQuery(trunksQuery)
  const [opened, setOpened] = useState<Opened>(null)
  const close = (): void => setOpened(null)
  const editing = opened?.what === 'edit' ? opened.trunk : null
  return (
    <Stack>
      <PageHeader
        title={t('trunk.title')}
        subtitle={t('trunk.hint')}
        actions={
          <Button leftSection={<PlusIcon />} onClick={() => setOpened({ what: 'create' })}>
            {t('trunk.create')}
          </Button>
        }
      />
      <QueryView query={query}>
        {(trunks) =>
          trunks.length === 0 ? (
            <EmptyState title={t('trunk.none')}>{t('trunk.noneHint')}</EmptyState>
          ) : (
            <TrunkList trunks={trunks} open={(what, trunk) => setOpened({ what, trunk })} />
          )
        }
      </QueryView>
      <TrunkDialog
        key={editing?.id ?? 'new'}
        trunk={editing}
        opened={opened?.what === 'create' || editing !== null}
        onClose={close}
      />
      {opened?.what === 'delete' && <DeleteTrunkDialog trunk={opened.trunk} onClose={close} />}
    </Stack>
  )
}

interface TrunkListProps {
  trunks: Trunk[]
  open: (what: 'edit' | 'delete', trunk: Trunk) => void
}

function TrunkList({ trunks, open }: TrunkListProps) {
  const order = useAction({
    run: (ids: string[]) => answerOf(api.PUT('/api/trunks/order', { body: { ids } })),
    onDone: (changed) => queryClient.setQueryData(trunksQuery.queryKey, changed),
  })
  const ids = trunks.map(({ id }) => id)
  return (
    <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {trunks.map((trunk, index) => (
        <TrunkCard
          key={trunk.id}
          trunk={trunk}
          position={index + 1}
          last={index === trunks.length - 1}
          busy={order.isPending}
          onMove={(by) => order.mutate(moved(ids, index, by))}
          onEdit={() => open('edit', trunk)}
          onDelete={() => open('delete', trunk)}
        />
      ))}
    </Stack>
  )
}
