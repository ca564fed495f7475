import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createDeskPhone, type DeskPhone } from '#simulator/index.ts'
import { accessibilityFaults, expectNoSideways, launchBrowser, openWindow, type Window } from '../support/browser.ts'
import { get } from '../support/https-client.ts'
import { createLinphone, type Linphone } from '../support/linphone.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'

const password = 'un-long-mot-de-passe'

describe('the AdminCenter in a browser, in French', () => {
  let raccord: RaccordProcess
  let browser: Browser
  let provider: Window
  let page: Page
  let linphone: Linphone | null = null
  let yealink: DeskPhone | null = null
  const home = () => `https://localhost:${raccord.ports.adminCenter}`

  beforeAll(async () => {
    raccord = createRaccord(29_110, {})
    await raccord.start()
    browser = await launchBrowser()
    provider = await openWindow(browser)
    page = provider.page
  })
  afterAll(async () => {
    await yealink?.stop()
    await linphone?.remove()
    await browser?.close()
    await raccord?.remove()
  })

  // What the page looked like when a test failed, for whoever mends it.
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await page?.screenshot({ path: join(tmpdir(), `raccord-e2e-${task.id}.png`) })
  })

  const button = (name: string | RegExp, within: Page | ReturnType<Page['getByRole']> = page) =>
    within.getByRole('button', { name })
  const card = (name: RegExp) => page.getByRole('article', { name })
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
  const sideways = () => expectNoSideways(page)

  test('a wrong password is told in a sentence; the one-time password must be renewed at once', async () => {
    await page.goto(home())
    await page.getByLabel('Nom d’utilisateur').fill('provider')
    await page.getByLabel('Mot de passe').first().fill('faux')
    await button('Se connecter').click()
    await page
      .getByText(/mot de passe/i)
      .and(page.getByRole('alert'))
      .or(page.getByRole('alert'))
      .first()
      .waitFor()
    await page.getByLabel('Mot de passe').first().fill(raccord.oneTimePassword())
    await button('Se connecter').click()
    await page.getByRole('heading', { name: 'Choisissez votre mot de passe' }).waitFor()
    await page.getByLabel('Mot de passe actuel').fill(raccord.oneTimePassword())
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password)
    await page.getByLabel('Répéter le nouveau mot de passe').fill(password)
    await button('Changer le mot de passe').click()
    await page.getByText('Pas encore de vPBX').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('a vPBX and an extension are made; a number twice is refused at its field', async () => {
    await button('Nouveau vPBX').first().click()
    await page.getByRole('textbox', { name: 'Nom', exact: true }).fill('Garage Martin')
    await button('Créer').click()
    await page.getByRole('heading', { name: 'Garage Martin' }).waitFor()
    for (const again of [false, true]) {
      await button('Nouveau poste').first().click()
      await page.getByLabel('Numéro interne').fill('21')
      await page.getByLabel('Nom affiché').fill('Réception')
      await button('Créer').click()
      if (!again)
        await page
          .getByRole('heading', { name: /Poste 21/ })
          .or(page.getByRole('link', { name: 'Poste 21' }))
          .first()
          .waitFor()
      if (!again)
        await page
          .getByRole('link', { name: 'Garage Martin' })
          .click({ timeout: 2000 })
          .catch(() => undefined)
    }
    await page
      .getByText(/21 .*déjà|déjà .*numéro|numéro.*déjà/i)
      .first()
      .waitFor()
    await button('Annuler').click()
    await page.getByRole('link', { name: 'Poste 21' }).click()
    await page.getByText('Pas encore d’appareil sur ce numéro').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  async function add(model: string): Promise<void> {
    await page
      .getByRole('combobox', { name: 'Téléphone' })
      .or(page.getByRole('textbox', { name: 'Téléphone' }))
      .click()
    await page
      .getByRole('combobox', { name: 'Téléphone' })
      .or(page.getByRole('textbox', { name: 'Téléphone' }))
      .fill(model)
    await page
      .getByRole('option', { name: new RegExp(model) })
      .first()
      .click()
    await button('Enregistrer').click()
    await page.getByText(model).first().waitFor()
  }

  async function linkOf(name: RegExp): Promise<string> {
    await details(name)
    await button('Configuration manuelle…').click()
    const manual = dialog(/Configuration manuelle/)
    await manual.getByRole('listitem').nth(2).waitFor()
    const link = await manual.getByLabel('Lien de configuration').innerText()
    expect(link).toMatch(/^https:\/\/localhost:\d+\/[0-9a-f]{48}\.cfg$/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    return link
  }

  async function details(name: RegExp): Promise<void> {
    await card(name).getByRole('button', { name: 'Détails…' }).click()
    await dialog(/^Appareil/).waitFor()
  }

  let link = ''

  test('Linphone, given nothing but the link, fetches and registers, and the open page shows both without a reload', async () => {
    await add('Linphone')
    link = await linkOf(/Linphone/)
    await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
    linphone = createLinphone({ link, caFile: join(raccord.data, 'tls', 'ca.pem') })
    await linphone.start()
    await page.getByText('Enregistré', { exact: true }).waitFor({ timeout: 20_000 })
    await page
      .getByText(/127\.0\.0\.1/)
      .first()
      .waitFor()
    expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
  })

  test('[État…] lists the registration: user agent, address, and a contact that holds the number', async () => {
    await button('État…').first().click()
    const state = dialog(/Enregistrements/)
    await state
      .getByText(/Linphone/i)
      .first()
      .waitFor()
    const text = await state.innerText()
    expect(text).toContain('127.0.0.1')
    expect(text).toMatch(/sip:21@/)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('[Nouvelle clé…] kills the old link at once, and Linphone works with the new one', async () => {
    await details(/Linphone/)
    await button('Nouvelle clé…').click()
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Créer la nouvelle clé').click()
    await page.getByText('La nouvelle clé est créée', { exact: false }).first().waitFor()
    expect((await get(link, { ca: raccord.ca() })).status).toBe(404)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await linphone?.end()
    const renewed = await linkOf(/Linphone/)
    expect(renewed).not.toBe(link)
    linphone?.setLink(renewed)
    await linphone?.start()
    await expect.poll(async () => (await get(renewed, { ca: raccord.ca() })).status).toBe(200)
    await card(/Linphone/)
      .getByText(/nregistre|Enregistré/)
      .waitFor({ timeout: 20_000 })
  })

  test('the form of a device keeps what was typed and says at the field what is wrong', async () => {
    await add('T54W')
    await details(/T54W/)
    const form = dialog(/^Appareil/)
    await form.getByLabel('Mot de passe « admin »').fill('12')
    await form.getByLabel('Note').fill('Comptoir <b>"&')
    await button('Enregistrer', form).click()
    await form
      .getByText(/4 à 9 chiffres/)
      .nth(1)
      .waitFor()
    expect(await form.getByLabel('Note').inputValue()).toBe('Comptoir <b>"&')
    expect(await accessibilityFaults(page)).toEqual([])
    await form.getByLabel('MAC').fill('00:15:65:d0:00')
    await form.getByLabel('Mot de passe « admin »').fill('1234')
    await button('Enregistrer', form).click()
    await form.getByText(/a 12 caractères de 0 à 9/).waitFor()
    await form.getByLabel('MAC').fill('00:15:65:d0:00:21')
    await button('Enregistrer', form).click()
    await page.getByText('Les modifications sont enregistrées.').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Comptoir <b>"&').first().waitFor()
  })

  test('a simulated desk phone registers, and [Redémarrage…] makes it start anew and fetch again', async () => {
    const url = await linkOf(/T54W/)
    yealink = createDeskPhone({ url, model: 'yealink-t54w', mac: '001565D00021', ca: raccord.ca(), bootSeconds: 0.2 })
    yealink.start()
    await card(/T54W/).getByText('Enregistré', { exact: true }).waitFor({ timeout: 20_000 })
    const fetches = yealink.state().fetches
    await details(/T54W/)
    await button('Redémarrage…').click()
    await button('Redémarrer').click()
    await page.getByText(/200/).first().waitFor()
    await expect.poll(() => yealink?.state().restarts, { timeout: 10_000 }).toBe(1)
    await expect.poll(() => yealink?.state().fetches ?? 0, { timeout: 10_000 }).toBeGreaterThan(fetches)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  test('[Supprimer…] says what stays on the device, shows the password that was set, and deletes', async () => {
    await card(/T54W/).getByRole('button', { name: 'Supprimer…' }).click()
    const confirm = dialog(/Supprimer/)
    await confirm.getByText('L’appareil lui-même garde sa configuration', { exact: false }).waitFor()
    await button('Afficher les mots de passe', confirm).click()
    await confirm.getByText('1234').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Supprimer', confirm).last().click()
    await page
      .getByText(/T54W est supprimé/)
      .first()
      .waitFor()
  })

  test('a user of the vPBX signs in with his one-time password and finds his own line alone, at 400 pixels too', async () => {
    await page.getByRole('link', { name: 'Garage Martin' }).first().click()
    const vpbxPath = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
    await page.getByRole('tab', { name: 'Utilisateurs' }).click()
    await button('Nouvel utilisateur').first().click()
    const form = dialog('Nouvel utilisateur')
    await form.getByLabel('Nom d’utilisateur').fill('claire')
    await form.getByRole('textbox', { name: 'Nom', exact: true }).fill('Claire Favre')
    await form.getByRole('combobox', { name: 'Postes' }).click()
    await page.getByRole('option', { name: /21/ }).click()
    await page.keyboard.press('Escape')
    await button('Créer', form).click()
    const shown = dialog('Mot de passe à usage unique')
    const created = { password: /[a-z0-9]{4}(-[a-z0-9]{4}){3}/.exec((await shown.innerHTML()) ?? '')?.[0] ?? '' }
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Fermer', shown).last().click()
    const narrow = await openWindow(browser, { width: 400, height: 800 })
    const own = narrow.page
    await own.goto(home())
    await own.getByLabel('Nom d’utilisateur').fill('claire')
    await own.getByLabel('Mot de passe').first().fill(created.password)
    await own.keyboard.press('Enter')
    await own.getByLabel('Mot de passe actuel').fill(created.password)
    await own.getByLabel('Nouveau mot de passe', { exact: true }).fill(password)
    await own.getByLabel('Répéter le nouveau mot de passe').fill(password)
    await own.keyboard.press('Enter')
    await own.getByText('Linphone').first().waitFor()
    expect(await own.getByText('Catalogue').count()).toBe(0)
    await expectNoSideways(own)
    expect(await accessibilityFaults(own)).toEqual([])
    await own.goto(home() + vpbxPath)
    await own
      .getByText('Cette page n’existe pas')
      .or(own.getByText(/n’existe/))
      .first()
      .waitFor()
    expect(narrow.complaints).toEqual([])
    await narrow.context.close()
  })

  test.each(['/', '/catalog', '/installation', '/audit'])(
    '%s has no fault of access and fits 400 pixels',
    async (path) => {
      await page.goto(home() + path)
      await page.getByRole('heading').first().waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setViewportSize({ width: 400, height: 800 })
      await sideways()
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setViewportSize({ width: 1280, height: 900 })
    },
  )

  test('no page complained: no script error, nothing that the content policy refused', () => {
    expect(provider.complaints).toEqual([])
  })
})
