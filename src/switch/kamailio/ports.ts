import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { AppError, type ErrorCode } from '#domain/errors.ts'

/** Milliseconds: how long a Kamailio that was killed may hold its sockets. */
const patience = 1500

/**
 * Binds and lets go, so that a port held by another program is named before Kamailio fails on it.
 * Throws AppError('switch.portInUse' | 'switch.portForbidden' | 'switch.addressUnavailable') with `port`, `protocol` and `address`.
 */
export async function requireFree(
  listeners: { protocol: 'udp' | 'tcp'; address: string; port: number }[],
): Promise<void> {
  const deadline = Date.now() + patience
  for (const { protocol, address, port } of listeners) {
    const attempt = () => (protocol === 'udp' ? tryUdp(address, port) : tryTcp(address, port))
    let fault = await attempt()
    while (fault === 'EADDRINUSE' && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      fault = await attempt()
    }
    if (fault !== null)
      throw new AppError(codes[fault] ?? 'switch.addressUnavailable', {
        params: { protocol: protocol.toUpperCase(), address, port },
      })
  }
}

const codes: Record<string, ErrorCode> = { EADDRINUSE: 'switch.portInUse', EACCES: 'switch.portForbidden' }

/** Whether a TCP port on loopback can be had. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryTcp('127.0.0.1', port)) === null
}

/** Whether a UDP port on loopback can be had. */
export async function isUdpFree(port: number): Promise<boolean> {
  return (await tryUdp('127.0.0.1', port)) === null
}

function tryTcp(address: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ host: address, port, ipv6Only: true }, () => server.close(() => resolve(null)))
  })
}

function tryUdp(address: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: address.includes(':') ? 'udp6' : 'udp4', ipv6Only: address.includes(':') })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.close()
      resolve(error.code ?? 'unknown')
    })
    socket.bind({ address, port, exclusive: true }, () => socket.close(() => resolve(null)))
  })
}
