import type { EventEmitter } from 'node:events'
import { UA } from 'jssip'
import type { IncomingRequest, IncomingResponse } from 'jssip/lib/SIPMessage.js'
import { type BackOff, createBackOff, type RetryRange } from './back-off.ts'
import type { PhoneHappening } from './events.ts'
import { bracketed, openSipConnection, type SipConnection } from './sip-connection.ts'
import type { SipAccount } from './types.ts'

/** A NOTIFY outside any dialog. The telephone must answer before it returns to JsSIP, which otherwise says 200. */
export interface NotifyRequest {
  readonly event: string
  readonly params: Readonly<Record<string, string | null>>
  readonly authorization: string | undefined
  answer(status: number, headers?: readonly string[]): void
}

export interface SipLineOptions {
  readonly account: SipAccount
  readonly userAgent: string
  /** UUID that stays the same over restarts (RFC 5626). */
  readonly instanceId: string
  readonly ca: string | null
  readonly listenPort: number
  readonly retry: RetryRange
  readonly onEvent: (event: PhoneHappening) => void
  readonly onNotify: (request: NotifyRequest) => void
}

/** One account that registers, stays registered, and comes back when the server does. */
export interface SipLine {
  readonly account: SipAccount
  readonly registered: boolean
  start(): void
  /** Removes the registration and closes the connection. */
  stop(): Promise<void>
}

const unregisterMilliseconds = 3000

export function createSipLine(options: SipLineOptions): SipLine {
  const { account } = options
  const abort = new AbortController()
  const backOff = createBackOff(options.retry, abort.signal)
  const say = { account: account.index, address: addressOf(account) }
  let agent: Agent | null = null
  let listenPort = options.listenPort
  const state = { registered: false }

  async function attempt(): Promise<void> {
    try {
      const connection = await openSipConnection(targetOf(account), { ...options, listenPort, signal: abort.signal })
      if (abort.signal.aborted) return connection.close()
      // A telephone keeps its UDP port, so that its address at the server stays one.
      if (account.transport === 'udp') listenPort = connection.localPort
      agent = agentOn(connection)
    } catch (error) {
      if (!abort.signal.aborted) failed(null, systemReason(error))
    }
  }

  function agentOn(connection: SipConnection): Agent {
    try {
      return startAgent(options, connection, { backOff, state, failed })
    } catch (error) {
      // JsSIP refuses an account whose names cannot stand in a SIP address.
      connection.close()
      throw error
    }
  }

  function failed(status: number | null, reason: string): void {
    const current = agent
    agent = null
    const retryIn = backOff.next(() => void attempt())
    if (reason === disconnectedReason) options.onEvent({ kind: 'disconnected', ...say, retryIn })
    else options.onEvent({ kind: 'registrationFailed', ...say, status, reason, retryIn })
    current?.drop()
  }

  return {
    account,
    get registered() {
      return state.registered
    },
    start: () => void attempt(),
    async stop() {
      const current = agent
      agent = null
      if (current !== null && state.registered) {
        await current.unregister()
        options.onEvent({ kind: 'unregistered', ...say })
      }
      state.registered = false
      abort.abort()
      current?.drop()
    },
  }
}

interface Agent {
  unregister(): Promise<void>
  /** Forgets the JsSIP agent and its connection. */
  drop(): void
}

interface LineState {
  readonly backOff: BackOff
  readonly state: { registered: boolean }
  readonly failed: (status: number | null, reason: string) => void
}

const disconnectedReason = 'disconnected'

/** One JsSIP user agent on one connection; a new connection gets a new one, since its Contact names the local port. */
function startAgent(options: SipLineOptions, connection: SipConnection, line: LineState): Agent {
  const { account } = options
  const ua = new UA({
    sockets: connection.socket,
    uri: addressOf(account),
    contact_uri: contactOf(account, connection),
    authorization_user: account.authName,
    password: account.password,
    display_name: account.displayName,
    register_expires: account.expires,
    instance_id: options.instanceId,
    user_agent: options.userAgent,
    use_preloaded_route: account.proxy !== null,
  })
  let dropped = false
  const drop = () => {
    dropped = true
    line.state.registered = false
    connection.close()
    ua.stop()
  }
  const fail = (status: number | null, reason: string) => {
    if (!dropped) line.failed(status, reason)
  }
  ua.on('registered', ({ response }) => {
    line.state.registered = true
    line.backOff.reset()
    const said = { account: account.index, address: addressOf(account), transport: account.transport }
    options.onEvent({ kind: 'registered', ...said, expires: grantedSeconds(response, account) })
  })
  ua.on('registrationFailed', ({ response, cause }) => {
    // Typed as always present, but null when no answer came.
    const answer = response as IncomingResponse | null
    fail(answer?.status_code ?? null, answer?.reason_phrase ?? String(cause))
  })
  ua.on('disconnected', () => fail(null, disconnectedReason))
  ua.on('sipEvent', ({ request }) => options.onNotify(readNotify(request)))
  refuseCalls(ua, () => options.onEvent({ kind: 'call', account: account.index, status: 486 }))
  ua.start()
  return { drop, unregister: () => unregister(ua) }
}

function unregister(ua: UA): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, unregisterMilliseconds)
    ua.on('unregistered', () => {
      clearTimeout(timer)
      // JsSIP ends the transaction a moment after it says so, and would linger for 2 s when stopped before.
      setTimeout(resolve, 5)
    })
    ua.unregister()
  })
}

/** What JsSIP's declarations leave out of a request that it hands over. */
interface AnswerableRequest extends IncomingRequest {
  readonly event?: { readonly event: string; readonly params?: Readonly<Record<string, string | null>> }
  reply(status: number, reason: string | null, headers: readonly string[]): void
}

function readNotify(given: IncomingRequest): NotifyRequest {
  const request = given as AnswerableRequest
  return {
    event: request.event?.event ?? '',
    params: request.event?.params ?? {},
    authorization: request.getHeader('authorization'),
    // JsSIP's own 200 after this is dropped: the transaction is completed then.
    answer: (status, headers = []) => request.reply(status, null, headers),
  }
}

/** Busy, before JsSIP looks for WebRTC, which only a browser has. */
function refuseCalls(ua: UA, onCall: () => void): void {
  const emitter: EventEmitter = ua
  emitter.on('newTransaction', (event: { transaction: { type: string; request: AnswerableRequest } }) => {
    if (event.transaction.type !== 'ist') return
    event.transaction.request.reply(486, null, [])
    onCall()
  })
}

function grantedSeconds(response: IncomingResponse, account: SipAccount): number {
  const own = response.getHeaders('contact').find((value) => value.includes(`sip:${account.userName}@`))
  const seconds = /;expires=(\d+)/i.exec(own ?? '')?.[1] ?? response.getHeader('expires')
  return Number(seconds ?? account.expires)
}

function targetOf(account: SipAccount) {
  const standard = account.transport === 'tls' ? 5061 : 5060
  const where = account.proxy ?? { host: account.host, port: account.port ?? standard }
  return { ...where, transport: account.transport }
}

function addressOf(account: SipAccount): string {
  const port = account.port === null ? '' : `:${account.port}`
  return `sip:${encodeURIComponent(account.userName)}@${bracketed(account.host)}${port}`
}

function contactOf(account: SipAccount, connection: SipConnection): string {
  const transport = account.transport === 'udp' ? '' : `;transport=${account.transport}`
  const where = `${bracketed(connection.localAddress)}:${connection.localPort}`
  return `sip:${encodeURIComponent(account.userName)}@${where}${transport}`
}

function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}
