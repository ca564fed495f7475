/** Amounts are integers in micro-units, a millionth of the currency: 0.12 is 120,000. No floating point touches them on the way in or out. */
const digits = 6
const unit = 10n ** BigInt(digits)
/** A thousand million: far above every real amount, and safe in a double with room to add. */
const greatest = 10n ** 15n

export type AmountFault = 'text' | 'negative'

/**
 * Reads a decimal amount with point or comma and at most six decimals (`0.12`, `0,12`, `1`). Null for an empty text is the caller's business: here it
 * is a fault, as are signs other than minus, exponents and separators of thousands.
 */
export function parseAmount(text: string): number | AmountFault {
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,6}))?$/.exec(text.trim())
  if (!match) return 'text'
  const [, sign, whole = '', decimals = ''] = match
  const amount = BigInt(whole) * unit + BigInt(decimals.padEnd(digits, '0'))
  if (sign && amount > 0n) return 'negative'
  return amount > greatest ? 'text' : Number(amount)
}

/** With a point and at least `least` decimals, more where they are needed: 120,000 → `0.12`. */
export function formatAmount(amount: number, least = 2): string {
  const size = BigInt(Math.abs(amount))
  const decimals = String(size % unit).padStart(digits, '0')
  const shown = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '')
  return `${amount < 0 ? '-' : ''}${size / unit}${shown === '' ? '' : `.${shown}`}`
}
