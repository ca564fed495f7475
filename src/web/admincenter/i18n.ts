import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { defaultLanguage, type Language, languages } from '#domain/language.ts'
import { addFormats } from '#i18n/formats.ts'

const texts: Record<Language, () => Promise<{ default: object }>> = {
  fr: () => import('#i18n/fr.json'),
  de: () => import('#i18n/de.json'),
  en: () => import('#i18n/en.json'),
  it: () => import('#i18n/it.json'),
}

const storageKey = 'raccord.language'

/** Names of the languages, each in itself. */
export const languageNames: Record<Language, string> = {
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
  it: 'Italiano',
}

export const languageOptions = languages.map((value) => ({ value, label: languageNames[value] }))

export function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text)
}

/** The language of this browser's last visit; French before the first. */
function rememberedLanguage(): Language {
  const remembered = window.localStorage.getItem(storageKey)
  return isLanguage(remembered) ? remembered : defaultLanguage
}

/** Loads the words of a language when they are first needed, and turns the page to it. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await texts[language]()).default)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  window.localStorage.setItem(storageKey, language)
}

export async function startI18n(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: defaultLanguage,
    fallbackLng: defaultLanguage,
    resources: {},
    interpolation: { escapeValue: false },
  })
  addFormats(i18next)
  await speak(rememberedLanguage())
  return i18next
}
