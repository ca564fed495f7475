import type { Db } from '#db/open.ts'
import type { Row } from '#db/schema.ts'
import type { Actor } from '#domain/actor.ts'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { newId } from '#domain/id.ts'
import type { CredentialSync } from './credentials.ts'
import { createLineService } from './lines.ts'
import { idleLimit } from './sessions.ts'
import type { Settings } from './settings.ts'
import { newUnsealedIdentity } from './sip-identity.ts'

/** Milliseconds that a telephone without a connection is kept: the network may change, the computer may sleep. */
const grace = 60_000
const sweepEvery = 5000
/** Tabs of one session. */
const perSession = 10

export type WebPhoneService = ReturnType<typeof createWebPhoneService>

interface Parts {
  db: Db
  clock: Clock
  settings: Pick<Settings, 'host' | 'realm'>
  syncCredentials: CredentialSync
  failed(error: unknown): void
}

/**
 * Telephones in browsers. Each has a digest identity of its own, made when the page starts, which lives no longer than the page, the session, and the
 * vPBX's leave: no secret of a line or an account reaches a browser.
 */
export function createWebPhoneService(parts: Parts) {
  const { db, clock, settings, syncCredentials, failed } = parts
  const lineService = createLineService({ db })
  /** How to end the connections of each telephone. */
  const connections = new Map<string, Set<() => void>>()
  /** Since when a telephone has had no connection. */
  const alone = new Map<string, number>()
  /** What the switch may know of. */
  const known = new Set<string>()

  /** The lines of who asks on which he may telephone. */
  async function lines(actor: Actor) {
    const on = await db.selectFrom('vpbx').select('id').where('web_phone', '=', 1).execute()
    const open = new Set(on.map(({ id }) => id))
    const own = await lineService.own(actor)
    if (own.length > 0 && !own.some(({ vpbx }) => open.has(vpbx.id))) throw new AppError('webPhone.off')
    return own.filter(({ vpbx }) => open.has(vpbx.id))
  }

  /** A telephone on one of the own lines. The secret is given this once. Throws notFound, webPhone.off, busy. */
  async function start(actor: Actor, session: Row<'session'>, lineId: string) {
    const line = (await lines(actor)).find(({ id }) => id === lineId)
    if (!line) throw new AppError('notFound')
    const now = clock()
    const { secret, ...identity } = newUnsealedIdentity(settings.realm, now)
    const id = newId()
    await db.transaction().execute(async (trx) => {
      const held = await trx.selectFrom('web_phone').select('id').where('session_id', '=', session.id).execute()
      if (held.length >= perSession) throw new AppError('busy')
      const row = { id, created_at: now, vpbx_id: line.vpbx.id, session_id: session.id, line_id: lineId, ...identity }
      await trx.insertInto('web_phone').values(row).execute()
    })
    alone.set(id, now)
    known.add(id)
    await syncCredentials([id], { drop: false })
    const { number, extension } = line
    return {
      ...{ id, number, displayName: extension.displayName },
      ...{ authName: identity.digest_name, password: secret, host: settings.host },
    }
  }

  /** A telephone of this session has a connection, which `end` ends. Returns what to call when it is gone; null when there is no such telephone. */
  async function connected(sessionId: string, id: string, end: () => void): Promise<(() => void) | null> {
    const row = await ofSession(sessionId, id)
    if (!row) return null
    const open = connections.get(id) ?? new Set()
    connections.set(id, open.add(end))
    alone.delete(id)
    known.add(id)
    return () => {
      open.delete(end)
      if (open.size === 0) alone.set(id, clock())
    }
  }

  function ofSession(sessionId: string, id: string) {
    const row = db.selectFrom('web_phone').select('id').where('id', '=', id).where('session_id', '=', sessionId)
    return row.executeTakeFirst()
  }

  /** The page is left. */
  async function stop(sessionId: string, id: string): Promise<void> {
    if (!(await ofSession(sessionId, id))) throw new AppError('notFound')
    await db.deleteFrom('web_phone').where('id', '=', id).execute()
    await forget([id])
  }

  /** What has no page, no session or no leave any more goes. */
  async function sweep(): Promise<void> {
    const now = clock()
    const rows = await db
      .selectFrom('web_phone')
      .innerJoin('vpbx', 'vpbx.id', 'web_phone.vpbx_id')
      .innerJoin('session', 'session.id', 'web_phone.session_id')
      .select([
        'web_phone.id',
        'vpbx.web_phone as allowed',
        'session.expires_at as ends',
        'session.last_seen_at as seen',
      ])
      .execute()
    const over = rows.filter(({ id, allowed, ends, seen }) => {
      // Those of an earlier run of Raccord have the same time to come back.
      if (!connections.get(id)?.size && !alone.has(id)) alone.set(id, now)
      return allowed === 0 || ends <= now || seen <= now - idleLimit || (alone.get(id) ?? now) < now - grace
    })
    const ids = over.map(({ id }) => id)
    if (ids.length > 0) await db.deleteFrom('web_phone').where('id', 'in', ids).execute()
    const held = new Set(rows.map(({ id }) => id))
    await forget([...ids, ...[...known].filter((id) => !held.has(id))])
  }

  async function forget(ids: string[]): Promise<void> {
    if (ids.length === 0) return
    for (const id of ids) {
      for (const end of connections.get(id) ?? []) end()
      connections.delete(id)
      alone.delete(id)
    }
    await syncCredentials(ids, { drop: true })
    for (const id of ids) known.delete(id)
  }

  /** Looks every few seconds. Returns the function that ends it. */
  function watch(): () => void {
    let running = false
    const timer = setInterval(() => {
      if (running) return
      running = true
      sweep()
        .catch(failed)
        .finally(() => {
          running = false
        })
    }, sweepEvery)
    return () => clearInterval(timer)
  }

  return { lines, start, connected, stop, sweep, watch }
}
