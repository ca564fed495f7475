import type { FastifyInstance, FastifyReply } from 'fastify'
import { LiveEvent } from '#contract/event.ts'
import type { Actor } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'
import type { LineService } from '#services/lines.ts'
import { type LiveEvents, type LiveHint, mayHear } from '#services/live-events.ts'
import type { Admittance } from '../shared/admission.ts'

export interface EventStreamParts {
  events: LiveEvents
  lines: LineService
  admittance: Admittance
  switchIsUp(): boolean
}

const heartbeat = 20_000
/** One browser needs one; a user has a few browsers. */
const streamsPerUser = 20

/** GET /api/events: server-sent events for who is signed in. */
export function serveEvents(app: FastifyInstance, parts: EventStreamParts): void {
  const open = new Map<string, number>()
  const ends = new Set<() => void>()

  app.get('/api/events', { schema: { hide: true } }, async (request, reply) => {
    const admit = async (touch: boolean): Promise<Actor> => {
      const actor = await parts.admittance.admit({ access: 'user', method: 'GET' }, request, { touch })
      if (!actor) throw new AppError('session.required')
      return actor
    }
    const actor = await admit(true)
    const count = open.get(actor.userId) ?? 0
    if (count >= streamsPerUser) throw new AppError('busy')
    open.set(actor.userId, count + 1)
    const end = () => reply.raw.end()
    ends.add(end)
    // From here on the client may leave at any moment.
    const stop = startStream(reply, parts, actor, () => admit(false))
    const closed = () => {
      stop()
      ends.delete(end)
      open.set(actor.userId, (open.get(actor.userId) ?? 1) - 1)
    }
    if (reply.raw.destroyed) closed()
    else reply.raw.on('close', closed)
    return reply
  })
  app.addHook('preClose', async () => {
    for (const end of ends) end()
  })
}

/** Sends until it is stopped. Who listens is asked anew with each beat: whoever was signed out hears no more, whoever lost a right no more of that. */
function startStream(
  reply: FastifyReply,
  { events, lines, switchIsUp }: EventStreamParts,
  first: Actor,
  admitAgain: () => Promise<Actor>,
): () => void {
  const listener = { actor: first, ownLines: new Set<string>() }
  const send = openStream(reply)
  send({ type: 'switch', up: switchIsUp() })
  const unsubscribe = events.subscribe((hint) => {
    if (mayHear(listener.actor, listener.ownLines, hint)) send(present(hint))
  })
  const lookAgain = async (actor: Actor): Promise<void> => {
    const own = actor.role === 'user' ? await lines.own(actor) : []
    listener.ownLines = new Set(own.map((line) => line.id))
    listener.actor = actor
  }
  const failed = () => void reply.raw.end()
  void lookAgain(first).catch(failed)
  const beat = setInterval(() => {
    admitAgain()
      .then(lookAgain)
      .then(() => reply.raw.write(':\n\n'))
      .catch(failed)
  }, heartbeat)
  return () => {
    clearInterval(beat)
    unsubscribe()
  }
}

function openStream(reply: FastifyReply): (event: LiveEvent) => void {
  reply.hijack()
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  return (event) => void reply.raw.write(`data: ${JSON.stringify(event)}\n\n`)
}

/** Without the vPBX: the schema takes away what is not in the contract. */
function present(hint: LiveHint): LiveEvent {
  return LiveEvent.parse(hint)
}
