import type { PhonebookEntry, VendorPhonebook } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

const nameLength = 40

/** The local directory that every phone of UC Software looks for beside its configuration: one item for each number. */
export const phonebook: VendorPhonebook = {
  file: '000000000000-directory.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render: ({ entries }) => writeXml(element('directory', {}, [element('item_list', {}, entries.flatMap(items))])),
}

function items({ name, number, mobile, other }: PhonebookEntry): XmlElement[] {
  return [number, mobile, other].flatMap((contact) => (contact ? [item(name, contact)] : []))
}

function item(name: string, contact: string): XmlElement {
  return element('item', {}, [
    element('ln', {}, ''),
    element('fn', {}, limited(name, nameLength)),
    element('ct', {}, contact),
    element('rt', {}, ''),
    element('ad', {}, '0'),
    element('ar', {}, '0'),
    element('bw', {}, '0'),
    element('bb', {}, '0'),
  ])
}
