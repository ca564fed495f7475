import { Anchor, Button, Container, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet } from 'react-router'
import { EmptyState, Notice } from '#web/ui/notice.tsx'
import { useRole, useSession } from '../session.tsx'
import type { Role } from '../types.ts'

/** Where each role begins. */
export function Home() {
  const { user } = useSession()
  if (user.role === 'provider') return <Navigate to="/vpbxs" replace />
  if (user.role === 'administrator' && user.vpbx) return <Navigate to={`/vpbxs/${user.vpbx.id}`} replace />
  return <Navigate to="/settings/phones" replace />
}

/** Pages of these roles; for others they do not exist. */
export function Only({ roles }: { roles: Role[] }) {
  return roles.includes(useRole()) ? <Outlet /> : <NotFound />
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <EmptyState title={t('failure.noPage')} wholePage>
      <p>{t('failure.noPageHint')}</p>
      <Anchor component={Link} to="/">
        {t('failure.home')}
      </Anchor>
    </EmptyState>
  )
}

/** A fault of ours while drawing: the page can be loaded again. */
export function PageFailure() {
  const { t } = useTranslation()
  return (
    <Container size="xs" py="xl">
      <Notice kind="danger" title={t('failure.title')} live>
        <p>{t('failure.unexpected')}</p>
        <Group>
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('action.retry')}
          </Button>
        </Group>
      </Notice>
    </Container>
  )
}
