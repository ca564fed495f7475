import { expect, test } from 'vitest'
import { preferredLanguage } from './preferred-language.ts'

test.each([
  ['fr-CH,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-US,en;q=0.9,de;q=0.8', 'en'],
  ['pt, de-CH;q=0.4, it;q=0.7', 'it'],
  ['DE', 'de'],
  ['es,pt;q=0.9', 'fr'],
  ['en;q=0, it;q=0.1', 'it'],
  ['*', 'fr'],
  ['', 'fr'],
  [undefined, 'fr'],
  [';;q=;,,en;q=x,it;q=0.5', 'it'],
] as const)('%s is answered in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('of a header that somebody made endless the beginning alone is read', () => {
  expect(preferredLanguage(`${'xx,'.repeat(100)}de`)).toBe('de')
  expect(preferredLanguage(`${'xx,'.repeat(1000)}de`)).toBe('fr')
})
