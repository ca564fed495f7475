import type { i18n } from 'i18next'

/** Seconds as people say them: below two minutes in seconds, above in whole minutes, rounded up. */
function duration(seconds: number, language: string): string {
  const [value, unit] = seconds < 120 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/** The formats that sentences use, e.g. `{{seconds, duration}}`. */
export function addFormats(instance: i18n): void {
  instance.services.formatter?.add('duration', (value, language) => duration(Number(value), language ?? 'fr'))
}
