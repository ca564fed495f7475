import type { RenderContext } from '../../define.ts'
import { element, writeXml } from '../../toolkit/xml.ts'

export type Values = Readonly<Record<string, string | number | boolean>>

/** `setting` elements; `override` writes over what a person changed on the phone. The provider's own come last. */
export function writeSettings(values: Values, extra: RenderContext['extra']): string {
  const own = Object.entries(values).map(([id, value]) => setting(id, String(value)))
  return writeXml(element('settings', {}, [...own, ...extra.map(({ name, value }) => setting(name, value))]))
}

function setting(id: string, value: string) {
  return element('setting', { id, value, override: 'true' })
}

/** The folder in which the phone looks for `config.<MAC>.xml`, without the stroke that it puts in between itself. */
export function serverUrl(link: string): string {
  return link.replace(/\/$/, '')
}
