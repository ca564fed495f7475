import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { type Crumb, PageHeader } from '#web/ui/page-header.tsx'
import { vpbxQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useRole } from '../../session.tsx'
import { useParam } from '../../use-param.ts'

/** Way from the top to a vPBX; an administrator has but one, so his begins there. */
export function useVpbxCrumbs(): Crumb[] {
  const { t } = useTranslation()
  return useRole() === 'provider' ? [{ label: t('nav.vpbx'), to: '/vpbxs' }] : []
}

/** One customer's PBX with its tabs. */
export function VpbxPage() {
  const { t } = useTranslation()
  const vpbxId = useParam('vpbxId')
  const query = useQuery(vpbxQuery(vpbxId))
  const above = useVpbxCrumbs()
  return (
    <QueryView query={query}>
      {(vpbx) => (
        <>
          <PageHeader
            title={vpbx.name}
            crumbs={above.length > 0 ? [...above, { label: vpbx.name }] : []}
            subtitle={`${t('vpbx.extensionCount', { count: vpbx.extensionCount })} · ${t('vpbx.deviceCount', { count: vpbx.deviceCount })}`}
          />
          <LinkTabs
            base={`/vpbxs/${vpbxId}`}
            label={t('nav.vpbx')}
            tabs={[
              { value: 'extensions', label: t('vpbx.tab.extensions') },
              { value: 'teams', label: t('vpbx.tab.teams') },
              { value: 'users', label: t('vpbx.tab.users') },
              { value: 'phonebook', label: t('vpbx.tab.phonebook') },
              { value: 'calls', label: t('calls.title') },
              { value: 'rights', label: t('rights.title') },
              { value: 'charges', label: t('topStop.title') },
              { value: 'models', label: t('vpbx.tab.models') },
              { value: 'settings', label: t('vpbx.tab.settings') },
              { value: 'audit', label: t('vpbx.tab.audit') },
            ]}
          >
            <Outlet />
          </LinkTabs>
        </>
      )}
    </QueryView>
  )
}
