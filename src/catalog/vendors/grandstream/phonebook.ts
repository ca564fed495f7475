import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

/** The whole book, which the phone fetches and keeps; it knows no pages and searches by itself. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render,
}

function render({ entries }: PhonebookPage): string {
  return writeXml(element('AddressBook', {}, [element('version', {}, '1'), ...entries.map(contact)]))
}

/** A contact has no field for a whole name: it stands as the last name. */
function contact({ name, number, mobile, other }: PhonebookEntry, index: number): XmlElement {
  return element('Contact', {}, [
    element('id', {}, String(index + 1)),
    element('FirstName', {}),
    element('LastName', {}, name),
    phone('Work', number),
    ...(mobile ? [phone('Cell', mobile)] : []),
    ...(other ? [phone('Home', other)] : []),
  ])
}

function phone(type: string, number: string): XmlElement {
  return element('Phone', { type }, [element('phonenumber', {}, number), element('accountindex', {}, '1')])
}
