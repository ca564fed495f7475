import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { labelParams } from '#domain/menu-label.ts'
import { manualSteps, vendors } from './index.ts'
import { type ManualStep, type MenuWords, withLabels } from './manual-verbs.ts'
import { DeviceSpec } from './spec.ts'

const menuOf = (words: MenuWords, menu: string) =>
  withLabels(words, [{ verb: 'openMenu', params: { menu } }])[0]?.params.menu

const words: MenuWords = {
  Menu: { fr: 'Menu', de: 'Menü' },
  Settings: { fr: 'Réglages', de: 'Einstellungen' },
  Check: { fr: 'Contrôle' },
  Off: { fr: 'Non' },
}

test('a path, a choice and a remark are put together from the words of the device', () => {
  expect(menuOf(words, 'Menu → Settings (456)')).toEqual({
    en: 'Menu → Settings (456)',
    fr: 'Menu → Réglages (456)',
    de: 'Menü → Einstellungen (456)',
  })
  expect(menuOf(words, 'Check: Off')).toEqual({ en: 'Check: Off', fr: 'Contrôle: Non' })
})

test('a language in which a part of the path is unknown is left out, and without any the label stays one string', () => {
  expect(menuOf(words, 'Settings → Check')).toEqual({ en: 'Settings → Check', fr: 'Réglages → Contrôle' })
  expect(menuOf(words, 'Settings → Update')).toBe('Settings → Update')
  expect(menuOf({}, 'Menu')).toBe('Menu')
})

test('the words of a whole path come before those of its parts', () => {
  expect(menuOf({ ...words, 'Menu → Settings': { fr: '⚙' } }, 'Menu → Settings')).toEqual({
    en: 'Menu → Settings',
    fr: '⚙',
    de: 'Menü → Einstellungen',
  })
})

test('what a person types is never translated', () => {
  const step: ManualStep = { verb: 'signInAs', params: { user: 'Menu', password: 'Off' } }
  expect(withLabels(words, [step])).toEqual([step])
})

const vendorsWithLabels = readdirSync(new URL('./vendors', import.meta.url)).filter((id) =>
  existsSync(new URL(`./vendors/${id}/labels.ts`, import.meta.url)),
)

describe.each(vendorsWithLabels)('%s', (id) => {
  test('has no word that none of its instructions shows', async () => {
    // A file of tables alone: each export is one.
    const tables = Object.values((await import(`./vendors/${id}/labels.ts`)) as Record<string, MenuWords>)
    const shown = vendors.filter((vendor) => vendor.id === id).flatMap(({ models }) => models.flatMap(labelsOf))
    const parts = new Set(shown.flatMap((label) => [label, ...label.split(/ → |: | \([^)]*\)/)]))
    expect(tables.length).toBeGreaterThan(0)
    expect(tables.flatMap((table) => Object.keys(table)).filter((word) => !parts.has(word))).toEqual([])
  })

  test('shows its own words in some instruction', () => {
    const models = vendors.filter((vendor) => vendor.id === id).flatMap((vendor) => vendor.models)
    expect(models.flatMap(stepsOf).flatMap(({ params }) => Object.values(params))).toContainEqual(
      expect.objectContaining({ en: expect.any(String) }),
    )
  })
})

function stepsOf({ id }: { readonly id: string }): readonly ManualStep[] {
  return manualSteps(
    DeviceSpec.parse({
      model: id,
      host: 'pbx.example.ch',
      accessKey: '0123456789abcdef'.repeat(3),
      line: { number: '21', displayName: 'Accueil', authName: 'd7x2', password: 'Kq81' },
      caCertificate: 'x',
    }),
  )
}

function labelsOf(model: { readonly id: string }): string[] {
  return stepsOf(model).flatMap(({ params }) =>
    Object.entries(params).flatMap(([name, label]) =>
      labelParams.includes(name) ? [typeof label === 'string' ? label : label.en] : [],
    ),
  )
}
