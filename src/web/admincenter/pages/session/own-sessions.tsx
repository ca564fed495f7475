import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#web/ui/date-time.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { answerOf, api } from '../../api.ts'
import { ownSessionsQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { OwnSession } from '../../types.ts'
import { useAction } from '../../use-action.ts'

export function OwnSessions() {
  const { t } = useTranslation()
  const query = useQuery(ownSessionsQuery)
  return (
    <>
      <PageHeader title={t('account.sessions')} subtitle={t('sessions.hint')} />
      <QueryView query={query}>
        {(sessions) => (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {sessions.map((session) => (
              <SessionCard key={session.id} session={session} />
            ))}
          </Stack>
        )}
      </QueryView>
    </>
  )
}

function SessionCard({ session }: { session: OwnSession }) {
  const { t } = useTranslation()
  const end = useAction({
    run: () => answerOf(api.DELETE('/api/sessions/{sessionId}', { params: { path: { sessionId: session.id } } })),
    done: t('sessions.ended'),
  })
  return (
    <Card component="li" withBorder padding="md">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0, flex: 1 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {session.userAgent || '–'}
          </Text>
          <Text size="sm" c="dimmed">
            {session.ip} · {t('sessions.since')} <DateTime at={session.createdAt} />
          </Text>
          <Text size="sm" c="dimmed">
            {t('sessions.lastSeen')} <DateTime at={session.lastSeenAt} />
          </Text>
        </Stack>
        {session.current ? (
          <Badge variant="light">{t('sessions.current')}</Badge>
        ) : (
          <Button variant="default" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
            {t('sessions.end')}
          </Button>
        )}
      </Group>
    </Card>
  )
}
