import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useOutletContext } from 'react-router'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { EmptyState } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { ownLinesQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useSession } from '../../session.tsx'
import type { LineContext } from '../../types.ts'

/** The lines of who is signed in; at least one. */
export function useOwnLines(): LineContext[] {
  return useOutletContext<LineContext[]>()
}

/** A user's Paramètres, with the tabs of his own lines. */
export function OwnSettingsPage() {
  const { t } = useTranslation()
  const query = useQuery(ownLinesQuery)
  const { appName } = useSession()
  const { search } = useLocation()
  const line = new URLSearchParams(search).get('line')
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <QueryView query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState title={t('line.noOwn')}>{t('line.noOwnHint')}</EmptyState>
          ) : (
            <LinkTabs
              base="/settings"
              label={t('nav.settings')}
              search={line ? `?line=${line}` : ''}
              tabs={[
                { value: 'phones', label: t('extension.tab.phones') },
                { value: 'ip-phone', label: appName },
                { value: 'sip', label: t('extension.tab.sip') },
                { value: 'phonebook', label: t('vpbx.tab.phonebook') },
                { value: 'calls', label: t('calls.title') },
                { value: 'rights', label: t('rights.title') },
                { value: 'charges', label: t('topStop.title') },
              ]}
            >
              <Outlet context={lines} />
            </LinkTabs>
          )
        }
      </QueryView>
    </>
  )
}
