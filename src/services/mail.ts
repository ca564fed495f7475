import { createTransport, type Transporter } from 'nodemailer'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { defaultLanguage, type Language } from '#domain/language.ts'
import { writeAudit } from './audit.ts'
import type { JobHandler } from './jobs.ts'
import type { QueuedMail } from './mail-queue.ts'
import type { Mailer } from './mailer.ts'
import type { Sealer } from './seal.ts'

/** Words by key and language, as i18n has them. */
export type Translate = (language: Language, key: string, params?: Record<string, string | number>) => string

export interface MailServerValues {
  host: string
  port: number
  security: 'none' | 'starttls' | 'tls'
  userName: string
  /** Null takes it away; absent leaves it. */
  password?: string | null | undefined
  sender: string
}

/** A server that does not answer is given up: the queue tries again. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
const rowId = 'mail'
const sealContext = `mail_server:secret:${rowId}`

export type MailService = ReturnType<typeof createMailService>

/** The server by which mail goes out, and what sends it. */
export function createMailService(parts: { db: Db; clock: Clock; sealer: Sealer; translate: Translate }) {
  const { db, clock, sealer, translate } = parts

  async function get(actor: Actor) {
    requireProvider(actor)
    const row = await read(db)
    return row ? present(row) : null
  }

  async function change(actor: Actor, { password, userName, ...values }: MailServerValues) {
    requireProvider(actor)
    await db.transaction().execute(async (trx) => {
      const before = await read(trx)
      const kept = password === undefined ? (before?.secret_sealed ?? null) : null
      const secret_sealed = password ? sealer.seal(password, sealContext) : kept
      const row = { ...values, user_name: userName, secret_sealed }
      await trx
        .insertInto('mail_server')
        .values({ id: rowId, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
      await writeAudit(trx, clock, actor, { action: 'mailServer.changed', subject: values.host, vpbxId: null })
    })
    return get(actor)
  }

  /** Sends a mail at once; what went wrong is said in the words of the mail server. */
  async function test(actor: Actor, { to }: { to: string }) {
    requireProvider(actor)
    const user = await db.selectFrom('user').select('language').where('id', '=', actor.userId).executeTakeFirst()
    const language = user?.language ?? defaultLanguage
    const row = await read(db)
    if (!row) throw new AppError('mailServer.missing')
    const content = { subject: translate(language, 'mail.test.subject'), text: translate(language, 'mail.test.text') }
    try {
      const { response } = await send(row, { to, ...content })
      return { sent: true, detail: withoutSecret(response, row) }
    } catch (error) {
      return { sent: false, detail: withoutSecret(error instanceof Error ? error.message : String(error), row) }
    }
  }

  /** Sends a queued mail. Throws when there is no server, or it does not take it. */
  const sendQueued: JobHandler = async (job) => {
    const row = await read(db)
    if (!row) throw new AppError('mailServer.missing')
    // Written by enqueueMail.
    const { to, language, template, params } = JSON.parse(job.payload) as Omit<QueuedMail, 'vpbxId'>
    const words = (part: 'subject' | 'text') => translate(language, `mail.${template}.${part}`, params)
    try {
      // The same id at every try: a server that took it before its answer was lost can tell.
      await send(row, { to, subject: words('subject'), text: words('text'), messageId: `<${job.id}@raccord>` })
    } catch (error) {
      throw new Error(withoutSecret(error instanceof Error ? error.message : String(error), row))
    }
  }

  async function send(
    row: Row<'mail_server'>,
    mail: { to: string; subject: string; text: string; messageId?: string },
  ) {
    const transport = transportTo(row)
    try {
      return await transport.sendMail({ from: row.sender, ...mail })
    } finally {
      transport.close()
    }
  }

  function transportTo(row: Row<'mail_server'>): Transporter<{ response: string }> {
    const password = row.secret_sealed === null ? '' : sealer.open(row.secret_sealed, sealContext)
    return createTransport({
      host: row.host,
      port: row.port,
      secure: row.security === 'tls',
      requireTLS: row.security === 'starttls',
      ignoreTLS: row.security === 'none',
      ...(row.user_name !== '' && { auth: { user: row.user_name, pass: password } }),
      ...patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    }) as Transporter<{ response: string }>
  }

  /** A server may say back what it was told. */
  function withoutSecret(said: string, row: Row<'mail_server'>): string {
    const password = row.secret_sealed === null ? '' : sealer.open(row.secret_sealed, sealContext)
    const hidden = [password, Buffer.from(password).toString('base64'), plainLogin(row.user_name, password)]
    return hidden.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '****')), said).slice(0, 500)
  }

  const mailer: Mailer = {
    isReady: async () => (await read(db)) !== undefined,
    async send(to, subject, text) {
      const row = await read(db)
      if (!row) throw new AppError('mailServer.missing')
      try {
        await send(row, { to, subject, text })
      } catch (error) {
        throw new Error(withoutSecret(error instanceof Error ? error.message : String(error), row))
      }
    },
  }
  return { get, change, test, sendQueued, ...mailer }
}

/** What AUTH PLAIN sends (RFC 4616). */
function plainLogin(user: string, password: string): string {
  return password === '' ? '' : Buffer.from(`\0${user}\0${password}`).toString('base64')
}

function requireProvider(actor: Actor): void {
  if (!isProvider(actor)) throw new AppError('notFound')
}

function read(db: Db): Promise<Row<'mail_server'> | undefined> {
  return db.selectFrom('mail_server').selectAll().where('id', '=', rowId).executeTakeFirst()
}

function present({ host, port, security, user_name, secret_sealed, sender }: Row<'mail_server'>) {
  return { host, port, security, userName: user_name, passwordSet: secret_sealed !== null, sender }
}
