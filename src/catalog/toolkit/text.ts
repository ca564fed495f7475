/**
 * Every value passes here before it reaches a file. The rule of the whole catalog: a value stays a value, on one line,
 * whatever a person typed. Writers (cfg, xml, ini) add the escaping of their own format on top.
 */

/** Line breaks of every kind that some parser knows, and tabs: they become one blank. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Other controls, bidirectional overrides, byte order mark, and non-characters, which XML 1.0 forbids. They go. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu
/** Halves of a surrogate pair (with the u flag a whole pair does not match). */
const loneSurrogates = /\p{Cs}/gu

/** The value as one line of visible text without blanks at its ends. */
export function clean(value: string): string {
  // Halves go first: two of them must not become a pair when what stood between is gone.
  return value.replace(loneSurrogates, '').replace(breaks, ' ').replace(invisible, '').trim()
}

/** Cleaned, and no longer than the device takes; counted in code points, so that no character is cut in half. */
export function limited(value: string, maxLength: number): string {
  return Array.from(clean(value)).slice(0, maxLength).join('').trim()
}

/** Cleaned and brought to printable ASCII: accents fall off, what has no Latin letter goes. For fields that take no more. */
export function ascii(value: string): string {
  const letters = clean(value).normalize('NFKD').replace(/ß/g, 'ss')
  return letters.replace(/[^\u0020-\u007e]/g, '').trim()
}

/** What may be dialled: digits, letters, `*`, `#`, `+` and the marks of an address. Blanks and separators of key syntaxes go. */
export function dialString(value: string): string {
  return ascii(value).replace(/[^0-9A-Za-z*#+.@:_-]/g, '')
}

/** The user part of a SIP address (RFC 3261 section 25.1): what is not unreserved is percent-encoded. */
export function sipUser(value: string): string {
  return encodeURIComponent(clean(value)).replace(/%2B/g, '+')
}

/** A SIP quoted string (RFC 3261 section 25.1) with its quotes. */
export function sipQuoted(value: string): string {
  return `"${clean(value).replace(/["\\]/g, '\\$&')}"`
}

/** A host for an address: an IPv6 literal gets its brackets. */
export function urlHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
