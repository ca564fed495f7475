import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { useSession } from '../../session.tsx'
import { useExtension } from './extension-page.tsx'

/** Poste x → Paramètres, with its tabs. */
export function ExtensionSettings() {
  const { t } = useTranslation()
  const extension = useExtension()
  const { appName } = useSession()
  const { search } = useLocation()
  const line = new URLSearchParams(search).get('line')
  return (
    <LinkTabs
      base={`/vpbxs/${extension.vpbxId}/extensions/${extension.id}/settings`}
      label={t('nav.settings')}
      variant="pills"
      search={line ? `?line=${line}` : ''}
      tabs={[
        { value: 'phones', label: t('extension.tab.phones') },
        { value: 'ip-phone', label: appName },
        { value: 'numbers', label: t('extension.tab.numbers') },
        { value: 'sip', label: t('extension.tab.sip') },
        { value: 'rights', label: t('rights.title') },
        { value: 'charges', label: t('topStop.title') },
        { value: 'calls', label: t('calls.title') },
      ]}
    >
      <Outlet context={extension} />
    </LinkTabs>
  )
}
