import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { z } from 'zod'
import { AppError } from '#domain/errors.ts'

/**
 * rtpengine's control protocol "ng": one datagram each way, a cookie in front that pairs them. rtpengine 10.5 takes JSON as well as bencode and answers in kind.
 * A repeated cookie gets the answer of before, so that a question may be sent again.
 */
export interface Ng {
  /** The whole answer, whatever its `result`. Throws AppError('switch.unavailable') when none came within `within` ms. */
  ask(command: string, more?: Record<string, unknown>, within?: number): Promise<NgAnswer>
  /** Whether it answers within `within` ms. */
  ping(within: number): Promise<boolean>
  close(): void
}

export type NgAnswer = z.infer<typeof answer>

const patience = 1000
const repeatAfter = 250
const answer = z.looseObject({ result: z.string(), sdp: z.string().optional() })

/** `port`: of rtpengine, on loopback; asked anew for each question. Binds nothing before the first one. */
export function createNg(port: () => number): Ng {
  const waiting = new Map<string, { to: number; hear(answer: NgAnswer): void; giveUp(): void }>()
  let socket: Socket | null = null

  function open(): Socket {
    if (socket) return socket
    const opened = createSocket('udp4')
    opened.on('message', (message, { address, port: from }) => {
      if (address === '127.0.0.1') hear(message.toString(), from)
    })
    // Nobody listens: the question runs into its time limit.
    opened.on('error', () => {})
    opened.bind(0, '127.0.0.1')
    opened.unref()
    socket = opened
    return opened
  }

  function hear(text: string, from: number): void {
    const blank = text.indexOf(' ')
    const asked = waiting.get(text.slice(0, blank))
    const parsed = answer.safeParse(parseJson(text.slice(blank + 1)))
    if (parsed.success && asked?.to === from) asked.hear(parsed.data)
  }

  return {
    ask,
    ping: (within) =>
      ask('ping', {}, within).then(
        ({ result }) => result === 'pong',
        () => false,
      ),
    close() {
      for (const { giveUp } of [...waiting.values()]) giveUp()
      socket?.close()
      socket = null
    },
  }

  async function ask(command: string, more: Record<string, unknown> = {}, within = patience): Promise<NgAnswer> {
    const to = port()
    const cookie = randomBytes(12).toString('hex')
    const question = `${cookie} ${JSON.stringify({ ...more, command })}`
    return new Promise((resolve, reject) => {
      const send = () => void open().send(question, to, '127.0.0.1')
      const repeat = setInterval(send, repeatAfter)
      const end = () => {
        clearInterval(repeat)
        clearTimeout(limit)
        waiting.delete(cookie)
      }
      const giveUp = () => {
        end()
        reject(new AppError('switch.unavailable'))
      }
      const limit = setTimeout(giveUp, within)
      const hear = (heard: NgAnswer) => {
        end()
        resolve(heard)
      }
      waiting.set(cookie, { to, hear, giveUp })
      send()
    })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
