import type { PhonebookService } from '#services/phonebook.ts'
import type { HandlersOf } from '../shared/api.ts'

export function phonebookRoutes({ phonebook }: { phonebook: PhonebookService }): HandlersOf<'phonebook'> {
  return {
    'phonebook.list': ({ actor, params, query }) => phonebook.list(actor, params.vpbxId, query),
    'phonebook.create': ({ actor, params, body }) => phonebook.create(actor, params.vpbxId, body),
    'phonebook.change': ({ actor, params, body }) => phonebook.change(actor, params.entryId, body),
    'phonebook.delete': async ({ actor, params }) => {
      await phonebook.remove(actor, params.entryId)
      return { ok: true }
    },
    'phonebook.clear': ({ actor, params }) => phonebook.clear(actor, params.vpbxId),
    'phonebook.import': ({ actor, params, body }) =>
      phonebook.importCsv(actor, params.vpbxId, { ...body, file: Buffer.from(body.file, 'base64') }),
    'phonebook.export': ({ actor, params, query }) => phonebook.exportCsv(actor, params.vpbxId, query.language),
  }
}
