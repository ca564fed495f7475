import type { PhonebookEntry, PhonebookPage, VendorPhonebook } from '../../define.ts'
import { element, writeXml, type XmlElement } from '../../toolkit/xml.ts'

export const phonebookFile = 'phonebook.xml'

/** For this search the phone is shown the field in which a person types the real one. */
const askForSearch = '?'

/** Pages of the phone's XML browser (service.snom.com: XML Minibrowser). Its keys below the screen have signs, which need no language. */
export const phonebook: VendorPhonebook = {
  file: phonebookFile,
  contentType: 'application/xml; charset=utf-8',
  pageSize: 50,
  render: (page) => writeXml(page.search === askForSearch ? searchForm(page) : directory(page)),
}

function directory(page: PhonebookPage): XmlElement {
  return element('SnomIPPhoneDirectory', {}, [
    element('Title', {}, page.title),
    element('Prompt', {}, 'Prompt'),
    ...page.entries.flatMap(numbersOf),
    ...(page.page > 1 ? [softKey('F1', '<', page.linkTo(page.page - 1))] : []),
    ...(page.page < page.pageCount ? [softKey('F2', '>', page.linkTo(page.page + 1))] : []),
    softKey('F3', '?', `${page.link}?search=${encodeURIComponent(askForSearch)}`),
  ])
}

/** The XML browser shows one number for each entry. */
function numbersOf({ name, number, mobile, other }: PhonebookEntry): XmlElement[] {
  return [number, mobile, other].flatMap((telephone) =>
    telephone ? [element('DirectoryEntry', {}, [element('Name', {}, name), element('Telephone', {}, telephone)])] : [],
  )
}

function searchForm({ title, link }: PhonebookPage): XmlElement {
  return element('SnomIPPhoneInput', {}, [
    element('Title', {}, title),
    element('Prompt', {}, 'Prompt'),
    element('URL', {}, link),
    element('InputItem', {}, [
      element('DisplayName', {}, title),
      element('QueryStringParam', {}, 'search'),
      element('DefaultValue', {}, ''),
      element('InputFlags', {}, 'a'),
    ]),
  ])
}

function softKey(name: string, label: string, link: string): XmlElement {
  return element('SoftKeyItem', {}, [element('Name', {}, name), element('Label', {}, label), element('URL', {}, link)])
}
