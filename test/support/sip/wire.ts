import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { parseMessage, type SipMessage, wholeMessages } from './message.ts'

export type WireTransport = 'udp' | 'tcp' | 'tls'

/** What a test phone sends and hears on. */
export interface Wire {
  transport: WireTransport
  /** What it puts into Via and Contact. */
  host: string
  send(text: string): void
  close(): void
}

export interface WireOptions {
  transport: WireTransport
  /** Of the phone; over TCP and TLS the connection is made from there. */
  address: string
  port: number
  target: { host: string; port: number }
  onMessage: (message: SipMessage) => void
}

export async function openWire(options: WireOptions): Promise<Wire> {
  return options.transport === 'udp' ? openUdp(options) : openStream(options)
}

async function openUdp({ address, port, target, onMessage }: WireOptions): Promise<Wire> {
  const socket = createSocket('udp4')
  let open = true
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, address, resolve)
  })
  socket.on('message', (data, from) => {
    const text = data.toString()
    if (text.trim() !== '') onMessage(parseMessage(text, from))
  })
  return {
    transport: 'udp',
    host: `${address}:${port}`,
    send: (text) => socket.send(text, target.port, target.host),
    close: () => {
      if (open) socket.close()
      open = false
    },
  }
}

async function openStream({ transport, address, port, target, onMessage }: WireOptions): Promise<Wire> {
  const place = { ...target, localAddress: address, localPort: port }
  const socket = transport === 'tls' ? connectTls({ ...place, rejectUnauthorized: false }) : connectTcp(place)
  await once(socket, transport === 'tls' ? 'secureConnect' : 'connect')
  let rest = ''
  socket.on('error', () => {})
  socket.on('data', (data: Buffer) => {
    const source = { address: target.host, port: target.port }
    rest = wholeMessages(rest + data.toString(), (text) => onMessage(parseMessage(text, source)))
  })
  return {
    transport,
    host: `${address}:${port}`,
    send: (text) => socket.write(text),
    close: () => socket.destroy(),
  }
}
