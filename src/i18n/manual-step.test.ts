import { expect, test } from 'vitest'
import { manualSteps } from '#catalog/index.ts'
import { DeviceSpec } from '#catalog/spec.ts'
import { type Language, languages } from '#domain/language.ts'
import { translate } from './i18n.ts'
import { manualSentence } from './manual-step.ts'

const sentence = (language: Language, step: Parameters<typeof manualSentence>[2]) =>
  manualSentence((key, params) => translate(language, key, params), language, step).replaceAll('\u00a0', ' ')

const save = { verb: 'save', params: { button: { en: 'Save Settings', fr: 'Enregistrer' } } }

test('a French reader sees the label that the telephone shows in French, with its factory label beside it', () => {
  expect(sentence('fr', save)).toBe('Enregistrez avec « Enregistrer » (en anglais : « Save Settings »).')
})

test('a reader of a language that is not known of the telephone sees the factory label alone', () => {
  expect(sentence('de', save)).toBe('Speichern Sie mit «Save Settings».')
  expect(sentence('it', save)).toBe('Salvate con «Save Settings».')
  expect(sentence('en', save)).toBe('Save with “Save Settings”.')
})

test('a label that is the same in both languages, or one string for all, is shown once', () => {
  const menu = { en: 'Status', fr: 'Status' }
  expect(sentence('fr', { verb: 'openMenu', params: { menu } })).toBe('Ouvrez « Status ».')
  expect(sentence('fr', { verb: 'openMenu', params: { menu: 'Settings → Update' } })).toBe(
    'Ouvrez « Settings → Update ».',
  )
})

test('the link and the login are what a person types, and stand as they are', () => {
  const params = { field: 'URL', link: 'https://pbx.example.ch/k' }
  expect(sentence('de', { verb: 'pasteLink', params })).toBe(
    'Fügen Sie den Link in das Feld «URL» ein: https://pbx.example.ch/k',
  )
  expect(sentence('en', { verb: 'signInAs', params: { user: 'admin', password: '22222' } })).toContain(
    'the name “admin” and the factory password “22222”',
  )
})

test.each(languages)('the steps of a telephone whose words are known are whole sentences in %s', (language) => {
  const steps = manualSteps(
    DeviceSpec.parse({
      model: 'mitel-6867i',
      host: 'pbx.example.ch',
      accessKey: '0123456789abcdef'.repeat(3),
      line: { number: '21', displayName: 'Accueil', authName: 'd7x2', password: 'Kq81' },
    }),
  )
  const text = steps.map((step) => sentence(language, step)).join('\n')
  expect(text).not.toMatch(/\{\{|\[object|undefined|manual/)
  expect(text.includes('Menu Admin. (22222) → Paramètres usine')).toBe(language === 'fr')
  expect(text).toContain('Options → Admin Menu (22222) → Factory Default')
})
