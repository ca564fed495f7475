import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Listener } from '#http/provisioning/listener.ts'
import { missesAllowed } from '#http/provisioning/miss-limit.ts'
import { createProvisioningServer } from '#http/provisioning/server.ts'
import { ensureCertificates, tlsOptions } from '#services/certificates.ts'
import { createProvisioningService } from '#services/provisioning.ts'
import { type Answer, get, raw } from '../support/https-client.ts'
import { buildVpbx, createTestInstallation, engines, lineOf, type TestInstallation } from '../support/installation.ts'

const silent = { info: () => undefined, warn: () => undefined }

describe.each(engines)('configurations over HTTPS on %s', (engine) => {
  let installation: TestInstallation
  let server: Listener
  let ca: string
  let port: number
  let folder: string
  let lineId: string
  const probes: string[] = []

  beforeAll(async () => {
    installation = await createTestInstallation(engine)
    lineId = lineOf((await buildVpbx(installation, 'Alpha')).extensions[0])
    folder = mkdtempSync(join(tmpdir(), 'raccord-provisioning-'))
    await ensureCertificates({ dir: folder, host: 'localhost', publicAddress: null, now: Date.now(), log: silent })
    ca = readFileSync(join(folder, 'ca.pem'), 'utf8')
    server = createProvisioningServer({
      provisioning: installation.services.provisioning,
      tls: tlsOptions(folder),
      clock: () => installation.clock.now,
      probing: (ip) => void probes.push(ip),
      failed: (error) => void installation.failures.push(error),
    })
    await server.listen({ host: '127.0.0.1', port: 0 })
    port = (server.server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await server?.close()
    await installation?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const fetchPath = (path: string, options: Partial<Parameters<typeof get>[1]> = {}) =>
    get(`https://localhost:${port}${path}`, { ca, ...options })

  async function device(model = 'yealink-t54w', mac?: string): Promise<{ id: string; key: string }> {
    const { services, provider } = installation
    const { id } = await services.devices.create(provider, lineId, { model })
    if (mac) await services.devices.change(provider, id, { mac })
    return { id, key: await keyOf(id) }
  }

  async function keyOf(id: string): Promise<string> {
    const { services, provider } = installation
    const { link } = await services.devices.manual(provider, id)
    return /[0-9a-f]{48}/.exec(link)?.[0] ?? ''
  }

  /** All that a client sees but the time of day. */
  function seen({ status, headers, body }: Answer) {
    const { date, ...rest } = headers
    return { status, headers: rest, body: body.toString() }
  }

  test('a name that is cut in the middle of a character holds nobody’s row of the list of accesses up', async () => {
    const { id, key } = await device()
    const { services, database } = installation
    for (const fileName of [`${'a'.repeat(99)}📞`, 'b.cfg'])
      await services.provisioning.fetch({ key, fileName, ip: '192.0.2.1', userAgent: `${'u'.repeat(299)}📞` })
    await services.accessWriter.flush()
    const rows = await database.db.selectFrom('access').select('file').where('device_id', '=', id).execute()
    expect(rows.map(({ file }) => file).sort()).toEqual([`${'a'.repeat(99)}\ufffd`, 'b.cfg'])
  })

  test('the key opens the configuration of its device, with what the phone needs to register', async () => {
    const { id, key } = await device()
    const { status, headers, body } = await fetchPath(`/${key}.cfg`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    const { db } = installation.database
    const slot = await db.selectFrom('device_line').selectAll().where('device_id', '=', id).executeTakeFirstOrThrow()
    expect(body.toString()).toContain(`account.1.auth_name = ${slot.digest_name}\n`)
    expect(body.toString()).toContain('account.1.user_name = 21\n')
    expect(body.toString()).toContain(`https://pbx.example.ch:8448/${key}.cfg`)
  })

  test('everything that is not a live key of that device gets the same 404: status, headers, body', async () => {
    const { id, key } = await device('yealink-t54w', '001565000001')
    const deleted = await device()
    await installation.services.devices.remove(installation.provider, deleted.id)
    const renewed = await device()
    await installation.services.devices.renewKey(installation.provider, renewed.id)
    const wrong = randomBytes(24).toString('hex')
    const paths = [
      `/${wrong}.cfg`,
      `/${deleted.key}.cfg`,
      `/${renewed.key}.cfg`,
      `/${key}`,
      `/${key}.CFG`,
      `/${key.toUpperCase()}.cfg`,
      `/${key}.cfg/`,
      `/${key.slice(1)}.cfg`,
      `/${key}0.cfg`,
      `/${key}/`,
      `/${key}/001565000002.cfg`,
      `/${key}/001565000001.xml`,
      `/${key}/%00.cfg`,
      `/${key}/%zz`,
      `/${key}/..%2f${key}.cfg`,
      `/${wrong}/001565000001.cfg`,
      '/',
      '/001565000001.cfg',
      '/favicon.ico',
      '/%zz',
      `/${'a'.repeat(8000)}`,
      `/${id}.cfg`,
      "/' or 1=1 --.cfg".replaceAll(' ', '%20'),
      '//',
      '/api/session',
      `/${key}/${'x'.repeat(500)}`,
    ]
    const expected = seen(await fetchPath(`/${wrong}.cfg`))
    expect(expected).toMatchObject({ status: 404, body: 'Not found\n' })
    installation.clock.now += 60_000
    for (const path of paths) expect(seen(await fetchPath(path)), path.slice(0, 80)).toEqual(expected)
    installation.clock.now += 60_000
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND']) {
      expect(seen(await fetchPath(`/${key}.cfg`, { method, body: method === 'POST' ? '{' : '' })), method).toEqual(
        expected,
      )
    }
    expect(paths.length).toBeGreaterThan(20)
  })

  test('a HEAD for a wrong key has the headers of the 404, and for a live one those of the configuration, without a body', async () => {
    const { key } = await device()
    installation.clock.now += 60_000
    const wrong = await fetchPath(`/${'0'.repeat(48)}.cfg`, { method: 'HEAD' })
    expect([wrong.status, wrong.headers['content-length'], wrong.body.length]).toEqual([404, '10', 0])
    const [head, whole] = [await fetchPath(`/${key}.cfg`, { method: 'HEAD' }), await fetchPath(`/${key}.cfg`)]
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(whole.body.length)])
    expect(head.headers.etag).toBe(whole.headers.etag)
  })

  test('what is not HTTP at all gets a 404 as well, and the server lives on', async () => {
    const { key } = await device()
    expect(await raw(port, ca, 'hello?\r\n\r\n')).toMatch(/^HTTP\/1\.1 404 Not Found\r\n[\s\S]*\r\n\r\nNot found\n$/)
    expect((await fetchPath(`/${key}.cfg`)).status).toBe(200)
  })

  test('an expectation, an unknown method and a CONNECT get the 404 too, and count as misses', async () => {
    const { key } = await device()
    installation.clock.now += 60_000
    const expected = seen(await fetchPath(`/${'0'.repeat(48)}.cfg`))
    expect(seen(await fetchPath(`/${'0'.repeat(48)}.cfg`, { headers: { expect: 'foo' } }))).toEqual(expected)
    const host = 'Host: localhost\r\nConnection: close\r\n\r\n'
    for (const line of [`FOO /${key}.cfg HTTP/1.1`, 'CONNECT localhost:443 HTTP/1.1']) {
      expect(await raw(port, ca, `${line}\r\n${host}`), line).toMatch(
        /^HTTP\/1\.1 404 Not Found\r\n[\s\S]*\r\n\r\nNot found\n$/,
      )
    }
    for (let i = 0; i < missesAllowed; i++) await raw(port, ca, `FOO / HTTP/1.1\r\n${host}`)
    expect(await raw(port, ca, `FOO / HTTP/1.1\r\n${host}`)).toBe('')
    expect((await fetchPath(`/${key}.cfg`)).status).toBe(200)
    installation.clock.now += 60_000
  })

  test('a request without Host and one that waits for a 100 get the 404 at once, in the same words', async () => {
    installation.clock.now += 60_000
    const wrong = `/${'0'.repeat(48)}.cfg`
    const timeless = (text: string) => text.replace(/^Date: .*\r\n/im, '')
    const end = 'Connection: close\r\n\r\n'
    const expected = timeless(await raw(port, ca, `GET ${wrong} HTTP/1.1\r\nHost: localhost\r\n${end}`))
    expect(expected).toMatch(/^HTTP\/1\.1 404 Not Found\r\n[\s\S]*\r\n\r\nNot found\n$/)
    expect(timeless(await raw(port, ca, `GET ${wrong} HTTP/1.1\r\n${end}`))).toBe(expected)
    const waiting = `Host: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n${end}`
    expect(timeless(await raw(port, ca, `POST ${wrong} HTTP/1.1\r\n${waiting}`))).toBe(expected)
    expect(timeless(await raw(port, ca, 'hello?\r\n\r\n'))).toBe(expected)
  })

  test('nobody may hold a connection open: handshake, headers and body have their time', () => {
    expect(server.server).toMatchObject({ headersTimeout: 30_000, requestTimeout: 30_000, keepAliveTimeout: 10_000 })
  })

  test('an unchanged configuration is answered with 304, a changed one anew; Range is not looked at', async () => {
    const { id, key } = await device()
    const first = await fetchPath(`/${key}.cfg`)
    const conditional = { headers: { 'if-none-match': String(first.headers.etag) } }
    expect(await fetchPath(`/${key}.cfg`, conditional)).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    const partial = await fetchPath(`/${key}.cfg`, { headers: { range: 'bytes=0-9' } })
    expect([partial.status, partial.body.length]).toEqual([200, first.body.length])
    await installation.services.devices.change(installation.provider, id, { adminPassword: '24680' })
    const changed = await fetchPath(`/${key}.cfg`, conditional)
    expect([changed.status, changed.body.toString().includes('admin:24680')]).toEqual([200, true])
  })

  test('the display name of the extension and the language of the vPBX reach the next fetch', async () => {
    const { key } = await device()
    const { services, provider, database } = installation
    const before = (await fetchPath(`/${key}.cfg`)).body.toString()
    const line = await database.db.selectFrom('line').selectAll().where('id', '=', lineId).executeTakeFirstOrThrow()
    await services.extensions.change(provider, line.extension_id, { displayName: 'Empfang' })
    await services.vpbxs.change(provider, line.vpbx_id, { language: 'de' })
    const after = (await fetchPath(`/${key}.cfg`)).body.toString()
    expect([before.includes('Empfang'), before.includes('lang.gui = French')]).toEqual([false, true])
    expect([after.includes('account.1.display_name = Empfang'), after.includes('lang.gui = German')]).toEqual([
      true,
      true,
    ])
  })

  test('a phone that takes gzip is given gzip, and the same bytes', async () => {
    const { key } = await device('snom-d785')
    const plain = await fetchPath(`/${key}.cfg`)
    const zipped = await fetchPath(`/${key}.cfg`, { headers: { 'accept-encoding': 'gzip, deflate' } })
    expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([undefined, 'gzip'])
    expect(gunzipSync(zipped.body)).toEqual(plain.body)
    const refusing = await fetchPath(`/${key}.cfg`, { headers: { 'accept-encoding': 'gzip;q=0' } })
    expect(refusing.headers['content-encoding']).toBeUndefined()
  })

  test('a maker that wants a folder gets its files there, and a foreign MAC in the name is refused and audited', async () => {
    const { id, key } = await device('yealink-t54w', '001565AA0001')
    const [byName, byKey] = [await fetchPath(`/${key}/001565aa0001.cfg`), await fetchPath(`/${key}.cfg`)]
    expect([byName.status, byName.body]).toEqual([200, byKey.body])
    expect((await fetchPath(`/${key}/001565aa0002.cfg`)).status).toBe(404)
    const { db } = installation.database
    const audited = await db.selectFrom('audit').selectAll().where('action', '=', 'device.foreignMac').execute()
    expect(audited.at(-1)?.subject).toBe('001565AA0002 ≠ 001565AA0001')
    await installation.services.accessWriter.flush()
    const accesses = await installation.services.devices.accesses(installation.provider, id)
    expect(accesses.map(({ file, status }) => [file, status])).toEqual(
      expect.arrayContaining([['001565aa0002.cfg', 404]]),
    )
  })

  test('each fetch is written down with time, address and what the user agent says, within a second', async () => {
    const { id, key } = await device()
    await fetchPath(`/${key}.cfg`, { headers: { 'user-agent': 'Yealink SIP-T54W 96.86.0.20 80:5e:c0:01:02:03' } })
    const { services, provider } = installation
    await expect
      .poll(async () => (await services.devices.get(provider, id)).device.lastAccess, { timeout: 1000 })
      .toEqual({
        at: installation.clock.now,
        ip: '127.0.0.1',
        make: 'Yealink',
        model: 'T54W',
        firmware: '96.86.0.20',
        mac: '805EC0010203',
      })
  })

  test('a user agent of control characters and ten kilobytes is kept short and clean', async () => {
    const { id, key } = await device()
    await fetchPath(`/${key}.cfg`, { headers: { 'user-agent': `\t${'é'.repeat(5000)}` } })
    await installation.services.accessWriter.flush()
    const [access] = await installation.services.devices.accesses(installation.provider, id)
    expect(access?.userAgent.length).toBeLessThanOrEqual(300)
  })

  test('a fetch that is still in the queue when its device is deleted harms no other', async () => {
    const [gone, stays] = [await device(), await device()]
    await fetchPath(`/${gone.key}.cfg`)
    await fetchPath(`/${stays.key}.cfg`)
    await installation.services.devices.remove(installation.provider, gone.id)
    await installation.services.accessWriter.flush()
    expect(await installation.services.devices.accesses(installation.provider, stays.id)).toHaveLength(1)
  })

  test('past the limit wrong keys get no answer and one line in the audit, while the phones of the same address go on', async () => {
    const { key } = await device()
    installation.clock.now += 60_000
    probes.length = 0
    const wrong = () =>
      fetchPath(`/${randomBytes(24).toString('hex')}.cfg`).then(
        ({ status }) => status,
        () => 'closed',
      )
    for (let i = 0; i < missesAllowed; i++) expect(await wrong()).toBe(404)
    expect([await wrong(), await wrong()]).toEqual(['closed', 'closed'])
    expect((await fetchPath(`/${key}.cfg`)).status).toBe(200)
    expect(probes).toEqual(['127.0.0.1'])
    installation.clock.now += 60_000
    expect(await wrong()).toBe(404)
  })

  test('both an ECDSA and an RSA client are served on the one port', async () => {
    const { key } = await device()
    const { request } = await import('node:https')
    const cipherOf = (ciphers: string) =>
      new Promise((resolve, reject) => {
        const options = { ca, ciphers, maxVersion: 'TLSv1.2', agent: false } as const
        const sent = request(`https://localhost:${port}/${key}.cfg`, options, (reply) => {
          reply.resume().on('end', () => resolve(reply.statusCode))
        })
        sent.on('error', reject).end()
      })
    expect(await cipherOf('ECDHE-ECDSA-AES128-GCM-SHA256')).toBe(200)
    expect(await cipherOf('ECDHE-RSA-AES128-GCM-SHA256')).toBe(200)
  })

  test('what was being rendered when everything rendered was forgotten is not kept', async () => {
    const { services, database, clock, settings } = installation
    const { key } = await device()
    let built = 0
    const waiting: (() => void)[] = []
    const provisioning = createProvisioningService({
      ...{
        database,
        clock: () => clock.now,
        settings,
        accessWriter: services.accessWriter,
        phonebookFile: async () => null,
      },
      async buildSpec(row) {
        built += 1
        if (built === 1) await new Promise<void>((resolve) => waiting.push(resolve))
        return services.buildSpec(row)
      },
    })
    const fetched = () => provisioning.fetch({ key, fileName: null, ip: '192.0.2.9', userAgent: '' })
    const first = fetched()
    for (const deadline = Date.now() + 5000; waiting.length === 0 && Date.now() < deadline; )
      await new Promise((resolve) => setTimeout(resolve, 5))
    provisioning.forgetRendered()
    waiting[0]?.()
    expect((await first)?.file.body.length).toBeGreaterThan(0)
    await fetched()
    expect(built, 'rendered anew').toBe(2)
    await fetched()
    expect(built, 'and then kept').toBe(2)
  })

  test('nothing broke while answering', () => {
    expect(installation.failures).toEqual([])
  })
})
