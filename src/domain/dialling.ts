import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js'
import { parsePhoneNumberFromString as readExactly } from 'libphonenumber-js/max'

/** A number of the public network that somebody dialled. */
export interface PublicNumber {
  /** `+41215550101`; a short number of a country with its calling code: `+411818`. */
  e164: string
  /** A short number (1818, 116117): it stands for itself, so a tariff must name it. */
  isShort: boolean
}

/** Digits of a number at the most: E.164 has 15, and an international prefix may stand before them. */
const dialled = /^\+?[0-9]{3,22}$/

/**
 * What was dialled in a country: national, international with + or the country's prefix (00 is understood everywhere that it is nothing else), or a short
 * number. Blanks and the usual separators are tolerated; null when it is no number there. Emergency numbers are not looked for: the switch has carried them.
 */
export function readDialled(input: string, country: string): PublicNumber | null {
  const text = input.trim().replace(/[\s().\-/\u2010-\u2013]/g, '')
  if (!dialled.test(text)) return null
  const home = isSupportedCountry(country) ? country : undefined
  if (text.startsWith('+')) return international(text, home)
  if (home === undefined) return text.startsWith('00') ? international(`+${text.slice(2)}`, home) : null
  const national = parsePhoneNumberFromString(text, home)
  if (national?.isValid()) return { e164: national.number, isShort: isShortForm(text) || isShortNumber(national) }
  if (isShortForm(text)) return { e164: `+${getCountryCallingCode(home)}${text}`, isShort: true }
  if (text.startsWith('00')) return international(`+${text.slice(2)}`, home)
  return national && isAsGood(national, text, home) ? { e164: national.number, isShort: isShortNumber(national) } : null
}

/** Number plans grow faster than what is known of them: one of the right length is tried, and refused where there is no rate for it. */
function international(text: string, home: CountryCode | undefined): PublicNumber | null {
  const parsed = parsePhoneNumberFromString(text)
  if (parsed?.isPossible()) return { e164: parsed.number, isShort: isShortNumber(parsed) }
  if (home === undefined) return null
  const prefix = `+${getCountryCallingCode(home)}`
  return text.startsWith(prefix) && isShortForm(text.slice(prefix.length)) ? { e164: text, isShort: true } : null
}

/**
 * In Germany, Austria, Italy and others short numbers are as long as some of subscribers: +49 11833 is the dear 11833, +43 512900 a house in Innsbruck. Only
 * the full number plans, which take no part in the reading, tell one from the other.
 */
function isShortNumber({ number, nationalNumber }: PhoneNumber): boolean {
  if (!isShortForm(nationalNumber)) return false
  const type = readExactly(number)?.getType()
  return type !== 'FIXED_LINE' && type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE'
}

/** Three to six digits. With 0 begin national numbers, and in Spain short ones of three digits. */
function isShortForm(text: string): boolean {
  return /^[1-9][0-9]{2,5}$/.test(text) || /^0[1-9][0-9]$/.test(text)
}

/** A national number that is not known but long enough: only with the country's national or international prefix, else it is a part of one. */
function isAsGood(number: PhoneNumber, text: string, home: CountryCode): boolean {
  const { nationalPrefix } = numberPrefixes(home)
  const isHere = number.countryCallingCode === getCountryCallingCode(home)
  const withPrefix = !isHere || nationalPrefix === '' || text.startsWith(nationalPrefix)
  return withPrefix && number.isPossible()
}

/** How numbers are written in a country: its calling code, the prefix of national numbers (empty: none), and the usual one of international ones. */
export interface NumberPrefixes {
  callingCode: string
  nationalPrefix: string
  internationalPrefix: string
}

/** Throws when the country is not known. */
export function numberPrefixes(country: string): NumberPrefixes {
  if (!isSupportedCountry(country)) throw new TypeError(`no number plan of ${country}`)
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  // The class has it; its types do not name it, and what a country lacks is 0 or undefined.
  const plan = metadata.numberingPlan as unknown as Record<
    'IDDPrefix' | 'defaultIDDPrefix' | 'nationalPrefix',
    () => unknown
  >
  const digits = (value: unknown): string => (typeof value === 'string' ? value.replace('~', '') : '')
  // Some countries have one international prefix for each carrier, as a pattern.
  const [pattern, usual] = [digits(plan.IDDPrefix()), digits(plan.defaultIDDPrefix())]
  return {
    callingCode: getCountryCallingCode(country),
    nationalPrefix: digits(plan.nationalPrefix()),
    internationalPrefix: [usual, pattern].find((prefix) => /^[0-9]+$/.test(prefix) && prefix.length > 1) ?? '00',
  }
}

/** E.164 with plus: what a caller's number must be to be shown elsewhere. */
export function isE164(text: string): boolean {
  return /^\+[1-9][0-9]{6,14}$/.test(text)
}
