import { connect, type Socket } from 'node:net'
import { z } from 'zod'
import { callKinds } from '#domain/call.ts'
import type { EndedCall, RunningCall } from '../port.ts'
import type { Log } from './log.ts'

export const hex = z.string().transform((text) => Buffer.from(text, 'hex').toString())
/** A name as SIP writes it, with or without quotes. */
const name = hex.transform((text) => text.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/gs, '$1'))
/** Kamailio says "none" with an empty text. */
const id = z.string().transform((text) => (text === '' ? null : text))
/** Kamailio writes `seconds.microseconds`; ms. */
export const time = z.coerce
  .number()
  .positive()
  .transform((seconds) => Math.round(seconds * 1000))

const publicCall = z.object({
  event: z.literal('publicCall'),
  ...{ ti: z.string(), tl: z.string(), call: z.string(), sip: hex, vpbx: z.string(), payer: z.string() },
  why: z.enum(['call', 'forward', 'transfer']),
  ...{ dialled: hex, callerLine: id, callerNumber: hex, callerName: name, withheld: z.string() },
})

/** A call, as Kamailio keeps it in the variables of its dialog. */
export const callFields = z.object({
  ...{ call: z.string().min(1), kind: z.enum(callKinds), vpbx: z.string() },
  ...{ callerLine: id, callerNumber: hex, callerName: name, dialled: hex, calleeLine: id, calleeNumber: hex },
  ...{ payer: id, trunk: id },
})

/** What Kamailio tells, after parsing. Text that a stranger chose travels in hex: Kamailio cannot escape it for JSON. */
export const message = z.discriminatedUnion('event', [
  z.object({ event: z.literal('welcome') }),
  z.object({ event: z.literal('registered'), aor: z.string(), ruid: z.string(), saved: z.string() }),
  z.object({ event: z.literal('unregistered'), aor: z.string(), ruid: z.string() }),
  z.object({ event: z.literal('authenticationFailed'), name: hex, ip: z.string() }),
  publicCall,
  z.object({ event: z.literal('callStarted'), sip: hex, at: time, ...callFields.shape }),
  z.object({ event: z.literal('callAnswered'), call: z.string(), at: time, calleeLine: id, trunk: id }),
  z.object({ event: z.literal('callEnded'), end: z.string() }),
  z.object({
    event: z.literal('ended'),
    id: z.string(),
    next: z.coerce.number(),
    last: z.coerce.number(),
    ends: z.string(),
  }),
  z.object({ event: z.literal('notified'), id: z.string(), code: z.coerce.number(), reason: hex, challenge: hex }),
])
export type Message = z.infer<typeof message>

/** The two-way line to Kamailio that events come in on. */
export interface EventLine {
  open(): void
  close(): void
  isUp(): boolean
  /** False when the line is down: nothing was sent. */
  send(command: object): boolean
}

interface LineOptions {
  door: () => { eventPort: number; eventToken: string }
  onMessage: (message: Exclude<Message, { event: 'welcome' }>) => void
  onChange: (up: boolean) => void
  log: Log
}

const retry = 200
const longestFrame = 65_536

/** Keeps a connection to Kamailio's evapi; it counts as up once Kamailio has accepted the token. */
export function createEventLine({ door, onMessage, onChange, log }: LineOptions): EventLine {
  let socket: Socket | null = null
  let timer: NodeJS.Timeout | null = null
  let wanted = false
  let up = false

  function turn(next: boolean): void {
    if (up === next) return
    up = next
    onChange(next)
  }

  function take(payload: string): void {
    const parsed = message.safeParse(parse(payload))
    if (!parsed.success) log.warn({ length: payload.length }, 'the switch sent an event that cannot be read')
    else if (parsed.data.event === 'welcome') turn(true)
    else if (up) onMessage(parsed.data)
  }

  function dial(): void {
    const { eventPort, eventToken } = door()
    const line = connect({ host: '127.0.0.1', port: eventPort })
    socket = line
    const read = netstrings(take)
    line.setNoDelay(true)
    line.on('connect', () => line.write(netstring(JSON.stringify({ cmd: 'hello', token: eventToken }))))
    line.on('data', (chunk: Buffer) => {
      if (!read(chunk)) line.destroy()
    })
    line.on('error', () => {})
    line.on('close', () => {
      if (socket === line) socket = null
      turn(false)
      if (wanted && !timer) timer = setTimeout(redial, retry)
    })
  }

  function redial(): void {
    timer = null
    if (wanted && !socket) dial()
  }

  return {
    open() {
      wanted = true
      if (!socket && !timer) dial()
    },
    close() {
      wanted = false
      if (timer) clearTimeout(timer)
      timer = null
      socket?.destroy()
      socket = null
      turn(false)
    },
    isUp: () => up,
    send(command) {
      if (!up || !socket) return false
      socket.write(netstring(JSON.stringify(command)))
      return true
    },
  }
}

/** `12:hello world!,` (cr.yp.to/proto/netstrings.txt). */
function netstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`
}

/** Collects chunks and hands out whole payloads; false when the stream is not made of netstrings. */
export function netstrings(take: (payload: string) => void): (chunk: Buffer) => boolean {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const colon = rest.subarray(0, 8).indexOf(':')
      if (colon < 0) return rest.length < 8
      const digits = rest.subarray(0, colon).toString()
      const length = Number(digits)
      if (!/^\d+$/.test(digits) || length > longestFrame) return false
      const end = colon + 1 + length
      if (rest.length <= end) return true
      if (rest[end] !== 0x2c) return false
      const payload = rest.subarray(colon + 1, end).toString()
      rest = rest.subarray(end + 1)
      take(payload)
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `id ended answered code reason(hex)`, one after the other with a semicolon behind each; times are seconds, `-` stands for none. */
export function parseEnds(text: string): EndedCall[] {
  return [...text.matchAll(/([\w-]+) ([\d.]+) ([\d.]+|-) (\d+) ([0-9a-f]*);/gi)].map(
    ([, id = '', at, answered = '-', code, reason = '']) => ({
      ...{ id, endedAt: Math.round(Number(at) * 1000), code: Number(code) },
      answeredAt: answered === '-' ? null : Math.round(Number(answered) * 1000),
      reason: Buffer.from(reason, 'hex').toString(),
    }),
  )
}

/** What Kamailio tells of a call at its begin. */
export function toRunningCall(
  told: z.infer<typeof callFields> & { sip: string; at: number },
  answeredAt: number | null = null,
): RunningCall {
  return {
    ...{ id: told.call, sipCallId: told.sip, kind: told.kind, vpbxId: told.vpbx, startedAt: told.at, answeredAt },
    caller: { lineId: told.callerLine, number: told.callerNumber, name: told.callerName },
    dialled: told.dialled,
    callee: { lineId: told.calleeLine, number: told.calleeNumber },
    ...{ payerLineId: told.payer, trunkId: told.trunk },
  }
}
