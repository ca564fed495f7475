import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { AppError } from '#domain/errors.ts'

type Fault = 'EADDRINUSE' | 'EACCES' | 'EADDRNOTAVAIL' | string

/**
 * Binds and lets go, so that a port held by another program is named before Kamailio fails on it.
 * Throws AppError('switch.portInUse' | 'switch.portForbidden' | 'switch.addressUnavailable') with `port`, `protocol` and `address`.
 */
export async function requireFree(
  listeners: { protocol: 'udp' | 'tcp'; address: string; port: number }[],
): Promise<void> {
  for (const { protocol, address, port } of listeners) {
    const fault = protocol === 'udp' ? await tryUdp(address, port) : await tryTcp(address, port)
    if (fault === null) continue
    const params = { protocol: protocol.toUpperCase(), address, port }
    if (fault === 'EADDRINUSE') throw new AppError('switch.portInUse', { params })
    if (fault === 'EACCES') throw new AppError('switch.portForbidden', { params })
    throw new AppError('switch.addressUnavailable', { params })
  }
}

/** Whether a TCP port on loopback can be had. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryTcp('127.0.0.1', port)) === null
}

function tryTcp(address: string, port: number): Promise<Fault | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ host: address, port, ipv6Only: true }, () => server.close(() => resolve(null)))
  })
}

function tryUdp(address: string, port: number): Promise<Fault | null> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: address.includes(':') ? 'udp6' : 'udp4', ipv6Only: address.includes(':') })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.close()
      resolve(error.code ?? 'unknown')
    })
    socket.bind({ address, port, exclusive: true }, () => socket.close(() => resolve(null)))
  })
}
