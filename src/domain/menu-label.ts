import type { Language } from './language.ts'

/**
 * What stands on a device: the text of its factory state, or that text (`en`) with what the device shows when it has been
 * set to another language. A language that is missing here is not known: nobody translates a label on his own.
 */
export type MenuLabel = string | ({ readonly en: string } & { readonly [other in Exclude<Language, 'en'>]?: string })

export interface ShownLabel {
  readonly text: string
  /** What a device in factory state shows instead; `null` where it is the same or the only one that is known. */
  readonly factory: string | null
}

/** The label for a reader of a language: the device's own text in it where it is known, else that of the factory state. */
export function shownLabel(label: MenuLabel, language: Language): ShownLabel {
  if (typeof label === 'string') return { text: label, factory: null }
  const text = label[language] ?? label.en
  return { text, factory: text === label.en ? null : label.en }
}

/** The values of a step that stand on the device itself; the others are what a person types there. */
export const labelParams: readonly string[] = ['menu', 'field', 'option', 'button']
