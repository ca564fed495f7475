import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Countries that customers of a European provider are in; the names come from the browser. */
const countries = 'AT BE CH CZ DE DK ES FI FR GB HU IE IT LI LU MC NL NO PL PT RO SE SI SK US'.split(' ')

/** Choices for a field; the one that is chosen is among them in any case. */
export function useCountries(chosen: string): { value: string; label: string }[] {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' })
    const codes = countries.includes(chosen) ? countries : [...countries, chosen]
    return codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language))
  }, [i18n.language, chosen])
}
