import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** Letters that are no base letter with a mark, as people without them on their keyboard type them. */
const spelled: Record<string, string> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Without case, accents and doubled blanks: "Zoé  Müller" → "zoe muller". Safe for either database. */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßœæøłđðþı]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The words that must all be found; no more than eight. */
export function searchWords(text: string): string[] {
  return fold(text.slice(0, 200)).split(' ').filter(Boolean).slice(0, 8)
}

/** What a name is sorted by; quotation marks and the like before it do not count. */
export function sortKeyOf(name: string): string {
  const folded = fold(name)
  return folded.replace(/^[^\p{L}\p{N}]+/u, '') || folded
}

/** What is searched in: the name, and the numbers both as they are kept and as they are dialled in their country. */
export function searchKeyOf(name: string, numbers: readonly (string | null)[]): string {
  const forms = numbers.filter((number) => number !== null).flatMap((number) => [number, ...nationalForm(number)])
  return [fold(name), ...new Set(forms)].join(' ')
}

function nationalForm(number: string): string[] {
  const national = number.startsWith('+') ? parsePhoneNumberFromString(number)?.formatNational() : undefined
  return national === undefined ? [] : [national.replace(/\D/g, '')]
}

/** A number in groups, as people read it: `+41 21 555 01 01`; what is not in E.164 stays as it is. */
export function readable(number: string): string {
  return (number.startsWith('+') && parsePhoneNumberFromString(number)?.formatInternational()) || number
}
