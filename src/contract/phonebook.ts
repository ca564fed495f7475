import { z } from 'zod'
import { errorStatus } from '#domain/errors.ts'
import { languages } from '#domain/language.ts'
import { Id, requiredLine } from './common.ts'

/** As it is typed, with any separators; services read it with the country of the vPBX. */
const DialNumber = z.string('field.required').max(60, 'field.tooLong')
const Optional = z.string('field.invalid').max(60, 'field.tooLong').nullable().optional()

export const PhonebookEntryInput = z.strictObject({
  name: requiredLine(80),
  number: DialNumber,
  mobile: Optional,
  other: Optional,
  shortNumber: Optional,
})
export const PhonebookEntryChange = z.strictObject({
  name: requiredLine(80).optional(),
  number: DialNumber.optional(),
  mobile: Optional,
  other: Optional,
  shortNumber: Optional,
})

export const PhonebookEntry = z.object({
  id: Id,
  name: z.string(),
  /** Public ones in E.164, others as their digits. */
  number: z.string(),
  mobile: z.string().nullable(),
  other: z.string().nullable(),
  shortNumber: z.string().nullable(),
  /** The same numbers in groups, to be read. */
  shown: z.object({ number: z.string(), mobile: z.string().nullable(), other: z.string().nullable() }),
})

/** Sorted by name. */
export const PhonebookQuery = z.strictObject({
  /** Words in names or numbers; all must be found. */
  q: z.string().max(200, 'field.tooLong').default(''),
  offset: z.coerce.number('field.invalid').int('field.invalid').min(0, 'field.invalid').max(1_000_000).default(0),
  limit: z.coerce.number('field.invalid').int('field.invalid').min(1, 'field.invalid').max(200).default(100),
})
export const PhonebookPage = z.object({ entries: z.array(PhonebookEntry), total: z.int() })

/** 2 MB in base64. */
const longestFile = Math.ceil((2 * 1024 * 1024) / 3) * 4

export const PhonebookImport = z.strictObject({
  /** The bytes of the file, base64: which letters they are is found out by the server. */
  file: z
    .string('field.required')
    .max(longestFile, 'phonebook.fileTooLarge')
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'field.invalid'),
  /** `merge` adds and changes; `replace` also deletes what the file does not have. */
  mode: z.enum(['merge', 'replace']),
  /** Tells what would happen and saves nothing. */
  dryRun: z.boolean().default(false),
  /** Without it, a file with refused rows is not saved at all. */
  skipRefused: z.boolean().default(false),
})
export const PhonebookImportResult = z.object({
  saved: z.boolean(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  /** Rows; the list of their faults ends after 200. */
  refused: z.int(),
  refusals: z.array(
    z.object({
      /** As a spreadsheet counts: the headings are row 1. */
      row: z.int(),
      name: z.string(),
      field: z.enum(['name', 'number', 'mobile', 'other', 'shortNumber']).nullable(),
      code: z.enum(Object.keys(errorStatus) as [keyof typeof errorStatus]),
    }),
  ),
  /** Headings that stand for nothing here. */
  ignoredColumns: z.array(z.string()),
})

export const PhonebookExportQuery = z.strictObject({ language: z.enum(languages).default('fr') })
export const PhonebookExport = z.object({ csv: z.string() })
export const PhonebookCleared = z.object({ removed: z.int() })
