import type { VendorPhonebook } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import { element, writeXml } from '../../toolkit/xml.ts'

/** Longest name or number of an entry. */
const fieldLength = 32

/** Central phonebook of the present bases: one list, which the base searches itself. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render: ({ entries }) => {
    const list = entries.map(({ name, number, mobile, other }) =>
      element('entry', {
        surname: limited(name, fieldLength),
        name: '',
        office1: limited(number, fieldLength),
        office2: '',
        mobile1: limited(mobile ?? '', fieldLength),
        mobile2: '',
        home1: limited(other ?? '', fieldLength),
        home2: '',
      }),
    )
    // The base knows its lists by the document type, which the writer of elements does not write.
    return writeXml(element('list', {}, list)).replace('?>\n', '?>\n<!DOCTYPE LocalDirectory>\n')
  },
}
