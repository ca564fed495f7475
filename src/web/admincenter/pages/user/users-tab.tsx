import { Badge, Button, Group, Stack, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import { PlusIcon, UserIcon } from '#web/ui/icons.tsx'
import { SearchInput, ShowMore, useListFilter } from '#web/ui/list-filter.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { ScrollTable } from '#web/ui/scroll-table.tsx'
import { extensionsQuery, usersQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { User } from '../../types.ts'
import { useParam } from '../../use-param.ts'
import { OneTimePasswordDialog, type ShownPassword } from './one-time-password-dialog.tsx'
import { DeleteUserDialog, ResetPasswordDialog } from './user-confirmations.tsx'
import { UserDialog } from './user-dialog.tsx'

/** Who may sign in for a vPBX, and what for. */
export function UsersTab() {
  const vpbxId = useParam('vpbxId')
  const query = useQuery(usersQuery(vpbxId))
  const [creating, { open, close }] = useDisclosure(false)
  const [shown, setShown] = useState<ShownPassword | null>(null)
  return (
    <>
      <QueryView query={query}>
        {(users) => <UserTable vpbxId={vpbxId} users={users} onCreate={open} onPassword={setShown} />}
      </QueryView>
      <UserDialog vpbxId={vpbxId} user={null} opened={creating} onClose={close} onPassword={setShown} />
      <OneTimePasswordDialog shown={shown} onClose={() => setShown(null)} />
    </>
  )
}

interface UserTableProps {
  vpbxId: string
  users: User[]
  onCreate: () => void
  onPassword: (shown: ShownPassword) => void
}

function UserTable({ vpbxId, users, onCreate, onPassword }: UserTableProps) {
  const { t } = useTranslation()
  const extensions = useQuery(extensionsQuery(vpbxId)).data ?? []
  const numbers = new Map(extensions.map(({ id, number }) => [id, number]))
  const list = useListFilter(users, ({ login, displayName, email }) => `${login} ${displayName} ${email}`)
  return (
    <Stack>
      <Group justify="space-between">
        <SearchInput value={list.search} onChange={list.setSearch} />
        <Button leftSection={<PlusIcon />} onClick={onCreate}>
          {t('user.create')}
        </Button>
      </Group>
      {users.length === 0 ? (
        <EmptyState icon={<UserIcon />} title={t('user.none')}>
          {t('user.noneHint')}
        </EmptyState>
      ) : (
        <ScrollTable
          label={t('vpbx.tab.users')}
          minWidth={1000}
          head={[
            t('user.login'),
            t('user.displayName'),
            t('user.role'),
            t('user.extensions'),
            t('user.lastSignIn'),
            t('user.actions'),
          ]}
        >
          {list.shown.map((user) => (
            <UserRow
              key={user.id}
              vpbxId={vpbxId}
              user={user}
              numbers={user.extensionIds.map((id) => numbers.get(id) ?? '…')}
              onPassword={onPassword}
            />
          ))}
        </ScrollTable>
      )}
      <ShowMore hidden={list.hidden} onClick={list.showMore} />
    </Stack>
  )
}

interface UserRowProps {
  vpbxId: string
  user: User
  numbers: string[]
  onPassword: (shown: ShownPassword) => void
}

function UserRow({ vpbxId, user, numbers, onPassword }: UserRowProps) {
  const { t } = useTranslation()
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{user.login}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{user.displayName}</Table.Td>
      <Table.Td>{t(`role.${user.role}`)}</Table.Td>
      <Table.Td>{numbers.join(', ') || '–'}</Table.Td>
      <Table.Td>
        {user.lastSignInAt ? <DateTime at={user.lastSignInAt} /> : t('user.never')}
        {user.mustRenewPassword && (
          <Badge ml="xs" size="sm" variant="light" color="yellow">
            {t('user.oneTime')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        <UserActions vpbxId={vpbxId} user={user} onPassword={onPassword} />
      </Table.Td>
    </Table.Tr>
  )
}

function UserActions({ vpbxId, user, onPassword }: Omit<UserRowProps, 'numbers'>) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'edit' | 'reset' | 'delete' | null>(null)
  const close = (): void => setDialog(null)
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="xs" onClick={() => setDialog('edit')}>
          {t('user.edit')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setDialog('reset')}>
          {t('user.resetPassword')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setDialog('delete')}>
          {t('device.delete')}
        </Button>
      </Group>
      <UserDialog vpbxId={vpbxId} user={user} opened={dialog === 'edit'} onClose={close} onPassword={onPassword} />
      <ResetPasswordDialog user={user} opened={dialog === 'reset'} onClose={close} onPassword={onPassword} />
      <DeleteUserDialog user={user} opened={dialog === 'delete'} onClose={close} />
    </>
  )
}
