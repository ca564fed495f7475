import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultLanguage, type Language } from '#domain/language.ts'
import { isLanguage, languageOptions } from '../../i18n.ts'

export interface VpbxValues {
  name: string
  language: Language
  country: string
  timeZone: string
}

export const newVpbx: VpbxValues = { name: '', language: defaultLanguage, country: 'CH', timeZone: 'Europe/Zurich' }

/** Countries that customers of a European provider are in; the names come from the browser. */
const countries = 'AT BE CH CZ DE DK ES FI FR GB HU IE IT LI LU MC NL NO PL PT RO SE SI SK US'.split(' ')

/** The fields that a new and an existing vPBX have in common. */
export function VpbxFields({ form }: { form: UseFormReturnType<VpbxValues> }) {
  const { t, i18n } = useTranslation()
  const country = form.getValues().country
  const countryOptions = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' })
    const codes = countries.includes(country) ? countries : [...countries, country]
    return codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language))
  }, [i18n.language, country])
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
