import type { Server } from 'node:https'
import type { Socket } from 'node:net'

/** A server to be started and ended by whoever wires the parts together. */
export interface Listener {
  server: Server
  /** Rejects with Node's error when the port cannot be had. */
  listen(place: { host: string; port: number }): Promise<void>
  /** Resolves when what was being answered is answered and every connection is closed. */
  close(): Promise<void>
}

/** How long an answer may go on after the server was told to end, and how often we look which connections have answered; ms. */
const grace = 2000
const lookEvery = 25

export function createListener(server: Server): Listener {
  // With those that are not through with their handshake, which Node's list of HTTP connections leaves out.
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })

  function listen({ host, port }: { host: string; port: number }): Promise<void> {
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port }, () => {
        server.off('error', reject)
        resolve()
      })
    })
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      // Node closes those that are idle now; one that is kept after its answer would hold the end up.
      const idle = setInterval(() => server.closeIdleConnections(), lookEvery)
      const late = setTimeout(() => {
        for (const socket of open) socket.destroy()
      }, grace)
      server.close(() => {
        clearInterval(idle)
        clearTimeout(late)
        resolve()
      })
    })
  }

  return { server, listen, close }
}
