import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { CallHistory } from './call-history.tsx'
import type { CallScope } from './call-scope.ts'
import { CallsOfDay } from './calls-of-day.tsx'
import { RegistrationsByMake } from './registrations-by-make.tsx'
import { RunningCalls } from './running-calls.tsx'

const everywhere: CallScope = { vpbxId: null, mayEnd: true }

/** The provider's calls: of all vPBXs. */
export function CallsPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('calls.title')} />
      <LinkTabs
        base="/calls"
        label={t('calls.title')}
        tabs={[
          { value: 'now', label: t('calls.now') },
          { value: 'history', label: t('calls.history') },
        ]}
      >
        <Outlet />
      </LinkTabs>
    </>
  )
}

export function CallsNow() {
  return (
    <Stack>
      <RunningCalls scope={everywhere} />
      <CallsOfDay vpbxId={null} />
      <RegistrationsByMake />
    </Stack>
  )
}

export function CallsBefore() {
  return <CallHistory scope={everywhere} everyVpbx />
}
