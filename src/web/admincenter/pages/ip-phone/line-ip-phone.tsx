import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhoneIcon } from '#web/ui/icons.tsx'
import { EmptyState, Notice } from '#web/ui/notice.tsx'
import { ipPhoneQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { IpPhone, IpPhoneCode } from '../../types.ts'
import { DetailsDialog } from '../device/details-dialog.tsx'
import { AppCard } from './app-card.tsx'
import { CodeDialog } from './code-dialog.tsx'
import { NewApp } from './new-app.tsx'

/** The apps of a line: which there are, how far each got, and [Nouveau]. */
export function LineIpPhone({ lineId }: { lineId: string }) {
  const query = useQuery(ipPhoneQuery(lineId))
  return <QueryView query={query}>{(page) => <Apps lineId={lineId} page={page} />}</QueryView>
}

function Apps({ lineId, page }: { lineId: string; page: IpPhone }) {
  const { t } = useTranslation()
  // What a code holds is here while its dialog is open, and nowhere after.
  const [shown, setShown] = useState<IpPhoneCode | null>(null)
  const [deviceId, setDeviceId] = useState<string | null>(null)
  const { apps, name, offered } = page
  return (
    <Stack>
      {offered ? (
        <Text c="dimmed" size="sm" maw={640}>
          {t('ipPhone.hint', { app: name })}
        </Text>
      ) : (
        <SwitchedOff page={page} />
      )}
      {apps.length === 0 && offered && (
        <EmptyState icon={<PhoneIcon />} title={t('ipPhone.none', { app: name })}>
          {t('ipPhone.noneHint')}
        </EmptyState>
      )}
      {apps.map((app) => (
        <AppCard
          key={app.device.id}
          app={app}
          page={page}
          onCode={setShown}
          onDetails={() => setDeviceId(app.device.id)}
        />
      ))}
      {offered && <NewApp lineId={lineId} page={page} onCode={setShown} />}
      <CodeDialog shown={shown} page={page} onCode={setShown} onClose={() => setShown(null)} />
      <DetailsDialog deviceId={deviceId} onClose={() => setDeviceId(null)} onOpen={setDeviceId} />
    </Stack>
  )
}

/** The provider's doing: who that is, and whom he says to ask. */
function SwitchedOff({ page: { name, contact, providerName, apps } }: { page: IpPhone }) {
  const { t } = useTranslation()
  return (
    <Notice title={t('ipPhone.off', { app: name })}>
      <Text size="sm">
        {contact === ''
          ? t('ipPhone.askProvider', { provider: providerName })
          : t('ipPhone.askContact', { provider: providerName, contact })}
      </Text>
      {apps.length > 0 && <Text size="sm">{t('ipPhone.offKeeps')}</Text>}
    </Notice>
  )
}
