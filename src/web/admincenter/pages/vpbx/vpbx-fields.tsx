import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultLanguage, type Language } from '#domain/language.ts'
import { useCountries } from '#web/ui/use-countries.ts'
import { isLanguage, languageOptions } from '../../i18n.ts'

export interface VpbxValues {
  name: string
  language: Language
  country: string
  timeZone: string
}

export const newVpbx: VpbxValues = { name: '', language: defaultLanguage, country: 'CH', timeZone: 'Europe/Zurich' }

/** The fields that a new and an existing vPBX have in common. */
export function VpbxFields<T extends VpbxValues>({ form: given }: { form: UseFormReturnType<T> }) {
  // A form with more fields has these too.
  const form = given as unknown as UseFormReturnType<VpbxValues>
  const { t } = useTranslation()
  const countryOptions = useCountries(form.getValues().country)
  const timeZones = useMemo(() => [...Intl.supportedValuesOf('timeZone'), 'UTC'], [])
  const language = form.getInputProps('language')
  return (
    <>
      <TextInput label={t('vpbx.name')} required {...form.getInputProps('name')} />
      <Select
        label={t('vpbx.language')}
        description={t('vpbx.languageHint')}
        data={languageOptions}
        allowDeselect={false}
        {...language}
        onChange={(value) => isLanguage(value) && form.setFieldValue('language', value)}
      />
      <Select
        label={t('vpbx.country')}
        description={t('vpbx.countryHint')}
        data={countryOptions}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('list.nothingFound')}
        {...form.getInputProps('country')}
      />
      <Select
        label={t('vpbx.timeZone')}
        data={timeZones}
        searchable
        limit={60}
        allowDeselect={false}
        nothingFoundMessage={t('list.nothingFound')}
        {...form.getInputProps('timeZone')}
      />
    </>
  )
}
