import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect, createServer, type Socket } from 'node:net'
import { realm, until } from './switch.ts'

/** Bytes in, bytes out: a sender that knows nothing of SIP. */
export interface RawSender {
  send(bytes: Uint8Array | string): void
  /** All that came back, one datagram or chunk each. */
  received: string[]
  /** Bytes that were not taken from us yet; 0 with UDP. */
  waiting(): number
  isOpen(): boolean
  close(): void
}

export async function openUdp(from: { address: string; port: number }, to: number): Promise<RawSender> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4_000_000 })
  const received: string[] = []
  socket.on('message', (message) => received.push(message.toString('latin1')))
  await new Promise<void>((resolve, reject) => socket.once('error', reject).bind(from.port, from.address, resolve))
  socket.on('error', () => {})
  return {
    ...{ received, waiting: () => 0, isOpen: () => true },
    send: (bytes) => socket.send(bytes, to, '127.0.0.1'),
    close: () => socket.close(),
  }
}

/** Rejects when the connection is refused. */
export async function openTcp(address: string, to: number): Promise<RawSender> {
  const socket = connect({ port: to, host: '127.0.0.1', localAddress: address })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const received: string[] = []
  let open = true
  socket.on('data', (chunk) => received.push(chunk.toString('latin1')))
  socket.on('error', () => {})
  socket.on('close', () => (open = false))
  return {
    ...{ received, waiting: () => socket.writableLength, isOpen: () => open },
    send: (bytes) => void (open && socket.write(bytes)),
    close: () => socket.destroy(),
  }
}

/** Listens at an address over UDP and TCP; `heard` is whatever arrived there. */
export async function createTrap(
  address: string,
  port: number,
): Promise<{ heard: string[]; close: () => Promise<void> }> {
  const heard: string[] = []
  const udp = createSocket('udp4')
  udp.on('message', (message) => heard.push(`udp ${message.toString('latin1')}`))
  await new Promise<void>((resolve) => udp.bind(port, address, resolve))
  const sockets = new Set<Socket>()
  const tcp = createServer((socket) => {
    sockets.add(socket)
    heard.push('tcp connection')
    socket.on('data', (chunk) => heard.push(`tcp ${chunk.toString('latin1')}`))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => tcp.listen(port, address, resolve))
  const close = async () => {
    udp.close()
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => tcp.close(resolve))
  }
  return { heard, close }
}

type Method = 'INVITE' | 'REGISTER' | 'SUBSCRIBE' | 'OPTIONS' | 'REFER' | 'MESSAGE'

interface Wording {
  method: Method
  /** Of the sender. */
  number: string
  from: { address: string; port: number }
  id: string
  uri?: string
  /** Whole header lines, e.g. of authorization. */
  extra?: string[]
  /** SIP's name for how it is sent. */
  via?: 'UDP' | 'TCP'
}

/** A request as a telephone would send it. */
export function requestText({
  method,
  number,
  from,
  id,
  uri = uriOf(method),
  extra = [],
  via = 'UDP',
}: Wording): string {
  const own = `sip:${number}@pbx.test`
  const lines = [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/${via} ${from.address}:${from.port};branch=z9hG4bK${id};rport`,
    `From: "Someone" <${own}>;tag=t${id}`,
    `To: <${method === 'REGISTER' ? own : uri}>`,
    `Call-ID: ${id}@hostile.test`,
    `CSeq: 1 ${method}`,
    'Max-Forwards: 70',
    `Contact: <sip:${number}@${from.address}:${from.port}>`,
    ...(method === 'SUBSCRIBE' ? ['Event: dialog', 'Accept: application/dialog-info+xml'] : []),
    ...(method === 'REGISTER' || method === 'SUBSCRIBE' ? ['Expires: 120'] : []),
    ...extra,
  ]
  if (method !== 'INVITE') return `${[...lines, 'Content-Length: 0'].join('\r\n')}\r\n\r\n`
  const body = [
    ...['v=0', `o=- 1 1 IN IP4 ${from.address}`, 's=-', `c=IN IP4 ${from.address}`, 't=0 0'],
    ...['m=audio 49170 RTP/AVP 8 101', 'a=rtpmap:101 telephone-event/8000', ''],
  ].join('\r\n')
  return `${[...lines, 'Content-Type: application/sdp', `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`
}

function uriOf(method: Method): string {
  return method === 'REGISTER' ? 'sip:pbx.test' : 'sip:22@pbx.test'
}

/** The header that answers a challenge (RFC 2617 without qop). */
export function authorization(
  method: Method,
  who: { digestName: string; secret: string; nonce: string },
  uri = uriOf(method),
): string {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const response = md5(`${md5(`${who.digestName}:${realm}:${who.secret}`)}:${who.nonce}:${md5(`${method}:${uri}`)}`)
  const words = { username: who.digestName, realm, nonce: who.nonce, uri, response }
  const list = Object.entries(words).map(([key, value]) => `${key}="${value}"`)
  const header = method === 'REGISTER' ? 'Authorization' : 'Proxy-Authorization'
  return `${header}: Digest ${list.join(', ')}, algorithm=MD5`
}

/**
 * Sends a request until its final answer comes, as RFC 3261 has a telephone do it over UDP, and resolves to that answer's status and nonce.
 * The sender may not be used for anything else at the time. `within`: ms.
 */
export async function ask(sender: RawSender, text: string, within = 5000): Promise<{ code: number; nonce: string }> {
  const callId = /^Call-ID: .*$/m.exec(text)?.[0] ?? ''
  const final = (answer: string) => /^SIP\/2\.0 [2-6]/.test(answer) && answer.includes(callId)
  const deadline = Date.now() + within
  for (let next = 0; !sender.received.some(final); ) {
    if (Date.now() > deadline) throw new Error(`no answer within ${within} ms to ${text.slice(0, 40)}`)
    if (Date.now() >= next) {
      sender.send(text)
      next = Date.now() + 500
    }
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
  const answer = sender.received.find(final) ?? ''
  sender.received.splice(0)
  return { code: Number(answer.slice(8, 11)), nonce: /nonce="([^"]*)"/.exec(answer)?.[1] ?? '' }
}

/** Status codes of the answers, by how often each came. */
export function codesOf(received: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const text of received)
    for (const [, code = ''] of text.matchAll(/^SIP\/2\.0 (\d{3})/gm)) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Sends many, never more than the receiver's buffers hold: a message that the kernel drops attacks nobody. */
export async function pour(
  sender: RawSender,
  count: number,
  make: (index: number) => Uint8Array | string,
): Promise<void> {
  for (let sent = 0; sent < count; ) {
    for (const end = Math.min(sent + 40, count); sent < end; sent++) sender.send(make(sent))
    await new Promise((resolve) => setTimeout(resolve, 4))
    if (sender.waiting() > 1_000_000) await until('they are taken', () => sender.waiting() === 0 || !sender.isOpen())
  }
}
