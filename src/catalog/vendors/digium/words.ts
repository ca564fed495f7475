import type { Language } from '#domain/language.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
export const pickupCode = '*8'

/** Files that the main one names. */
export const contactsFile = 'keys.xml'
export const smartBlfFile = 'smartblf.xml'

export const locales: Readonly<Record<Language, string>> = { fr: 'fr_FR', de: 'de_DE', en: 'en_US', it: 'it_IT' }
