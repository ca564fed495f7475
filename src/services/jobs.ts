import type { ExpressionBuilder } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Row, Schema } from '#db/schema.ts'
import type { Clock } from '#domain/clock.ts'
import { newId } from '#domain/id.ts'

/** What does the work of one kind of job; what it throws is tried again later. */
export type JobHandler = (job: Row<'job'>) => Promise<void>

/** A claim that is not kept in this time was lost with its process. */
const lease = 5 * 60_000
/** Before the second try, the third …; the last one again and again. */
const waits = [30_000, 60_000, 2 * 60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 60 * 60_000]
/** After two days of hours nobody waits for it any more. */
const mostAttempts = 54
const lookEvery = 5000

/** Puts work into the queue, in the transaction of what asks for it. */
export async function enqueueJob(
  trx: Db,
  now: number,
  { kind, vpbxId, payload }: { kind: string; vpbxId: string | null; payload: object },
): Promise<void> {
  await trx
    .insertInto('job')
    .values({
      ...{ id: newId(), created_at: now, vpbx_id: vpbxId, kind, payload: JSON.stringify(payload) },
      ...{ state: 'waiting', run_at: now, attempts: 0, claimed_by: null, claimed_until: null },
      ...{ progress: 0, total: 1, error: null },
    })
    .execute()
}

export interface JobParts {
  db: Db
  clock: Clock
  handlers: Record<string, JobHandler>
  failed(error: unknown): void
}

function isFree(now: number) {
  return (e: ExpressionBuilder<Schema, 'job'>) =>
    e.or([e('state', '=', 'waiting'), e.and([e('state', '=', 'running'), e('claimed_until', '<', now)])])
}

/** Does what waits in the job table. Any number of processes may: a row is claimed by one of them at a time. */
export function createJobRunner({ db, clock, handlers, failed }: JobParts) {
  const me = newId()
  let running: Promise<void> = Promise.resolve()

  async function runDue(): Promise<void> {
    for (let job = await claim(); job; job = await claim()) await run(job)
  }

  async function claim(): Promise<Row<'job'> | undefined> {
    const now = clock()
    return (
      db
        .updateTable('job')
        .set((e) => ({
          state: 'running' as const,
          claimed_by: me,
          claimed_until: now + lease,
          attempts: e('attempts', '+', 1),
        }))
        .where('id', '=', (e) =>
          e
            .selectFrom('job')
            .select('id')
            .where('kind', 'in', Object.keys(handlers))
            .where('run_at', '<=', now)
            .where(isFree(now))
            .orderBy('run_at')
            .limit(1),
        )
        // Looked at again under the row's lock: another process may have been quicker.
        .where(isFree(now))
        .returningAll()
        .executeTakeFirst()
    )
  }

  async function run(job: Row<'job'>): Promise<void> {
    const own = db.updateTable('job').where('id', '=', job.id).where('claimed_by', '=', me)
    try {
      await handlers[job.kind]?.(job)
      await own.set({ state: 'done', progress: job.total, error: null, claimed_until: null }).execute()
    } catch (error) {
      const wait = waits[Math.min(job.attempts, waits.length) - 1] ?? 0
      const state = job.attempts >= mostAttempts ? 'failed' : 'waiting'
      const said = (error instanceof Error ? error.message : String(error)).slice(0, 500)
      await own.set({ state, run_at: clock() + wait, error: said, claimed_until: null }).execute()
    }
  }

  /** One round; a second call waits for the first. */
  function look(): Promise<void> {
    running = running.then(runDue).catch(failed)
    return running
  }

  return {
    look,
    /** Looks every few seconds. Returns the function that ends it, when what is under way is done. */
    start(): () => Promise<void> {
      let idle = true
      const timer = setInterval(() => {
        if (!idle) return
        idle = false
        void look().finally(() => {
          idle = true
        })
      }, lookEvery)
      return () => {
        clearInterval(timer)
        return running
      }
    },
  }
}
