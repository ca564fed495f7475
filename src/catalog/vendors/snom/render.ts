import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { baseSettings, multicell } from './dect.ts'
import { keys as keyMap, none } from './keys.ts'
import { setting, settings } from './settings.ts'

export function render(context: RenderContext): string {
  const own = context.model.handsets ? baseSettings(context) : settings(context)
  return writeXml(
    element('settings', {}, [
      element('phone-settings', { e: '2' }, [...own, ...extra(context)]),
      ...(context.model.handsets
        ? multicell(context)
        : [element('functionKeys', { e: '2' }, functionKeys(context)), ...certificates(context)]),
    ]),
  )
}

/** `name` or `name[idx]`, as the maker's documents write them. */
function extra({ extra: lines }: RenderContext): XmlElement[] {
  return lines.map(({ name, value }) => {
    const [, tag = '', idx] = /^(\w+)(?:\[(\d+)\])?$/.exec(name) ?? []
    return setting(tag, value, idx === undefined ? undefined : Number(idx))
  })
}

/** Keys count from 0; those of the modules go on where the phone's own end. */
function functionKeys({ spec, model, keys, modules }: RenderContext): XmlElement[] {
  const write = (key: KeySpec, first: number) => {
    const { context, label, content } = writeKey(keyMap, none, key, spec)
    return element('fkey', { idx: String(first + key.slot - 1), context, label, perm: 'RW' }, content)
  }
  let next = model.keys?.count ?? 0
  const moduleKeys = modules.flatMap(({ facts, keys: wanted }) => {
    const first = next
    next += facts.keys.count
    return wanted.map((key) => write(key, first))
  })
  return [...keys.map((key) => write(key, 0)), ...moduleKeys]
}

/**
 * Our authority as base64 of its DER, which is a PEM file without its frame. This form is known at once; one that is fetched by URL
 * comes too late (Gigaset wiki on the same firmware: certificates tag).
 */
function certificates({ spec, model }: RenderContext): XmlElement[] {
  if (model.trust !== 'caInline') return []
  const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(spec.caCertificate ?? '')
  const base64 = pem?.[1]?.replace(/\s/g, '')
  return base64 ? [element('certificates', {}, [element('certificate', { type: 'base64' }, base64)])] : []
}
