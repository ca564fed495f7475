import { useTranslation } from 'react-i18next'

/** Date and time in the language of the page and the time zone of the browser. */
export function DateTime({ at }: { at: number }) {
  const { i18n } = useTranslation()
  const text = new Intl.DateTimeFormat(`${i18n.language}-CH`, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)
  return <time dateTime={new Date(at).toISOString()}>{text}</time>
}
