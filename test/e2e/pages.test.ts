import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Language, languages } from '#domain/language.ts'
import type { ApiClient } from '../support/api-client.ts'
import { accessibilityFaults, expectNoSideways, launchBrowser, openWindow } from '../support/browser.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'

/**
 * `npm run e2e` looks at every page in every language, width and shade; `npm test` at one combination of each language, and asks axe about two of them:
 * what it finds is in the structure and the colours, which all languages share.
 */
const full = process.env.TEST_E2E === 'full'
const combinations = languages.flatMap((language, index) =>
  [400, 1280].flatMap((width, w) =>
    [false, true].flatMap((dark, d) => (full || w * 2 + d === index ? [{ language, width, dark }] : [])),
  ),
)

/** Some forty pages one after the other, on a machine that may do other things too. */
const patience = 480_000

describe('every page', () => {
  let raccord: RaccordProcess
  let browser: Browser
  let paths: string[]
  let user: { password: string }

  beforeAll(async () => {
    raccord = createRaccord(29_130, {})
    await raccord.start()
    browser = await launchBrowser()
    const api = await raccord.api()
    const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Pages AG' })
    const extension = await api.call<{ id: string; lines: { id: string }[] }>(
      'POST',
      `/api/vpbxs/${vpbx.id}/extensions`,
      {
        number: '21',
        displayName: 'Réception <b>&"',
      },
    )
    const line = `/api/lines/${extension.lines[0]?.id}/devices`
    const device = await api.call<{ id: string }>('POST', line, { model: 'yealink-t54w' })
    await api.call('POST', line, { model: 'snom-d785' })
    const common = { displayName: 'Jean', role: 'administrator' }
    await api.call('POST', `/api/vpbxs/${vpbx.id}/users`, { ...common, login: 'jean', extensionIds: [extension.id] })
    const tariff = await fillCalls(api, vpbx.id, extension.id)
    const reader = { login: 'lea', displayName: 'Léa', role: 'user', extensionIds: [extension.id] }
    user = await api.call('POST', `/api/vpbxs/${vpbx.id}/users`, reader)
    const [atVpbx, atExtension] = [`/vpbxs/${vpbx.id}`, `/vpbxs/${vpbx.id}/extensions/${extension.id}`]
    paths = [
      ...[
        '/',
        '/installation/general',
        '/installation/mail',
        '/audit',
        '/account/sessions',
        '/account/password',
        '/nowhere',
      ],
      ...['/catalog/models', '/catalog/settings', '/catalog/models/yealink-t54w', '/catalog/models/grandstream-ht812'],
      '/catalog/models/linphone-app',
      '/catalog/makers/snom',
      ...['/calls/now', '/calls/history?period=days', '/trunks', '/tariffs', `/tariffs/${tariff.id}`],
      ...['/teams', '/calls', '/rights', '/charges'].map((tab) => atVpbx + tab),
      ...['/extensions', '/users', '/audit', '/settings', '/phonebook', '/models', '/models/snom-d785'].map(
        (tab) => atVpbx + tab,
      ),
      ...['/settings/rights', '/settings/charges', '/settings/calls', '/settings/ip-phone'].map(
        (tab) => atExtension + tab,
      ),
      ...['/settings/phones', '/settings/numbers', '/settings/sip', '/users'].map((tab) => atExtension + tab),
      `${atExtension}/settings/phones?device=${device.id}`,
    ]
  })
  afterAll(async () => {
    await browser?.close()
    await raccord?.remove()
  })

  test.each(combinations)(
    'in $language at $width pixels, dark: $dark, is accessible, fits, and has words for everything',
    async ({ language, width, dark }) => {
      const api = await raccord.api()
      await api.call('PATCH', '/api/session/settings', { language })
      const { page, context, complaints } = await openWindow(browser, { width, dark, locale: language })
      await signIn(page)
      for (const path of paths) {
        await lookAt(page, path, language)
      }
      expect(complaints).toEqual([])
      await context.close()
    },
    patience,
  )

  test(
    'the pages of a user are accessible, fit 400 pixels, and let nothing be changed',
    async () => {
      const { page, context, complaints } = await openWindow(browser, { width: 400 })
      const password = 'un-long-mot-de-passe'
      await page.goto(`https://localhost:${raccord.ports.adminCenter}/`)
      await page.locator('input[autocomplete="username"]').fill('lea')
      await page.locator('input[type="password"]').fill(user.password)
      await page.keyboard.press('Enter')
      await page.getByLabel('Mot de passe actuel').fill(user.password)
      await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password)
      await page.getByLabel('Répéter le nouveau mot de passe').fill(password)
      await page.keyboard.press('Enter')
      await page.getByRole('tab', { name: 'TopStop' }).waitFor()
      for (const path of ['/settings/calls', '/settings/rights', '/settings/charges']) {
        await lookAt(page, path, 'fr')
        expect(await page.getByRole('button', { name: /Enregistrer|Terminer/ }).count(), path).toBe(0)
        expect(await page.getByRole('switch').count(), path).toBe(0)
      }
      expect(complaints).toEqual([])
      await context.close()
    },
    patience,
  )

  async function lookAt(page: Page, path: string, language: Language): Promise<void> {
    await page.goto(`https://localhost:${raccord.ports.adminCenter}${path}`)
    await page.getByRole('heading').or(page.getByRole('dialog')).first().waitFor()
    await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 10_000 }).toBe(0)
    if (full || language === 'fr' || language === 'it') expect(await accessibilityFaults(page), path).toEqual([])
    await expectNoSideways(page)
    // A key without words shows as itself.
    expect(await page.locator('body').innerText(), path).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]?\w*\.\w+\b|\{\{/)
    expect(await page.locator('html').getAttribute('lang'), path).toBe(language)
  }

  async function signIn(page: Page): Promise<void> {
    await page.goto(`https://localhost:${raccord.ports.adminCenter}/`)
    await page.locator('input[autocomplete="username"]').fill('provider')
    await page.locator('input[type="password"]').fill(`${raccord.oneTimePassword()}-renewed`)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.getByRole('heading').first().waitFor()
  }
})

/** A trunk, a tariff with a rate, a team and limits, so that no page of calls and money stays empty. */
async function fillCalls(api: ApiClient, vpbxId: string, extensionId: string): Promise<{ id: string }> {
  const signIn = { registers: true, digestName: 'raccord', password: 'secret' }
  await api.call('POST', '/api/trunks', { name: 'Opérateur', host: '192.0.2.10', ...signIn })
  const tariff = await api.call<{ id: string }>('POST', '/api/tariffs', { name: 'Suisse', currency: 'CHF' })
  const csv =
    'prefix;destination;class;connectionFee;pricePerMinute;firstIncrement;nextIncrement\n41;Suisse;national;0;0,03;60;1\n'
  await api.call('POST', `/api/tariffs/${tariff.id}/rates`, {
    file: Buffer.from(csv).toString('base64'),
    mode: 'merge',
    dryRun: false,
  })
  await api.call('PATCH', `/api/tariffs/${tariff.id}`, { isDefault: true })
  await api.call('POST', `/api/vpbxs/${vpbxId}/teams`, { number: '70', name: 'Vente', extensionIds: [extensionId] })
  const limit = { monthLimit: 50_000_000, dayLimit: null, threshold: 80, email: 'compta@example.ch' }
  await api.call('PUT', `/api/vpbxs/${vpbxId}/charges`, limit)
  await api.call('PUT', `/api/extensions/${extensionId}/charges`, { ...limit, monthLimit: 0 })
  return tariff
}
