import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../types.ts'

/** Whether the switch knows where the device is. */
export function RegistrationBadge({ device }: { device: Device }) {
  const { t } = useTranslation()
  const { registrationCount: count } = device
  if (count === null) {
    return (
      <Badge variant="light" color="yellow">
        {t('registration.unknown')}
      </Badge>
    )
  }
  return (
    <Badge variant="light" color={count > 0 ? 'green' : 'gray'}>
      {count > 1 ? t('registration.several', { count }) : t(count === 1 ? 'registration.yes' : 'registration.no')}
    </Badge>
  )
}
