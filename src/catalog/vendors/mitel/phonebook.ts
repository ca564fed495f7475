import type { PhonebookPage, VendorPhonebook } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml } from '../../toolkit/xml.ts'

/** The smallest display takes a list of 15 (Aastra XML developer guide), and an entry has up to three numbers. */
const pageSize = 5
const nameLength = 60

/** A list for the phone's XML browser, which goes to the other pages by the addresses in its head. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'text/xml; charset=utf-8',
  pageSize,
  render,
}

function render({ title, entries, page, pageCount, linkTo }: PhonebookPage): string {
  const numbers = entries.flatMap(({ name, number, mobile, other }) =>
    [number, mobile, other].flatMap((one) => (one ? [[name, one] as const] : [])),
  )
  return writeXml(
    element(
      'AastraIPPhoneDirectory',
      {
        ...(page > 1 && { previous: linkTo(page - 1) }),
        ...(page < pageCount && { next: linkTo(page + 1) }),
        destroyOnExit: 'yes',
      },
      [
        element('Title', {}, title),
        ...numbers.map(([name, number]) =>
          element('MenuItem', {}, [element('Prompt', {}, limited(name, nameLength)), element('URI', {}, number)]),
        ),
      ],
    ),
  )
}
