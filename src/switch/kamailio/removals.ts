import type { Clock } from '#domain/clock.ts'
import type { CredentialAges } from '../port.ts'
import type { Owner } from './files.ts'
import { inTurns } from './in-turns.ts'
import { isInvalid, suspectsInCopy } from './location.ts'
import type { Log } from './log.ts'
import { flushInterval } from './parameters.ts'
import { type Rpc, RpcFault, removeContacts, type StoredContact } from './rpc.ts'

/** Takes contacts out of a running Kamailio; those that it cannot be told of now, as soon as it can. */
export interface Removals {
  /** Every contact of these addresses of record. */
  remove(aors: string[]): Promise<void>
  /** What could not be said while the line was down, or was not heard; what fails again is tried later. Never rejects. */
  catchUp(): Promise<void>
  /** Kamailio is down, and what it will load is checked after this: nothing is owed any more. */
  forget(): void
  /** For a Kamailio that went on running while nobody could tell it of changes: now, and once more when all that it had in memory has been flushed. */
  afterAdoption(): Promise<void>
  close(): void
}

interface RemovalOptions {
  directory: string
  /** Whom db/ belongs to. */
  owner: () => Owner
  rpc: Rpc
  isUp: () => boolean
  lookup: (aor: string) => Promise<StoredContact[]>
  onRemoved: (aor: string, ruids: string[]) => void
  credentialAges: CredentialAges
  clock: Clock
  log: Log
}

/** Milliseconds: the longest that a contact stays without registering again (registrar's max_expires), and a margin. */
const longestLife = 3_700_000

/** Milliseconds between two attempts at what is still owed. */
const retryInterval = 2000

export function createRemovals(options: RemovalOptions): Removals {
  const { isUp, clock, log } = options
  /** Address of record → when its removal was asked for (ms). Until it is done, whatever comes of the attempt. */
  const owed = new Map<string, number>()
  let again: NodeJS.Timeout | null = null
  let retry: NodeJS.Timeout | null = null

  async function remove(aor: string): Promise<void> {
    const askedAt = clock()
    owed.set(aor, askedAt)
    try {
      if (!isUp()) return
      await drop(options, aor, undefined)
      settle(aor, askedAt)
    } catch (error) {
      // A launch in the meantime may have forgotten it too early.
      owed.set(aor, Math.max(askedAt, owed.get(aor) ?? 0))
      retryLater()
      if (await staysUp(isUp)) throw error
    }
  }

  function settle(aor: string, askedAt: number): void {
    if (owed.get(aor) === askedAt) owed.delete(aor)
  }

  async function catchUp(): Promise<void> {
    await inTurns([...owed], async ([aor, askedAt]) => {
      try {
        await drop(options, aor, askedAt)
        settle(aor, askedAt)
      } catch (error) {
        log.error({ error: String(error) }, 'registrations could not be removed')
        retryLater()
      }
    })
  }

  /** While the line is down it waits: when it comes up again `catchUp` is called. */
  function retryLater(): void {
    if (retry) return
    retry = setTimeout(() => {
      retry = null
      if (isUp()) void catchUp()
    }, retryInterval)
    retry.unref()
  }

  return {
    remove: async (aors) => {
      const outcomes = await inTurns(aors, (aor) => remove(aor).catch((error: unknown) => ({ error })))
      for (const outcome of outcomes) if (outcome) throw outcome.error
    },
    catchUp,
    forget: () => owed.clear(),
    async afterAdoption() {
      await checkAll(options)
      again = setTimeout(
        () =>
          checkAll(options).catch((error) => log.error({ error: String(error) }, 'registrations could not be checked')),
        (flushInterval + 1) * 1000,
      )
      again.unref()
    },
    close() {
      if (again) clearTimeout(again)
      if (retry) clearTimeout(retry)
      retry = null
    },
  }
}

/** False when the line goes down within half a second: of a Kamailio that died the commands fail a little before its event line is known to be cut. */
async function staysUp(isUp: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < 500 && isUp(); waited += 20) await new Promise((resolve) => setTimeout(resolve, 20))
  return isUp()
}

/** Drops the contacts that registered no later than the change (ms); all of them when it is undefined. */
async function drop(
  { rpc, lookup, onRemoved }: RemovalOptions,
  aor: string,
  changedAt: number | undefined,
): Promise<void> {
  const contacts = await lookup(aor)
  const invalid = contacts.filter((contact) => isInvalid(contact.lastRegisteredAt, changedAt))
  if (invalid.length === contacts.length) await removeContacts(rpc, aor)
  else for (const { contact } of invalid) await removeOne(rpc, aor, contact)
  onRemoved(
    aor,
    invalid.map(({ ruid }) => ruid),
  )
}

async function removeOne(rpc: Rpc, aor: string, contact: string): Promise<void> {
  try {
    await rpc.call('ul.rm_contact', ['location', aor, contact])
  } catch (error) {
    // Gone in the meantime.
    if (!(error instanceof RpcFault)) throw error
  }
}

/** Listing all contacts would exhaust a worker's memory, so only those are looked at that changed lately or that the last flush makes suspect. */
async function checkAll(options: RemovalOptions): Promise<void> {
  const ages = await options.credentialAges()
  const recent = [...ages].filter(([, changedAt]) => changedAt > options.clock() - longestLife).map(([aor]) => aor)
  const flushed = await flushedSuspects(options, ages)
  await inTurns([...new Set([...recent, ...flushed])], (aor) => drop(options, aor, ages.get(aor)))
}

async function flushedSuspects({ directory, owner }: RemovalOptions, ages: Map<string, number>): Promise<string[]> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const suspects = suspectsInCopy(directory, owner(), ages)
    if (suspects) return suspects
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return []
}
