import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, expectNoSideways, launchBrowser, openWindow } from '../support/browser.ts'
import { get } from '../support/https-client.ts'
import { createLinphone, type Linphone } from '../support/linphone.ts'
import { readQrCode } from '../support/qr-reader.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'
import { until } from '../support/sip/switch.ts'

/** One life of an app: each test goes on where the one before it stopped. */
describe('the apps of a line in a browser', () => {
  let raccord: RaccordProcess
  let browser: Browser
  let page: Page
  let context: BrowserContext
  let complaints: string[]
  let line: string
  let linphone: Linphone | null = null
  let link = ''
  let key = ''

  beforeAll(async () => {
    raccord = createRaccord(29_500)
    await raccord.start()
    const api = await raccord.api()
    const vpbx = await api.call<{ id: string }>('POST', '/api/vpbxs', { name: 'Apps SA' })
    const extension = await api.call<{ id: string; lines: { id: string }[] }>(
      'POST',
      `/api/vpbxs/${vpbx.id}/extensions`,
      { number: '21', displayName: 'Réception "A"' },
    )
    line = extension.lines[0]?.id ?? ''
    browser = await launchBrowser()
    const window = await openWindow(browser)
    ;({ page, context, complaints } = window)
    const origin = `https://localhost:${raccord.ports.adminCenter}`
    await page.goto(origin)
    await page.locator('input[autocomplete="username"]').fill('provider')
    await page.locator('input[type="password"]').fill(`${raccord.oneTimePassword()}-renewed`)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    await page.goto(`${origin}/vpbxs/${vpbx.id}/extensions/${extension.id}/settings/ip-phone`)
  })
  afterAll(async () => {
    await linphone?.remove()
    await context?.close()
    await browser?.close()
    await raccord?.remove()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const close = () => page.getByRole('dialog').getByText('Fermer', { exact: true }).click()
  const picture = () => page.getByRole('img', { name: 'Code QR de mise en service' })
  const scanned = async () => readQrCode(await picture().screenshot())
  const registrations = async () =>
    (await (await raccord.api()).call<{ contact: string }[]>('GET', `/api/lines/${line}/registrations`)).map(
      ({ contact }) => contact,
    )
  const fetchAsApp = (url: string) => get(url, { ca: raccord.ca(), headers: { 'x-linphone-provisioning': '1' } })

  test('[Nouveau] shows a code that a camera reads, with its end, on screen and on paper', async () => {
    await button('Nouveau').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Nouveau').click()
    await picture().waitFor()
    link = (await scanned()) ?? ''
    expect(link).toMatch(/^https:\/\/localhost:29501\/[0-9a-f]{48}\.cfg$/)
    await page.getByText('Appareil photo', { exact: true }).click()
    expect(await scanned()).toBe(`linphone-config:${link}`)
    await page.getByText('Dans l’application', { exact: true }).click()
    const left = await page.getByRole('timer').innerText()
    expect(left).toMatch(/^Encore (10:00|9:[45]\d)$/)
    await expect.poll(() => page.getByRole('timer').innerText()).not.toBe(left)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await scanned()).toBe(link)
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 400, height: 900 })
    await expectNoSideways(page)
    expect(await scanned()).toBe(link)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('a browser that opens the code’s link is told what to do, in its language, and burns nothing', async () => {
    const visitor = await openWindow(browser, { width: 400, locale: 'de-CH' })
    const answer = await visitor.page.goto(link)
    expect(answer?.status()).toBe(200)
    expect(await visitor.page.getByRole('heading').innerText()).toBe('IP-Phone')
    const opens = visitor.page.getByRole('link', { name: 'In Linphone öffnen' })
    expect(await opens.getAttribute('href')).toBe(`linphone-config:${link}`)
    expect(await opens.evaluate('(a) => getComputedStyle(a).backgroundColor')).not.toBe('rgba(0, 0, 0, 0)')
    await expectNoSideways(visitor.page)
    const never = await visitor.page.goto(link.replace(/[0-9a-f]{48}/, 'ab'.repeat(24)))
    expect(never?.status()).toBe(404)
    expect(await visitor.page.getByRole('heading').innerText()).toBe('Dieser Code kann nicht verwendet werden')
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  })

  test('Linphone, given what the picture holds, loads and registers, and the open page says both without a reload', async () => {
    await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
    linphone = createLinphone({ link, caFile: join(raccord.data, 'tls', 'ca.pem') })
    await linphone.start()
    await page.getByText('L’application est enregistrée').waitFor({ timeout: 30_000 })
    expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
    expect(await picture().count()).toBe(0)
    expect(await registrations()).toHaveLength(1)
    await close()
    await page.getByText(/127\.0\.0\.1/).waitFor()
  })

  test('what Linphone keeps is its own key, by which it loads at its next start; the code opens nothing any more', async () => {
    await until('Linphone has kept its address', () => /^config-uri=/m.test(linphone?.settings() ?? ''), 20_000)
    key = /^config-uri=(\S+)/m.exec(linphone?.settings() ?? '')?.[1] ?? ''
    expect(key).toMatch(/^https:\/\/localhost:29501\/[0-9a-f]{48}\.cfg$/)
    expect(key).not.toBe(link)
    const again = await fetchAsApp(link)
    expect([again.status, again.body.toString()]).toEqual([404, 'Not found\n'])
    const before = await registrations()
    await linphone?.end()
    await linphone?.start()
    const isNew = (contact: string) => !before.includes(contact)
    await until('Linphone registers once more', async () => (await registrations()).some(isNew), 30_000)
  })

  test('[Nouveau code…] ends what the old one led to, and Linphone works with the new one', async () => {
    await button('Nouveau code…').click()
    await button('Faire un nouveau code').click()
    await picture().waitFor()
    link = (await scanned()) ?? ''
    expect((await fetchAsApp(key)).status).toBe(404)
    await until('no registration is left', async () => (await registrations()).length === 0, 5000)
    await linphone?.end()
    linphone?.setLink(link)
    await linphone?.start()
    await page.getByText('L’application est enregistrée').waitFor({ timeout: 30_000 })
    await close()
  })

  test('Wave’s code holds its account, after a warning, and is read although it is dense', async () => {
    await page.getByLabel('Application').selectOption({ label: 'Grandstream Wave' })
    await page.getByText('Ce qui va s’afficher contient le mot de passe SIP.', { exact: false }).waitFor()
    await button('Nouveau').click()
    await picture().waitFor()
    const text = (await scanned()) ?? ''
    expect(text).toContain('<AccountConfig version="1"><Account><RegisterServer>localhost:29504</RegisterServer>')
    expect(text).toMatch(/<UserID>21<\/UserID><AuthID>[a-z0-9]{12}<\/AuthID><AuthPass>[A-Za-z0-9]{24}<\/AuthPass>/)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  test('MicroSIP’s file is downloaded once, and the data to type can be copied', async () => {
    await page.getByLabel('Application').selectOption({ label: 'MicroSIP Windows' })
    await button('Nouveau').click()
    const [download] = await Promise.all([page.waitForEvent('download'), button('Télécharger microsip.ini').click()])
    expect(download.suggestedFilename()).toBe('microsip.ini')
    expect(await button('microsip.ini est téléchargé').isDisabled()).toBe(true)
    await close()
    await page.getByLabel('Application').selectOption({ label: 'Autre application SIP' })
    await button('Nouveau').click()
    await page
      .getByRole('button', { name: 'Copier : Mot de passe SIP' })
      .or(page.getByRole('button', { name: /Mot de passe SIP/ }))
      .first()
      .click()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^[A-Za-z0-9]{24}$/)
    expect(await accessibilityFaults(page)).toEqual([])
    await close()
  })

  test('once the provider has switched the apps off, the page says so and whom to ask', async () => {
    const api = await raccord.api()
    await api.call('PATCH', '/api/provider', {
      name: 'Raccord',
      appName: 'Mobile+',
      appOffered: false,
      appContact: 'Ligne 24',
    })
    await page.reload()
    await page.getByText('Mobile+ n’est pas proposé').waitFor()
    await page.getByText('Ligne 24', { exact: false }).waitFor()
    expect(await button('Nouveau').count()).toBe(0)
    expect(await button('Nouveau code…').count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('the pages complained of nothing, and no log holds a code, a key or a secret', async () => {
    expect(complaints).toEqual([])
    const secrets = [link, key, linphone?.settings() ?? ''].flatMap((text) => [
      ...(text.match(/[0-9a-f]{48}/g) ?? []),
      ...(/^passwd=(\S+)/m.exec(text)?.slice(1) ?? []),
    ])
    expect(secrets.length).toBeGreaterThan(2)
    const log = raccord.output() + raccord.switch.log()
    for (const secret of secrets) expect(log).not.toContain(secret)
  })
})
