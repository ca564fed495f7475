import {
  type ConfigFile,
  fileUrl,
  type Model,
  type PhonebookEntry,
  phonebookOf,
  renderPhonebook,
} from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import { entriesForPhones, type PhoneEntry } from './phonebook-phones.ts'
import type { Settings } from './settings.ts'

export interface PhonebookRequest {
  model: Model
  vpbxId: string
  accessKey: string
  fileName: string
  /** What stands behind the `?` of the address; anything at all. */
  query: string
}

export type PhonebookFiles = ReturnType<typeof createPhonebookFiles>

/** The vPBX's phonebook as a telephone asks for it, page by page; null when the name is not that of its phonebook. */
export function createPhonebookFiles({ db, settings }: { db: Db; settings: Settings }) {
  return async function phonebookFile(request: PhonebookRequest): Promise<ConfigFile | null> {
    const { model, vpbxId, accessKey, fileName } = request
    const book = phonebookOf(model)
    if (book?.file !== fileName) return null
    const { page, search } = readQuery(request.query)
    const { host, provisioningPort } = settings
    const link = fileUrl({ host, provisioningPort, accessKey }, book.file)
    const { entries, total } = await entriesForPhones(db, vpbxId, { search, page, pageSize: book.pageSize })
    const { name } = await db.selectFrom('vpbx').select('name').where('id', '=', vpbxId).executeTakeFirstOrThrow()
    return renderPhonebook(model, {
      title: name,
      entries: entries.map(inShort),
      page,
      pageCount: Math.max(1, Math.ceil(total / book.pageSize)),
      search,
      link,
      linkTo: (other) => `${link}?page=${other}${search === '' ? '' : `&search=${encodeURIComponent(search)}`}`,
    })
  }
}

/** A page that is no number is the first one; a text longer than any name is cut. */
function readQuery(query: string): { page: number; search: string } {
  const values = new URLSearchParams(query)
  const page = /^\d{1,6}$/.test(values.get('page') ?? '') ? Number(values.get('page')) : 1
  return { page: Math.max(1, page), search: (values.get('search') ?? '').trim().slice(0, 60) }
}

function inShort({ name, numbers, shortNumber }: PhoneEntry): PhonebookEntry {
  const of = (kind: PhoneEntry['numbers'][number]['kind']) => numbers.find((one) => one.kind === kind)?.number ?? null
  return {
    name,
    number: of('internal') ?? of('number') ?? shortNumber ?? numbers[0]?.number ?? '',
    mobile: of('mobile'),
    other: of('other'),
  }
}
