import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

/** Characters of a name or number that a remote phonebook shows (administrator guide V86). */
const textLength = 99

/** The remote phonebook: it has no pages, so an entry beyond the last is found by a search. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render,
}

function render({ title, entries }: PhonebookPage): string {
  return writeXml(
    element('YealinkIPPhoneDirectory', {}, [element('Title', {}, title), ...entries.map((entry) => entryOf(entry))]),
  )
}

/** The label names what kind of number it is, in the words of the phone's own form. */
function entryOf({ name, number, mobile, other }: PhonebookEntry): XmlElement {
  return element('DirectoryEntry', {}, [
    element('Name', {}, Array.from(name).slice(0, textLength).join('')),
    element('Telephone', { label: 'Office Number' }, number),
    ...(mobile ? [element('Telephone', { label: 'Mobile Number' }, mobile)] : []),
    ...(other ? [element('Telephone', { label: 'Other Number' }, other)] : []),
  ])
}
