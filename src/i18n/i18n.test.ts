import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { errorStatus } from '#domain/errors.ts'
import { languages } from '#domain/language.ts'
import { texts, translate } from './i18n.ts'

/** Keys that are put together at run time. */
const dynamicPrefixes = [
  'error.',
  'audit.',
  'sipCode.',
  'manualSteps.',
  'kind.',
  'role.',
  'line.kind.',
  'line.add.',
  'macProvisioning.',
  'keys.function.',
  'keys.valueHint.',
  'settings.',
  'model.faxBy.',
  'model.trustBy.',
  'model.takesBy.',
  'catalog.page.',
  'accesses.',
  'restart.',
  'resync.',
  'phonebook.field.',
  'lineSlots.faxBy.',
  'rateWarning.',
  'callExport.',
  'mail.',
  'mailServer.securities.',
  'callEnd.',
  'calls.kind.',
  'calls.only.',
  'calls.periods.',
  'rateField.',
  'rights.block.',
  'rights.blockedBy.',
  'rights.blockedAt.',
  'tariffClass.',
  'tariffClassHint.',
  'team.rings.',
  'topStop.state.',
  'topStop.notice.',
  'topStop.noticeHint.',
  'appPage.',
  'ipPhone.remark.',
  'ipPhone.system.',
  'webPhone.state.',
  'webPhone.callState.',
  'webPhone.end.',
  'webPhone.fault.',
  'webPhone.faultHint.',
]
const pluralSuffix = /_(zero|one|two|few|many|other)$/

const flat = Object.fromEntries(languages.map((language) => [language, flatten(texts[language])]))

function flatten(tree: object, path = ''): Record<string, string> {
  return Object.entries(tree).reduce<Record<string, string>>((all, [name, value]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? Object.assign(all, { [key]: value }) : Object.assign(all, flatten(value, key))
  }, {})
}

function textsOf(language: string): Record<string, string> {
  return flat[language] ?? {}
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map((match) => match[1] ?? '').sort()
}

function withoutPlural(key: string): string {
  return key.replace(pluralSuffix, '')
}

/** Every text between quotes in the sources that looks like a key. */
function wordsInSources(): Set<string> {
  const files = globSync('src/**/*.{ts,tsx}', { exclude: ['src/**/*.test.ts', 'src/web/api.gen.ts'] })
  const words = new Set<string>()
  for (const file of files) {
    for (const match of readFileSync(file, 'utf8').matchAll(/['"`]([a-zA-Z]+(?:\.[a-zA-Z0-9]+)+)['"`]/g)) {
      words.add(match[1] ?? '')
    }
  }
  return words
}

/** The keys that the web client asks for by name. */
function keysAskedFor(): string[] {
  return globSync('src/web/**/*.{ts,tsx}', { exclude: ['src/web/api.gen.ts'] }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
  )
}

describe.each(languages)('%s', (language) => {
  const own = textsOf(language)
  const french = textsOf('fr')

  test('has exactly the keys that French has', () => {
    const names = (all: Record<string, string>) => [...new Set(Object.keys(all).map(withoutPlural))].sort()
    expect(names(own)).toEqual(names(french))
  })

  test('fills in the same values as French', () => {
    for (const [key, text] of Object.entries(own)) {
      const model = french[key] ?? french[`${withoutPlural(key)}_other`] ?? ''
      expect([key, placeholders(text)]).toEqual([key, placeholders(model)])
    }
  })

  test('has every plural form that the language needs, and no other', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const plurals = Map.groupBy(
      Object.keys(own).filter((key) => pluralSuffix.test(key)),
      withoutPlural,
    )
    expect(plurals.size).toBeGreaterThan(0)
    for (const [key, forms] of plurals) {
      expect([key, forms.map((form) => form.slice(key.length + 1)).toSorted()]).toEqual([key, needed])
    }
  })

  test('leaves no text empty or with blanks around it', () => {
    for (const [key, text] of Object.entries(own))
      expect([key, text.trim().length > 0, text]).toEqual([key, true, text.trim()])
  })

  test('has a sentence for every error code, ended by a full stop', () => {
    for (const code of Object.keys(errorStatus))
      expect([code, own[`error.${code}`]]).toEqual([code, expect.stringMatching(/\.$/)])
  })

  test('has no sentence for a code that is not in the catalogue', () => {
    const codes = Object.keys(own).filter((key) => key.startsWith('error.'))
    expect(codes.filter((key) => !Object.hasOwn(errorStatus, key.slice('error.'.length)))).toEqual([])
  })
})

test('every key that the web client asks for has its words', () => {
  const known = new Set(Object.keys(textsOf('fr')).map(withoutPlural))
  const asked = keysAskedFor()
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter((key) => !known.has(key))).toEqual([])
})

test('no key stands there unused', () => {
  const used = wordsInSources()
  const unused = [...new Set(Object.keys(textsOf('fr')).map(withoutPlural))].filter(
    (key) => !used.has(key) && !dynamicPrefixes.some((prefix) => key.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

test('the server gets a sentence in the language it asks for, with its values and its plural', () => {
  expect(translate('de', 'extension.name', { number: '21' })).toBe('Nebenstelle 21')
  expect(translate('fr', 'vpbx.deviceCount', { count: 1_000_000 })).toBe('1000000 d’appareils')
  expect(translate('it', 'vpbx.deviceCount', { count: 1 })).toBe('1 dispositivo')
  expect(translate('fr', 'extension.name', { number: '<21>' })).toBe('Poste <21>')
})

test('a wait is said in seconds while it is short, and in minutes after', () => {
  expect(translate('fr', 'error.session.tooManyAttempts', { seconds: 30 })).toMatch(/30\ssecondes/)
  expect(translate('en', 'error.session.tooManyAttempts', { seconds: 301 })).toMatch(/6\sminutes/)
})
