import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashAccessKey } from '#domain/access-key.ts'
import { appRemarks } from '#domain/app.ts'
import { languages } from '#domain/language.ts'
import { texts } from '#i18n/i18n.ts'
import { type AppLab, type Code, createAppLab, ticketIn, valueIn } from '../support/app-lab.ts'
import { engines } from '../support/installation.ts'

describe.each(engines)('the apps of a line on %s', (engine) => {
  let lab: AppLab
  beforeAll(async () => {
    lab = await createAppLab(engine)
  })
  beforeEach(() => {
    // The limit on wrong keys is another test's.
    lab.clock.now += 61_000
  })
  afterAll(() => lab?.close())

  const auditOf = (action: string) => lab.db.selectFrom('audit').selectAll().where('action', '=', action).execute()

  test('a new app comes with a one-time link in QR codes, good for ten minutes, in which no secret is', async () => {
    const { deviceId, code, ticket } = await lab.make()
    const { link, opens, qr, cameraQr, expiresAt } = code as Code<'link'>
    expect(link).toBe(`https://pbx.example.ch:8448/${ticket}.cfg`)
    expect(opens).toBe(`linphone-config:${link}`)
    for (const svg of [qr, cameraQr]) expect(svg).toMatch(/^<svg[^>]*viewBox=/)
    expect(expiresAt - lab.clock.now).toBe(600_000)
    const row = await lab.db
      .selectFrom('app_ticket')
      .selectAll()
      .where('device_id', '=', deviceId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ ticket_hash: hashAccessKey(ticket), used_at: null, expires_at: expiresAt })
    expect(JSON.stringify(row)).not.toContain(ticket)
    expect(await lab.appOnPage(deviceId)).toMatchObject({ delivery: 'link', code: { usedAt: null, expiresAt } })
  })

  test('who holds the page hears that the app has fetched', async () => {
    const { deviceId, ticket } = await lab.make()
    const heard: string[] = []
    const end = lab.installation.services.events.subscribe((hint) => {
      if (hint.type === 'device') heard.push(hint.deviceId)
    })
    await lab.open(ticket)
    await lab.installation.services.accessWriter.flush()
    end()
    expect(heard).toContain(deviceId)
  })

  test('Wave is given everything in its code, shown once, audited, and fetches nothing', async () => {
    const before = (await auditOf('ipPhone.secretShown')).length
    const { deviceId, code } = await lab.make('grandstream-wave')
    expect(code).toMatchObject({ delivery: 'code' })
    expect((await auditOf('ipPhone.secretShown')).length).toBe(before + 1)
    expect(await lab.db.selectFrom('app_ticket').selectAll().where('device_id', '=', deviceId).execute()).toEqual([])
    expect(await lab.appOnPage(deviceId)).toMatchObject({ code: null })
    const manual = await lab.user.request('POST', `/api/devices/${deviceId}/manual`)
    expect(manual).toMatchObject({ status: 409, body: { error: 'device.noLink' } })
    // Even its key, which nobody is ever shown, opens nothing.
    const device = await lab.db.selectFrom('device').selectAll().where('id', '=', deviceId).executeTakeFirstOrThrow()
    const key = 'ab'.repeat(24)
    await lab.db
      .updateTable('device')
      .set({ access_key_hash: hashAccessKey(key) })
      .where('id', '=', device.id)
      .execute()
    expect((await lab.open(key)).status).toBe(404)
  })

  test('a file and data to type hold what the switch knows', async () => {
    const { deviceId, code: file } = await lab.make('microsip-windows')
    const { code: typed, deviceId: typedId } = await lab.make('sip-app')
    const nameOf = async (id: string) =>
      (await lab.db.selectFrom('device_line').selectAll().where('device_id', '=', id).executeTakeFirstOrThrow())
        .digest_name
    expect(file).toMatchObject({ delivery: 'file', fileName: 'microsip.ini' })
    expect((file as Code<'file'>).content).toContain(`authID=${await nameOf(deviceId)}\r\n`)
    expect(typed).toMatchObject({
      delivery: 'typed',
      data: { server: 'pbx.example.ch', port: 5060, transport: 'udp', user: '21', authName: await nameOf(typedId) },
    })
  })

  test('the page says of each type what it can and cannot, with words in every language', async () => {
    const { types } = await lab.page()
    expect((await lab.page()).ownCertificate).toBe(false)
    expect(types.map(({ id, delivery }) => [id, delivery])).toEqual([
      ['linphone-app', 'link'],
      ['grandstream-wave', 'code'],
      ['acrobits-groundwire', 'typed'],
      ['zoiper-app', 'typed'],
      ['microsip-windows', 'file'],
      ['sip-app', 'typed'],
    ])
    for (const { can, cannot } of types) expect([can.length > 0, cannot.length > 0]).toEqual([true, true])
    const told = new Set(types.flatMap(({ can, cannot }) => [...can, ...cannot]))
    expect(appRemarks.filter((remark) => !told.has(remark))).toEqual([])
    for (const language of languages)
      expect(Object.keys(texts[language].ipPhone.remark).sort()).toEqual([...appRemarks].sort())
  })

  test('the provider names the apps, and switches them off: the page says whom to ask, and no code is made', async () => {
    const { deviceId } = await lab.make()
    const change = (values: object) => lab.provider.request('PATCH', '/api/provider', { name: 'Raccord', ...values })
    await change({ appName: 'Mobile+', appContact: 'hotline@example.ch' })
    expect(await lab.page()).toMatchObject({ name: 'Mobile+', offered: true })
    expect((await lab.user.request('GET', '/api/session')).body).toMatchObject({ appName: 'Mobile+' })
    await change({ appOffered: false })
    const off = await lab.page()
    expect(off).toMatchObject({ offered: false, contact: 'hotline@example.ch', types: [] })
    expect(off.apps.length).toBeGreaterThan(0)
    const create = await lab.user.request('POST', `/api/lines/${lab.ids.lineId}/ip-phone`, { model: 'linphone-app' })
    expect(create).toMatchObject({ status: 409, body: { fields: { model: 'ipPhone.off' } } })
    const byTheOtherWay = await lab.user.request('POST', `/api/lines/${lab.ids.lineId}/devices`, {
      model: 'linphone-app',
    })
    expect(byTheOtherWay.status).toBe(409)
    const again = await lab.user.request('POST', `/api/devices/${deviceId}/app-code`)
    expect(again).toMatchObject({ status: 409, body: { error: 'ipPhone.off' } })
    await change({ appOffered: true, appName: 'IP-Phone', appContact: '' })
    await lab.make()
  })

  test('a type that is switched off for the vPBX is not offered there', async () => {
    await lab.provider.request('PATCH', `/api/vpbxs/${lab.ids.vpbxId}/models/zoiper-app`, { available: false })
    expect((await lab.page()).types.map(({ id }) => id)).not.toContain('zoiper-app')
    const refused = await lab.user.request('POST', `/api/lines/${lab.ids.lineId}/ip-phone`, { model: 'zoiper-app' })
    expect(refused).toMatchObject({ status: 400, body: { fields: { model: 'model.switchedOff' } } })
    await lab.provider.request('PATCH', `/api/vpbxs/${lab.ids.vpbxId}/models/zoiper-app`, { available: true })
  })

  test('a telephone is no app, and an app’s shop link is an https address', async () => {
    const phone = await lab.installation.services.devices.create(lab.installation.provider, lab.ids.lineId, {
      model: 'yealink-t54w',
    })
    const renew = await lab.user.request('POST', `/api/devices/${phone.id}/app-code`)
    expect(renew).toMatchObject({ status: 409, body: { error: 'ipPhone.noApp' } })
    const create = await lab.user.request('POST', `/api/lines/${lab.ids.lineId}/ip-phone`, { model: 'yealink-t54w' })
    expect(create).toMatchObject({ status: 409, body: { error: 'ipPhone.noApp' } })
    for (const apple of ['javascript:alert(1)', 'http://a.example', 'https://u:p@a.example', 'apps', 'https://']) {
      const set = await lab.provider.request('PUT', '/api/models/linphone-app/shops', { apple })
      expect(set, apple).toMatchObject({ status: 400, body: { fields: { apple: 'shopLink.invalid' } } })
    }
  })

  test('a code is sent to a user of the line in his language, by whoever has it before his eyes', async () => {
    expect((await lab.page()).recipients).toEqual([])
    await lab.provider.request('PATCH', `/api/users/${lab.ids.userId}`, {
      email: 'anna@example.ch',
      language: 'it',
      extensionIds: [lab.ids.extensionId],
    })
    expect((await lab.page()).recipients).toEqual([{ id: lab.ids.userId, name: 'Alpha person' }])
    expect((await lab.page(lab.provider)).recipients).toEqual([{ id: lab.ids.userId, name: 'Alpha person' }])
    const { deviceId, ticket } = await lab.make()
    const send = (values: object) =>
      lab.provider.request('POST', `/api/devices/${deviceId}/app-code/mail`, {
        ticket,
        userId: lab.ids.userId,
        ...values,
      })
    lab.mails.length = 0
    lab.clock.now += 61_000
    expect((await send({})).status).toBe(200)
    expect(lab.mails).toMatchObject([{ to: 'anna@example.ch', subject: 'IP-Phone: messa in servizio del 21' }])
    expect(lab.mails[0]?.text).toContain(`\nlinphone-config:https://pbx.example.ch:8448/${ticket}.cfg\n`)
    expect(lab.mails[0]?.text).toContain('Vale ancora 8 minuti')
    expect(lab.mails[0]?.text).not.toMatch(/\{\{|appMail/)
    expect(await send({ ticket: randomBytes(24).toString('hex') })).toMatchObject({
      body: { error: 'ipPhone.codeGone' },
    })
    expect(await send({ userId: '0'.repeat(20) })).toMatchObject({ body: { error: 'ipPhone.noAddress' } })
    lab.post.broken = true
    expect(await send({})).toMatchObject({ status: 503, body: { error: 'ipPhone.mailFailed' } })
    lab.post.broken = false
    expect(lab.installation.failures.splice(0)).toHaveLength(1)
    await lab.open(ticket)
    expect(await send({})).toMatchObject({ status: 409, body: { error: 'ipPhone.codeGone' } })
    expect(lab.mails).toHaveLength(1)
  })

  test('no row of the audit holds a ticket, a key or a secret, and each step has one', async () => {
    await lab.provider.request('PUT', '/api/models/linphone-app/shops', { google: 'https://apps.example.com/a' })
    const { ticket } = await lab.make()
    const configuration = await lab.open(ticket)
    const secrets = [ticket, ticketIn(valueIn(configuration, 'config-uri')), valueIn(configuration, 'passwd')]
    const rows = await lab.db.selectFrom('audit').selectAll().execute()
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret)
    for (const action of [
      'ipPhone.codeMade',
      'ipPhone.codeUsed',
      'ipPhone.secretShown',
      'ipPhone.mailed',
      'ipPhone.shopsChanged',
    ])
      expect((await auditOf(action)).length, action).toBeGreaterThan(0)
    expect((await auditOf('ipPhone.codeUsed')).at(-1)).toMatchObject({
      actor: null,
      ip: '127.0.0.1',
      vpbx_id: lab.ids.vpbxId,
    })
  })

  test('nothing broke', () => {
    expect(lab.installation.failures).toEqual([])
  })
})
