import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  hint?: string
  /** At the right of the title. */
  actions?: ReactNode
  children: ReactNode
  /** A number is in pixels. */
  maxWidth?: number
}

/** A part of a page in a frame, with its heading. */
export function Section({ title, hint, actions, children, maxWidth }: SectionProps) {
  return (
    <Paper component="section" withBorder p={{ base: 'md', xs: 'lg' }} aria-label={title}>
      <Stack gap="sm" {...(maxWidth && { maw: maxWidth })}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            {title}
          </Title>
          {actions}
        </Group>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  )
}
