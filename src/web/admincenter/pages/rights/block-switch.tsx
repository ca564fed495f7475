import { Badge, Box, Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { useRole } from '../../session.tsx'
import type { VpbxRights } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface BlockSwitchProps {
  level: 'vpbx' | 'account' | 'line'
  blockedBy: VpbxRights['blockedBy']
  change: (blocked: boolean) => Promise<unknown>
}

/** Opens and closes the way to the public network: at once, and as easily back. */
export function BlockSwitch({ level, blockedBy, change }: BlockSwitchProps) {
  const { t } = useTranslation()
  const role = useRole()
  const closedAbove = blockedBy === 'provider' && role === 'administrator'
  const save = useAction({ run: change })
  const blocked = save.isPending ? save.variables === true : blockedBy !== null
  return (
    <Stack gap="sm">
      <Switch
        size="lg"
        color="red"
        checked={blocked}
        disabled={closedAbove || save.isPending}
        onChange={(event) => save.mutate(event.currentTarget.checked)}
        label={
          <Text fw={600} component="span">
            {t(`rights.block.${level}`)}
          </Text>
        }
        description={t('rights.blockHint')}
        styles={{ description: { fontSize: 'var(--mantine-font-size-sm)' } }}
      />
      <Box role="status">
        <Group gap="xs">
          <Badge variant="light" color={blocked ? 'red' : 'green'}>
            {t(blocked ? 'rights.blocked' : 'rights.open')}
          </Badge>
          {blockedBy && (
            <Text size="sm" c="dimmed">
              {t(`rights.blockedBy.${blockedBy}`)}
            </Text>
          )}
        </Group>
      </Box>
      {closedAbove && <Notice>{t('rights.closedByProvider')}</Notice>}
    </Stack>
  )
}
