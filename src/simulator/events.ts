import type { NotifyAction, SipTransport } from './types.ts'

/** What happens to a simulated telephone. No event holds a password or an access key. */
export type PhoneHappening =
  | { readonly kind: 'boot'; readonly userAgent: string }
  | { readonly kind: 'off' }
  | { readonly kind: 'fetched'; readonly url: string; readonly status: number; readonly bytes: number }
  | { readonly kind: 'fetchFailed'; readonly url: string; readonly reason: string; readonly retryIn: number | null }
  | { readonly kind: 'configured'; readonly accounts: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'configRefused'; readonly url: string; readonly reason: string }
  | {
      readonly kind: 'registered'
      readonly account: number
      readonly address: string
      readonly transport: SipTransport
      readonly expires: number
    }
  | { readonly kind: 'unregistered'; readonly account: number; readonly address: string }
  | {
      readonly kind: 'registrationFailed'
      readonly account: number
      readonly address: string
      /** SIP status, or null without an answer. */
      readonly status: number | null
      readonly reason: string
      readonly retryIn: number
    }
  | { readonly kind: 'disconnected'; readonly account: number; readonly address: string; readonly retryIn: number }
  | {
      readonly kind: 'notify'
      readonly account: number
      readonly event: string
      readonly action: NotifyAction
      /** What the telephone answered. */
      readonly status: number
    }
  | { readonly kind: 'restarting'; readonly pauseSeconds: number }
  | { readonly kind: 'call'; readonly account: number; readonly status: number }

export type PhoneEvent = PhoneHappening & { readonly at: Date }

/** The event as one readable English line, without the time. */
export function describeEvent(event: PhoneHappening): string {
  switch (event.kind) {
    case 'boot':
      return `starts as ${event.userAgent}`
    case 'off':
      return 'switched off'
    case 'fetched':
      return `fetched ${event.url}: ${event.status}${event.status === 200 ? `, ${event.bytes} bytes` : statusWords(event.status)}`
    case 'fetchFailed':
      return `could not fetch ${event.url}: ${event.reason}${again(event.retryIn)}`
    case 'configured':
      return `configuration applied: ${event.accounts} ${event.accounts === 1 ? 'account' : 'accounts'}`
    case 'unchanged':
      return 'configuration unchanged, nothing applied'
    case 'configRefused':
      return `configuration ${event.url} refused: ${event.reason}`
    case 'notify':
      return `account ${event.account}: NOTIFY ${event.event} → ${event.action}, answered ${event.status}`
    case 'restarting':
      return `restarts in ${event.pauseSeconds} s`
    case 'call':
      return `account ${event.account}: incoming call answered ${event.status}`
    default:
      return describeRegistration(event)
  }
}

type RegistrationEvent = Extract<
  PhoneHappening,
  { kind: 'registered' | 'unregistered' | 'registrationFailed' | 'disconnected' }
>

function describeRegistration(event: RegistrationEvent): string {
  const who = `account ${event.account} (${event.address})`
  switch (event.kind) {
    case 'registered':
      return `${who}: registered over ${event.transport.toUpperCase()} for ${event.expires} s`
    case 'unregistered':
      return `${who}: registration removed`
    case 'registrationFailed':
      return `${who}: not registered: ${event.status ?? ''} ${event.reason}${again(event.retryIn)}`.replace(':  ', ': ')
    case 'disconnected':
      return `${who}: connection to the server lost${again(event.retryIn)}`
  }
}

function again(seconds: number | null): string {
  return seconds === null ? '' : `; tries again in ${seconds} s`
}

function statusWords(status: number): string {
  if (status === 304) return ' (not changed)'
  if (status === 404) return ' (not found)'
  return ''
}
