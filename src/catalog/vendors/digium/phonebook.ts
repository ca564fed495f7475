import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

/** A group of contacts, which the phone fetches whole and searches by itself. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render,
}

function render({ title, entries }: PhonebookPage): string {
  return writeXml(
    element('phonebooks', {}, [
      element('contacts', { group_name: title, id: 'phonebook', editable: '0' }, entries.map(contact)),
    ]),
  )
}

function contact({ name, number, mobile, other }: PhonebookEntry, index: number): XmlElement {
  const numbers = [
    ['primary', number],
    ['mobile', mobile],
    ['other', other],
  ] as const
  return element('contact', { id: `entry-${index + 1}`, first_name: name, last_name: '', contact_type: 'special' }, [
    element(
      'actions',
      {},
      numbers.flatMap(([id, dial]) => (dial ? [element('action', { id, dial, label: dial, name: 'Dial' })] : [])),
    ),
  ])
}
