import { randomUUID } from 'node:crypto'
import { AppError } from '#domain/errors.ts'
import type { NotifyRequest, NotifyResult } from '../port.ts'
import type { EventLine, Message } from './evapi.ts'
import type { StoredContact } from './rpc.ts'

/** Asks Kamailio to send NOTIFYs and waits for their answers. */
export interface Notifier {
  send(contact: StoredContact, request: NotifyRequest): Promise<NotifyResult>
  onMessage(message: Extract<Message, { event: 'notified' }>): void
}

/** Kamailio gives each try 5 s (fr_timer); an answer to a challenge is a second try. */
const longest = 11_000

interface Waiting {
  take(code: number, reason: string): void
}

export function createNotifier(line: EventLine, host: string): Notifier {
  const waiting = new Map<string, Waiting>()

  function send(contact: StoredContact, request: NotifyRequest): Promise<NotifyResult> {
    const { aor, ruid } = contact
    const result = (code: number, reason: string): NotifyResult => ({
      aor,
      ruid,
      contact: contact.contact,
      code,
      reason,
    })
    if (!isSafe(contact.contact) || (contact.route !== '' && !isSafe(contact.route)))
      return Promise.resolve(result(416, 'Unsupported URI Scheme'))
    const id = randomUUID()
    return new Promise((resolve) => {
      let challenge: NotifyResult | null = null
      const finish = (answer: NotifyResult) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(answer)
      }
      const timer = setTimeout(() => finish(challenge ?? result(408, 'Request Timeout')), longest)
      waiting.set(id, {
        take(code, reason) {
          // Kamailio reports the challenge too, then the answer to its second try: that one counts.
          if ((code === 401 || code === 407) && !challenge) challenge = result(code, reason)
          else finish(result(code, code === 408 ? reason || 'Request Timeout' : reason))
        },
      })
      if (!line.send(command(id, contact, request, host))) finish(result(503, 'Service Unavailable'))
    })
  }

  return {
    send,
    onMessage: ({ id, code, reason }) => waiting.get(id)?.take(code, reason),
  }
}

function command(id: string, contact: StoredContact, { event, digest }: NotifyRequest, host: string): object {
  if (!/^[\w.%*!~+-]+(\s*;\s*[\w.%*!~+-]+(=[\w.%*!~+:"/-]*)?)*$/.test(event)) throw new AppError('internal')
  const user = /^sips?:([^@;?]+)@/i.exec(contact.contact)?.[1]
  const to = `sip:${user === undefined ? '' : `${user}@`}${host.includes(':') ? `[${host}]` : host}`
  return {
    cmd: 'notify',
    id,
    uri: contact.contact,
    to,
    hop: contact.route,
    type: event,
    name: digest.name,
    secret: digest.secret,
  }
}

/** A Contact is the device's own text and becomes a line of a message of ours. */
function isSafe(uri: string): boolean {
  return uri.length <= 480 && /^sips?:[\x21-\x7e]+$/i.test(uri) && !/[<>"\\]/.test(uri)
}
