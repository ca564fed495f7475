import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashAccessKey } from '#domain/access-key.ts'
import { languages } from '#domain/language.ts'
import { texts } from '#i18n/i18n.ts'
import { createTicketDesk, ticketLife } from '#services/app-tickets.ts'
import { createProvisioningService } from '#services/provisioning.ts'
import { type AppLab, app, browser, createAppLab, seen, ticketIn, valueIn } from '../support/app-lab.ts'
import { engines } from '../support/installation.ts'

describe.each(engines)('what a code of an app opens on %s', (engine) => {
  let lab: AppLab
  beforeAll(async () => {
    lab = await createAppLab(engine)
  })
  beforeEach(() => {
    // The limit on wrong keys is another test's.
    lab.clock.now += 61_000
  })
  afterAll(() => lab?.close())

  test('the app exchanges the ticket for its configuration with the permanent key, once: the second is the one 404', async () => {
    const { deviceId, ticket } = await lab.make()
    const first = await lab.open(ticket)
    expect([first.status, first.headers['content-type'], first.headers['cache-control']]).toEqual([
      200,
      'application/xml',
      'no-store',
    ])
    const uri = valueIn(first, 'config-uri')
    expect(uri).toMatch(/^https:\/\/pbx\.example\.ch:8448\/[0-9a-f]{48}\.cfg$/)
    expect(uri).not.toContain(ticket)
    expect((await lab.open(ticketIn(uri))).body).toEqual(first.body)
    const second = seen(await lab.open(ticket))
    expect(second).toMatchObject({ status: 404, body: 'Not found\n' })
    expect(second).toEqual(seen(await lab.open(randomBytes(24).toString('hex'))))
    await lab.installation.services.accessWriter.flush()
    expect((await lab.appOnPage(deviceId))?.code?.usedAt).toBe(lab.clock.now)
    expect((await lab.appOnPage(deviceId))?.device.lastAccess).toMatchObject({ ip: '127.0.0.1' })
  })

  test.each([
    'LinphoneAndroid/5.2.5 (Pixel 7) LinphoneSDK/5.3.47',
    'LinphoneiOS/4.3.0 (iPhone) LinphoneSDK/4.4.0',
    'Unknown',
    'Unknown (belle-sip/4.4.0)',
  ])('an app that says %s is one without a mark', async (userAgent) => {
    const { ticket } = await lab.make()
    const answer = await lab.open(ticket, { 'user-agent': userAgent })
    expect([answer.status, valueIn(answer, 'username')]).toEqual([200, '21'])
  })

  test('of twenty that come at the same time one gets the configuration', async () => {
    const { ticket } = await lab.make()
    const answers = await Promise.all(Array.from({ length: 20 }, () => lab.open(ticket)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 404)])
  })

  test('of many who use a ticket at the very same time one may', async () => {
    const { ticket } = await lab.make()
    const { database, clock } = lab.installation
    const desk = createTicketDesk({ database, clock: () => clock.now })
    const hash = hashAccessKey(ticket)
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.use(hash)))
    expect(answers.filter(Boolean)).toHaveLength(1)
  })

  test('a code that is voided while its configuration is being written opens nothing of what came after', async () => {
    const { deviceId, ticket } = await lab.make()
    const { database, clock, services } = lab.installation
    const provisioning = createProvisioningService({
      database,
      clock: () => clock.now,
      settings: {
        host: 'pbx.example.ch',
        provisioningPort: 8448,
        sipPort: 5060,
        sipsPort: 5061,
        realm: '',
        caCertificate: () => null,
      },
      buildSpec: async (device) => {
        await lab.renew(deviceId)
        return services.buildSpec(device)
      },
      phonebookFile: async () => null,
      accessWriter: services.accessWriter,
    })
    const request = { key: ticket, fileName: null, ip: '192.0.2.1', userAgent: '', fetching: true }
    expect(await provisioning.openTicket(request)).toBeNull()
  })

  test('a browser, a preview and a HEAD get a page with instructions and burn nothing', async () => {
    await lab.provider.request('PUT', '/api/models/linphone-app/shops', {
      apple: 'https://apps.example.com/linphone?a=1&b="2"',
      google: '',
      microsoft: '',
    })
    const { ticket } = await lab.make()
    const shown = await lab.open(ticket, browser)
    expect([shown.status, shown.headers['content-type'], shown.headers['content-language']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'de',
    ])
    const html = shown.body.toString()
    expect(html).toContain(`href="linphone-config:https://pbx.example.ch:8448/${ticket}.cfg"`)
    expect(html).toContain('href="https://apps.example.com/linphone?a=1&amp;b=&quot;2&quot;"')
    expect(html).toContain('<html lang="de">')
    expect(html).not.toContain('passwd')
    expect(shown.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    for (const userAgent of [
      'WhatsApp/2.23.20.0',
      'facebookexternalhit/1.1',
      'TelegramBot (like TwitterBot)',
      'curl/8',
    ])
      expect((await lab.open(ticket, { 'user-agent': userAgent, accept: '*/*' })).headers['content-type']).toContain(
        'html',
      )
    const head = await lab.open(ticket, app, 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect((await lab.open(ticket)).status).toBe(200)
  })

  test.each(languages)('the page is there in %s', async (language) => {
    const { ticket } = await lab.make()
    const shown = await lab.open(ticket, { ...browser, 'accept-language': language })
    const { button, scan } = texts[language].appPage
    for (const words of [button, scan])
      expect(shown.body.toString()).toContain(words.replace('{{maker}}', 'Linphone').replaceAll("'", '&#39;'))
    expect(shown.body.toString()).not.toContain('{{')
  })

  test('a link that is used, expired, void or made up tells a browser the same, byte for byte, and an app the one 404', async () => {
    const used = await lab.make()
    await lab.open(used.ticket)
    const old = await lab.make()
    await lab.renew(old.deviceId)
    const expired = await lab.make()
    const deleted = await lab.make()
    await lab.user.request('DELETE', `/api/devices/${deleted.deviceId}`)
    lab.clock.now += ticketLife
    const never = randomBytes(24).toString('hex')
    const expected = seen(await lab.open(never, browser))
    expect(expected.status).toBe(404)
    expect(expected.body).toContain(texts.de.appPage.goneTitle)
    for (const { ticket } of [used, old, expired, deleted]) {
      expect(seen(await lab.open(ticket, browser))).toEqual(expected)
      expect(seen(await lab.open(ticket))).toMatchObject({ status: 404, body: 'Not found\n' })
    }
    // What has not the form of a code's link is no matter for a page.
    for (const path of ['/', `/${never}`, `/${never}/x.cfg`, `/${never.slice(1)}.cfg`, '/favicon.ico'])
      expect(seen(await lab.fetchPath(path, browser)).body).toBe('Not found\n')
  })

  test('a ticket is good until its last millisecond and not after', async () => {
    const [first, second] = [await lab.make(), await lab.make()]
    lab.clock.now += ticketLife - 1
    expect((await lab.open(first.ticket)).status).toBe(200)
    lab.clock.now += 1
    expect((await lab.open(second.ticket)).status).toBe(404)
  })

  test('a new code voids the old one, the key behind it and the SIP secret', async () => {
    const { deviceId, ticket } = await lab.make()
    const before = await lab.open(ticket)
    const key = ticketIn(valueIn(before, 'config-uri'))
    const unused = await lab.renew(deviceId)
    expect((await lab.open(key)).status).toBe(404)
    const { ticket: newest } = await lab.renew(deviceId)
    expect((await lab.open(unused.ticket)).status).toBe(404)
    const after = await lab.open(newest)
    expect(after.status).toBe(200)
    for (const name of ['config-uri', 'userid', 'passwd']) expect(valueIn(after, name)).not.toBe(valueIn(before, name))
    // The switch knows the new name alone.
    const slot = await lab.slotOf(deviceId)
    expect(slot.digest_name).toBe(valueIn(after, 'userid'))
    const known = lab.installation.sipSwitch.credentials().map(({ digestName }) => digestName)
    expect([known.includes(slot.digest_name), known.includes(valueIn(before, 'userid'))]).toEqual([true, false])
  })

  test('a new code ends the registrations that the old secret made', async () => {
    const { deviceId, ticket } = await lab.make()
    const configuration = await lab.open(ticket)
    const account = {
      digestName: valueIn(configuration, 'userid'),
      secret: valueIn(configuration, 'passwd'),
      number: '21',
    }
    expect(lab.installation.sipSwitch.register(account)).toBe(200)
    expect((await lab.appOnPage(deviceId))?.device.registrationCount).toBe(1)
    await lab.renew(deviceId)
    expect(lab.installation.sipSwitch.register(account)).not.toBe(200)
    expect((await lab.appOnPage(deviceId))?.device.registrationCount).toBe(0)
  })

  test('a new access key voids a code that nobody has used', async () => {
    const { deviceId, ticket } = await lab.make()
    await lab.user.request('POST', `/api/devices/${deviceId}/access-key`)
    expect((await lab.open(ticket)).status).toBe(404)
  })

  test('a key and a secret that are renewed while an old code is being exchanged are not given to it', async () => {
    for (let round = 0; round < 10; round++) {
      const { deviceId, ticket } = await lab.make()
      const [answer] = await Promise.all([lab.open(ticket), lab.renew(deviceId)])
      const slot = await lab.slotOf(deviceId)
      if (answer.status === 200) expect(valueIn(answer, 'userid')).not.toBe(slot.digest_name)
    }
  })

  test('nothing broke', () => {
    expect(lab.installation.failures).toEqual([])
  })
})
