import { randomBytes } from 'node:crypto'
import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import { type Actor, isProvider } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import { StartError } from '#domain/start-error.ts'
import type { Switch } from '#switch/port.ts'
import { writeAudit } from './audit.ts'
import { newOneTimePassword } from './one-time-password.ts'
import { hashPassword } from './password-hash.ts'
import type { Settings } from './settings.ts'

export interface ProviderValues {
  name: string
  appName?: string | undefined
  appOffered?: boolean | undefined
  appContact?: string | undefined
}

export type ProviderService = ReturnType<typeof createProviderService>

export function createProviderService(parts: { db: Db; clock: Clock; settings: Settings; sipSwitch: Switch }) {
  const { db, clock, settings, sipSwitch } = parts

  async function get(actor: Actor) {
    if (!isProvider(actor)) throw new AppError('notFound')
    const { name, realm, ...app } = await db.selectFrom('provider').selectAll().executeTakeFirstOrThrow()
    return {
      name,
      appName: app.app_name,
      appOffered: app.app_offered === 1,
      appContact: app.app_contact,
      realm,
      host: settings.host,
      switchUp: sipSwitch.isUp(),
      vpbxCount: await count(db, 'vpbx'),
      deviceCount: await count(db, 'device'),
    }
  }

  async function change(actor: Actor, { name, appName, appOffered, appContact }: ProviderValues) {
    if (!isProvider(actor)) throw new AppError('notFound')
    const app = {
      ...(appName !== undefined && { app_name: appName }),
      ...(appOffered !== undefined && { app_offered: appOffered ? 1 : 0 }),
      ...(appContact !== undefined && { app_contact: appContact }),
    }
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('provider')
        .set({ name, ...app })
        .execute()
      await writeAudit(trx, clock, actor, { action: 'provider.changed', subject: name, vpbxId: null })
    })
    return get(actor)
  }

  /** What everybody who is signed in sees in the heading, and what the apps are called. */
  async function names(): Promise<{ provider: string; app: string }> {
    const { name, app_name: app } = await db
      .selectFrom('provider')
      .select(['name', 'app_name'])
      .executeTakeFirstOrThrow()
    return { provider: name, app }
  }

  return { get, change, names }
}

async function count(db: Db, table: 'vpbx' | 'device'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What the first start of an installation yields; null on every later one. */
export interface FirstStart {
  login: string
  oneTimePassword: string
}

/**
 * Makes the provider's row and first user when there are none, and makes sure that the master key is the one this database was sealed with.
 * StartError when it is another.
 */
export async function prepareInstallation(
  db: Db,
  clock: Clock,
  { keyCheck }: { keyCheck: string },
): Promise<{ provider: Row<'provider'>; firstStart: FirstStart | null }> {
  const present = await db.selectFrom('provider').selectAll().executeTakeFirst()
  if (present) {
    if (present.key_check !== keyCheck) {
      throw new StartError(
        'The master key is not the one that this database was sealed with. Put back the right RACCORD_MASTER_KEY_FILE. Nothing was changed.',
      )
    }
    return { provider: present, firstStart: null }
  }
  const oneTimePassword = newOneTimePassword()
  const passwordHash = await hashPassword(oneTimePassword)
  const provider = await db.transaction().execute(async (trx) => {
    const now = clock()
    await trx
      .insertInto('user')
      .values({
        id: newId(),
        created_at: now,
        vpbx_id: null,
        role: 'provider',
        login: 'provider',
        login_key: 'provider',
        display_name: 'Provider',
        email: '',
        language: 'fr',
        password_hash: passwordHash,
        must_renew_password: 1,
        last_sign_in_at: null,
      })
      .execute()
    return trx
      .insertInto('provider')
      .values({ id: newId(), created_at: now, name: 'Raccord', realm: newRealm(), key_check: keyCheck })
      .returningAll()
      .executeTakeFirstOrThrow()
  })
  return { provider, firstStart: { login: 'provider', oneTimePassword } }
}

/** Stays for good, whatever the host is called later: the HA1 of every secret holds it. */
function newRealm(): string {
  return `raccord-${randomBytes(4).toString('hex')}`
}
