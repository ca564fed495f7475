import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { IpPhone, IpPhoneCode } from '#contract/ip-phone.ts'
import { createProvisioningServer } from '#http/provisioning/server.ts'
import { ensureCertificates, tlsOptions } from '#services/certificates.ts'
import { type Answer, get } from './https-client.ts'
import { buildVpbx, createTestInstallation, type Engine, lineOf, signIn } from './installation.ts'

/** What Linphone's library sends with each fetch of a configuration. */
export const app = { 'x-linphone-provisioning': '1' }
export const browser = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'accept-language': 'de-CH,de;q=0.9',
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Safari/604.1',
}
export type Code<D> = Extract<IpPhoneCode['code'], { delivery: D }>
export type AppLab = Awaited<ReturnType<typeof createAppLab>>

/** An installation that delivers over HTTPS, with a user of the line 21 who makes codes, and a letter box. */
export async function createAppLab(engine: Engine) {
  const mails: { to: string; subject: string; text: string }[] = []
  const post = { broken: false }
  const mailer = {
    isReady: async () => true,
    async send(to: string, subject: string, text: string): Promise<void> {
      if (post.broken) throw new Error('no server takes it')
      mails.push({ to, subject, text })
    },
  }
  const installation = await createTestInstallation(engine, { mailer })
  const { db } = installation.database
  const alpha = await buildVpbx(installation, 'Alpha')
  const lineId = lineOf(alpha.extensions[0])
  const provider = await signIn(installation, 'provider', installation.firstPassword)
  const user = await signIn(installation, alpha.user.user.login, alpha.user.password)
  const delivery = await deliver(installation)

  async function make(model = 'linphone-app') {
    const { status, body } = await user.request('POST', `/api/lines/${lineId}/ip-phone`, { model })
    expect(status, JSON.stringify(body)).toBe(200)
    return withTicket(body as IpPhoneCode)
  }

  async function renew(deviceId: string) {
    const { status, body } = await user.request('POST', `/api/devices/${deviceId}/app-code`)
    expect(status, JSON.stringify(body)).toBe(200)
    return withTicket(body as IpPhoneCode)
  }

  const page = async (client = user) => (await client.request('GET', `/api/lines/${lineId}/ip-phone`)).body as IpPhone

  return {
    installation,
    db,
    clock: installation.clock,
    provider,
    user,
    ids: { vpbxId: alpha.vpbx.id, extensionId: alpha.extensions[0].id, lineId, userId: alpha.user.user.id },
    mails,
    post,
    make,
    renew,
    page,
    appOnPage: async (id: string) => (await page()).apps.find(({ device }) => device.id === id),
    slotOf: (deviceId: string) =>
      db.selectFrom('device_line').selectAll().where('device_id', '=', deviceId).executeTakeFirstOrThrow(),
    /** A path on the provisioning port. */
    fetchPath: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      get(`https://localhost:${delivery.port}${path}`, { ca: delivery.ca, headers, method }),
    /** A link whose place holds `ticket`, opened by an app unless other headers are given. */
    open: (ticket: string, headers: Record<string, string> = app, method = 'GET') =>
      get(`https://localhost:${delivery.port}/${ticket}.cfg`, { ca: delivery.ca, headers, method }),
    async close() {
      await delivery.close()
      await installation.close()
    },
  }
}

async function deliver({ services, clock, failures }: Awaited<ReturnType<typeof createTestInstallation>>) {
  const folder = mkdtempSync(join(tmpdir(), 'raccord-app-lab-'))
  const log = { info: () => undefined, warn: () => undefined }
  await ensureCertificates({ dir: folder, host: 'localhost', publicAddress: null, now: Date.now(), log })
  const listener = createProvisioningServer({
    provisioning: services.provisioning,
    tls: tlsOptions(folder),
    clock: () => clock.now,
    probing: () => undefined,
    failed: (error) => void failures.push(error),
  })
  await listener.listen({ host: '127.0.0.1', port: 0 })
  return {
    ca: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    port: (listener.server.address() as AddressInfo).port,
    async close() {
      await listener.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function withTicket({ deviceId, code }: IpPhoneCode) {
  return { deviceId, code, ticket: code.delivery === 'link' ? ticketIn(code.link) : '' }
}

/** The 48 digits of a key or ticket in a text. */
export function ticketIn(text: string): string {
  return /[0-9a-f]{48}/.exec(text)?.[0] ?? ''
}

/** An entry of Linphone's configuration. */
export function valueIn({ body }: Answer, name: string): string {
  return new RegExp(`<entry name="${name}"[^>]*>([^<]*)<`).exec(body.toString())?.[1] ?? ''
}

/** All that a client sees but the time of day. */
export function seen({ status, headers, body }: Answer) {
  const { date, ...rest } = headers
  return { status, headers: rest, body: body.toString() }
}
