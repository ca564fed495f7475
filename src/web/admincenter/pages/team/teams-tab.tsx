import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon } from '#web/ui/icons.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { teamsQuery } from '../../call-queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Team } from '../../types.ts'
import { useParam } from '../../use-param.ts'
import { DeleteTeamDialog } from './delete-team-dialog.tsx'
import { TeamDialog } from './team-dialog.tsx'

type Opened = { what: 'create' } | { what: 'edit' | 'delete'; team: Team } | null

/** vPBX → Équipes: numbers at which several extensions ring. */
export function TeamsTab() {
  const { t } = useTranslation()
  const vpbxId = useParam('vpbxId')
  const query = useQuery(teamsQuery(vpbxId))
  const [opened, setOpened] = useState<Opened>(null)
  const close = (): void => setOpened(null)
  const editing = opened?.what === 'edit' ? opened.team : null
  return (
    <Stack>
      <Group justify="space-between">
        <Text c="dimmed" size="sm" style={{ flex: '1 1 16rem' }}>
          {t('team.hint')}
        </Text>
        <Button leftSection={<PlusIcon />} onClick={() => setOpened({ what: 'create' })}>
          {t('team.create')}
        </Button>
      </Group>
      <QueryView query={query}>
        {(teams) =>
          teams.length === 0 ? (
            <EmptyState title={t('team.none')}>{t('team.noneHint')}</EmptyState>
          ) : (
            <TeamTable teams={teams} open={(what, team) => setOpened({ what, team })} />
          )
        }
      </QueryView>
      <TeamDialog
        key={editing?.id ?? 'new'}
        vpbxId={vpbxId}
        team={editing}
        opened={opened?.what === 'create' || editing !== null}
        onClose={close}
      />
      {opened?.what === 'delete' && <DeleteTeamDialog team={opened.team} onClose={close} />}
    </Stack>
  )
}

interface TeamTableProps {
  teams: Team[]
  open: (what: 'edit' | 'delete', team: Team) => void
}

function TeamTable({ teams, open }: TeamTableProps) {
  const { t } = useTranslation()
  return (
    <ScrollTable
      label={t('team.list')}
      minWidth={340}
      head={[t('team.one'), t('team.members'), t('phonebook.actions')]}
    >
      {teams.map((team) => (
        <Table.Tr key={team.id}>
          <Table.Td>
            <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {team.number}
            </Text>
            <Text size="sm" style={{ overflowWrap: 'break-word' }}>
              {team.name}
            </Text>
          </Table.Td>
          <Table.Td>
            <Text size="sm">
              {team.members.map(({ number, displayName }) => `${number} ${displayName}`).join(', ') ||
                t('team.noMember')}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`team.rings.${team.strategy}`, { seconds: team.ringSeconds })}
            </Text>
          </Table.Td>
          <Table.Td w={1}>
            <Group gap="xs" wrap="nowrap" visibleFrom="sm">
              <RowButtons team={team} open={open} />
            </Group>
            <Stack gap={4} hiddenFrom="sm">
              <RowButtons team={team} open={open} />
            </Stack>
          </Table.Td>
        </Table.Tr>
      ))}
    </ScrollTable>
  )
}

function RowButtons({ team, open }: { team: Team; open: TeamTableProps['open'] }) {
  const { t } = useTranslation()
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={t('team.editOne', { name: team.name })}
        onClick={() => open('edit', team)}
      >
        {t('phonebook.edit')}
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={t('team.deleteOne', { name: team.name })}
        onClick={() => open('delete', team)}
      >
        {t('device.delete')}
      </Button>
    </>
  )
}
