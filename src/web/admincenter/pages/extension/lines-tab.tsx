import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { PlusIcon } from '#web/ui/icons.tsx'
import { answerOf, api } from '../../api.ts'
import { useRole } from '../../session.tsx'
import type { Line } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { AddLineDialog } from './add-line-dialog.tsx'
import { useExtension } from './extension-page.tsx'

/** The telephone numbers of an extension. */
export function LinesTab() {
  const { t } = useTranslation()
  const extension = useExtension()
  const [adding, setAdding] = useState<Line['kind'] | null>(null)
  const provider = useRole() === 'provider'
  return (
    <Stack maw={720}>
      <Group gap="xs">
        <Button variant="default" leftSection={<PlusIcon />} onClick={() => setAdding('internal')}>
          {t('line.addInternal')}
        </Button>
        {provider && (
          <Button variant="default" leftSection={<PlusIcon />} onClick={() => setAdding('public')}>
            {t('line.addPublic')}
          </Button>
        )}
      </Group>
      {!provider && (
        <Text size="sm" c="dimmed">
          {t('line.publicByProvider')}
        </Text>
      )}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {extension.lines.map((line) => (
          <LineCard key={line.id} line={line} deletable={line.kind === 'internal' || provider} />
        ))}
      </Stack>
      <AddLineDialog extensionId={extension.id} kind={adding} onClose={() => setAdding(null)} />
    </Stack>
  )
}

function LineCard({ line, deletable }: { line: Line; deletable: boolean }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const remove = useAction({
    run: () => answerOf(api.DELETE('/api/lines/{lineId}', { params: { path: { lineId: line.id } } })),
    done: t('line.deleted', { number: line.number }),
    onDone: close,
  })
  return (
    <Card component="li" withBorder padding="sm" aria-label={line.number}>
      <Group justify="space-between">
        <Group gap="sm">
          <Text fw={600}>{line.number}</Text>
          <Badge variant="light" color={line.kind === 'public' ? 'blue' : 'gray'}>
            {t(`line.kind.${line.kind}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {t('vpbx.deviceCount', { count: line.deviceCount })}
          </Text>
        </Group>
        {deletable && (
          <Button variant="default" size="xs" onClick={open}>
            {t('device.delete')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('line.deleteTitle', { number: line.number })}
        confirmLabel={t('action.delete')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <Text>{t('line.deleteHint')}</Text>
      </ConfirmDialog>
    </Card>
  )
}
