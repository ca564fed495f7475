import { parseAmount, formatAmount as plainAmount } from '#domain/money.ts'

/** The region whose way of writing numbers and dates is used in every language. */
export function localeOf(language: string): string {
  return `${language}-CH`
}

/** What a person reads, e.g. `12.50 CHF`. `digits`: the most after the point; without a currency it is the number alone. */
export function formatAmount(amount: number, currency: string | null, language: string, digits = 2): string {
  // Intl rounds a decimal text exactly; the type knows only texts that are written out in the source.
  const decimal = plainAmount(amount, 0) as Intl.StringNumericLiteral
  return new Intl.NumberFormat(localeOf(language), {
    ...(currency !== null && { style: 'currency', currency }),
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(decimal)
}

/** The text for a field in which an amount is typed, with two digits at least, e.g. `12.50`. */
export function typedAmount(amount: number): string {
  return plainAmount(amount, 2)
}

/**
 * Micro-units of what a person typed; null when it is no amount. Comma and point both part the decimals, blanks and apostrophes group the thousands.
 * More than two decimals are refused: `1.234` may be meant as a thousand.
 */
export function typedAmountOf(text: string): number | null {
  const plain = text.replace(/[\s'’]/g, '')
  if (!/^\d{1,9}(?:[.,]\d{1,2})?$/.test(plain)) return null
  const amount = parseAmount(plain)
  return typeof amount === 'number' ? amount : null
}

/** Seconds as `h:mm:ss`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
