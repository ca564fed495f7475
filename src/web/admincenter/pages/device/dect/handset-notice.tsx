import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import type { DeviceDetails } from '../../../types.ts'
import { RegistrationBadge } from '../registration-badge.tsx'

/** In place of link, key and last access, which a handset does not have: where they are. */
export function HandsetNotice({ details, onOpen }: { details: DeviceDetails; onOpen: (deviceId: string) => void }) {
  const { t } = useTranslation()
  const { device } = details
  const { base } = device
  return (
    <Stack gap="sm" align="flex-start">
      <RegistrationBadge device={device} />
      <Notice kind={base ? 'info' : 'warning'}>
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t(base ? 'dect.byBase' : 'dect.byBaseNone')}</Text>
          {base?.manageable && (
            <Button variant="default" size="xs" onClick={() => onOpen(base.id)}>
              {t('dect.openBase', { name: base.note ? `${base.name} (${base.note})` : base.name })}
            </Button>
          )}
          {base && !base.manageable && <Text size="sm">{t('dect.baseNotYours', base)}</Text>}
        </Stack>
      </Notice>
    </Stack>
  )
}
