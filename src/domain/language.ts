/** Languages of the interface and of the phones; French first. */
export const languages = ['fr', 'de', 'en', 'it'] as const
export type Language = (typeof languages)[number]
export const defaultLanguage: Language = 'fr'
