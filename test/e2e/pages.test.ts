import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language.ts'
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

describe('every page', () => {
  let raccord: RaccordProcess
  let browser: Browser
  let paths: string[]

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
    const [atVpbx, atExtension] = [`/vpbxs/${vpbx.id}`, `/vpbxs/${vpbx.id}/extensions/${extension.id}`]
    paths = [
      ...['/', '/installation', '/audit', '/account/sessions', '/account/password', '/nowhere'],
      ...['/catalog/models', '/catalog/settings', '/catalog/models/yealink-t54w', '/catalog/models/grandstream-ht812'],
      '/catalog/models/linphone-app',
      '/catalog/makers/snom',
      ...['/extensions', '/users', '/audit', '/settings', '/phonebook', '/models', '/models/snom-d785'].map(
        (tab) => atVpbx + tab,
      ),
      ...['/settings/phones', '/settings/ip-phone', '/settings/numbers', '/settings/sip', '/users'].map(
        (tab) => atExtension + tab,
      ),
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
        await page.goto(`https://localhost:${raccord.ports.adminCenter}${path}`)
        await page.getByRole('heading').or(page.getByRole('dialog')).first().waitFor()
        await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0)
        if (full || language === 'fr' || language === 'it') expect(await accessibilityFaults(page), path).toEqual([])
        await expectNoSideways(page)
        // A key without words shows as itself.
        expect(await page.locator('body').innerText(), path).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]?\w*\.\w+\b|\{\{/)
        expect(await page.locator('html').getAttribute('lang'), path).toBe(language)
      }
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  async function signIn(page: Page): Promise<void> {
    await page.goto(`https://localhost:${raccord.ports.adminCenter}/`)
    await page.locator('input[autocomplete="username"]').fill('provider')
    await page.locator('input[type="password"]').fill(`${raccord.oneTimePassword()}-renewed`)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.getByRole('heading').first().waitFor()
  }
})
