import { Button, Card, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import { usersQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { Extension, User } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { useExtension } from './extension-page.tsx'

/** Who manages the telephones of this extension himself. */
export function ExtensionUsers() {
  const { t } = useTranslation()
  const extension = useExtension()
  const query = useQuery(usersQuery(extension.vpbxId))
  return (
    <QueryView query={query}>
      {(users) => (
        <Stack maw={720}>
          <Text c="dimmed">{t('extensionUsers.hint')}</Text>
          <AssignUser extension={extension} users={users} />
          <AssignedUsers extension={extension} users={users} />
        </Stack>
      )}
    </QueryView>
  )
}

function isOf(extension: Extension): (user: User) => boolean {
  return (user) => user.extensionIds.includes(extension.id)
}

function nameOf({ displayName, login }: User): string {
  return displayName === login ? login : `${displayName} (${login})`
}

function AssignUser({ extension, users }: { extension: Extension; users: User[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const assign = useAction({
    run: (user: User) => setExtensions(user, [...user.extensionIds, extension.id]),
    done: t('extensionUsers.assigned'),
    onDone: () => setChosen(null),
  })
  const others = users.filter((user) => !isOf(extension)(user))
  const user = others.find(({ id }) => id === chosen)
  return (
    <Group align="flex-end">
      <Select
        label={t('extensionUsers.choose')}
        placeholder={t('extensionUsers.placeholder')}
        data={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
        searchable
        clearable
        nothingFoundMessage={t('list.nothingFound')}
        value={chosen}
        onChange={setChosen}
        style={{ flex: 1 }}
      />
      <Button disabled={!user} loading={assign.isPending} onClick={() => user && assign.mutate(user)}>
        {t('action.add')}
      </Button>
    </Group>
  )
}

function AssignedUsers({ extension, users }: { extension: Extension; users: User[] }) {
  const { t } = useTranslation()
  const remove = useAction({
    run: (user: User) =>
      setExtensions(
        user,
        user.extensionIds.filter((id) => id !== extension.id),
      ),
    done: t('extensionUsers.removed'),
  })
  const assigned = users.filter(isOf(extension))
  if (assigned.length === 0) {
    return <EmptyState title={t('extensionUsers.none')}>{t('extensionUsers.noneHint')}</EmptyState>
  }
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {assigned.map((user) => (
        <Card key={user.id} component="li" withBorder padding="sm" aria-label={nameOf(user)}>
          <Group justify="space-between">
            <Text>{nameOf(user)}</Text>
            <Button variant="default" size="xs" loading={remove.isPending} onClick={() => remove.mutate(user)}>
              {t('action.remove')}
            </Button>
          </Group>
        </Card>
      ))}
    </Stack>
  )
}

function setExtensions(user: User, extensionIds: string[]): Promise<User> {
  return answerOf(api.PATCH('/api/users/{userId}', { params: { path: { userId: user.id } }, body: { extensionIds } }))
}
