import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { SessionService } from '#services/sessions.ts'
import type { WebPhoneService } from '#services/web-phones.ts'
import { sessionCookieOf } from '../shared/admission.ts'
import { clientAddress } from '../shared/client-address.ts'
import { pipeToSwitch } from './pipe.ts'

export interface UpgradeParts {
  sessions: SessionService
  webPhones: WebPhoneService
  /** Throws when there is no switch. */
  webDoor(): { port: number; token: string }
  failed(error: unknown): void
}

/** `/ws?phone=<id>`: SIP over WebSocket, for who is signed in and on the own page alone. */
export function serveWebSocket(app: FastifyInstance, parts: UpgradeParts): void {
  const ends = new Set<() => void>()
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Whoever leaves in the middle must not end the process.
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head, { ...parts, ends }).catch((error) => {
      parts.failed(error)
      refuse(socket, 503, 'Service Unavailable')
    })
  })
  app.addHook('preClose', async () => {
    for (const end of ends) end()
  })
}

async function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { sessions, webPhones, webDoor, ends }: UpgradeParts & { ends: Set<() => void> },
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://localhost')
  if (url.pathname !== '/ws' || request.method !== 'GET') return refuse(socket, 404, 'Not Found')
  // Browsers send the cookie with a WebSocket that a page of another port opens.
  if (!isOwnOrigin(request)) return refuse(socket, 403, 'Forbidden')
  const token = sessionCookieOf(request.headers.cookie)
  const ip = clientAddress(request.socket.remoteAddress)
  const found = token === null ? null : await sessions.find(token, ip, { touch: true })
  if (!found || found.user.must_renew_password) return refuse(socket, 401, 'Unauthorized')
  const door = webDoor()
  let end: () => void = () => socket.destroy()
  const gone = await webPhones.connected(found.session.id, url.searchParams.get('phone') ?? '', () => end())
  if (!gone) return refuse(socket, 404, 'Not Found')
  if (socket.destroyed) return gone()
  end = pipeToSwitch(request, socket, { head, door }, () => {
    ends.delete(end)
    gone()
  })
  ends.add(end)
}

function isOwnOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers.origin === `https://${headers.host}`
}

function refuse(socket: Duplex, status: number, reason: string): void {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
