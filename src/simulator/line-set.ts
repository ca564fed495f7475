import { isDeepStrictEqual } from 'node:util'
import type { Mac } from '#domain/mac.ts'
import type { RetryRange } from './back-off.ts'
import { createDigestGuard, type DigestGuard } from './digest.ts'
import type { PhoneHappening } from './events.ts'
import { createSipLine, type NotifyRequest, type SipLine } from './sip-line.ts'
import type { Maker, NotifyAction, SipAccount, SipTransport } from './types.ts'

export interface PhoneRegistration {
  readonly account: number
  readonly userName: string
  readonly transport: SipTransport
  readonly registered: boolean
}

/** The SIP accounts of one telephone. */
export interface LineSet {
  /** Registers what is new or changed, removes what is gone, leaves the rest alone. */
  apply(accounts: readonly SipAccount[]): Promise<void>
  stopAll(): Promise<void>
  registrations(): readonly PhoneRegistration[]
}

export interface LineSetOptions {
  readonly maker: Maker
  readonly mac: Mac
  readonly ca?: string | undefined
  readonly transport?: SipTransport | undefined
  readonly challenge?: boolean | undefined
  readonly listenPort?: number | undefined
  readonly retry: RetryRange
  readonly onEvent: (event: PhoneHappening) => void
  /** A NOTIFY that was accepted and answered. */
  readonly onOrder: (order: 'restart' | 'resync') => void
}

export function createLineSet(options: LineSetOptions): LineSet {
  const lines = new Map<number, SipLine>()
  return {
    async apply(given) {
      const accounts = given.map((account) => withTransport(account, options.transport))
      const gone = [...lines].filter(([, line]) => !accounts.some((each) => isDeepStrictEqual(each, line.account)))
      for (const [index] of gone) lines.delete(index)
      await Promise.all(gone.map(([, line]) => line.stop()))
      for (const account of accounts) {
        if (lines.has(account.index)) continue
        const line = newLine(options, account)
        lines.set(account.index, line)
        line.start()
      }
    },
    async stopAll() {
      const all = [...lines.values()]
      lines.clear()
      await Promise.all(all.map((line) => line.stop()))
    },
    registrations: () =>
      [...lines.values()].map((line) => ({
        account: line.account.index,
        userName: line.account.userName,
        transport: line.account.transport,
        registered: line.registered,
      })),
  }
}

function newLine(options: LineSetOptions, account: SipAccount): SipLine {
  const guard =
    options.challenge === true
      ? createDigestGuard({ realm: account.host, user: account.authName, password: account.password })
      : null
  return createSipLine({
    account,
    userAgent: options.maker.sipUserAgent,
    instanceId: instanceIdOf(options.mac, account.index),
    ca: options.ca ?? null,
    listenPort: options.listenPort === undefined ? 0 : options.listenPort + account.index - 1,
    retry: options.retry,
    onEvent: options.onEvent,
    onNotify: (request) => obey(options, account, request, guard),
  })
}

/**
 * A UUID of its own for each account: a registrar that keeps several accounts of one telephone under one address would
 * take the second for the first one at a new place (RFC 5626).
 */
function instanceIdOf(mac: Mac, account: number): string {
  return `00000000-0000-4000-8${account.toString(16).padStart(3, '0')}-${mac.toLowerCase()}`
}

function obey(options: LineSetOptions, account: SipAccount, request: NotifyRequest, guard: DigestGuard | null): void {
  const action = options.maker.onNotify(request.event, request.params)
  const status = answerNotify(request, action, guard)
  options.onEvent({ kind: 'notify', account: account.index, event: eventText(request), action, status })
  if (status === 200 && action !== 'unknown') options.onOrder(action)
}

/** Answers before anything is done: a telephone that restarts cannot. Returns the status. */
function answerNotify(request: NotifyRequest, action: NotifyAction, guard: DigestGuard | null): number {
  if (action === 'unknown') {
    request.answer(489)
    return 489
  }
  const verdict = guard === null ? 'accepted' : guard.judge('NOTIFY', request.authorization)
  const status = verdict === 'accepted' ? 200 : verdict === 'wrong' ? 403 : 401
  request.answer(status, guard !== null && status === 401 ? [`WWW-Authenticate: ${guard.challenge()}`] : [])
  return status
}

function eventText(request: NotifyRequest): string {
  const params = Object.entries(request.params).map(([name, value]) => (value === null ? name : `${name}=${value}`))
  return [request.event, ...params].join(';')
}

/** The account over another transport; between the standard ports it changes the port too. */
function withTransport(account: SipAccount, transport: SipTransport | undefined): SipAccount {
  if (transport === undefined || transport === account.transport) return account
  const [from, to] = transport === 'tls' ? [5060, 5061] : [5061, 5060]
  const port = account.port === from ? to : account.port
  const proxy = account.proxy?.port === from ? { host: account.proxy.host, port: to } : account.proxy
  return { ...account, transport, port, proxy }
}
