import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export interface Crumb {
  label: string
  to?: string
}

interface PageHeaderProps {
  title: string
  crumbs?: Crumb[]
  /** A line under the title. */
  subtitle?: ReactNode
  actions?: ReactNode
}

/** Where one is, what it is, and what can be done with it; names the browser's tab too. */
export function PageHeader({ title, crumbs = [], subtitle, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} – AdminCenter`
  }, [title])
  return (
    <Stack gap={4}>
      {crumbs.length > 0 && <Trail crumbs={crumbs} />}
      <Group justify="space-between" align="flex-end" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {subtitle && (
            <Text c="dimmed" size="sm" component="div">
              {subtitle}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </Stack>
  )
}

function Trail({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('nav.breadcrumbs')}>
      <Breadcrumbs separator="›" separatorMargin={6} style={{ flexWrap: 'wrap', rowGap: 2 }}>
        {crumbs.map(({ label, to }) =>
          to ? (
            <Anchor key={label} component={Link} to={to} size="sm">
              {label}
            </Anchor>
          ) : (
            <Text key={label} size="sm" c="dimmed" aria-current="page">
              {label}
            </Text>
          ),
        )}
      </Breadcrumbs>
    </nav>
  )
}
