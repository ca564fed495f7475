import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '#web/ui/copy-field.tsx'
import { DateTime } from '#web/ui/date-time.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import type { IpPhone, IpPhoneCode, LinkCode } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { QrPicture } from './qr-picture.tsx'
import { SendCode } from './send-code.tsx'
import { useNow } from './use-now.ts'

interface LinkBodyProps {
  code: LinkCode
  deviceId: string
  page: IpPhone
  onCode: (code: IpPhoneCode) => void
}

/** A one-time code with its visible end; turns into what became of it. */
export function LinkBody({ code, deviceId, page, onCode }: LinkBodyProps) {
  const { t } = useTranslation()
  const app = page.apps.find(({ device }) => device.id === deviceId)
  const used = app?.code?.usedAt != null
  const registered = (app?.device.registrationCount ?? 0) > 0
  const left = Math.max(0, Math.ceil((code.expiresAt - useNow(!used)) / 1000))
  if (used) return <Progress registered={registered} />
  if (left === 0) return <Expired deviceId={deviceId} onCode={onCode} />
  return (
    <>
      <Picture code={code} />
      <Text ta="center" role="timer" fw={600}>
        {t('ipPhone.left', { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` })}
      </Text>
      <Text ta="center" size="sm" c="dimmed">
        {t('ipPhone.ends')} <DateTime at={code.expiresAt} />
      </Text>
      <Ways code={code} />
      <SendCode code={code} deviceId={deviceId} recipients={page.recipients} />
    </>
  )
}

function Picture({ code: { qr, cameraQr } }: { code: LinkCode }) {
  const { t } = useTranslation()
  const [reader, setReader] = useState('app')
  return (
    <Stack gap="xs">
      {cameraQr && (
        <SegmentedControl
          className="no-print"
          aria-label={t('ipPhone.reader')}
          value={reader}
          onChange={setReader}
          data={[
            { value: 'app', label: t('ipPhone.inApp') },
            { value: 'camera', label: t('ipPhone.inCamera') },
          ]}
        />
      )}
      <QrPicture svg={reader === 'camera' && cameraQr ? cameraQr : qr} label={t('ipPhone.qr')} />
    </Stack>
  )
}

/** For whoever reads this page on the very telephone, or types. */
function Ways({ code: { link, opens } }: { code: LinkCode }) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      {opens && (
        <Anchor href={opens} className="no-print" ta="center">
          {t('ipPhone.openHere')}
        </Anchor>
      )}
      <CopyField value={link} label={t('ipPhone.link')} />
    </Stack>
  )
}

/** Chargé, enregistré: what the open page is told live. */
function Progress({ registered }: { registered: boolean }) {
  const { t } = useTranslation()
  return (
    <Notice live title={t(registered ? 'ipPhone.registeredTitle' : 'ipPhone.loadedTitle')}>
      <Group gap="xs" mb="xs">
        <Badge color="green" variant="light">
          {t('ipPhone.loaded')}
        </Badge>
        <Badge color={registered ? 'green' : 'gray'} variant="light">
          {t(registered ? 'registration.yes' : 'registration.no')}
        </Badge>
      </Group>
      {t(registered ? 'ipPhone.registeredHint' : 'ipPhone.loadedHint')}
    </Notice>
  )
}

function Expired({ deviceId, onCode }: Pick<LinkBodyProps, 'deviceId' | 'onCode'>) {
  const { t } = useTranslation()
  const renew = useAction({
    run: () => answerOf(api.POST('/api/devices/{deviceId}/app-code', { params: { path: { deviceId } } })),
    onDone: onCode,
  })
  return (
    <Notice kind="warning" live title={t('ipPhone.expiredTitle')}>
      <Text size="sm" mb="xs">
        {t('ipPhone.expiredHint')}
      </Text>
      <Button size="xs" loading={renew.isPending} onClick={() => renew.mutate()}>
        {t('ipPhone.newCodeConfirm')}
      </Button>
    </Notice>
  )
}
