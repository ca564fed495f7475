import { createInstance } from 'i18next'
import { defaultLanguage, type Language, languages } from '#domain/language.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { addFormats } from './formats.ts'
import fr from './fr.json' with { type: 'json' }
import it from './it.json' with { type: 'json' }

/** All words of Raccord by language; French is where a new one is written first. */
export const texts = { fr, de, en, it } as const satisfies Record<Language, object>

const instance = createInstance({
  lng: defaultLanguage,
  fallbackLng: defaultLanguage,
  supportedLngs: languages,
  initAsync: false,
  resources: Object.fromEntries(languages.map((language) => [language, { translation: texts[language] }])),
  interpolation: { escapeValue: false },
})
await instance.init()
addFormats(instance)

/**
 * A sentence for the server's own use (mails, manual steps). Values are put in as they are: whoever writes HTML escapes.
 * An unknown key comes back as it is.
 */
export function translate(language: Language, key: string, params: Record<string, string | number> = {}): string {
  return instance.t(key, { ...params, lng: language })
}
