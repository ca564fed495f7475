import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { installationLayer } from '../settings/layers.ts'
import { SettingsForm } from '../settings/settings-form.tsx'

/** The types of device that the installation knows, and what holds for all of them. */
export function CatalogPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('nav.catalog')} subtitle={t('catalog.hint')} />
      <LinkTabs
        base="/catalog"
        label={t('nav.catalog')}
        tabs={[
          { value: 'models', label: t('catalog.tab.models') },
          { value: 'settings', label: t('catalog.tab.settings') },
        ]}
      >
        <Outlet />
      </LinkTabs>
    </>
  )
}

export function CatalogSettings() {
  return <SettingsForm source={installationLayer} />
}
