import type { RenderContext } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import type { DigiumKey } from './keys.ts'
import { placesOf } from './places.ts'
import { pickupCode } from './words.ts'

/** The contacts that keys stand for. */
export function renderContacts(context: RenderContext): string {
  const contacts = placesOf(context).flatMap(({ id, key }) => (key ? [contact(id, key)] : []))
  return writeXml(
    element('phonebooks', {}, [element('contacts', { group_name: 'Keys', id: 'keys', editable: '0' }, contacts)]),
  )
}

function contact(id: string, { label, dial, watches, pickup }: DigiumKey): XmlElement {
  const action = (name: string, id: string, number: string) => element('action', { id, dial: number, label, name })
  const attributes = { id, first_name: label, last_name: '', contact_type: 'special' }
  return element('contact', watches ? { ...attributes, subscribe_to: dial } : attributes, [
    element('actions', {}, [
      action('Dial', 'primary', dial),
      ...(pickup ? [action('Pickup', 'pickup', `${pickupCode}${dial}`)] : []),
    ]),
  ])
}
