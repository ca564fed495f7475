import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

/** The remote phonebook, which the phone fetches whole. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render,
}

function render({ title, entries }: PhonebookPage): string {
  return writeXml(element('FanvilIPPhoneDirectory', {}, [element('Title', {}, title), ...entries.map(entryOf)]))
}

function entryOf({ name, number, mobile, other }: PhonebookEntry): XmlElement {
  return element('DirectoryEntry', {}, [
    element('Name', {}, name),
    element('Telephone', {}, number),
    ...(mobile ? [element('Mobile', {}, mobile)] : []),
    ...(other ? [element('Other', {}, other)] : []),
  ])
}
