import dgram from 'node:dgram'
import { lookup } from 'node:dns/promises'
import net from 'node:net'
import tls from 'node:tls'
import type { Socket as JsSipSocket } from 'jssip/lib/Socket.js'
import { createSipStream } from './sip-stream.ts'
import type { SipTransport } from './types.ts'

export interface SipTarget {
  readonly host: string
  readonly port: number
  readonly transport: SipTransport
}

export interface SipConnectionOptions {
  /** Local UDP port; 0 takes any. */
  readonly listenPort: number
  /** PEM of the only authorities to trust for TLS; null trusts those of the system. */
  readonly ca: string | null
  readonly signal: AbortSignal
}

/** An open way to the server, in the form that JsSIP takes as its socket. */
export interface SipConnection {
  readonly localAddress: string
  readonly localPort: number
  readonly socket: JsSipSocket
  close(): void
}

/** What carries bytes: the part that differs between UDP, TCP and TLS. */
interface Wire {
  readonly address: string
  readonly port: number
  write(message: string): boolean
  close(): void
}

interface WireEvents {
  message(text: string): void
  closed(): void
}

const connectMilliseconds = 8000
// Short of the 30 s after which many routers forget a UDP mapping.
const keepAliveMilliseconds = 25_000

/** Opens the way to the server. Throws the system's error (with its `code`) when there is none. */
export async function openSipConnection(target: SipTarget, options: SipConnectionOptions): Promise<SipConnection> {
  let receive: (text: string) => void = () => {}
  let lost: () => void = () => {}
  const events: WireEvents = { message: (text) => receive(text), closed: () => lost() }
  const wire =
    target.transport === 'udp' ? await openUdp(target, options, events) : await openStream(target, options, events)
  const keepAlive = setInterval(() => wire.write('\r\n\r\n'), keepAliveMilliseconds)
  let open = true
  const close = () => {
    open = false
    clearInterval(keepAlive)
    wire.close()
  }
  const socket: JsSipSocket = {
    via_transport: target.transport.toUpperCase(),
    url: `sip:${bracketed(target.host)}:${target.port}`,
    sip_uri: `sip:${bracketed(target.host)}:${target.port};transport=${target.transport}`,
    connect() {
      if (open) queueMicrotask(() => socket.onconnect())
    },
    disconnect: close,
    send: (message) => open && wire.write(withSentBy(String(message), wire)),
    isConnected: () => open,
    isConnecting: () => false,
    onconnect() {},
    ondisconnect() {},
    ondata() {},
  }
  receive = (text) => open && socket.ondata(text)
  lost = () => {
    if (!open) return
    close()
    socket.ondisconnect(true)
  }
  return { localAddress: wire.address, localPort: wire.port, socket, close }
}

/**
 * JsSIP writes its Via for a WebSocket, where the answer comes back on the same connection: without a port and without
 * `rport`. A desk telephone names its port and asks for the answer to where the request came from (RFC 3581).
 */
function withSentBy(message: string, wire: Wire): string {
  if (message.startsWith('SIP/2.0 ')) return message
  return message.replace(/^(Via: SIP\/2\.0\/\w+) [^;\r\n]+;/im, `$1 ${bracketed(wire.address)}:${wire.port};rport;`)
}

export function bracketed(host: string): string {
  return net.isIPv6(host) ? `[${host}]` : host
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}

async function openUdp(target: SipTarget, options: SipConnectionOptions, events: WireEvents): Promise<Wire> {
  const host = bare(target.host)
  const { address, family } = await lookup(host, { family: 4 }).catch(() => lookup(host))
  const type = family === 6 ? 'udp6' : 'udp4'
  const probe = await openProbe(type, address, target.port)
  const socket = dgram.createSocket(type)
  await settled(socket, (done) => socket.bind(options.listenPort, done)).catch((error: unknown) => {
    probe.close()
    throw error
  })
  let open = true
  // Who is being answered: JsSIP answers a request before it returns from it.
  let asker: dgram.RemoteInfo | null = null
  socket.on('message', (data, from) => {
    asker = from
    events.message(data.toString('utf8'))
    asker = null
  })
  for (const each of [socket, probe]) each.on('error', events.closed)
  return {
    address: probe.address().address,
    port: socket.address().port,
    write(message) {
      if (!open) return false
      if (asker !== null && message.startsWith('SIP/2.0 ')) socket.send(message, asker.port, asker.address)
      else socket.send(message, target.port, address)
      // Two line breaks are a keep-alive to a SIP server.
      if (asker === null) probe.send('\r\n\r\n')
      return true
    },
    close() {
      if (!open) return
      open = false
      socket.close()
      probe.close()
    },
  }
}

/**
 * A second socket, connected to the server. It knows which local address leads there, and it is told (by ICMP) when
 * nobody listens. The first one cannot be connected: a server with several addresses may answer from another one.
 */
async function openProbe(type: dgram.SocketType, address: string, port: number): Promise<dgram.Socket> {
  const probe = dgram.createSocket(type)
  await settled(probe, (done) => probe.connect(port, address, done))
  return probe
}

/** Waits for `begin` to call back; closes the socket and throws when it fails. */
async function settled(socket: dgram.Socket, begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    begin((error) => (error ? reject(error) : resolve()))
  }).catch((error: unknown) => {
    socket.close()
    throw error
  })
  socket.removeAllListeners('error')
}

async function openStream(target: SipTarget, options: SipConnectionOptions, events: WireEvents): Promise<Wire> {
  const host = bare(target.host)
  const where = { host, port: target.port }
  const isTls = target.transport === 'tls'
  const socket = isTls
    ? tls.connect({
        ...where,
        ...(net.isIP(host) === 0 ? { servername: host } : {}),
        ...(options.ca === null ? {} : { ca: options.ca }),
      })
    : net.connect(where)
  const stop = () => socket.destroy(new Error('stopped'))
  options.signal.addEventListener('abort', stop, { once: true })
  socket.setTimeout(connectMilliseconds, () =>
    socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
  )
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once(isTls ? 'secureConnect' : 'connect', resolve)
  }).finally(() => options.signal.removeEventListener('abort', stop))
  socket.setTimeout(0)
  socket.removeAllListeners('error')
  socket.on('error', () => socket.destroy())
  socket.on('close', events.closed)
  const stream = createSipStream()
  socket.on('data', (bytes) => {
    try {
      for (const message of stream.push(bytes)) events.message(message)
    } catch {
      socket.destroy()
    }
  })
  return {
    address: socket.localAddress ?? '',
    port: socket.localPort ?? 0,
    write(message) {
      if (socket.destroyed) return false
      socket.write(message)
      return true
    },
    close: () => socket.end(),
  }
}
