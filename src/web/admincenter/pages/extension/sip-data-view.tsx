import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { CopyButton } from '#web/ui/copy-button.tsx'
import { DataList, type Datum } from '#web/ui/data-list.tsx'
import { DateTime } from '#web/ui/date-time.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import { sipQuery } from '../../queries.ts'
import { QueryView } from '../../query-view.tsx'
import type { SipData } from '../../types.ts'
import { useAction } from '../../use-action.ts'

interface SipDataViewProps {
  extensionId: string
  /** Administrators may make new credentials. */
  mayRenew: boolean
}

/** What a device that is not on the list is set up with by hand. */
export function SipDataView({ extensionId, mayRenew }: SipDataViewProps) {
  const { t } = useTranslation()
  const query = useQuery(sipQuery(extensionId))
  return (
    <Stack maw={720}>
      <Text c="dimmed">{t('sip.hint')}</Text>
      <QueryView query={query} lines={7}>
        {(sip) => (
          <>
            <Paper withBorder p="lg">
              <SipValues key={sip.renewedAt} sip={sip} extensionId={extensionId} />
            </Paper>
            <Notice>{t('sip.transportHint')}</Notice>
            {mayRenew && <RenewSip extensionId={extensionId} />}
          </>
        )}
      </QueryView>
    </Stack>
  )
}

function SipValues({ sip, extensionId }: { sip: SipData; extensionId: string }) {
  const { t } = useTranslation()
  const copyable = (label: string, value: string): Datum => ({
    label,
    value,
    action: <CopyButton value={value} label={label} />,
  })
  return (
    <DataList
      rows={[
        copyable(t('sip.server'), sip.server),
        copyable(t('sip.port', { transport: 'UDP' }), String(sip.ports.udp)),
        copyable(t('sip.port', { transport: 'TCP' }), String(sip.ports.tcp)),
        copyable(t('sip.port', { transport: 'TLS' }), String(sip.ports.tls)),
        copyable(t('sip.user'), sip.user),
        copyable(t('sip.authName'), sip.authName),
        passwordRow(t('sip.password'), extensionId),
        copyable(t('sip.displayName'), sip.displayName),
        copyable(t('sip.realm'), sip.realm),
        { label: t('sip.renewedAt'), value: <DateTime at={sip.renewedAt} /> },
      ]}
    />
  )
}

function passwordRow(label: string, extensionId: string): Datum {
  return { label, value: <SipPassword label={label} extensionId={extensionId} /> }
}

/** Asked for only when somebody wants to see it; it leaves a line in the journal. */
function SipPassword({ label, extensionId }: { label: string; extensionId: string }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState<string | null>(null)
  const reveal = useAction({
    run: () => answerOf(api.POST('/api/extensions/{extensionId}/sip/password', { params: { path: { extensionId } } })),
    onDone: (shown) => setPassword(shown.password),
  })
  if (password === null) {
    return (
      <Button variant="default" size="xs" loading={reveal.isPending} onClick={() => reveal.mutate()}>
        {t('sip.showPassword')}
      </Button>
    )
  }
  return (
    <Group gap="xs">
      <Text ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {password}
      </Text>
      <CopyButton value={password} label={label} />
      <Button variant="default" size="xs" onClick={() => setPassword(null)}>
        {t('sip.hidePassword')}
      </Button>
    </Group>
  )
}

function RenewSip({ extensionId }: { extensionId: string }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  const renew = useAction({
    run: () => answerOf(api.POST('/api/extensions/{extensionId}/sip/renew', { params: { path: { extensionId } } })),
    done: t('sip.renewed'),
    onDone: close,
  })
  return (
    <Group>
      <Button color="red" variant="outline" onClick={open}>
        {t('sip.renew')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('sip.renewTitle')}
        confirmLabel={t('sip.renewConfirm')}
        dangerous
        busy={renew.isPending}
        onConfirm={() => renew.mutate()}
      >
        <Text>{t('sip.renewHint')}</Text>
        <Text>{t('sip.renewDevices')}</Text>
      </ConfirmDialog>
    </Group>
  )
}
