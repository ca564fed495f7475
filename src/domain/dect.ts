/** An identity of the DECT world as Raccord keeps it: upper-case hexadecimal digits without separators. */

const separators = /[\s:.-]/g

/** A handset's IPUI as it is printed or shown: 10 digits, or up to 13 where the maker writes it out; null when it is none. */
export function parseIpui(input: string): string | null {
  const digits = input.replace(separators, '').toUpperCase()
  return /^[0-9A-F]{10,13}$/.test(digits) ? digits : null
}

/** A base's RFPI: 10 digits; null when it is none. */
export function parseRfpi(input: string): string | null {
  const digits = input.replace(separators, '').toUpperCase()
  return /^[0-9A-F]{10}$/.test(digits) ? digits : null
}
