import type { Db } from '#db/open.ts'
import type { Clock } from '#domain/clock.ts'

const hour = 3_600_000
const day = 24 * hour
/** The audit is what is looked at after a fraud: two years. */
const auditKept = 730 * day
/** How long fetches are kept in the list of a device. */
const accessesKept = 90 * day

/** How long it can be seen what became of a mail. */
const jobsKept = 30 * day

/** Removes what has served its time. Returns the function that ends it. */
export function startHousekeeping({
  db,
  clock,
  failed,
}: {
  db: Db
  clock: Clock
  failed: (error: unknown) => void
}): () => void {
  const timer = setInterval(() => void sweep(db, clock()).catch(failed), hour)
  return () => clearInterval(timer)
}

/** One sweep at the time `now` (ms). */
export async function sweep(db: Db, now: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('sign_in_failure')
    .where('last_at', '<', now - day)
    .execute()
  await db
    .deleteFrom('access')
    .where('created_at', '<', now - accessesKept)
    .execute()
  await db
    .deleteFrom('audit')
    .where('created_at', '<', now - auditKept)
    .execute()
  await db
    .deleteFrom('job')
    .where('state', 'in', ['done', 'failed'])
    .where('created_at', '<', now - jobsKept)
    .execute()
  await db
    .deleteFrom('contact')
    .where('aor', 'not in', (e) => e.selectFrom('device_line').select('id'))
    .where('aor', 'not in', (e) => e.selectFrom('account').select('id'))
    .where('aor', 'not in', (e) => e.selectFrom('web_phone').select('id'))
    .execute()
}
