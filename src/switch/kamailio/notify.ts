import { randomUUID } from 'node:crypto'
import { AppError } from '#domain/errors.ts'
import type { NotifyRequest, NotifyResult } from '../port.ts'
import { answerChallenge } from './digest.ts'
import type { EventLine, Message } from './evapi.ts'
import type { StoredContact } from './rpc.ts'

type Answer = Pick<Extract<Message, { event: 'notified' }>, 'code' | 'reason' | 'challenge'>

/** Asks Kamailio to send NOTIFYs and waits for their answers. */
export interface Notifier {
  /** Answers a challenge once; what the telephone says then is the result. */
  send(contact: StoredContact, request: NotifyRequest): Promise<NotifyResult>
  onMessage(message: Extract<Message, { event: 'notified' }>): void
}

/** Milliseconds. Kamailio itself gives up after 5 s (fr_timer) and says so; this is for when it does not. */
const longest = 6000
const noAnswer: Answer = { code: 408, reason: 'Request Timeout', challenge: '' }

export function createNotifier(line: EventLine, host: string): Notifier {
  const waiting = new Map<string, (answer: Answer) => void>()

  function attempt(contact: StoredContact, event: string, credentials: string): Promise<Answer> {
    const id = randomUUID()
    return new Promise((resolve) => {
      const finish = (answer: Answer) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(answer.code === 408 && answer.reason === '' ? noAnswer : answer)
      }
      const timer = setTimeout(() => finish(noAnswer), longest)
      waiting.set(id, finish)
      const { contact: uri, route: hop } = contact
      const sent = line.send({ cmd: 'notify', id, uri, to: addressee(uri, host), hop, type: event, credentials })
      if (!sent) finish({ code: 503, reason: 'Service Unavailable', challenge: '' })
    })
  }

  return {
    async send(contact, { event, digest }) {
      if (!isEvent(event)) throw new AppError('internal')
      const { aor, ruid, contact: uri } = contact
      if (!isSafe(uri) || (contact.route !== '' && !isSafe(contact.route))) {
        return { aor, ruid, contact: uri, code: 416, reason: 'Unsupported URI Scheme' }
      }
      let answer = await attempt(contact, event, '')
      if (answer.code === 401 || answer.code === 407) {
        const credentials = answerChallenge({ challenge: answer.challenge, method: 'NOTIFY', uri, ...digest })
        const header = answer.code === 401 ? 'Authorization' : 'Proxy-Authorization'
        if (credentials !== null) answer = await attempt(contact, event, `${header}: ${credentials}\r\n`)
      }
      return { aor, ruid, contact: uri, code: answer.code, reason: answer.reason }
    },
    onMessage: (message) => waiting.get(message.id)?.(message),
  }
}

/** An Event header with its parameters, as in `check-sync;reboot=true`. */
function isEvent(event: string): boolean {
  return /^[\w.%*!~+-]+(\s*;\s*[\w.%*!~+-]+(=[\w.%*!~+:"/-]*)?)*$/.test(event)
}

/** The user that the device gave itself, at our own name. */
function addressee(contact: string, host: string): string {
  const user = /^sips?:([^@;?]+)@/i.exec(contact)?.[1]
  return `sip:${user === undefined ? '' : `${user}@`}${host.includes(':') ? `[${host}]` : host}`
}

/** A Contact is the device's own text and becomes a line of a message of ours. */
function isSafe(uri: string): boolean {
  return uri.length <= 480 && /^sips?:[\x21-\x7e]+$/i.test(uri) && !/[<>"\\]/.test(uri)
}
