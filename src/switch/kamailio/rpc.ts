import { request } from 'node:http'
import { z } from 'zod'
import { AppError } from '#domain/errors.ts'
import type { Registration } from '../port.ts'

/** Commands to Kamailio, as JSON-RPC over HTTP on loopback. */
export interface Rpc {
  /** Throws AppError('switch.unavailable') when Kamailio does not answer, RpcFault when it answers with an error. */
  call(method: string, params?: unknown[]): Promise<unknown>
}

/** Kamailio heard the command and refused it. */
export class RpcFault extends Error {}

const answer = z.object({ result: z.unknown().optional(), error: z.object({ message: z.string() }).optional() })

export function createRpc(door: () => { rpcPort: number; rpcPath: string }, timeout = 5000): Rpc {
  return {
    async call(method, params = []) {
      const { rpcPort, rpcPath } = door()
      const text = await post(rpcPort, rpcPath, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), timeout)
      const parsed = answer.safeParse(parse(text))
      if (!parsed.success) throw new AppError('switch.unavailable')
      if (parsed.data.error) throw new RpcFault(parsed.data.error.message)
      return parsed.data.result
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function post(port: number, path: string, body: string, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new AppError('switch.unavailable'))
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      response.on('error', fail)
    })
    call.setTimeout(timeout, () => call.destroy(new Error('timeout')))
    call.on('error', fail)
    call.end(body)
  })
}

/** A contact as Kamailio holds it, with what is needed to reach it. */
export interface StoredContact extends Registration {
  /** Where its last REGISTER came from, as a SIP URI: the way back through NAT and over its own connection. */
  route: string
}

const contact = z.object({
  Address: z.string(),
  Expires: z.union([z.number(), z.string()]),
  'User-Agent': z.string(),
  Received: z.string(),
  Socket: z.string(),
  Ruid: z.string(),
  'Last-Modified': z.number(),
})
const lookupReply = z.object({ Contacts: z.array(z.object({ Contact: contact })) })

/** The contacts of an address of record, none when it is unknown. `startedAt` (ms): when this Kamailio started, and every older connection was lost. */
export async function lookup(rpc: Rpc, aor: string, now: number, startedAt: number): Promise<StoredContact[]> {
  try {
    const reply = lookupReply.safeParse(await rpc.call('ul.lookup', ['location', aor]))
    if (!reply.success) throw new AppError('switch.unavailable')
    const contacts = reply.data.Contacts.map(({ Contact }) => toContact(aor, Contact, now, startedAt)).filter(
      (one) => one.expiresAt > now,
    )
    return Promise.all(contacts.map((one) => (one.transport === 'ws' ? behindRaccord(rpc, one) : one)))
  } catch (error) {
    if (error instanceof RpcFault && isEmpty(error)) return []
    if (error instanceof RpcFault) throw new AppError('switch.unavailable')
    throw error
  }
}

const tableEntry = z.object({ item: z.object({ value: z.string() }) })

/** A browser's connection is Raccord's own: the table that is filled at its beginning says whose it is. Null when it is not there any more. */
async function behindRaccord(rpc: Rpc, contact: StoredContact): Promise<StoredContact> {
  const reply = await rpc.call('htable.get', ['ws', `${contact.sourceIp}:${contact.sourcePort}`]).catch((error) => {
    if (error instanceof RpcFault) return null
    throw error
  })
  const entry = tableEntry.safeParse(reply)
  return { ...contact, sourceIp: entry.success ? entry.data.item.value : null, sourcePort: null }
}

/** Drops every contact of an address of record. */
export async function removeContacts(rpc: Rpc, aor: string): Promise<void> {
  try {
    await rpc.call('ul.rm', ['location', aor])
  } catch (error) {
    if (!(error instanceof RpcFault && isEmpty(error)))
      throw error instanceof RpcFault ? new AppError('switch.unavailable') : error
  }
}

/** Kamailio has two texts for the same: never seen, and seen but nothing left. */
function isEmpty(fault: RpcFault): boolean {
  return /AOR not found|AOR has no contacts/i.test(fault.message)
}

function toContact(aor: string, raw: z.infer<typeof contact>, now: number, startedAt: number): StoredContact {
  const route = raw.Received === '[not set]' ? '' : raw.Received
  const transport = transportOf(route, raw.Socket)
  const source = /^sips?:(?:[^@]*@)?(?:\[([0-9a-fA-F:.]+)\]|([0-9.]+)):(\d+)/.exec(route)
  const lastRegisteredAt = raw['Last-Modified'] * 1000
  return {
    aor,
    ruid: raw.Ruid,
    contact: raw.Address,
    userAgent: raw['User-Agent'] === '[not set]' ? '' : raw['User-Agent'],
    sourceIp: source?.[1] ?? source?.[2] ?? null,
    sourcePort: source?.[3] === undefined ? null : Number(source[3]),
    transport,
    since: null,
    lastRegisteredAt,
    expiresAt: typeof raw.Expires === 'number' ? now + raw.Expires * 1000 : 0,
    stale: transport !== 'udp' && lastRegisteredAt < Math.floor(startedAt / 1000) * 1000,
    route,
  }
}

function transportOf(route: string, socket: string): Registration['transport'] {
  const named = (/;transport=(\w+)/i.exec(route)?.[1] ?? /^(\w+):/.exec(socket)?.[1] ?? 'udp').toLowerCase()
  return named === 'tcp' || named === 'tls' || named === 'ws' || named === 'wss' ? named : 'udp'
}
