import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAmount, formatClock, localeOf } from '#i18n/money.ts'

/** Amounts, days and counts as the language of the page writes them. */
export function useFormats() {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(() => {
    const locale = localeOf(language)
    // A day of the provider's calendar: no time zone may move it.
    const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    const shortFormat = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', timeZone: 'UTC' })
    const countFormat = new Intl.NumberFormat(locale)
    return {
      amount: (micro: number, currency: string | null) => formatAmount(micro, currency, language),
      /** Of a single call: small fractions count. */
      cost: (micro: number, currency: string | null) => formatAmount(micro, currency, language, 4),
      /** As exact as a tariff has it. */
      price: (micro: number, currency: string | null) => formatAmount(micro, currency, language, 6),
      clock: formatClock,
      day: (day: string) => dayFormat.format(Date.parse(day)),
      shortDay: (day: string) => shortFormat.format(Date.parse(day)),
      count: (value: number) => countFormat.format(value),
    }
  }, [language])
}
