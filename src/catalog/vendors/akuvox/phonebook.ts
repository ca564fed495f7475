import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

/** The remote phonebook, which the phone fetches whole: in the form in which Elastix gives it to the SP-R50 and SP-R53. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'text/xml; charset=utf-8',
  pageSize: null,
  render,
}

function render({ title, entries }: PhonebookPage): string {
  return writeXml(element('Directory', { Name: title }, entries.map(entryOf)))
}

function entryOf({ name, number, mobile, other }: PhonebookEntry, index: number): XmlElement {
  return element('Contact', {
    Id: String(index + 1),
    Name: name,
    Office: number,
    ...(mobile && { Mobile: mobile }),
    ...(other && { Other: other }),
  })
}
