import { createHash, randomBytes } from 'node:crypto'
import { header, headersOf, type SipMessage, tagOf, uriOf } from './message.ts'
import type { SippAccount } from './sipp.ts'
import { until } from './switch.ts'
import type { Wire } from './wire.ts'

/** What a phone has at hand to write and hear messages. */
export interface Desk {
  account: SippAccount
  wire: Wire
  heard: SipMessage[]
  /** Host and port in Via and Contact. */
  at: string
  contact: string
  domain: string
}

/** A request of the phone's own. */
export interface Asked {
  method?: string
  to: string
  uri?: string
  /** More header lines. */
  lines?: string[]
  body?: string
  from?: string
  display?: string
  toTag?: string
  /** False: the challenge is the answer. */
  sign?: boolean
}

/** A request that was sent. */
export interface Sent {
  method: string
  uri: string
  branch: string
  callId: string
  fromTag: string
  cseq: number
  from: string
  to: string
}

/** One side of a call. */
export interface Leg {
  callId: string
  /** Ours and theirs, as they stand in a request that we send. */
  local: string
  remote: string
  routes: string[]
  target: string
  cseq: number
}

const random = () => randomBytes(6).toString('hex')
const branchOf = (message: SipMessage) => /branch=([^;,\s]+)/.exec(header(message, 'via'))?.[1] ?? ''
export const routesOf = (message: SipMessage) =>
  headersOf(message, 'record-route').flatMap((value) => value.split(/,\s*(?=<)/))

function written(first: string, lines: string[], body = ''): string {
  const isTyped = body === '' || lines.some((line) => /^content-type/i.test(line))
  const type = isTyped ? [] : ['Content-Type: application/sdp']
  return `${[first, ...lines, ...type, `Content-Length: ${Buffer.byteLength(body)}`].join('\r\n')}\r\n\r\n${body}`
}

const via = ({ wire, at }: Desk, branch: string) =>
  `Via: SIP/2.0/${wire.transport.toUpperCase()} ${at};branch=${branch};rport`

export function answer(
  { wire, contact, at }: Desk,
  request: SipMessage,
  code: number,
  { tag = `t${at.split(':')[1]}`, lines = [], body = '' }: { tag?: string; lines?: string[]; body?: string } = {},
): void {
  const to = header(request, 'to')
  const own = lines.some((line) => line.startsWith('Contact:')) ? [] : [`Contact: ${contact}`]
  wire.send(
    written(
      `SIP/2.0 ${code} Said`,
      [
        ...headersOf(request, 'via').map((value) => `Via: ${value}`),
        ...headersOf(request, 'record-route').map((value) => `Record-Route: ${value}`),
        `From: ${header(request, 'from')}`,
        `To: ${to}${tagOf(to) === '' ? `;tag=${tag}` : ''}`,
        `Call-ID: ${header(request, 'call-id')}`,
        `CSeq: ${header(request, 'cseq')}`,
        ...own,
        ...lines,
      ],
      body,
    ),
  )
}

/** What a phone answers without being told: it is alive, it stops ringing, it hangs up. */
export function reply(desk: Desk, message: SipMessage): void {
  if (message.code !== 0) return
  if (['OPTIONS', 'CANCEL', 'BYE', 'NOTIFY', 'INFO', 'UPDATE', 'PRACK'].includes(message.method))
    answer(desk, message, 200)
  if (message.method !== 'CANCEL') return
  const invite = desk.heard.find((one) => one.first.startsWith('INVITE') && branchOf(one) === branchOf(message))
  if (invite) answer(desk, invite, 487)
}

/** The final answer to the request with this branch. */
export async function finalOf({ heard, account }: Desk, branch: string, method: string, within = 10_000) {
  const found = () => heard.find((one) => one.code >= 200 && one.method === method && branchOf(one) === branch)
  await until(`${account.number} is answered`, () => found() !== undefined, within)
  const final = found()
  if (!final) throw new Error('no answer')
  return final
}

/** ACK, of a refusal under the request's own branch. */
export function acknowledge(desk: Desk, sent: Sent, final: SipMessage, routes = routesOf(final).reverse()): void {
  const isRefusal = final.code >= 300
  desk.wire.send(
    written(`ACK ${isRefusal ? sent.uri : uriOf(header(final, 'contact'))} SIP/2.0`, [
      via(desk, isRefusal ? sent.branch : `z9hG4bK${random()}`),
      ...(isRefusal ? [] : routes.map((route) => `Route: ${route}`)),
      `From: ${sent.from}`,
      `To: ${header(final, 'to')}`,
      `Call-ID: ${sent.callId}`,
      `CSeq: ${sent.cseq} ACK`,
      'Max-Forwards: 70',
    ]),
  )
}

export function cancel(desk: Desk, sent: Sent): void {
  desk.wire.send(
    written(`CANCEL ${sent.uri} SIP/2.0`, [
      via(desk, sent.branch),
      `From: ${sent.from}`,
      `To: ${sent.to}`,
      `Call-ID: ${sent.callId}`,
      `CSeq: ${sent.cseq} CANCEL`,
      'Max-Forwards: 70',
    ]),
  )
}

/** Sends the request, and again with an answer to the challenge; the latter. */
export async function begin(desk: Desk, asked: Asked): Promise<Sent> {
  const method = asked.method ?? 'INVITE'
  const display = asked.display === undefined ? '' : `"${asked.display}" `
  const fromTag = random()
  const first: Sent = {
    method,
    uri: asked.uri ?? `sip:${asked.to}@${desk.domain}`,
    branch: `z9hG4bK${random()}`,
    callId: `${random()}@test`,
    fromTag,
    cseq: 1,
    from: `${display}<sip:${asked.from ?? desk.account.number}@${desk.domain}>;tag=${fromTag}`,
    to: `<sip:${asked.to}@${desk.domain}>${asked.toTag ? `;tag=${asked.toTag}` : ''}`,
  }
  send(desk, first, asked.lines ?? [], asked.body)
  if (asked.sign === false) return first
  const challenge = await finalOf(desk, first.branch, method)
  if (challenge.code !== 401 && challenge.code !== 407) return first
  if (method === 'INVITE') acknowledge(desk, first, challenge)
  const second = { ...first, branch: `z9hG4bK${random()}`, cseq: 2 }
  send(desk, second, [...(asked.lines ?? []), signature(desk.account, challenge, second)], asked.body)
  return second
}

/** A request inside a call. */
export async function inside(
  desk: Desk,
  leg: Leg,
  method: string,
  more: { lines?: string[]; body?: string; uri?: string } = {},
): Promise<SipMessage> {
  leg.cseq++
  const { callId, cseq, local: from, remote: to } = leg
  const uri = more.uri ?? leg.target
  const sent: Sent = { method, uri, branch: `z9hG4bK${random()}`, callId, fromTag: '', cseq, from, to }
  const routes = leg.routes.map((route) => `Route: ${route}`)
  send(desk, sent, [...routes, ...(more.lines ?? [])], more.body)
  const final = await finalOf(desk, sent.branch, method)
  if (method === 'INVITE') acknowledge(desk, sent, final, leg.routes)
  return final
}

function send(desk: Desk, sent: Sent, lines: string[], body?: string): void {
  desk.wire.send(
    written(
      `${sent.method} ${sent.uri} SIP/2.0`,
      [
        via(desk, sent.branch),
        `From: ${sent.from}`,
        `To: ${sent.to}`,
        `Call-ID: ${sent.callId}`,
        `CSeq: ${sent.cseq} ${sent.method}`,
        `Contact: ${desk.contact}`,
        'Max-Forwards: 70',
        ...lines,
      ],
      body,
    ),
  )
}

function signature({ digestName, secret }: SippAccount, challenge: SipMessage, { method, uri }: Sent): string {
  const value = header(challenge, 'www-authenticate') || header(challenge, 'proxy-authenticate')
  const parameter = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(value)?.[1] ?? ''
  const [realm, nonce] = [parameter('realm'), parameter('nonce')]
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const response = md5(`${md5(`${digestName}:${realm}:${secret}`)}:${nonce}:${md5(`${method}:${uri}`)}`)
  const words = { username: digestName, realm, nonce, uri, response }
  const list = Object.entries(words).map(([key, word]) => `${key}="${word}"`)
  return `${challenge.code === 401 ? 'Authorization' : 'Proxy-Authorization'}: Digest ${list.join(', ')}, algorithm=MD5`
}
