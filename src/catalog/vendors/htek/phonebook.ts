import type { VendorPhonebook } from '../../define.ts'
import { element, writeXml } from '../../toolkit/xml.ts'

/** The remote phonebook (FusionPBX template): an entry has a name and its numbers, and there are no pages. */
export const phonebook: VendorPhonebook = {
  file: 'phonebook.xml',
  contentType: 'application/xml; charset=utf-8',
  pageSize: null,
  render: ({ entries }) =>
    writeXml(
      element(
        'PhoneDirectory',
        {},
        entries.map(({ name, number, mobile, other }) =>
          element('DirectoryEntry', {}, [
            element('Name', {}, name),
            ...[number, mobile, other].flatMap((one) => (one ? [element('Telephone', {}, one)] : [])),
          ]),
        ),
      ),
    ),
}
