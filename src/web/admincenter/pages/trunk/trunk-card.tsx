import { ActionIcon, Badge, Button, Card, Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DownIcon, UpIcon } from '#web/ui/icons.tsx'
import { answerOf, api } from '../../api.ts'
import type { Trunk } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface TrunkCardProps {
  trunk: Trunk
  /** From 1. */
  position: number
  last: boolean
  busy: boolean
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onDelete: () => void
}

export function TrunkCard({ trunk, position, last, busy, onMove, onEdit, onDelete }: TrunkCardProps) {
  const { t } = useTranslation()
  const { name, host, port, transport, runningCalls, maxCalls } = trunk
  return (
    <Card component="li" withBorder padding="sm" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
          <Stack gap={0}>
            <ActionIcon
              aria-label={t('order.up', { name })}
              disabled={position === 1 || busy}
              onClick={() => onMove(-1)}
            >
              <UpIcon />
            </ActionIcon>
            <ActionIcon aria-label={t('order.down', { name })} disabled={last || busy} onClick={() => onMove(1)}>
              <DownIcon />
            </ActionIcon>
          </Stack>
          <Stack gap={2} style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {`${position}. ${name}`}
              </Text>
              <TrunkState trunk={trunk} />
            </Group>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {`${host}${port ? `:${port}` : ''} · ${transport.toUpperCase()}`}
            </Text>
            <Text size="sm" c="dimmed">
              {maxCalls === null
                ? t('calls.runningCount', { count: runningCalls })
                : t('trunk.callsOf', { running: runningCalls, most: maxCalls })}
            </Text>
          </Stack>
        </Group>
        <Group gap="xs">
          <EnabledSwitch trunk={trunk} />
          <Button variant="default" size="xs" aria-label={t('trunk.editOne', { name })} onClick={onEdit}>
            {t('phonebook.edit')}
          </Button>
          <Button variant="default" size="xs" aria-label={t('trunk.deleteOne', { name })} onClick={onDelete}>
            {t('device.delete')}
          </Button>
        </Group>
      </Group>
    </Card>
  )
}

function TrunkState({ trunk: { enabled, registers, registered, registerCode } }: { trunk: Trunk }) {
  const { t } = useTranslation()
  if (!enabled)
    return (
      <Badge color="gray" variant="light">
        {t('trunk.off')}
      </Badge>
    )
  if (!registers)
    return (
      <Badge color="blue" variant="light">
        {t('trunk.byAddress')}
      </Badge>
    )
  if (registered === null)
    return (
      <Badge color="gray" variant="light">
        {t('registration.unknown')}
      </Badge>
    )
  if (registered)
    return (
      <Badge color="green" variant="light">
        {t('registration.yes')}
      </Badge>
    )
  const code = registerCode ? ` (SIP ${registerCode})` : ''
  return <Badge color="red" variant="light">{`${t('registration.no')}${code}`}</Badge>
}

/** On and off at once: it is as easily turned back. */
function EnabledSwitch({ trunk: { id, name, enabled } }: { trunk: Trunk }) {
  const { t } = useTranslation()
  const change = useAction({
    run: (on: boolean) =>
      answerOf(api.PATCH('/api/trunks/{trunkId}', { params: { path: { trunkId: id } }, body: { enabled: on } })),
  })
  return (
    <Switch
      aria-label={t('trunk.use', { name })}
      label={t(enabled ? 'trunk.on' : 'trunk.off')}
      checked={change.isPending ? change.variables : enabled}
      disabled={change.isPending}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
    />
  )
}
