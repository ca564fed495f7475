import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#web/ui/notice.tsx'
import { newBaseStationsQuery } from '../../../queries.ts'
import { sentenceOfCode } from '../../../sentence.ts'
import { baseLabel, IpuiField } from './base-fields.tsx'

/** Where a new handset goes; null: not chosen yet, empty: to no base. */
export interface NewPlace {
  baseStationId: string | null
  ipui: string
}

export const noPlace: NewPlace = { baseStationId: null, ipui: '' }

export function bodyOf({ baseStationId, ipui }: NewPlace) {
  return { ...(baseStationId && { baseStationId }), ...(ipui.trim() !== '' && { ipui }) }
}

interface NewHandsetFieldsProps {
  lineId: string
  model: string
  place: NewPlace
  /** Field → code. */
  refusals: Record<string, string>
  onChange: (place: NewPlace) => void
}

/** The base of a handset that is about to be made: the first that has a place, unless another is chosen. */
export function NewHandsetFields({ lineId, model, place, refusals, onChange }: NewHandsetFieldsProps) {
  const { t } = useTranslation()
  const { data: bases, isSuccess } = useQuery(newBaseStationsQuery(lineId, model))
  const first = bases?.[0]?.id
  const isOpen = place.baseStationId === null && first !== undefined
  useEffect(() => {
    if (isOpen) onChange({ ...place, baseStationId: first })
  }, [isOpen, first, place, onChange])
  if (isSuccess && bases.length === 0) return <Notice kind="warning">{t('dect.noBases')}</Notice>
  const chosen = bases?.find(({ id }) => id === place.baseStationId)
  const errorAt = (field: string) => (refusals[field] ? { error: sentenceOfCode(t, refusals[field]) } : {})
  return (
    <>
      <NativeSelect
        label={t('dect.base')}
        data={[
          { value: '', label: t('dect.noBase') },
          ...(bases ?? []).map((base) => ({ value: base.id, label: baseLabel(base) })),
        ]}
        value={place.baseStationId ?? ''}
        onChange={(event) => onChange({ ...place, baseStationId: event.currentTarget.value })}
        {...errorAt('baseStationId')}
      />
      {chosen && chosen.ipui !== null && (
        <IpuiField
          required={chosen.ipui === 'required'}
          value={place.ipui}
          onChange={(event: { currentTarget: HTMLInputElement }) =>
            onChange({ ...place, ipui: event.currentTarget.value })
          }
          {...errorAt('ipui')}
        />
      )}
    </>
  )
}
