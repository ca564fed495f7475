import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { z } from 'zod'
import type { Trunk, TrunkState } from '../port.ts'
import type { Log } from './log.ts'
import type { ReachableTrunk } from './projection-trunks.ts'
import { type Rpc, RpcFault } from './rpc.ts'

/** Addresses of a host name, in digits; empty: none is known now. */
export type Resolve = (host: string) => Promise<string[]>

/** Looks up where trunks are, since Kamailio asks no name server, and has it register at those that want it. */
export interface TrunkKeeper {
  /** All of them, in the order in which they are tried. */
  replace(trunks: Trunk[]): Promise<void>
  /** Kamailio answers: what it read at its start, or was told by a former Raccord, may be older than the table. */
  catchUp(): Promise<void>
  states(): Promise<TrunkState[]>
  close(): void
}

interface TrunkOptions {
  rpc: Rpc
  isUp: () => boolean
  write: (trunks: ReachableTrunk[]) => Promise<void>
  resolve?: Resolve
  log: Log
}

/** Milliseconds between two looks at the name server. */
const lookupInterval = 180_000
const standardPorts = { udp: 5060, tcp: 5060, tls: 5061 }

export function createTrunkKeeper({ rpc, isUp, write, resolve = ask, log }: TrunkOptions): TrunkKeeper {
  let wanted: Trunk[] = []
  let written: ReachableTrunk[] = []
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<void> = Promise.resolve()

  async function update(): Promise<void> {
    const former = new Map(written.map((trunk) => [trunk.id, trunk]))
    const next = await Promise.all(wanted.map((trunk) => reach(trunk, resolve, former.get(trunk.id), log)))
    if (JSON.stringify(next) === JSON.stringify(written)) return
    await write(next)
    const changed = next.filter((trunk) => JSON.stringify(trunk) !== JSON.stringify(former.get(trunk.id)))
    written = next
    if (isUp()) await register(changed.map(({ id }) => id))
  }

  /** Kamailio reads each row anew, and forgets what is no longer there. */
  async function register(changed: string[]): Promise<void> {
    const rows = new Set(written.filter(isRegistered).map(({ id }) => id))
    for (const { l_uuid } of await dump(rpc)) if (!rows.has(l_uuid)) await rpc.call('uac.reg_remove', [l_uuid])
    for (const id of changed) if (rows.has(id)) await rpc.call('uac.reg_refresh', [id])
  }

  /** One after the other: an older list never comes after a newer one. */
  function inOrder(job: () => Promise<void>): Promise<void> {
    const done = turn.then(job)
    turn = done.catch(() => {})
    return done
  }

  return {
    replace(trunks) {
      wanted = trunks
      timer ??= setInterval(() => {
        inOrder(update).catch((error) => log.error({ error: String(error) }, 'trunks could not be looked up'))
      }, lookupInterval).unref()
      return inOrder(update)
    },
    catchUp: () => inOrder(() => register(written.map(({ id }) => id))),
    async states() {
      const known = new Map((await dump(rpc)).map((row) => [row.l_uuid, row]))
      return Promise.all(wanted.map((trunk) => state(rpc, trunk, known.get(trunk.id))))
    },
    close() {
      if (timer) clearInterval(timer)
      timer = null
    },
  }
}

function isRegistered(trunk: ReachableTrunk): boolean {
  return trunk.registers && trunk.digest !== null && trunk.hop !== ''
}

/** What is not known now is taken for what it was. */
async function reach(
  trunk: Trunk,
  resolve: Resolve,
  former: ReachableTrunk | undefined,
  log: Log,
): Promise<ReachableTrunk> {
  const found = isIP(trunk.host) ? [trunk.host] : (await resolve(trunk.host)).toSorted()
  if (found.length === 0) {
    log.warn({ host: trunk.host }, 'no address is known for a trunk')
    const same = former !== undefined && former.host === trunk.host && former.port === trunk.port
    return { ...trunk, hop: same ? former.hop : '', networks: networks(trunk, same ? former.networks : []) }
  }
  const kept = found.find((address) => former?.hop === hop(trunk, address))
  return { ...trunk, hop: hop(trunk, kept ?? found[0] ?? ''), networks: networks(trunk, found.map(asNetwork)) }
}

function networks(trunk: Trunk, found: string[]): string[] {
  return trunk.networks.length > 0 ? trunk.networks : found
}

function asNetwork(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`
}

function hop({ port, transport }: Trunk, address: string): string {
  const host = address.includes(':') ? `[${address}]` : address
  return `sip:${host}:${port === 0 ? standardPorts[transport] : port};transport=${transport}`
}

async function ask(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    return []
  }
}

const row = z.object({ l_uuid: z.string(), r_username: z.string(), r_domain: z.string(), flags: z.coerce.number() })
type Row = z.infer<typeof row>

/** The registrations that Kamailio keeps; one alone comes without a list around it. */
async function dump(rpc: Rpc): Promise<Row[]> {
  const reply = await rpc.call('uac.reg_dump')
  return z.array(row).parse(Array.isArray(reply) ? reply : reply === null || reply === undefined ? [] : [reply])
}

/** Bit 4 of uac's flags: registered. */
const registered = 4

async function state(rpc: Rpc, trunk: Trunk, known: Row | undefined): Promise<TrunkState> {
  if (!trunk.registers) return { id: trunk.id, registered: null, code: null }
  const code = known === undefined ? null : await lastCode(rpc, `sip:${known.r_username}@${known.r_domain}`)
  return { id: trunk.id, registered: known !== undefined && (known.flags & registered) !== 0, code }
}

const entry = z.object({ item: z.object({ value: z.number() }) })

/** What the trunk said last to a REGISTER in this name; null when it has said nothing. */
async function lastCode(rpc: Rpc, name: string): Promise<number | null> {
  try {
    return entry.parse(await rpc.call('htable.get', ['registration', name])).item.value
  } catch (error) {
    if (error instanceof RpcFault) return null
    throw error
  }
}
