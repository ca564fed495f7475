import type { Language } from '#domain/language.ts'
import { labelParams, type MenuLabel, shownLabel } from '#domain/menu-label.ts'

type Translate = (key: string, params: Record<string, string>) => string

/**
 * A step of the instructions as a sentence. A label stands between quotes, in the reader's language where the device has
 * it, with the factory label beside it: a device fresh from the box is mostly in English.
 */
export function manualSentence(
  translate: Translate,
  language: Language,
  { verb, params }: { readonly verb: string; readonly params: Readonly<Record<string, MenuLabel>> },
): string {
  const values = Object.entries(params).map(([name, value]) => {
    const { text, factory } = shownLabel(value, language)
    if (!labelParams.includes(name)) return [name, text] as const
    return [
      name,
      factory === null ? translate('manual.label', { text }) : translate('manual.labels', { text, factory }),
    ] as const
  })
  return translate(`manualSteps.${verb}`, Object.fromEntries(values))
}
