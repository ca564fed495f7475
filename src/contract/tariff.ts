import { z } from 'zod'
import { errorStatus } from '#domain/errors.ts'
import { tariffClasses } from '#domain/tariff-class.ts'
import { Id, requiredLine, singleLine, Timestamp } from './common.ts'

/** Amounts are integers in micro-units (a millionth) of the tariff's currency. */
export const Amount = z.int()

export const TariffInput = z.strictObject({
  name: requiredLine(60),
  /** ISO 4217. */
  currency: z
    .string('field.required')
    .trim()
    .regex(/^[A-Z]{3}$/, 'field.invalid'),
})
/** `isDefault`: of all vPBXs that have none of their own. */
export const TariffChange = z.strictObject({ name: requiredLine(60), isDefault: z.boolean() }).partial()
export const Tariff = z.object({
  id: Id,
  name: z.string(),
  currency: z.string(),
  isDefault: z.boolean(),
  rateCount: z.int(),
  vpbxCount: z.int(),
})

const Rate = z.object({
  id: Id,
  /** Digits of an E.164 number, without the plus. */
  prefix: z.string(),
  destination: z.string(),
  class: z.enum(tariffClasses),
  validFrom: Timestamp,
  /** Exclusive. */
  validUntil: Timestamp.nullable(),
  connectionFee: Amount,
  pricePerMinute: Amount,
  /** Seconds. */
  firstIncrement: z.int(),
  /** Seconds; 0: the first is all. */
  nextIncrement: z.int(),
})
export type Rate = z.output<typeof Rate>

export const RateQuery = z.strictObject({
  /** The beginning of a number, or words of a destination. */
  q: singleLine(100).default(''),
  offset: z.coerce.number('field.invalid').int('field.invalid').min(0, 'field.invalid').max(10_000_000).default(0),
  limit: z.coerce.number('field.invalid').int('field.invalid').min(1, 'field.invalid').max(200).default(100),
})
export const RatePage = z.object({ rates: z.array(Rate), total: z.int() })

/** What a call to this number would cost, now. */
export const RateLookUpQuery = z.strictObject({
  number: z.string('field.required').trim().max(40, 'publicNumber.invalid'),
})
export const RateLookUp = z.object({ number: z.string(), rate: Rate.nullable() })

/** 8 MB in base64. */
const longestFile = Math.ceil((8 * 1024 * 1024) / 3) * 4
export const RateImport = z.strictObject({
  file: z
    .string('field.required')
    .max(longestFile, 'rates.fileTooLarge')
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'field.invalid'),
  /** `merge` adds and changes; `replace` also deletes what the file does not have. */
  mode: z.enum(['merge', 'replace']),
  /** Tells what would happen and saves nothing. */
  dryRun: z.boolean().default(false),
})
/** Nothing is saved while a row is refused. */
export const RateImportResult = z.object({
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
      prefix: z.string(),
      field: z.string().nullable(),
      code: z.enum(Object.keys(errorStatus) as [keyof typeof errorStatus]),
    }),
  ),
  /** Not faults: what a person should look at (a gap in validity, a destination that became much cheaper). */
  warnings: z.array(z.object({ row: z.int(), prefix: z.string(), code: z.string() })),
  ignoredColumns: z.array(z.string()),
})
export const RateExport = z.object({ csv: z.string() })
