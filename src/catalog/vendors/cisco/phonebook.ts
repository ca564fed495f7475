import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'
import { phonebookFile } from './keys.ts'

/** More entries than these a telephone does not take at once; each may have three numbers. */
const pageSize = 30
const nameLength = 60

/** A search for this alone is the wish to be asked for one. */
const askForSearch = '?'

/** A directory in the maker's XML: a page of entries with the keys below the display, or the field for a search. */
export const phonebook: VendorPhonebook = {
  file: phonebookFile,
  contentType: 'text/xml; charset=utf-8',
  pageSize,
  render: (page) => writeXml(page.search === askForSearch ? searchField(page) : directory(page)),
}

function directory(page: PhonebookPage): XmlElement {
  const { title, entries, page: number, pageCount, linkTo, link } = page
  return element('CiscoIPPhoneDirectory', {}, [
    element('Title', {}, title),
    element('Prompt', {}, `${number}/${Math.max(1, pageCount)}`),
    ...entries.flatMap(directoryEntries),
    softKey('Dial', 'SoftKey:Dial', 1),
    softKey('Search', `${link}?search=${encodeURIComponent(askForSearch)}`, 2),
    ...(number < pageCount ? [softKey('Next', linkTo(number + 1), 3)] : []),
    ...(number > 1 ? [softKey('Prev', linkTo(number - 1), 4)] : []),
    softKey('Exit', 'SoftKey:Exit', 5),
  ])
}

function directoryEntries({ name, number, mobile, other }: PhonebookEntry): XmlElement[] {
  return [number, mobile, other].flatMap((telephone) =>
    telephone
      ? [
          element('DirectoryEntry', {}, [
            element('Name', {}, limited(name, nameLength)),
            element('Telephone', {}, telephone),
          ]),
        ]
      : [],
  )
}

function softKey(name: string, url: string, position: number): XmlElement {
  return element('SoftKeyItem', {}, [
    element('Name', {}, name),
    element('URL', {}, url),
    element('Position', {}, String(position)),
  ])
}

function searchField({ title, link }: PhonebookPage): XmlElement {
  return element('CiscoIPPhoneInput', {}, [
    element('Title', {}, title),
    element('URL', {}, link),
    element('InputItem', {}, [
      element('DisplayName', {}, title),
      element('QueryStringParam', {}, 'search'),
      element('DefaultValue', {}, ''),
      // A: any text.
      element('InputFlags', {}, 'A'),
    ]),
  ])
}
