import { ActionIcon, AppShell, Container, Drawer, Group, NavLink, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import { MenuIcon } from '#web/ui/icons.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { useSession } from '../session.tsx'
import { AccountMenu } from './account-menu.tsx'
import classes from './shell.module.css'

interface Place {
  to: string
  label: string
}

/** Where one can go from everywhere. */
function usePlaces(): Place[] {
  const { t } = useTranslation()
  const { user } = useSession()
  if (user.role === 'user') return [{ to: '/settings', label: t('nav.settings') }]
  if (user.role === 'administrator') return user.vpbx ? [{ to: `/vpbxs/${user.vpbx.id}`, label: t('nav.vpbx') }] : []
  return [
    { to: '/vpbxs', label: t('nav.vpbx') },
    { to: '/calls', label: t('calls.title') },
    { to: '/trunks', label: t('trunk.title') },
    { to: '/tariffs', label: t('tariff.title') },
    { to: '/catalog', label: t('nav.catalog') },
    { to: '/installation', label: t('nav.installation') },
    { to: '/audit', label: t('nav.audit') },
  ]
}

export function Shell() {
  const { t } = useTranslation()
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <AppShell.Header px="md" className={classes.header}>
        <a href="#content" className={classes.skip}>
          {t('nav.skip')}
        </a>
        <Header />
      </AppShell.Header>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <Container size="lg" px={0}>
          <Stack gap="md">
            <SwitchNotice />
            <Outlet />
          </Stack>
        </Container>
      </AppShell.Main>
    </AppShell>
  )
}

function Header() {
  const { providerName } = useSession()
  const places = usePlaces()
  return (
    <Container size="lg" h="100%" px={0}>
      <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          {places.length > 1 && <PlacesDrawer places={places} />}
          <UnstyledButton component={Link} to="/" style={{ minWidth: 0 }}>
            <Text fw={700} truncate>
              {providerName}
            </Text>
          </UnstyledButton>
          <DesktopNav places={places} />
        </Group>
        <AccountMenu />
      </Group>
    </Container>
  )
}

function DesktopNav({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Group
      component="nav"
      gap={4}
      ml="md"
      wrap="nowrap"
      visibleFrom={places.length > 1 ? 'md' : 'xs'}
      aria-label={t('nav.main')}
    >
      {places.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className={classes.place ?? ''}
          {...(isWithin(pathname, to) && { 'aria-current': 'page' as const })}
        >
          {label}
        </Link>
      ))}
    </Group>
  )
}

function PlacesDrawer({ places }: { places: Place[] }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ActionIcon hiddenFrom="md" size="lg" aria-label={t('nav.open')} aria-expanded={opened} onClick={open}>
        <MenuIcon />
      </ActionIcon>
      <Drawer opened={opened} onClose={close} size="xs" title={t('nav.main')}>
        <nav aria-label={t('nav.main')}>
          {places.map(({ to, label }) => (
            <NavLink key={to} component={Link} to={to} label={label} active={isWithin(pathname, to)} onClick={close} />
          ))}
        </nav>
      </Drawer>
    </>
  )
}

function isWithin(pathname: string, to: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`)
}

/** Stays while the switch does not answer: what depends on it cannot be shown or done. */
function SwitchNotice() {
  const { t } = useTranslation()
  const { switchUp } = useSession()
  if (switchUp) return null
  return (
    <Notice kind="warning" title={t('switch.down')} live>
      {t('switch.downHint')}
    </Notice>
  )
}
