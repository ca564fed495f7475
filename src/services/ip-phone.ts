import { findModel, type Model } from '#catalog/index.ts'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { hashAccessKey } from '#domain/access-key.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import type { Language } from '#domain/language.ts'
import { linkCode, ticketLinks, wholeCode } from './app-code.ts'
import { issueTicket, ticketsOf } from './app-tickets.ts'
import { writeAudit } from './audit.ts'
import { raiseConfigVersions } from './config-version.ts'
import type { CredentialSync } from './credentials.ts'
import { renewIdentities } from './device-identities.ts'
import type { DeviceList } from './device-list.ts'
import { lockDevice } from './device-lock.ts'
import { newKeyColumns } from './device-secrets.ts'
import type { DeviceSpecBuilder } from './device-spec.ts'
import { deviceSubject, modelOf, presentApp } from './device-view.ts'
import type { DeviceService } from './devices.ts'
import type { LiveEvents } from './live-events.ts'
import type { Mailer } from './mailer.ts'
import { appsOffered, type ModelService } from './models.ts'
import { reachDevice, reachLine } from './reach.ts'
import type { Sealer } from './seal.ts'
import type { Settings } from './settings.ts'
import { shopLinksOf } from './shop-links.ts'

interface IpPhoneParts {
  db: Db
  clock: Clock
  sealer: Sealer
  settings: Settings
  syncCredentials: CredentialSync
  events: LiveEvents
  buildSpec: DeviceSpecBuilder
  models: ModelService
  devices: DeviceService
  deviceList: DeviceList
  mailer: Mailer
  failed(error: unknown): void
}

/** What stands in the mail; who writes it knows the words. */
export interface MailValues {
  appName: string
  maker: string
  number: string
  link: string
  opens: string | null
  minutes: number
  shops: string[]
}

export type IpPhoneService = ReturnType<typeof createIpPhoneService>

/** The apps of a line: which there are, and the codes by which they are set up. */
export function createIpPhoneService(parts: IpPhoneParts) {
  const { db, clock, sealer, settings, syncCredentials, events, buildSpec, models, devices, deviceList } = parts
  const { mailer, failed } = parts

  async function get(actor: Actor, lineId: string) {
    const line = await reachLine(db, actor, lineId)
    const provider = await db.selectFrom('provider').selectAll().executeTakeFirstOrThrow()
    const listed = await deviceList.ofLine(actor, line)
    const apps = listed.filter(({ model, lineId: home }) => model.kind === 'app' && home === lineId)
    const tickets = await ticketsOf(
      db,
      apps.map(({ id }) => id),
    )
    return {
      name: provider.app_name,
      offered: provider.app_offered === 1,
      contact: provider.app_contact,
      providerName: provider.name,
      ownCertificate: settings.caCertificate() !== null,
      types: provider.app_offered === 1 ? await typesOf(actor, line.vpbx_id) : [],
      apps: apps.map((device) => ({ device, ...briefOf(findModel(device.model.id), tickets.get(device.id)) })),
      recipients: (await mailer.isReady()) ? await recipientsOf(actor, line) : [],
    }
  }

  async function typesOf(actor: Actor, vpbxId: string) {
    const offered = (await models.listOf(actor, vpbxId)).filter(({ kind, available }) => kind === 'app' && available)
    return Promise.all(
      offered.flatMap(({ id, vendorName, name }) => {
        const app = findModel(id)?.app
        return app ? [shopLinksOf(db, id).then((shops) => ({ id, vendorName, name, ...presentApp(app, shops) }))] : []
      }),
    )
  }

  /** A new app on the line, with its first code. Field errors of `model` for a type that is not offered. */
  async function create(actor: Actor, lineId: string, modelId: string) {
    const line = await reachLine(db, actor, lineId)
    const model = await models.requireOffered(modelId, line.vpbx_id)
    if (!model.app) throw new AppError('ipPhone.noApp')
    const { id } = await devices.create(actor, lineId, { model: modelId })
    return renew(actor, id)
  }

  /** A new code for an app. The one before, the key that it led to and the SIP secret are dead when this returns. */
  async function renew(actor: Actor, deviceId: string) {
    const device = await reachDevice(db, actor, deviceId)
    const model = modelOf(device)
    if (!model.app) throw new AppError('ipPhone.noApp')
    if (!(await appsOffered(db))) throw new AppError('ipPhone.off')
    const { slots, ticket } = await renewSecrets(actor, device, model)
    await syncCredentials(slots, { drop: true })
    const fresh = await reachDevice(db, actor, deviceId)
    events.publish({ type: 'device', vpbxId: fresh.vpbx_id, deviceId, lineId: fresh.line_id })
    const code = ticket ? await linkCode(model, settings, ticket) : await wholeCode(model.app, await buildSpec(fresh))
    return { deviceId, code, steps: presentApp(model.app, []).steps }
  }

  /** One transaction: nobody sees a new key with an old secret, or an old ticket with a new key. */
  async function renewSecrets(actor: Actor, device: Row<'device'>, model: Model) {
    const action = model.app?.delivery === 'link' ? 'ipPhone.codeMade' : 'ipPhone.secretShown'
    const subject = await deviceSubject(db, device)
    return db.transaction().execute(async (trx) => {
      const now = clock()
      await lockDevice(trx, device.id)
      await trx
        .updateTable('device')
        .set({ ...newKeyColumns(sealer, device.id, now), last_access_at: null, last_access_ip: null })
        .where('id', '=', device.id)
        .execute()
      const slots = await renewIdentities(trx, { sealer, realm: settings.realm, now }, device.id)
      const ticket = model.app?.delivery === 'link' ? await issueTicket(trx, now, device) : null
      await raiseConfigVersions(trx, [device.id])
      await writeAudit(trx, clock, actor, { action, subject, vpbxId: device.vpbx_id })
      return { slots, ticket }
    })
  }

  /** Whom the code may be sent to: the users of the extension who have an address; a user alone to himself. */
  async function recipientsOf(actor: Actor, { extension_id: extensionId }: Pick<Row<'line'>, 'extension_id'>) {
    let rows = db
      .selectFrom('user')
      .innerJoin('user_extension', 'user_extension.user_id', 'user.id')
      .select(['user.id', 'user.display_name', 'user.login', 'user.email', 'user.language'])
      .where('user_extension.extension_id', '=', extensionId)
      .where('user.email', '!=', '')
    if (actor.role === 'user') rows = rows.where('user.id', '=', actor.userId)
    return (await rows.orderBy('user.login_key').execute()).map(({ display_name: name, ...row }) => ({ ...row, name }))
  }

  /** Sends the code that is on the page. `ticket` shows that whoever asks has it before his eyes; `write` makes subject and text in a language. */
  async function mail(
    actor: Actor,
    deviceId: string,
    { ticket, userId }: { ticket: string; userId: string },
    write: (language: Language, values: MailValues) => { subject: string; text: string },
  ): Promise<void> {
    const device = await reachDevice(db, actor, deviceId)
    const line = await db.selectFrom('line').selectAll().where('id', '=', device.line_id).executeTakeFirstOrThrow()
    const user = (await recipientsOf(actor, line)).find(({ id }) => id === userId)
    if (!user || !(await mailer.isReady())) throw new AppError('ipPhone.noAddress')
    const minutes = await minutesLeft(device.id, ticket)
    const model = modelOf(device)
    const { subject, text } = write(user.language, {
      ...ticketLinks(model, settings, ticket),
      appName: (await db.selectFrom('provider').select('app_name').executeTakeFirstOrThrow()).app_name,
      maker: model.vendorName,
      number: line.number,
      minutes,
      shops: (await shopLinksOf(db, model.id)).map(({ url }) => url),
    })
    await mailer.send(user.email, subject, text).catch((error: unknown) => {
      failed(error)
      throw new AppError('ipPhone.mailFailed')
    })
    const about = `${await deviceSubject(db, device)} → ${user.login}`
    await writeAudit(db, clock, actor, { action: 'ipPhone.mailed', subject: about, vpbxId: device.vpbx_id })
  }

  /** Of a code that is still good, rounded down to a whole minute; AppError('ipPhone.codeGone') for any other. */
  async function minutesLeft(deviceId: string, ticket: string): Promise<number> {
    const row = (await ticketsOf(db, [deviceId])).get(deviceId)
    const left = row && row.used_at === null ? row.expires_at - clock() : 0
    if (!row || row.ticket_hash !== hashAccessKey(ticket) || left < 60_000) throw new AppError('ipPhone.codeGone')
    return Math.floor(left / 60_000)
  }

  return {
    get: async (actor: Actor, lineId: string) => {
      const page = await get(actor, lineId)
      return { ...page, recipients: page.recipients.map(({ id, name }) => ({ id, name })) }
    },
    create,
    renew,
    mail,
  }
}

/** How far the last code of an app got. */
function briefOf(model: Model | undefined, ticket: Row<'app_ticket'> | undefined) {
  return {
    delivery: model?.app?.delivery ?? ('typed' as const),
    code: ticket ? { madeAt: ticket.created_at, expiresAt: ticket.expires_at, usedAt: ticket.used_at } : null,
  }
}
