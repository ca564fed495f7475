import { useTranslation } from 'react-i18next'
import { localeOf } from '#i18n/money.ts'

/** Date and time in the language of the page and the time zone of the browser. */
export function DateTime({ at }: { at: number }) {
  const { i18n } = useTranslation()
  const text = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeStyle: 'medium' }).format(at)
  return <time dateTime={new Date(at).toISOString()}>{text}</time>
}
