import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx'
import { DateTime } from '#web/ui/date-time.tsx'
import { answerOf, api } from '../../api.ts'
import type { IpPhone, IpPhoneApp, IpPhoneCode } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { DeleteDeviceDialog } from '../device/delete-device-dialog.tsx'
import classes from '../device/device-card.module.css'
import { deviceName } from '../device/device-name.ts'
import { RegistrationBadge } from '../device/registration-badge.tsx'
import { RegistrationsDialog } from '../device/registrations-dialog.tsx'
import { useAppName } from './use-app-name.ts'
import { useNow } from './use-now.ts'

interface AppCardProps {
  app: IpPhoneApp
  page: IpPhone
  onCode: (code: IpPhoneCode) => void
  onDetails: () => void
}

/** One app of the line. */
export function AppCard({ app, page, onCode, onDetails }: AppCardProps) {
  const { t } = useTranslation()
  const nameOf = useAppName()
  const heading = useId()
  const { device } = app
  const [stateShown, state] = useDisclosure(false)
  const [deleting, remove] = useDisclosure(false)
  return (
    <Paper component="article" withBorder p="md" className={classes.card} aria-labelledby={heading}>
      <div className={classes.name}>
        <Text id={heading} fw={600}>
          {nameOf(device.model)}
        </Text>
        {device.note && <Text size="sm">{device.note}</Text>}
      </div>
      <div>
        <CodeState app={app} />
      </div>
      <div>
        <RegistrationBadge device={device} />
      </div>
      <Group gap="xs" className={classes.buttons}>
        {page.offered && <RenewCode app={app} onCode={onCode} />}
        <Button size="xs" variant="default" onClick={onDetails}>
          {t('device.details')}
        </Button>
        <Button size="xs" variant="default" onClick={state.open}>
          {t('device.state')}
        </Button>
        <Button size="xs" variant="default" onClick={remove.open}>
          {t('device.delete')}
        </Button>
      </Group>
      <RegistrationsDialog lineId={device.lineId} deviceId={device.id} opened={stateShown} onClose={state.close} />
      <DeleteDeviceDialog device={device} opened={deleting} onClose={remove.close} />
    </Paper>
  )
}

/** How far the last code got; of an app that fetches nothing, when its data were shown. */
function CodeState({ app: { delivery, code, device } }: { app: IpPhoneApp }) {
  const { t } = useTranslation()
  const now = useNow(delivery === 'link' && code !== null && code.usedAt === null)
  if (delivery !== 'link') return <Fact label={t('ipPhone.shownAt')} at={device.keyRenewedAt} />
  if (device.lastAccess)
    return <Fact label={t('device.lastAccess')} at={device.lastAccess.at} more={device.lastAccess.ip} />
  if (code?.usedAt) return <Fact label={t('ipPhone.loaded')} at={code.usedAt} />
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('device.lastAccess')}
      </Text>
      <Text size="sm">{t(code && code.expiresAt > now ? 'ipPhone.waiting' : 'device.neverFetched')}</Text>
    </>
  )
}

function Fact({ label, at, more }: { label: string; at: number; more?: string }) {
  return (
    <>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">
        <DateTime at={at} />
        {more && ` · ${more}`}
      </Text>
    </>
  )
}

/** [Nouveau code…]: says what dies before it does. */
function RenewCode({ app, onCode }: Pick<AppCardProps, 'app' | 'onCode'>) {
  const { t } = useTranslation()
  const [asking, ask] = useDisclosure(false)
  const deviceId = app.device.id
  const renew = useAction({
    run: () => answerOf(api.POST('/api/devices/{deviceId}/app-code', { params: { path: { deviceId } } })),
    onDone: (code) => {
      ask.close()
      onCode(code)
    },
  })
  return (
    <>
      <Button size="xs" onClick={ask.open}>
        {t('ipPhone.newCode')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('ipPhone.newCodeTitle', { name: deviceName(app.device) })}
        confirmLabel={t('ipPhone.newCodeConfirm')}
        dangerous
        busy={renew.isPending}
        onConfirm={() => renew.mutate()}
      >
        <Stack gap="xs">
          <Text>{t('ipPhone.newCodeVoids')}</Text>
          <Text>{t('ipPhone.newCodeAgain')}</Text>
          {app.delivery !== 'link' && <Text>{t('ipPhone.secretOnce')}</Text>}
        </Stack>
      </ConfirmDialog>
    </>
  )
}
