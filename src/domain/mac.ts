/** A MAC address as Raccord keeps it: 12 upper-case hexadecimal digits, no separators (e.g. 00041345C9BF). */
export type Mac = string

/**
 * Reads a MAC address as people type and labels print it: upper or lower case, with `:` `-` `.` or blanks between.
 * Null when it is not one.
 */
export function parseMac(input: string): Mac | null {
  const digits = input.replace(/[\s:.-]/g, '').toUpperCase()
  return /^[0-9A-F]{12}$/.test(digits) ? digits : null
}

/** True for a multicast or broadcast address (lowest bit of the first byte, IEEE 802): no telephone has one. */
export function isGroupMac(mac: Mac): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1
}

/** The maker's part, the first 24 bits, e.g. 000413. */
export function ouiOf(mac: Mac): string {
  return mac.slice(0, 6)
}
