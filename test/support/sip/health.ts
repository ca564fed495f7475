import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { KamailioSwitch } from '#switch/kamailio/index.ts'
import { kamailioMark, processesOf } from '#switch/kamailio/process.ts'
import type { Rpc } from '#switch/kamailio/rpc.ts'

export interface Health {
  pid: number
  processes: number
  /** Shared memory in use, bytes. */
  shared: number
  /** Memory of its own of each process, bytes: pages that are nobody else's, without those of shared memory. */
  own: Map<number, number>
  /** Size of its log file, bytes. */
  log: number
}

/** What the switch's Kamailio is made of at this moment. */
export async function healthOf(subject: KamailioSwitch, directory: string, rpc: Rpc): Promise<Health> {
  const pids = processesOf(kamailioMark(directory))
  const { used } = (await rpc.call('core.shmmem')) as { used: number }
  return {
    pid: subject.running()?.pid ?? 0,
    processes: pids.length,
    shared: used,
    own: new Map(pids.map((pid) => [pid, ownMemory(pid)])),
    log: statSync(join(directory, 'kamailio.log')).size,
  }
}

// "Anonymous" leaves out the pages of shared memory, which "Private_Dirty" counts for whoever touches them alone.
function ownMemory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(/^Anonymous:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN) * 1024
}

/** What became larger, in bytes: shared memory, and the process whose own memory grew most. NaN when it is not the same processes any more. */
export function growth(before: Health, after: Health): { shared: number; own: number } {
  const grown = [...after.own].map(([pid, bytes]) => bytes - (before.own.get(pid) ?? Number.NaN))
  return { shared: after.shared - before.shared, own: Math.max(...grown) }
}
