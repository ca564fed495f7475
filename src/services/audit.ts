import type { Kysely, Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'

/** Everything that is written to the audit; the words stand in i18n under `audit`. */
export type AuditAction =
  | 'session.signIn'
  | 'session.failed'
  | 'session.signOut'
  | 'session.passwordRenewed'
  | 'session.ended'
  | 'provider.changed'
  | 'model.switchedOn'
  | 'model.switchedOff'
  | 'settings.changed'
  | 'vpbx.created'
  | 'vpbx.changed'
  | 'vpbx.deleted'
  | 'extension.created'
  | 'extension.changed'
  | 'extension.deleted'
  | 'line.created'
  | 'line.deleted'
  | 'sip.revealed'
  | 'sip.renewed'
  | 'device.created'
  | 'device.changed'
  | 'device.deleted'
  | 'device.keyRenewed'
  | 'device.keysChanged'
  | 'device.linesChanged'
  | 'device.pinShown'
  | 'device.modelChanged'
  | 'device.linkShown'
  | 'device.passwordsShown'
  | 'device.restarted'
  | 'device.resynced'
  | 'device.foreignMac'
  | 'user.created'
  | 'user.changed'
  | 'user.deleted'
  | 'user.passwordReset'
  | 'phonebook.created'
  | 'phonebook.changed'
  | 'phonebook.deleted'
  | 'phonebook.cleared'
  | 'phonebook.imported'
  | 'trunk.created'
  | 'trunk.changed'
  | 'trunk.ordered'
  | 'trunk.deleted'
  | 'team.created'
  | 'team.changed'
  | 'team.deleted'
  | 'rights.changed'
  | 'rights.blocked'
  | 'rights.opened'
  | 'tariff.created'
  | 'tariff.changed'
  | 'tariff.deleted'
  | 'tariff.imported'
  | 'chargeLimit.changed'
  | 'mailServer.changed'
  | 'call.ended'
  | 'provisioning.probing'
  | 'ipPhone.codeMade'
  | 'ipPhone.codeUsed'
  | 'ipPhone.secretShown'
  | 'ipPhone.mailed'
  | 'ipPhone.shopsChanged'

interface AuditInput {
  action: AuditAction
  /** What it was done to, in words a person knows ("21 · Yealink T54W"); never a secret. */
  subject: string
  vpbxId: string | null
}

/** Writes one audit row, in the transaction of what it tells of when there is one. */
export async function writeAudit(
  db: Kysely<Schema> | Transaction<Schema>,
  clock: Clock,
  who: Pick<Actor, 'userId' | 'login' | 'ip'> | { ip: string },
  { action, subject, vpbxId }: AuditInput,
): Promise<void> {
  const actor = 'userId' in who ? who : null
  await db
    .insertInto('audit')
    .values({
      id: newId(),
      created_at: clock(),
      vpbx_id: vpbxId,
      actor_id: actor?.userId ?? null,
      actor: actor?.login ?? null,
      ip: who.ip,
      action,
      subject: subject.slice(0, 300),
    })
    .execute()
}

const pageSize = 100

export type AuditService = ReturnType<typeof createAuditService>

export function createAuditService({ db }: { db: Db }) {
  return { list: (actor: Actor, query: Parameters<typeof listAudit>[2]) => listAudit(db, actor, query) }
}

/** Newest first; an administrator is given the rows of the own vPBX alone. */
async function listAudit(
  db: Db,
  actor: Actor,
  query: { before?: string | undefined; vpbxId?: string | undefined },
): Promise<{ entries: ReturnType<typeof present>[]; next: string | null }> {
  if (actor.role === 'user') throw new AppError('notFound')
  const vpbxId = isProvider(actor) ? query.vpbxId : actor.vpbxId
  if (!isProvider(actor) && query.vpbxId !== undefined && query.vpbxId !== actor.vpbxId) throw new AppError('notFound')
  let rows = db.selectFrom('audit').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(pageSize)
  if (vpbxId) rows = rows.where('vpbx_id', '=', vpbxId)
  if (query.before !== undefined) {
    const [at = '', id = ''] = query.before.split('.')
    rows = rows.where((e) =>
      e.or([e('created_at', '<', Number(at)), e.and([e('created_at', '=', Number(at)), e('id', '<', id)])]),
    )
  }
  const page = await rows.execute()
  const last = page.at(-1)
  return { entries: page.map(present), next: last && page.length === pageSize ? `${last.created_at}.${last.id}` : null }
}

function present(row: Row<'audit'>) {
  return {
    id: row.id,
    at: row.created_at,
    actor: row.actor,
    ip: row.ip,
    action: row.action,
    subject: row.subject,
    vpbxId: row.vpbx_id,
  }
}
