import type { Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Actor, Role } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError, fieldError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { Language } from '#domain/language.ts'
import { writeAudit } from './audit.ts'
import { newOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password-hash.ts'
import { reachUserToManage, reachVpbxToManage } from './reach.ts'
import { uniqueOr } from './refusals.ts'
import { loginKeyOf } from './sessions.ts'
import { withoutUndefined } from './without-undefined.ts'

export interface UserValues {
  displayName: string
  email: string
  role: Exclude<Role, 'provider'>
  language: Language
  extensionIds: string[]
}

export type UserService = ReturnType<typeof createUserService>

export function createUserService({ db, clock }: { db: Db; clock: Clock }) {
  async function list(actor: Actor, vpbxId: string) {
    await reachVpbxToManage(db, actor, vpbxId)
    return present(await db.selectFrom('user').selectAll().where('vpbx_id', '=', vpbxId).orderBy('login_key').execute())
  }

  /** The one-time password is in the reply and nowhere else. */
  async function create(actor: Actor, vpbxId: string, values: UserValues & { login: string }) {
    await reachVpbxToManage(db, actor, vpbxId)
    const password = newOneTimePassword()
    const passwordHash = await hashPassword(password)
    const id = newId()
    await uniqueOr('login', 'login.inUse', () =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto('user')
          .values({
            id,
            created_at: clock(),
            vpbx_id: vpbxId,
            role: values.role,
            login: values.login,
            login_key: loginKeyOf(values.login),
            display_name: values.displayName,
            email: values.email,
            language: values.language,
            password_hash: passwordHash,
            must_renew_password: 1,
            last_sign_in_at: null,
          })
          .execute()
        await assign(trx, vpbxId, id, values.extensionIds)
        await writeAudit(trx, clock, actor, { action: 'user.created', subject: values.login, vpbxId })
      }),
    )
    return { user: await presentOne(id), password }
  }

  async function change(actor: Actor, id: string, values: { [K in keyof UserValues]?: UserValues[K] | undefined }) {
    const user = await reachUserToManage(db, actor, id)
    const { extensionIds, displayName, ...rest } = values
    const set = withoutUndefined({ ...rest, display_name: displayName })
    await db.transaction().execute(async (trx) => {
      if (values.role === 'user' && user.role === 'administrator') await requireAnotherAdministrator(trx, user)
      if (Object.keys(set).length > 0) await trx.updateTable('user').set(set).where('id', '=', id).execute()
      if (extensionIds) await assign(trx, user.vpbx_id, id, extensionIds)
      await writeAudit(trx, clock, actor, { action: 'user.changed', subject: user.login, vpbxId: user.vpbx_id })
    })
    return presentOne(id)
  }

  /** A new one-time password; whoever is signed in as this user is signed out. */
  async function resetPassword(actor: Actor, id: string) {
    const user = await reachUserToManage(db, actor, id)
    const password = newOneTimePassword()
    const passwordHash = await hashPassword(password)
    await db.transaction().execute(async (trx) => {
      await setOneTimePassword(trx, id, passwordHash)
      await writeAudit(trx, clock, actor, { action: 'user.passwordReset', subject: user.login, vpbxId: user.vpbx_id })
    })
    return { user: await presentOne(id), password }
  }

  async function remove(actor: Actor, id: string): Promise<void> {
    const user = await reachUserToManage(db, actor, id)
    if (id === actor.userId) throw new AppError('user.self')
    await db.transaction().execute(async (trx) => {
      if (user.role === 'administrator') await requireAnotherAdministrator(trx, user)
      await trx.deleteFrom('user').where('id', '=', id).execute()
      await writeAudit(trx, clock, actor, { action: 'user.deleted', subject: user.login, vpbxId: user.vpbx_id })
    })
  }

  /** Under a lock of the vPBX: two who take the right from each other at once must not both succeed. */
  async function requireAnotherAdministrator(
    trx: Transaction<Schema>,
    user: Row<'user'> & { vpbx_id: string },
  ): Promise<void> {
    await trx
      .updateTable('vpbx')
      .set((e) => ({ name: e.ref('name') }))
      .where('id', '=', user.vpbx_id)
      .execute()
    const other = await trx
      .selectFrom('user')
      .select('id')
      .where('vpbx_id', '=', user.vpbx_id)
      .where('role', '=', 'administrator')
      .where('id', '!=', user.id)
      .executeTakeFirst()
    if (!other) throw new AppError('user.lastAdministrator')
  }

  async function presentOne(id: string) {
    const [user] = await present(await db.selectFrom('user').selectAll().where('id', '=', id).execute())
    if (!user) throw new AppError('notFound')
    return user
  }

  async function present(users: Row<'user'>[]) {
    const ids = users.map((user) => user.id)
    const assigned =
      ids.length === 0 ? [] : await db.selectFrom('user_extension').selectAll().where('user_id', 'in', ids).execute()
    const assignedTo = Map.groupBy(assigned, (row) => row.user_id)
    return users.map((user) => ({
      id: user.id,
      login: user.login,
      displayName: user.display_name,
      email: user.email,
      role: user.role,
      language: user.language,
      extensionIds: (assignedTo.get(user.id) ?? []).map((row) => row.extension_id),
      mustRenewPassword: user.must_renew_password === 1,
      lastSignInAt: user.last_sign_in_at,
    }))
  }

  return { list, create, change, resetPassword, remove }
}

/** For the operator at the machine: a new one-time password for any user; ends its sessions. Null when there is no such login. */
export async function resetPasswordOf({ db, clock }: { db: Db; clock: Clock }, login: string): Promise<string | null> {
  const user = await db.selectFrom('user').selectAll().where('login_key', '=', loginKeyOf(login)).executeTakeFirst()
  if (!user) return null
  const password = newOneTimePassword()
  await setOneTimePassword(db, user.id, await hashPassword(password))
  await writeAudit(
    db,
    clock,
    { ip: 'localhost' },
    { action: 'user.passwordReset', subject: user.login, vpbxId: user.vpbx_id },
  )
  return password
}

async function setOneTimePassword(db: Db | Transaction<Schema>, userId: string, passwordHash: string): Promise<void> {
  await db
    .updateTable('user')
    .set({ password_hash: passwordHash, must_renew_password: 1 })
    .where('id', '=', userId)
    .execute()
  await db.deleteFrom('session').where('user_id', '=', userId).execute()
}

/** Replaces the user's extensions; one of another vPBX answers like one that does not exist. */
async function assign(trx: Transaction<Schema>, vpbxId: string, userId: string, extensionIds: string[]): Promise<void> {
  const wanted = [...new Set(extensionIds)]
  if (wanted.length > 0) {
    const found = await trx
      .selectFrom('extension')
      .select('id')
      .where('vpbx_id', '=', vpbxId)
      .where('id', 'in', wanted)
      .execute()
    if (found.length !== wanted.length) throw fieldError('extensionIds', 'field.unknown')
  }
  await trx.deleteFrom('user_extension').where('user_id', '=', userId).execute()
  if (wanted.length > 0) {
    const rows = wanted.map((extensionId) => ({ user_id: userId, extension_id: extensionId, vpbx_id: vpbxId }))
    await trx.insertInto('user_extension').values(rows).execute()
  }
}
