import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createKamailioSwitch, type KamailioSwitch } from '#switch/kamailio/index.ts'
import type { NumberPlan } from '#switch/port.ts'
import type { SippAccount } from '../support/sip/sipp.ts'
import { credentialOf, prepareSwitch, realm } from '../support/sip/switch.ts'
import { startBare } from './switch/bare.ts'
import { calling, type Outcome, play, registering, startAnswering } from './switch/load.ts'

/**
 * REGISTER with digest, and calls, per second through our configuration against the same Kamailio with a bare registrar and proxy, in one run, in turn: each
 * Kamailio has the first processor, SIPp the second. Then 20,000 lines: what they take, and how fast one line's list is read.
 */

const lines = 20_000
const rounds = 5
const [ours, bare, phones, callers] = [27_700, 27_720, 27_740, 27_760]
const bars = { register: 0.8, call: 0.3, list: 10 }

export async function run(): Promise<boolean> {
  const accounts = Array.from({ length: lines }, (_, index): SippAccount => {
    return { digestName: `d${index}`, secret: randomBytes(8).toString('hex'), number: String(10_000 + index) }
  })
  const setting = await prepareSwitch(ours)
  const sipSwitch = createKamailioSwitch(setting.options)
  let bareProcess: ChildProcess | null = null
  try {
    const credentials = accounts.map((account, index) => credentialOf(account, aorOf(index)))
    for (const { aor } of credentials) setting.ages.set(aor, 0)
    await sipSwitch.replaceCredentials(credentials)
    await sipSwitch.replacePlans([planOf(accounts)])
    await sipSwitch.start()
    const directory = join(setting.options.directory, '..', 'bare')
    bareProcess = startBare({ directory, credentials: join(setting.options.directory, 'switch.db'), realm, port: bare })
    chmodSync(setting.options.directory, 0o755)
    pin([sipSwitch.running()?.pid ?? 0, bareProcess.pid ?? 0])
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return await measure(accounts, sipSwitch, { [ours]: sipSwitch.running()?.pid ?? 0, [bare]: bareProcess.pid ?? 0 })
  } finally {
    endGroup(bareProcess)
    await sipSwitch.stop()
    setting.remove()
  }
}

async function measure(
  accounts: SippAccount[],
  sipSwitch: KamailioSwitch,
  groups: Record<number, number>,
): Promise<boolean> {
  const register = await compare('registrations', groups, (target, slice) =>
    play({
      scenario: registering,
      accounts: slice(accounts, 6000),
      target,
      localPort: phones,
      calls: 6000,
      parallel: 40,
    }),
  )
  const answer = startAnswering(phones)
  const call = await compare('calls', groups, (target, slice) => {
    const taken = slice(accounts, 1000)
    const callee = (index: number) => taken[(index + 1) % taken.length]?.number ?? ''
    return play({ scenario: calling, accounts: taken, callee, target, localPort: callers, calls: 1000, parallel: 40 })
  })
  await answer.end()
  await play({
    scenario: registering,
    accounts,
    target: `127.0.0.1:${ours}`,
    localPort: phones,
    calls: lines,
    parallel: 40,
  })
  const list = await listTime(sipSwitch)
  console.log(`figure switch.register.ratio ${register.toFixed(2)} x`)
  console.log(`figure switch.call.ratio ${call.toFixed(2)} x`)
  console.log(`figure switch.lines.memory ${memory(sipSwitch.running()?.pid ?? 0).toFixed(0)} MB`)
  console.log(`figure switch.list ${list.toFixed(2)} ms`)
  return register >= bars.register && call >= bars.call && list <= bars.list
}

type Slice = (accounts: SippAccount[], count: number) => SippAccount[]

/** Median of ours through median of the bare one's, per second. Both play the same accounts in a round, each round others. */
async function compare(
  what: string,
  groups: Record<number, number>,
  one: (target: string, slice: Slice) => Promise<Outcome>,
): Promise<number> {
  const rates: Record<number, number[]> = { [ours]: [], [bare]: [] }
  const costs: Record<number, number[]> = { [ours]: [], [bare]: [] }
  for (let round = 0; round < rounds; round++) {
    const slice: Slice = (accounts, count) => accounts.slice((round % 3) * count, (round % 3) * count + count)
    for (const port of round % 2 === 0 ? [ours, bare] : [bare, ours]) {
      const before = cpuSeconds(groups[port])
      const outcome = await one(`127.0.0.1:${port}`, slice)
      const { failed, succeeded } = outcome
      if (failed * 100 > succeeded) throw new Error(`${failed} of ${failed + succeeded} failed at ${port}`)
      rates[port]?.push(succeeded / outcome.seconds)
      costs[port]?.push(((cpuSeconds(groups[port]) - before) / succeeded) * 1e6)
    }
  }
  const [a = Number.NaN, b = Number.NaN] = [middle(rates[ours] ?? []), middle(rates[bare] ?? [])]
  const [own = Number.NaN, least = Number.NaN] = [middle(costs[ours] ?? []), middle(costs[bare] ?? [])]
  console.log(`${what}: ${a.toFixed(0)}/s through Raccord's configuration, ${b.toFixed(0)}/s through the bare one`)
  console.log(`${what}: ${own.toFixed(0)} µs of CPU each, ${least.toFixed(0)} µs; ${(least / own).toFixed(2)} x`)
  return a / b
}

async function listTime(sipSwitch: KamailioSwitch): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < 200; index++) {
    const start = performance.now()
    const found = await sipSwitch.registrations([aorOf(index * 97)])
    times.push(performance.now() - start)
    if (found.length !== 1) throw new Error(`line ${index * 97} is not registered`)
  }
  return middle(times)
}

function aorOf(index: number): string {
  return index.toString(16).padStart(20, '0')
}

function planOf(accounts: SippAccount[]): NumberPlan {
  return {
    ...{ vpbxId: 'vpbx', country: 'CH', maxCalls: null, teams: [], shortNumbers: [] },
    lines: accounts.map(({ number }) => ({
      ...{
        lineId: `line-${number}`,
        extensionId: `extension-${number}`,
        accountId: `account-${number}`,
        kind: 'internal',
        number,
      },
      ...{ extensionNumber: number, displayName: `Line ${number}`, ringsToo: null, accountMaxCalls: null },
      ...{ emergencyNumber: '', emergencyLocation: '' },
    })),
  }
}

/** All processes of these groups go to the first processor. */
function pin(groups: number[]): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (groups.includes(groupOf(pid))) execFileSync('taskset', ['-a', '-c', '-p', '0', pid], { stdio: 'ignore' })
  }
}

function endGroup(leader: ChildProcess | null): void {
  try {
    if (leader?.pid !== undefined) process.kill(-leader.pid, 'SIGKILL')
  } catch {
    // It ended before.
  }
}

/** User and system time that the processes of a group have taken so far. */
function cpuSeconds(group = -1): number {
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && groupOf(name) === group)
    .map((pid) => {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      return Number(fields[11]) + Number(fields[12])
    })
  // A hundred a second on Linux, whatever the kernel's own.
  return ticks.reduce((sum, one) => sum + one, 0) / 100
}

/** Megabytes of memory that the group's processes have for themselves and share fairly. */
function memory(group: number): number {
  const kilobytes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && groupOf(name) === group)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

function groupOf(pid: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[2])
  } catch {
    return -1
  }
}

function middle(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
