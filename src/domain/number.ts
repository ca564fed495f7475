import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'

/** An internal number of a vPBX: 2 to 8 digits. Star codes start with `*`, the public network with 0 or +. */
export function isInternalNumber(text: string): boolean {
  return /^[1-9][0-9]{1,7}$/.test(text)
}

/** A public number in E.164 (`+41215550101`) from what people type, read in `country` when it has no prefix; null when it is none. */
export function parsePublicNumber(input: string, country: CountryCode): string | null {
  const number = parsePhoneNumberFromString(input, country)
  return number?.isValid() ? number.number : null
}
