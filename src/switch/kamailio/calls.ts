import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#domain/errors.ts'
import type { EndedCall, RunningCall } from '../port.ts'
import { callFields, type EventLine, hex, type Message, parseEnds, time, toRunningCall } from './evapi.ts'
import { type Rpc, RpcFault } from './rpc.ts'

/** Calls of Kamailio: what runs, what has ended, and how one is ended or limited. */
export interface Calls {
  running(): Promise<RunningCall[]>
  end(id: string): Promise<void>
  limit(id: string, seconds: number): Promise<void>
  ended(): Promise<EndedCall[]>
  forget(ids: string[]): Promise<void>
  onMessage(message: Page): void
}

type Page = Extract<Message, { event: 'ended' }>

/** Milliseconds for an answer of Kamailio. */
const longest = 5000
/** As many names as fit into one command. */
const batch = 40

export function createCalls({ rpc, line }: { rpc: Rpc; line: Pick<EventLine, 'send'> }): Calls {
  const waiting = new Map<string, (page: Page) => void>()

  function command(words: object): void {
    if (!line.send(words)) throw new AppError('switch.unavailable')
  }

  function page(from: number): Promise<Page> {
    const id = randomUUID()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id)
        reject(new AppError('switch.unavailable'))
      }, longest)
      waiting.set(id, (answer) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(answer)
      })
      if (line.send({ cmd: 'ended', id, from: String(from) })) return
      clearTimeout(timer)
      waiting.delete(id)
      reject(new AppError('switch.unavailable'))
    })
  }

  return {
    running: async () => (await dialogs(rpc)).flatMap(toCalls),
    end: async (id) => command({ cmd: 'endCall', call: id }),
    limit: async (id, seconds) =>
      command({ cmd: 'limitCall', call: id, seconds: String(Math.max(1, Math.floor(seconds))) }),
    async ended() {
      const found = new Map<string, EndedCall>()
      for (let from = 0; ; ) {
        const { next, last, ends } = await page(from)
        for (const end of parseEnds(ends)) found.set(end.id, end)
        if (next > last) return [...found.values()]
        from = next
      }
    },
    async forget(ids) {
      for (let at = 0; at < ids.length; at += batch)
        command({ cmd: 'forgetCalls', calls: ids.slice(at, at + batch).join(',') })
    },
    onMessage: (message) => waiting.get(message.id)?.(message),
  }
}

const dialog = z.object({
  'call-id': z.string(),
  state: z.number(),
  variables: z.array(z.record(z.string(), z.string())),
})
type Dialog = z.infer<typeof dialog>

/** Kamailio's dialog is over, and kept only for what may still arrive. */
const deleted = 5

async function dialogs(rpc: Rpc): Promise<Dialog[]> {
  try {
    const reply = await rpc.call('dlg.list')
    const list = Array.isArray(reply) ? reply : reply === null || reply === undefined ? [] : [reply]
    return z.array(dialog).parse(list)
  } catch (error) {
    if (error instanceof RpcFault) throw new AppError('switch.unavailable')
    throw error
  }
}

const variables = z.object({
  ...{ call: z.string(), kind: z.string(), vpbx: z.string(), caller_line: z.string(), caller_number: z.string() },
  ...{ caller_name: z.string(), dialled: z.string(), callee_line: z.string(), callee_number: z.string() },
  ...{ payer: z.string(), trunk: z.string(), begun: time },
  ...{ answered: time.optional(), twin: z.string().optional(), twin_vpbx: z.string().optional() },
  ...{ twin_number: hex.optional(), over: z.string().optional() },
})

/** The calls of one dialog: two when it leads from one hosted number to another. */
function toCalls({ 'call-id': sipCallId, state, variables: pairs }: Dialog): RunningCall[] {
  const known = variables.safeParse(Object.assign({}, ...pairs))
  if (!known.success || state === deleted || known.data.over !== undefined) return []
  const raw = known.data
  const fields = callFields.safeParse({
    ...{ ...raw, callerLine: raw.caller_line, callerNumber: raw.caller_number, callerName: raw.caller_name },
    ...{ calleeLine: raw.callee_line, calleeNumber: raw.callee_number },
  })
  if (!fields.success) return []
  const { begun, answered = null, twin, twin_vpbx, twin_number } = raw
  const call = toRunningCall({ ...fields.data, sip: sipCallId, at: begun }, answered)
  if (twin === undefined || twin === '') return [call]
  return [call, twinOf(call, { id: twin, vpbxId: twin_vpbx ?? '', callerNumber: twin_number ?? '' })]
}

/** The same call as the one who is called sees it: it comes from outside, and costs him nothing. */
function twinOf(call: RunningCall, twin: { id: string; vpbxId: string; callerNumber: string }): RunningCall {
  return {
    ...call,
    ...{ id: twin.id, vpbxId: twin.vpbxId, kind: 'incoming', payerLineId: null, trunkId: null },
    caller: { lineId: null, number: twin.callerNumber, name: '' },
    dialled: call.callee.number,
  }
}
