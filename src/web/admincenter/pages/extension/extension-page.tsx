import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useOutletContext } from 'react-router'
import { LinkTabs } from '#web/ui/link-tabs.tsx'
import { type Crumb, PageHeader } from '#web/ui/page-header.tsx'
import { extensionQuery, vpbxQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import { useSession } from '../../session.tsx'
import type { Extension } from '../../types.ts'
import { useParam } from '../../use-param.ts'
import { useVpbxCrumbs } from '../vpbx/vpbx-page.tsx'
import { DeleteExtensionDialog } from './delete-extension-dialog.tsx'
import { RenameExtensionDialog } from './rename-extension-dialog.tsx'

/** The extension whose page this is; for the tabs in it. */
export function useExtension(): Extension {
  return useOutletContext<Extension>()
}

/** vPBX → Poste x, with its tabs. */
export function ExtensionPage() {
  const query = useQuery(extensionQuery(useParam('extensionId')))
  return <QueryView query={query}>{(extension) => <ExtensionFrame extension={extension} />}</QueryView>
}

function ExtensionFrame({ extension }: { extension: Extension }) {
  const { t } = useTranslation()
  const base = `/vpbxs/${extension.vpbxId}/extensions/${extension.id}`
  const crumbs = useExtensionCrumbs(extension, base)
  return (
    <>
      <PageHeader
        title={`${t('extension.name', { number: extension.number })} · ${extension.displayName}`}
        crumbs={crumbs}
        actions={<ExtensionActions extension={extension} />}
      />
      <LinkTabs
        base={base}
        label={t('extension.name', { number: extension.number })}
        tabs={[
          { value: 'settings', label: t('nav.settings') },
          { value: 'users', label: t('vpbx.tab.users') },
        ]}
      >
        <Outlet context={extension} />
      </LinkTabs>
    </>
  )
}

function useExtensionCrumbs(extension: Extension, base: string): Crumb[] {
  const { t } = useTranslation()
  const above = useVpbxCrumbs()
  const { pathname } = useLocation()
  const { appName } = useSession()
  const vpbx = useQuery(vpbxQuery(extension.vpbxId))
  const tabs: Record<string, string> = {
    phones: t('extension.tab.phones'),
    'ip-phone': appName,
    numbers: t('extension.tab.numbers'),
    sip: t('extension.tab.sip'),
    rights: t('rights.title'),
    charges: t('topStop.title'),
    calls: t('calls.title'),
  }
  const [tab, subTab] = pathname.slice(base.length + 1).split('/')
  return [
    ...above,
    { label: vpbx.data?.name ?? t('nav.vpbx'), to: `/vpbxs/${extension.vpbxId}/extensions` },
    { label: t('extension.name', { number: extension.number }), to: base },
    ...(tab === 'users' ? [{ label: t('vpbx.tab.users') }] : [{ label: t('nav.settings'), to: `${base}/settings` }]),
    ...(subTab && tabs[subTab] ? [{ label: tabs[subTab] }] : []),
  ]
}

function ExtensionActions({ extension }: { extension: Extension }) {
  const { t } = useTranslation()
  const [renaming, rename] = useDisclosure(false)
  const [deleting, remove] = useDisclosure(false)
  return (
    <>
      <Button variant="default" size="xs" onClick={rename.open}>
        {t('extension.rename')}
      </Button>
      <Button variant="default" size="xs" onClick={remove.open}>
        {t('extension.delete')}
      </Button>
      <RenameExtensionDialog extension={extension} opened={renaming} onClose={rename.close} />
      <DeleteExtensionDialog extension={extension} opened={deleting} onClose={remove.close} />
    </>
  )
}
