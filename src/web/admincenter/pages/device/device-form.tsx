import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type MacProvisioning, macProvisioningStates } from '#domain/device.ts'
import { DataList } from '#web/ui/data-list.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { answerOf, api } from '../../api.ts'
import type { DeviceDetails } from '../../types.ts'
import { useAction } from '../../use-action.ts'
import { DectFields } from './dect/base-fields.tsx'
import { deviceName } from './device-name.ts'
import { DevicePasswordField } from './device-password-field.tsx'
import { changeOf, type DeviceValues, valuesOf } from './device-values.ts'

/** Passwords, MAC and note of a device. Opens the fields that its type has. */
export function DeviceForm({ details }: { details: DeviceDetails }) {
  const { t } = useTranslation()
  const form = useForm<DeviceValues>({ initialValues: valuesOf(details) })
  const { id } = details.device
  const save = useAction({
    run: (values: DeviceValues) =>
      answerOf(
        api.PATCH('/api/devices/{deviceId}', { params: { path: { deviceId: id } }, body: changeOf(details, values) }),
      ),
    form,
    done: t('action.saved'),
    onDone: (changed) => {
      form.setInitialValues(valuesOf(changed))
      form.setValues(valuesOf(changed))
    },
  })
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <DataList
          rows={[
            { label: t('phones.model'), value: deviceName(details.device) },
            ...lineRows(details, t('line.number')),
          ]}
        />
        <TextInput label={t('device.note')} description={t('device.noteHint')} {...form.getInputProps('note')} />
        <DectFields details={details} form={form} />
        <AccessFields details={details} form={form} />
        <MacField details={details} form={form} />
        <RedirectFields details={details} form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function lineRows({ device, slots }: DeviceDetails, label: string) {
  return [{ label, value: slots.map(({ number }) => number).join(', ') || device.number }]
}

interface FieldsProps {
  details: DeviceDetails
  form: UseFormReturnType<DeviceValues>
}

/** With what one signs in on the device itself. */
function AccessFields({ details, form }: FieldsProps) {
  const { t } = useTranslation()
  const { adminPassword, userName, userPassword } = details
  return (
    <>
      {adminPassword && (
        <DevicePasswordField form={form} field="adminPassword" label={t('device.adminPassword')} rule={adminPassword} />
      )}
      {userName && (
        <TextInput
          label={t('device.userName')}
          autoComplete="off"
          maxLength={userName.maxLength}
          {...form.getInputProps('userName')}
        />
      )}
      {userPassword && (
        <DevicePasswordField form={form} field="userPassword" label={t('device.userPassword')} rule={userPassword} />
      )}
    </>
  )
}

/** Everything that stands on a network of its own has a MAC; an app has that of its telephone, which says nothing, and a handset that of its base. */
function MacField({ details, form }: FieldsProps) {
  const { t } = useTranslation()
  if (['app', 'browser', 'dectHandset'].includes(details.device.model.kind)) return null
  return (
    <TextInput
      label={t('device.mac')}
      description={t('device.macHint')}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      {...form.getInputProps('mac')}
    />
  )
}

/** Provisioning MAC, where the maker's redirect service can be used; else why not. */
function RedirectFields({ details, form }: FieldsProps) {
  const { t } = useTranslation()
  if (details.handset) return null
  if (details.redirectService === null) return <Notice>{t('device.noRedirect')}</Notice>
  if (!details.redirectAvailable) {
    return <Notice>{t('device.redirectOff', { service: details.redirectService })}</Notice>
  }
  const current = details.device.macProvisioning
  return (
    <>
      <NativeSelect
        label={t('device.macProvisioning')}
        description={t('device.macProvisioningHint', { service: details.redirectService })}
        data={macProvisioningStates
          .filter((state) => state !== 'done' || current === 'done')
          .map((value) => ({ value, label: t(`macProvisioning.${value}`), disabled: value === 'done' }))}
        {...form.getInputProps('macProvisioning')}
        onChange={(event) => form.setFieldValue('macProvisioning', stateOf(event.currentTarget.value))}
      />
      {form.getValues().macProvisioning === 'once' && <Text size="sm">{t('device.onceHint')}</Text>}
    </>
  )
}

function stateOf(value: string): MacProvisioning {
  return macProvisioningStates.find((state) => state === value) ?? 'no'
}
