import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { emergencyNumbersOf } from '#domain/emergency-numbers.ts'
import { AppError, type ErrorCode, type FieldErrors } from '#domain/errors.ts'
import { isSingleLine } from '#domain/text.ts'
import { internalNumbers } from './free-number.ts'
import { searchKeyOf, sortKeyOf } from './phonebook-text.ts'

export const entryFields = ['name', 'number', 'mobile', 'other', 'shortNumber'] as const
export type EntryField = (typeof entryFields)[number]

/** What a person typed, or a file holds. */
export type EntryInput = Record<EntryField, string>

/** The columns of a row that a person fills, and what is made from them. */
export type EntryValues = Pick<
  Row<'phonebook_entry'>,
  'name' | 'number' | 'mobile' | 'other' | 'short_number' | 'sort_key' | 'search_key'
>

/** What the numbers of a vPBX are read with. */
export interface NumberPlan {
  country: CountryCode | undefined
  /** The internal numbers that its lines and teams have. */
  internal: ReadonlySet<string>
  emergency: ReadonlySet<string>
}

export async function numberPlanOf(db: Db, vpbx: Pick<Row<'vpbx'>, 'id' | 'country'>): Promise<NumberPlan> {
  return {
    country: isSupportedCountry(vpbx.country) ? vpbx.country : undefined,
    internal: await internalNumbers(db, vpbx.id),
    emergency: new Set(emergencyNumbersOf(vpbx.country)),
  }
}

const longestName = 80
/** Up to here it is an internal or a short number, never a full one of the public network. */
const longestInternal = 6

/**
 * A number that may be dialled: public ones in E.164 (`+41215550101`), internal ones and `*#` codes as their digits. Blanks and the
 * usual separators are tolerated; null when it is none.
 */
function readDialNumber(input: string, { country, internal }: NumberPlan): string | null {
  const typed = input.replace(/[\s().\-/\u2010-\u2013]/g, '')
  if (!/^\+?[0-9*#]{1,32}$/.test(typed)) return null
  const international = typed.startsWith('+')
  if (/[*#]/.test(typed)) return international ? null : typed
  if (!international && (typed.length <= longestInternal || internal.has(typed))) return typed
  const parsed = parsePhoneNumberFromString(typed, country)
  if (parsed?.isValid()) return parsed.number
  // Number plans grow faster than what we know of them.
  if (international) return parsed?.isPossible() ? parsed.number : null
  return withLostPlus(typed) ?? typed
}

/** Spreadsheets take `+41215550101` for a sum and save `41215550101`, which nobody can dial. */
function withLostPlus(digits: string): string | null {
  if (digits.length < 10 || digits.startsWith('0')) return null
  const parsed = parsePhoneNumberFromString(`+${digits}`)
  return parsed?.isValid() ? parsed.number : null
}

/** The columns for what was typed, or what is wrong with each field. */
export function readEntry(input: EntryInput, plan: NumberPlan): { values: EntryValues } | { fields: FieldErrors } {
  const fields: FieldErrors = {}
  const name = input.name.trim().normalize('NFC')
  const wrongName = nameError(name)
  if (wrongName) fields.name = wrongName
  const read = (field: 'number' | 'mobile' | 'other'): string | null => {
    if (input[field].trim() === '') return null
    const number = readDialNumber(input[field], plan)
    if (number === null) fields[field] = 'dialNumber.invalid'
    return number
  }
  const [number, mobile, other] = [read('number'), read('mobile'), read('other')]
  if (number === null) fields.number ??= 'field.required'
  const short = input.shortNumber.replace(/\s/g, '') || null
  if (short !== null && !/^[0-9]{1,6}$/.test(short)) fields.shortNumber = 'shortNumber.invalid'
  else if (short !== null && plan.emergency.has(short)) fields.shortNumber = 'shortNumber.emergency'
  else if (short !== null && plan.internal.has(short)) fields.shortNumber = 'shortNumber.internal'
  if (number === null || Object.keys(fields).length > 0) return { fields }
  const search_key = searchKeyOf(name, [number, mobile, other, short])
  return { values: { name, number, mobile, other, short_number: short, sort_key: sortKeyOf(name), search_key } }
}

function nameError(name: string): ErrorCode | null {
  if (name === '') return 'field.required'
  if (name.length > longestName) return 'field.tooLong'
  return isSingleLine(name) ? null : 'field.controlCharacter'
}

/** The same, with a refusal for the form. */
export function requireEntry(input: EntryInput, plan: NumberPlan): EntryValues {
  const read = readEntry(input, plan)
  if ('values' in read) return read.values
  const codes = [...new Set(Object.values(read.fields))]
  throw new AppError(codes.length === 1 && codes[0] ? codes[0] : 'request.invalid', { fields: read.fields })
}

export function inputOf(row: EntryValues): EntryInput {
  const { name, number, mobile, other, short_number } = row
  return { name, number, mobile: mobile ?? '', other: other ?? '', shortNumber: short_number ?? '' }
}
