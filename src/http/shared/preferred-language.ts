import { defaultLanguage, type Language, languages } from '#domain/language.ts'

/** The language of ours that an Accept-Language header prefers, whatever the region; the default one when it names none of them. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => ({ ...parsed(part), index }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  for (const { name } of wanted) {
    const found = languages.find((language) => language === name)
    if (found) return found
  }
  return defaultLanguage
}

function parsed(part: string): { name: string; quality: number } {
  const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
  const weight = parameters.find((one) => one.trim().startsWith('q='))
  const quality = weight === undefined ? 1 : Number(weight.trim().slice(2))
  return { name: range.split('-')[0] ?? '', quality: Number.isNaN(quality) ? 0 : quality }
}
