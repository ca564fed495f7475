import { sql, type Transaction } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Schema } from '#db/schema.ts'
import { addressBlock } from '#domain/address.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'

/** From how many tries on one must wait, and how many seconds. An hour of peace starts the count anew. */
interface DelayRule {
  subject: string
  steps: readonly (readonly [tries: number, seconds: number])[]
}
const forgetAfter = 3_600_000

/**
 * A login tried from one address waits up to 15 minutes. A login as such waits at most a minute, so that a stranger cannot keep its owner out;
 * an address as such waits only after many tries, since an office shares one.
 */
function rulesFor(loginKey: string, address: string): DelayRule[] {
  const ip = addressBlock(address)
  return [
    {
      subject: `login+ip:${loginKey}|${ip}`,
      steps: [
        [3, 2],
        [5, 10],
        [7, 60],
        [10, 300],
        [15, 900],
      ],
    },
    {
      subject: `login:${loginKey}`,
      steps: [
        [10, 5],
        [20, 60],
      ],
    },
    {
      subject: `ip:${ip}`,
      steps: [
        [30, 5],
        [60, 60],
        [100, 900],
      ],
    },
  ]
}

/**
 * Counts a try before the password is looked at, so that parallel tries cannot slip past. One that is refused counts nowhere.
 * Throws session.tooManyAttempts with `seconds` to wait.
 */
export async function countTry(db: Db, clock: Clock, loginKey: string, ip: string): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (trx) => {
    for (const rule of rulesFor(loginKey, ip)) await countBy(trx, rule, now)
  })
}

async function countBy(trx: Transaction<Schema>, rule: DelayRule, now: number): Promise<void> {
  const count = sql<number>`case when sign_in_failure.last_at < ${sql.lit(now - forgetAfter)} then 1 else sign_in_failure.count + 1 end`
  const row = await trx
    .insertInto('sign_in_failure')
    .values({ subject: rule.subject, count: 1, last_at: now, next_at: now })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet({ count, last_at: now, next_at: sql<number>`${sql.lit(now)} + ${delay(rule, now)}` })
        .where('sign_in_failure.next_at', '<=', now),
    )
    .returning('count')
    .executeTakeFirst()
  if (!row) throw await tooMany(trx, rule.subject, now)
}

/** Milliseconds to wait after the try that is being counted, as SQL over the row before it. Numbers stand literally: PostgreSQL cannot tell the type of a parameter in a CASE. */
function delay(rule: DelayRule, now: number) {
  const steps = [...rule.steps].reverse()
  const cases = steps.map(
    ([tries, seconds]) => sql`when sign_in_failure.count + 1 >= ${sql.lit(tries)} then ${sql.lit(seconds * 1000)}`,
  )
  return sql<number>`(case when sign_in_failure.last_at < ${sql.lit(now - forgetAfter)} then 0 ${sql.join(cases, sql` `)} else 0 end)`
}

async function tooMany(trx: Transaction<Schema>, subject: string, now: number): Promise<AppError> {
  const row = await trx
    .selectFrom('sign_in_failure')
    .select('next_at')
    .where('subject', '=', subject)
    .executeTakeFirst()
  const seconds = Math.max(1, Math.ceil(((row?.next_at ?? now) - now) / 1000))
  return new AppError('session.tooManyAttempts', { params: { seconds } })
}

/** A right password clears what was counted against this login, and takes its own try back from the address: an office may sign in as often as it likes. */
export async function forgetTries(db: Db, loginKey: string, ip: string): Promise<void> {
  const [both, login, address] = rulesFor(loginKey, ip).map((rule) => rule.subject)
  await db
    .deleteFrom('sign_in_failure')
    .where('subject', 'in', [both ?? '', login ?? ''])
    .execute()
  await db
    .updateTable('sign_in_failure')
    .set((e) => ({ count: e('count', '-', 1), next_at: e.ref('last_at') }))
    .where('subject', '=', address ?? '')
    .where('count', '>', 0)
    .execute()
}
