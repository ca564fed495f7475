import type { FastifyInstance, FastifyReply } from 'fastify'
import { LiveEvent } from '#contract/event.ts'
import type { Actor } from '#domain/actor.ts'
import { AppError } from '#domain/errors.ts'
import type { LineService } from '#services/lines.ts'
import { type LiveEvents, type LiveHint, mayHear } from '#services/live-events.ts'
import type { Admittance } from './admission.ts'

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
export function serveEvents(app: FastifyInstance, { events, lines, admittance, switchIsUp }: EventStreamParts): void {
  const open = new Map<string, number>()
  const streams = new Set<() => void>()

  app.get('/api/events', { schema: { hide: true } }, async (request, reply) => {
    const admit = () => admittance.admit({ access: 'user', method: 'GET' }, request)
    const actor = await admit()
    if (!actor) throw new AppError('session.required')
    if ((open.get(actor.userId) ?? 0) >= streamsPerUser) throw new AppError('busy')
    let ownLines = await linesOf(actor)
    const send = startStream(reply)
    send({ type: 'switch', up: switchIsUp() })
    open.set(actor.userId, (open.get(actor.userId) ?? 0) + 1)
    const unsubscribe = events.subscribe((hint) => {
      if (mayHear(actor, ownLines, hint)) send(present(hint))
    })
    const beat = setInterval(async () => {
      try {
        // Whoever was signed out, or lost a line, hears no more of it.
        await admit()
        ownLines = await linesOf(actor)
        reply.raw.write(':\n\n')
      } catch {
        reply.raw.end()
      }
    }, heartbeat)
    const end = () => reply.raw.end()
    streams.add(end)
    reply.raw.on('close', () => {
      clearInterval(beat)
      unsubscribe()
      streams.delete(end)
      open.set(actor.userId, (open.get(actor.userId) ?? 1) - 1)
    })
    return reply
  })
  app.addHook('preClose', async () => {
    for (const end of streams) end()
  })

  async function linesOf(actor: Actor): Promise<Set<string>> {
    return new Set(actor.role === 'user' ? (await lines.own(actor)).map((line) => line.id) : [])
  }
}

function startStream(reply: FastifyReply): (event: LiveEvent) => void {
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
