import { header, type SipMessage, uriOf } from './message.ts'
import {
  type Asked,
  acknowledge,
  answer,
  begin,
  cancel,
  type Desk,
  finalOf,
  inside,
  type Leg,
  reply,
  routesOf,
} from './phone-wire.ts'
import type { SippAccount } from './sipp.ts'
import { until } from './switch.ts'
import { openWire, type WireTransport } from './wire.ts'

export interface PhoneOptions {
  account: SippAccount
  port: number
  address?: string
  transport?: WireTransport
  /** Of the switch. */
  target: { host: string; port: number }
  /** What Contact and Via claim, when it is not where the phone is. */
  claims?: string
  domain?: string
}

/** A SIP phone that a test drives message by message; what every phone answers by itself it does too. */
export interface Phone {
  account: SippAccount
  heard: SipMessage[]
  /** One request with its digest; the final answer. */
  ask(asked: Asked): Promise<SipMessage>
  register(expires?: number): Promise<number>
  /** Sends an INVITE; `final` comes with its final answer, which is acknowledged. */
  invite(number: string, asked?: Partial<Asked>): Promise<Invited>
  leg(answer: SipMessage): Leg
  /** Our side of a call that came in. */
  legOf(invite: SipMessage, tag: string): Leg
  /** A request inside a call; its final answer. */
  inside(leg: Leg, method: string, more?: { lines?: string[]; body?: string; uri?: string }): Promise<SipMessage>
  answer(request: SipMessage, code: number, more?: { tag?: string; lines?: string[]; body?: string }): void
  /** The next request of this kind that has not been taken yet. */
  next(method: string, within?: number): Promise<SipMessage>
  /** How many requests of this kind came. */
  count(method: string): number
  close(): void
}

interface Invited {
  callId: string
  fromTag: string
  final: Promise<SipMessage>
  cancel(): void
}

export const sdp = (port: number, protocol = 'RTP/AVP', more = '') =>
  `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${port} ${protocol} 8 0\r\na=rtpmap:8 PCMA/8000\r\n${more}`

export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const { account, transport = 'udp', address = '127.0.0.1', port, target, domain = 'pbx.test' } = options
  const heard: SipMessage[] = []
  const taken = new Set<SipMessage>()
  const onMessage = (message: SipMessage) => {
    heard.push(message)
    reply(desk, message)
  }
  const wire = await openWire({ transport, address, port, target, onMessage })
  const at = options.claims ?? wire.host
  const contact = `<sip:${account.number}@${at}${transport === 'udp' ? '' : `;transport=${transport}`}>`
  const desk: Desk = { account, wire, heard, at, contact, domain }
  const untaken = (method: string) => heard.find((one) => one.code === 0 && one.method === method && !taken.has(one))

  return {
    account,
    heard,
    ask: (asked) => ask(desk, asked),
    register: async (expires = 120) => {
      const lines = [`Expires: ${expires}`]
      return (await ask(desk, { method: 'REGISTER', to: account.number, uri: `sip:${domain}`, lines })).code
    },
    invite: (number, asked) => invite(desk, { to: number, body: sdp(port + 1000), ...asked }),
    leg: legOfCaller,
    legOf: legOfCallee,
    inside: (leg, method, more) => inside(desk, leg, method, more),
    answer: (request, code, more) => answer(desk, request, code, more),
    async next(method, within = 5000) {
      await until(`${account.number} at ${port} gets ${method}`, () => untaken(method) !== undefined, within)
      const found = untaken(method)
      if (!found) throw new Error('none came')
      taken.add(found)
      return found
    },
    count: (method) => heard.filter((one) => one.code === 0 && one.method === method).length,
    close: wire.close,
  }
}

async function ask(desk: Desk, asked: Asked): Promise<SipMessage> {
  const sent = await begin(desk, asked)
  const final = await finalOf(desk, sent.branch, sent.method)
  if (sent.method === 'INVITE') acknowledge(desk, sent, final)
  return final
}

async function invite(desk: Desk, asked: Asked): Promise<Invited> {
  const sent = await begin(desk, asked)
  const final = finalOf(desk, sent.branch, 'INVITE', 20_000).then((answered) => {
    acknowledge(desk, sent, answered)
    return answered
  })
  // A test that has ended before does not wait for it.
  final.catch(() => {})
  return { callId: sent.callId, fromTag: sent.fromTag, final, cancel: () => cancel(desk, sent) }
}

function legOfCaller(final: SipMessage): Leg {
  return {
    callId: header(final, 'call-id'),
    local: header(final, 'from'),
    remote: header(final, 'to'),
    routes: routesOf(final).reverse(),
    target: uriOf(header(final, 'contact')),
    cseq: 100,
  }
}

function legOfCallee(invite: SipMessage, tag: string): Leg {
  return {
    callId: header(invite, 'call-id'),
    local: `${header(invite, 'to')};tag=${tag}`,
    remote: header(invite, 'from'),
    routes: routesOf(invite),
    target: uriOf(header(invite, 'contact')),
    cseq: 200,
  }
}
