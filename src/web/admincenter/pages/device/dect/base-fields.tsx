import { NativeSelect, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { baseStationsQuery } from '../../../queries.ts'
import type { BaseStation, DeviceDetails } from '../../../types.ts'
import type { DeviceValues } from '../device-values.ts'

interface FieldsProps {
  details: DeviceDetails
  form: UseFormReturnType<DeviceValues>
}

/** "Yealink W70B (Atrium) · 22" */
export function baseLabel({ name, note, number }: Pick<BaseStation, 'name' | 'note' | 'number'>): string {
  return `${note ? `${name} (${note})` : name} · ${number}`
}

/** What a handset or a base has beside the fields of all devices. */
export function DectFields(props: FieldsProps) {
  const { handset, baseStation } = props.details
  if (handset) return <HandsetFields {...props} />
  if (baseStation) return <BaseFields {...props} />
  return null
}

function HandsetFields({ details, form }: FieldsProps) {
  const { t } = useTranslation()
  const { data: bases = [], isSuccess } = useQuery(baseStationsQuery(details.device.id))
  const { base } = details.device
  const { baseStationId } = form.getValues()
  const chosen = bases.find(({ id }) => id === baseStationId)
  const isMoved = base !== null && baseStationId !== base.id
  if (isSuccess && bases.length === 0) return <Notice kind="warning">{t('dect.noBases')}</Notice>
  return (
    <>
      <NativeSelect
        label={t('dect.base')}
        data={[
          { value: '', label: t('dect.noBase') },
          ...bases.map((one) => ({ value: one.id, label: baseLabel(one) })),
        ]}
        {...form.getInputProps('baseStationId')}
        onChange={(event) => {
          const { value } = event.currentTarget
          form.setFieldValue('baseStationId', value)
          form.setFieldValue('baseSlot', value === base?.id ? String(base.slot ?? '') : '')
        }}
      />
      {isMoved && <Text size="sm">{t('dect.moved')}</Text>}
      {chosen && (
        <NativeSelect
          label={t('dect.place')}
          data={[
            ...(chosen.id === base?.id ? [] : [{ value: '', label: t('dect.placeAuto') }]),
            ...chosen.freeSlots.map((slot) => ({ value: String(slot), label: String(slot) })),
          ]}
          {...form.getInputProps('baseSlot')}
        />
      )}
      {(chosen === undefined || chosen.ipui !== null || details.handset?.ipui) && (
        <IpuiField required={chosen?.ipui === 'required'} {...form.getInputProps('ipui')} />
      )}
    </>
  )
}

/** A handset's identity; the other properties are the input's. */
export function IpuiField({ required, ...input }: { required: boolean } & Record<string, unknown>) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('dect.ipui')}
      description={t('dect.ipuiHint')}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      required={required}
      {...input}
    />
  )
}

function BaseFields({ details, form }: FieldsProps) {
  const { t } = useTranslation()
  const { baseStation } = details
  return (
    <>
      {baseStation?.rfpi && (
        <TextInput
          label={t('dect.rfpi')}
          description={t('dect.rfpiHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          {...form.getInputProps('rfpi')}
        />
      )}
      {baseStation && baseStation.cells > 1 && <PrimaryField details={details} form={form} />}
    </>
  )
}

/** Of a multicell system: which base this one follows. */
function PrimaryField({ details, form }: FieldsProps) {
  const { t } = useTranslation()
  const { data: bases = [] } = useQuery(baseStationsQuery(details.device.id))
  const { base } = details.device
  if (bases.length === 0 && base === null) return null
  const options = base && !bases.some(({ id }) => id === base.id) ? [base, ...bases] : bases
  return (
    <NativeSelect
      label={t('dect.primary')}
      description={t('dect.primaryHint')}
      data={[
        { value: '', label: t('dect.primaryNone') },
        ...options.map((one) => ({ value: one.id, label: baseLabel(one) })),
      ]}
      {...form.getInputProps('baseStationId')}
    />
  )
}
