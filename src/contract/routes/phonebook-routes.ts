import { Ok } from '../common.ts'
import {
  PhonebookCleared,
  PhonebookEntry,
  PhonebookEntryChange,
  PhonebookEntryInput,
  PhonebookExport,
  PhonebookExportQuery,
  PhonebookImport,
  PhonebookImportResult,
  PhonebookPage,
  PhonebookQuery,
} from '../phonebook.ts'
import { PhonebookEntryParams, VpbxParams } from './params.ts'
import { route } from './route.ts'

/** The phonebook of a vPBX. */
export const phonebookRoutes = {
  'phonebook.list': route('GET', '/api/vpbxs/:vpbxId/phonebook', 'user', 'A page of the phonebook of a vPBX', {
    params: VpbxParams,
    query: PhonebookQuery,
    reply: PhonebookPage,
  }),
  'phonebook.create': route('POST', '/api/vpbxs/:vpbxId/phonebook', 'administrator', 'New entry', {
    params: VpbxParams,
    body: PhonebookEntryInput,
    reply: PhonebookEntry,
  }),
  'phonebook.clear': route('DELETE', '/api/vpbxs/:vpbxId/phonebook', 'administrator', 'Delete all entries', {
    params: VpbxParams,
    reply: PhonebookCleared,
  }),
  'phonebook.import': route(
    'POST',
    '/api/vpbxs/:vpbxId/phonebook/import',
    'administrator',
    'Entries from a CSV file; with `dryRun` what it would do',
    { params: VpbxParams, body: PhonebookImport, bodyLimit: 3 * 1024 * 1024, reply: PhonebookImportResult },
  ),
  'phonebook.export': route('GET', '/api/vpbxs/:vpbxId/phonebook/export', 'administrator', 'All entries as CSV', {
    params: VpbxParams,
    query: PhonebookExportQuery,
    reply: PhonebookExport,
  }),
  'phonebook.change': route('PATCH', '/api/phonebook-entries/:entryId', 'administrator', 'Change an entry', {
    params: PhonebookEntryParams,
    body: PhonebookEntryChange,
    reply: PhonebookEntry,
  }),
  'phonebook.delete': route('DELETE', '/api/phonebook-entries/:entryId', 'administrator', 'Delete an entry', {
    params: PhonebookEntryParams,
    reply: Ok,
  }),
} as const
