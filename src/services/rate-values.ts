import type { Row } from '#db/schema.ts'
import type { Calendar } from '#domain/calendar.ts'
import type { ErrorCode } from '#domain/errors.ts'
import { parseAmount } from '#domain/money.ts'
import { type TariffClass, tariffClasses } from '#domain/tariff-class.ts'
import { isSingleLine } from '#domain/text.ts'
import { fold } from './phonebook-text.ts'

/** Micro-units: a million a minute. Sums of a month stay exact integers. */
const highestAmount = 1_000_000_000_000

/** The columns of a file. */
export const rateFields = [
  'prefix',
  'destination',
  'class',
  'validFrom',
  'validUntil',
  'connectionFee',
  'pricePerMinute',
  'firstIncrement',
  'nextIncrement',
] as const
export type RateField = (typeof rateFields)[number]
export type RateInput = Record<RateField, string>

export type RateValues = Omit<Row<'rate'>, 'id' | 'created_at' | 'tariff_id'>

/** What else the classes are called in files. */
const classWords: Record<TariffClass, string[]> = {
  national: ['fixed', 'landline', 'fixe', 'festnetz', 'fisso', 'nazionale'],
  mobile: ['mobil', 'natel', 'cellulare', 'gsm'],
  international: ['internazionale', 'abroad', 'etranger', 'ausland', 'estero'],
  premium: ['value added', 'valeur ajoutee', 'mehrwert', 'mehrwertdienst', 'valore aggiunto', '0900'],
  shared: ['shared cost', 'cout partage', 'geteilte kosten', 'costo ripartito', '084x'],
  free: ['gratuit', 'gratis', 'freephone', 'toll free', 'gratuito', '0800'],
  satellite: ['satellit', 'satellitare'],
}
const classOf = new Map(
  tariffClasses.flatMap((name) => [name, ...classWords[name]].map((word) => [word, name] as const)),
)

const longestIncrement = 86_400

export type ReadRate = { values: RateValues } | { faults: [RateField, ErrorCode][] }

/** Reads the rows of a file; what stands in many rows is read once. */
export function createRateReader(calendar: Calendar): (input: RateInput) => ReadRate {
  const dates = new Map<string, number | null>()
  const dateOf = (text: string): number | null => {
    const known = dates.get(text)
    if (known !== undefined) return known
    const at = readDate(text, calendar)
    dates.set(text, at)
    return at
  }
  return (input) => readRate(input, dateOf)
}

function readRate(input: RateInput, dateOf: (text: string) => number | null): ReadRate {
  const faults: [RateField, ErrorCode][] = []
  const fault = (field: RateField, code: ErrorCode): void => void faults.push([field, code])
  const prefix = input.prefix.replace(/^(\+|00)/, '').replace(/[ '’.-]/g, '')
  if (!/^[1-9]\d{0,14}$/.test(prefix)) fault('prefix', 'rates.prefixInvalid')
  if (input.destination === '') fault('destination', 'field.required')
  if (input.destination.length > 120) fault('destination', 'field.tooLong')
  else if (!isSingleLine(input.destination)) fault('destination', 'field.controlCharacter')
  const tariffClass = classOf.get(fold(input.class))
  if (tariffClass === undefined) fault('class', 'rates.classUnknown')
  const amount = (field: 'connectionFee' | 'pricePerMinute', empty: string): number => {
    const read = parseAmount(input[field] || empty)
    if (typeof read === 'number' && read <= highestAmount) return read
    fault(field, read === 'negative' ? 'rates.amountNegative' : 'rates.amountInvalid')
    return 0
  }
  const fee = amount('connectionFee', '0')
  const price = amount('pricePerMinute', '')
  const increment = (field: 'firstIncrement' | 'nextIncrement', least: number): number => {
    const seconds = /^\d{1,6}$/.test(input[field]) ? Number(input[field]) : -1
    if (seconds < least || seconds > longestIncrement) fault(field, 'rates.incrementInvalid')
    return seconds
  }
  const first = increment('firstIncrement', 1)
  // Only what costs by the call can do without: by the minute it would be an endless call for the price of one increment.
  const next = increment('nextIncrement', price === 0 ? 0 : 1)
  const from = input.validFrom === '' ? 0 : dateOf(input.validFrom)
  const until = input.validUntil === '' ? null : dateOf(input.validUntil)
  if (from === null) fault('validFrom', 'rates.dateInvalid')
  if (until === null && input.validUntil !== '') fault('validUntil', 'rates.dateInvalid')
  if (from !== null && until !== null && until <= from) fault('validUntil', 'rates.endsBeforeBegin')
  if (faults.length > 0 || tariffClass === undefined || from === null) return { faults }
  return {
    values: {
      ...{ prefix, destination: input.destination, class: tariffClass, valid_from: from, valid_until: until },
      ...{ connection_fee: fee, price_per_minute: price, first_increment: first, next_increment: next },
    },
  }
}

/** A day of the provider's calendar, with a time where one is given; null when it is none. */
function readDate(text: string, calendar: Calendar): number | null {
  const match = /^(\S+?)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  const [, date = '', hour = '0', minute = '0', second = '0'] = match ?? []
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(date)
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : []
  if (year === undefined || month === undefined || day === undefined) return null
  return calendar.at({
    ...{ year: Number(year), month: Number(month), day: Number(day) },
    ...{ hour: Number(hour), minute: Number(minute), second: Number(second) },
  })
}
