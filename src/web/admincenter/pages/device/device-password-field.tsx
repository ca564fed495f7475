import { Checkbox, PasswordInput, Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { DeviceDetails } from '../../types.ts'
import type { DeviceValues, PasswordField } from './device-values.ts'

interface DevicePasswordFieldProps {
  form: UseFormReturnType<DeviceValues>
  field: PasswordField
  label: string
  rule: NonNullable<DeviceDetails[PasswordField]>
}

/** A password on the device: left empty it stays as it is; where nobody ever set one, it is random and unknown. */
export function DevicePasswordField({ form, field, label, rule }: DevicePasswordFieldProps) {
  const { t } = useTranslation()
  const values = form.getValues()
  const random = values[`${field}Random`]
  const unknown = random || (!rule.set && values[field].trim() === '')
  return (
    <Stack gap={6}>
      <PasswordInput
        label={label}
        description={t('device.passwordRule')}
        placeholder={rule.set ? t('device.passwordKept') : t('device.passwordRandom')}
        autoComplete="new-password"
        inputMode="numeric"
        disabled={random}
        {...form.getInputProps(field)}
      />
      {rule.set && (
        <Checkbox
          label={t('device.passwordToRandom', { label })}
          checked={random}
          onChange={(event) => form.setFieldValue(`${field}Random`, event.currentTarget.checked)}
        />
      )}
      {unknown && (
        <Text size="sm" fw={500} role="note">
          {t('device.passwordWarning')}
        </Text>
      )}
    </Stack>
  )
}
