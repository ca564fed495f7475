import { Alert, type MantineColor, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { InfoIcon, WarningIcon } from './icons.tsx'

interface NoticeProps {
  kind?: 'info' | 'warning' | 'danger'
  title?: string
  children: ReactNode
  /** Read aloud when it appears. */
  live?: boolean
}

const colors: Record<'info' | 'warning' | 'danger', MantineColor> = { info: 'petrol', warning: 'yellow', danger: 'red' }

/** A remark that stays in the page. */
export function Notice({ kind = 'info', title, children, live = false }: NoticeProps) {
  return (
    <Alert
      color={colors[kind]}
      icon={kind === 'info' ? <InfoIcon /> : <WarningIcon />}
      role={live ? 'alert' : 'note'}
      {...(title && { title })}
    >
      {children}
    </Alert>
  )
}

interface EmptyStateProps {
  title: string
  children: ReactNode
  icon?: ReactNode
  /** It is all that the page has: its title is the page's. */
  wholePage?: boolean
}

/** What to do where there is nothing yet. */
export function EmptyState({ title, children, icon, wholePage = false }: EmptyStateProps) {
  return (
    <Stack align="center" gap={4} py="xl" ta="center">
      {icon}
      <Title order={wholePage ? 1 : 2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" component="div" maw={480}>
        {children}
      </Text>
    </Stack>
  )
}
