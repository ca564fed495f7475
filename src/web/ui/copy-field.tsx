import { Code, Group } from '@mantine/core'
import { CopyButton } from './copy-button.tsx'

/** A value to be taken elsewhere, with its button. */
export function CopyField({ value, label }: { value: string; label: string }) {
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <Code fz="sm" p="xs" style={{ overflowWrap: 'anywhere', flex: 1 }}>
        {value}
      </Code>
      <CopyButton value={value} label={label} />
    </Group>
  )
}
