import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, expectNoSideways, launchBrowser, openWindow } from '../support/browser.ts'
import { get } from '../support/https-client.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'

/** A telephone's keys, lines and settings as an administrator sets them, seen again in the file that the telephone gets. */

let raccord: RaccordProcess
let browser: Browser
let page: Page
let link: string

beforeAll(async () => {
  raccord = createRaccord(29_150, {})
  await raccord.start()
  browser = await launchBrowser()
  const api = await raccord.api()
  const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Garage Martin' })
  const make = (number: string, displayName: string) =>
    api.call<{ id: string; lines: { id: string }[] }>('POST', `/api/vpbxs/${vpbx.id}/extensions`, {
      number,
      displayName,
    })
  const [home] = [await make('21', 'Réception'), await make('22', 'Jean Martin')]
  const device = await api.call<{ id: string }>('POST', `/api/lines/${home.lines[0]?.id}/devices`, {
    model: 'yealink-t54w',
  })
  link = (await api.call<{ link: string }>('POST', `/api/devices/${device.id}/manual`)).link
  page = (await openWindow(browser)).page
  await page.goto(`https://localhost:${raccord.ports.adminCenter}/`)
  await page.locator('input[autocomplete="username"]').fill('provider')
  await page.locator('input[type="password"]').fill(`${raccord.oneTimePassword()}-renewed`)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto(
    `https://localhost:${raccord.ports.adminCenter}/vpbxs/${vpbx.id}/extensions/${home.id}/settings/phones?device=${device.id}`,
  )
})
afterAll(async () => {
  await browser?.close()
  await raccord?.remove()
})

const configuration = async () => (await get(link, { ca: raccord.ca() })).body.toString()
const tab = (name: RegExp) => page.getByRole('dialog').getByRole('tab', { name }).click()
const save = () => page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()

test('a key that is clicked in the drawing and set is in the configuration, and emptied there when it is set to none', async () => {
  await tab(/^Touches$/)
  const drawn = page.getByRole('group', { name: 'Yealink T54W' }).getByRole('button', { name: /^Touche 3/ })
  await drawn.click()
  const row = page.getByRole('listitem', { name: 'Touche 3', exact: true })
  // The drawing leads to the key's row.
  await row.locator('select:focus').waitFor()
  await row.locator('select').first().selectOption('blf')
  await row.locator('input').first().fill('22')
  await row.getByLabel(/Libellé/).fill('Jean')
  await expect.poll(() => drawn.textContent()).toContain('Jean')
  expect(await accessibilityFaults(page)).toEqual([])
  await expectNoSideways(page)
  await save()
  await page.getByText('Les touches sont enregistrées.').waitFor()
  for (const written of ['type = 16', 'value = 22', 'label = Jean'])
    expect(await configuration()).toContain(`\nlinekey.3.${written}\n`)
  await row.locator('select').first().selectOption('none')
  await save()
  await expect.poll(configuration).toMatch(/^linekey\.3\.type = 0$/m)
})

test('a setting of this one device goes before that of the installation', async () => {
  expect(await configuration()).toContain('sip_server.1.expires = 120')
  await tab(/^Réglages$/)
  await page.getByLabel('Durée de l’enregistrement').fill('59')
  await save()
  await page.getByText('Cette valeur n’est pas valable.').waitFor()
  await page.getByLabel('Durée de l’enregistrement').fill('300')
  await save()
  await expect.poll(configuration).toContain('sip_server.1.expires = 300')
  expect(await accessibilityFaults(page)).toEqual([])
})
