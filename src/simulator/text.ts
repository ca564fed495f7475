/** The number that a decimal string writes, or null when it is empty, zero or no number. */
export function positiveInteger(text: string): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null
}

/**
 * A URL as it may be printed: the access key, any run of 16 or more hexadecimal digits, becomes `****`; user, password
 * and query are left out.
 */
export function printableUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname.replace(/[0-9a-f]{16,}/gi, '****')}`
}

/** The longest wait that a timer of Node takes, a little under 25 days. */
export const longestSeconds = 2_147_483
