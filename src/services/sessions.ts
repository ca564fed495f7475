import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { Language } from '#domain/language.ts'
import { writeAudit } from './audit.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { countTry, forgetTries } from './sign-in-delay.ts'

/** Milliseconds without use after which a session is over. */
export const idleLimit = 12 * 3_600_000
const absoluteLimit = 7 * 24 * 3_600_000
/** last_seen_at is written at most this often. */
const seenStep = 60_000

export interface Client {
  ip: string
  userAgent: string
}

/** A live session and whose it is. */
export interface SessionOf {
  session: Row<'session'>
  user: Row<'user'>
  actor: Actor
}

export type SessionService = ReturnType<typeof createSessionService>

export function createSessionService({ db, clock }: { db: Db; clock: Clock }) {
  /** Throws session.wrongCredentials (the same for a login that does not exist) or session.tooManyAttempts. `token` goes into the cookie. */
  async function signIn(login: string, password: string, client: Client): Promise<SessionOf & { token: string }> {
    const loginKey = loginKeyOf(login)
    await countTry(db, clock, loginKey, client.ip)
    const user = await db.selectFrom('user').selectAll().where('login_key', '=', loginKey).executeTakeFirst()
    const right = await verifyPassword(password, user?.password_hash ?? (await decoyHash))
    if (!user || !right) {
      await writeAudit(db, clock, client, {
        action: 'session.failed',
        // A login that does not exist may be a password in the wrong field: it is not written down.
        subject: user?.login ?? '?',
        vpbxId: user?.vpbx_id ?? null,
      })
      throw new AppError('session.wrongCredentials')
    }
    await forgetTries(db, loginKey, client.ip)
    const token = randomBytes(32).toString('base64url')
    const session = await createSession(user, token, client)
    const actor = actorOf(user, client.ip)
    await writeAudit(db, clock, actor, { action: 'session.signIn', subject: user.login, vpbxId: user.vpbx_id })
    return { session, user, actor, token }
  }

  /** Only while the password is still the one that was looked at: a renewal meanwhile ends this sign-in as it ends every other session. */
  async function createSession(user: Row<'user'>, token: string, client: Client): Promise<Row<'session'>> {
    const now = clock()
    return db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('user')
        .set({ last_sign_in_at: now })
        .where('id', '=', user.id)
        .where('password_hash', '=', user.password_hash)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new AppError('session.wrongCredentials')
      return trx
        .insertInto('session')
        .values({
          id: newId(),
          created_at: now,
          user_id: user.id,
          token_hash: hashToken(token),
          csrf_token: randomBytes(24).toString('base64url'),
          last_seen_at: now,
          expires_at: now + absoluteLimit,
          ip: client.ip,
          user_agent: client.userAgent.slice(0, 300),
        })
        .returningAll()
        .executeTakeFirstOrThrow()
    })
  }

  /** Null when the token opens no live session. `touch`: this is a sign of life, which puts off the end of the session. */
  async function find(token: string, ip: string, { touch }: { touch: boolean }): Promise<SessionOf | null> {
    const now = clock()
    const session = await db
      .selectFrom('session')
      .selectAll()
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', now - idleLimit)
      .executeTakeFirst()
    if (!session) return null
    const user = await db.selectFrom('user').selectAll().where('id', '=', session.user_id).executeTakeFirst()
    if (!user) return null
    if (touch && now - session.last_seen_at > seenStep) {
      await db.updateTable('session').set({ last_seen_at: now, ip }).where('id', '=', session.id).execute()
    }
    return { session, user, actor: actorOf(user, ip) }
  }

  async function list(actor: Actor): Promise<Row<'session'>[]> {
    const now = clock()
    return db
      .selectFrom('session')
      .selectAll()
      .where('user_id', '=', actor.userId)
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', now - idleLimit)
      .orderBy('last_seen_at', 'desc')
      .execute()
  }

  /** Ends one of the own sessions. */
  async function end(actor: Actor, id: string): Promise<void> {
    const { numDeletedRows } = await db
      .deleteFrom('session')
      .where('id', '=', id)
      .where('user_id', '=', actor.userId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new AppError('notFound')
    await writeAudit(db, clock, actor, { action: 'session.ended', subject: actor.login, vpbxId: actor.vpbxId })
  }

  async function signOut({ session, actor }: SessionOf): Promise<void> {
    await db.deleteFrom('session').where('id', '=', session.id).execute()
    await writeAudit(db, clock, actor, { action: 'session.signOut', subject: actor.login, vpbxId: actor.vpbxId })
  }

  /** Sets the own password and ends every other session of the user. */
  async function renewPassword({ session, user, actor }: SessionOf, current: string, next: string): Promise<void> {
    await countTry(db, clock, user.login_key, actor.ip)
    if (!(await verifyPassword(current, user.password_hash))) throw fieldError('current', 'password.wrong')
    await forgetTries(db, user.login_key, actor.ip)
    if (current === next) throw fieldError('next', 'password.unchanged')
    if (isWeak(next, user)) throw fieldError('next', 'password.tooWeak')
    const passwordHash = await hashPassword(next)
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('user')
        .set({ password_hash: passwordHash, must_renew_password: 0 })
        .where('id', '=', user.id)
        .execute()
      await trx.deleteFrom('session').where('user_id', '=', user.id).where('id', '!=', session.id).execute()
      await writeAudit(trx, clock, actor, {
        action: 'session.passwordRenewed',
        subject: user.login,
        vpbxId: user.vpbx_id,
      })
    })
  }

  async function setLanguage(actor: Actor, language: Language): Promise<void> {
    await db.updateTable('user').set({ language }).where('id', '=', actor.userId).execute()
  }

  return { signIn, find, list, end, signOut, renewPassword, setLanguage }
}

/** Sign-in does not tell upper from lower case. */
export function loginKeyOf(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** What a login that does not exist is checked against, so that it takes as long as one that does. */
const decoyHash = hashPassword(randomBytes(16).toString('hex'))

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function actorOf(user: Row<'user'>, ip: string): Actor {
  return { userId: user.id, login: user.login, role: user.role, vpbxId: user.vpbx_id, ip }
}

/** Ten characters at least (the contract), not made of the login, not one repeated. */
function isWeak(password: string, user: Row<'user'>): boolean {
  const holdsLogin = user.login_key.length >= 4 && password.toLowerCase().includes(user.login_key)
  return new Set(password).size < 5 || holdsLogin
}
