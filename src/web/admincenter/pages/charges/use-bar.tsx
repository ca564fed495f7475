import { Badge, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '#web/ui/use-formats.ts'

interface UseBarProps {
  label: string
  use: number
  /** Null: without a limit. */
  limit: number | null
  threshold: number
  currency: string | null
}

type State = 'open' | 'nearLimit' | 'reached'
const colors: Record<State, string> = { open: 'green', nearLimit: 'yellow', reached: 'red' }

/** How much of a limit is used: amounts, a word, and a bar. */
export function UseBar({ label, use, limit, threshold, currency }: UseBarProps) {
  const { t } = useTranslation()
  const { amount } = useFormats()
  if (limit === null) {
    return (
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Group justify="space-between" gap="xs">
          <Text fw={600} size="lg">
            {amount(use, currency)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('topStop.noLimit')}
          </Text>
        </Group>
      </Stack>
    )
  }
  const percent = percentOf(use, limit)
  const state = stateOf(use, limit, threshold)
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Badge variant="light" color={colors[state]}>
          {t(`topStop.state.${state}`)}
        </Badge>
      </Group>
      <Group gap="xs" align="baseline">
        <Text fw={600} size="lg">
          {amount(use, currency)}
        </Text>
        <Text size="sm">{t('topStop.ofLimit', { limit: amount(limit, currency), percent })}</Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={Math.min(percent, 100)} color={colors[state]} aria-label={label} />
      </Progress.Root>
    </Stack>
  )
}

/** Rounded down: 100 stands only for a limit that is reached. */
function percentOf(use: number, limit: number): number {
  return limit === 0 ? 100 : Math.floor((use * 100) / limit)
}

function stateOf(use: number, limit: number, threshold: number): State {
  if (use >= limit) return 'reached'
  return use * 100 >= limit * threshold ? 'nearLimit' : 'open'
}
