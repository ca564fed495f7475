import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endAll, processesOf } from '#switch/kamailio/process.ts'
import { createMediaRelay, type MediaRelay, type RelayOptions } from '#switch/rtpengine/index.ts'
import { rtpengineMark } from '#switch/rtpengine/launcher.ts'
import { createNg, type Ng } from '#switch/rtpengine/ng.ts'
import { createRaccord, type RaccordProcess } from '../support/raccord-process.ts'
import { type RelayedCall, startRelayedCall } from '../support/sip/relayed-call.ts'
import { until } from '../support/sip/switch.ts'

const root = process.getuid?.() === 0

interface Place {
  options: RelayOptions
  relay: MediaRelay
  ng: Ng
  /** What was told of rtpengine's death. */
  lost: number[]
  log: string[]
}

let places: Place[]
let calls: RelayedCall[]
let holders: ChildProcess[]

beforeEach(() => {
  places = []
  calls = []
  holders = []
})
afterEach(async () => {
  for (const call of calls) call.close()
  for (const holder of holders) holder.kill('SIGKILL')
  for (const { options, relay, ng } of places) {
    relay.detach()
    ng.close()
    await endAll(rtpengineMark(options.directory))
    rmSync(options.directory, { recursive: true, force: true })
  }
})

function place(controlPort: number, more: Partial<RelayOptions> = {}): Place {
  const directory = mkdtempSync(join(tmpdir(), 'raccord-media-'))
  chmodSync(directory, 0o700)
  const log: string[] = []
  const lost: number[] = []
  const note = (details: object, message: string) => log.push(`${message} ${JSON.stringify(details)}`)
  const options: RelayOptions = {
    directory,
    bind: '127.0.0.1',
    rtpPorts: { from: 40_000, to: 40_199 },
    ...(root ? { runAs: { user: 'kamailio', group: 'kamailio' } } : {}),
    controlPort: () => controlPort,
    onLost: (at) => lost.push(at),
    onBack: () => {},
    clock: Date.now,
    log: { info: note, warn: note, error: note },
    ...more,
  }
  const made = { options, relay: createMediaRelay(options), ng: createNg(() => controlPort), lost, log }
  places.push(made)
  return made
}

async function call(ng: Ng, id: string, more = {}): Promise<RelayedCall> {
  const started = await startRelayedCall(ng, id, more)
  calls.push(started)
  const heard = ({ caller, callee }: { caller: number; callee: number }) => caller > 5 && callee > 5
  await until('both hear each other', () => heard(started.received()))
  return started
}

const processes = ({ options }: Place) => processesOf(rtpengineMark(options.directory))

describe('the process', () => {
  test('starts as its own user without any right, carries a call, and is gone after the stop', async () => {
    const one = place(27_121)
    expect(await one.relay.start()).toBe('started')
    const [pid] = processes(one)
    expect(one.relay.running()?.pid).toBe(pid)
    if (root) {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      expect(status).not.toMatch(/^Uid:\t0/m)
      expect(status).toMatch(/^CapEff:\t0+$/m)
      expect(status).toMatch(/^Groups:\s*$/m)
    }
    await call(one.ng, 'a-call')
    expect(one.relay.isUp()).toBe(true)
    await one.relay.stop()
    expect(processes(one)).toEqual([])
    expect(one.relay.isUp()).toBe(false)
    expect(one.lost).toEqual([])
  })

  test('is adopted after its supervisor was killed, and a call that ran goes on', async () => {
    const one = place(27_122)
    const holder = await hold(one)
    const before = processes(one)
    const running = await call(one.ng, 'goes-on')
    holder.kill('SIGKILL')
    await new Promise((resolve) => holder.once('exit', resolve))
    expect(await one.relay.start()).toBe('adopted')
    expect(processes(one)).toEqual(before)
    const { callee } = running.received()
    await until('more is heard', () => running.received().callee > callee + 5)
  })

  test('comes back within 5 seconds after a kill, and tells when it was last alive, also when it was adopted', async () => {
    const one = place(27_123)
    const holder = await hold(one)
    holder.kill('SIGKILL')
    await one.relay.start()
    for (const round of [1, 2]) {
      await new Promise((resolve) => setTimeout(resolve, 700))
      const [pid] = processes(one)
      const killedAt = Date.now()
      process.kill(pid ?? 0, 'SIGKILL')
      await until('another one answers', () => one.lost.length === round && one.relay.isUp(), 5000)
      expect(processes(one)).toHaveLength(1)
      expect(processes(one)).not.toContain(pid)
      expect(one.lost.at(-1)).toBeLessThanOrEqual(killedAt)
      expect(one.lost.at(-1)).toBeGreaterThan(killedAt - 1200)
    }
    await call(one.ng, 'after-it')
  })

  test('is killed and started anew when it hangs', async () => {
    const one = place(27_131)
    await one.relay.start()
    const [pid] = processes(one)
    process.kill(pid ?? 0, 'SIGSTOP')
    const hungAt = Date.now()
    await until('it is not up', () => !one.relay.isUp(), 4000)
    await until('another one answers', () => one.relay.isUp(), 15_000)
    expect(processes(one)).not.toContain(pid)
    expect(one.lost).toEqual([expect.toSatisfy((at: number) => at <= hungAt && at > hungAt - 1200)])
  })

  test('is started anew when what it is started with has changed', async () => {
    const one = place(27_124)
    await one.relay.start()
    const before = processes(one)
    one.relay.detach()
    const other = createMediaRelay({ ...one.options, rtpPorts: { from: 40_200, to: 40_299 } })
    expect(await other.start()).toBe('started')
    expect(processes(one)).not.toEqual(before)
    expect(processes(one)).toHaveLength(1)
    await other.stop()
  })

  test('two stand side by side on the same ports for voice, each with its own calls', async () => {
    const [one, two] = [place(27_125), place(27_126)]
    await Promise.all([one.relay.start(), two.relay.start()])
    for (const id of ['first', 'second', 'third']) {
      await call(one.ng, id)
      await call(two.ng, id)
    }
    await one.relay.stop()
    expect(processes(two)).toHaveLength(1)
    const last = calls.at(-1)
    const before = last?.received().caller ?? 0
    await until('the other goes on', () => (last?.received().caller ?? 0) > before + 5)
  })

  test('goes on trying while its port is held by another program', async () => {
    const [one, two] = [place(27_127), place(27_127)]
    await one.relay.start()
    expect(await two.relay.start()).toBe('absent')
    expect(two.relay.fault()).toMatchObject({ code: 'switch.portInUse' })
    await one.relay.stop()
    await until('it has come', () => two.relay.isUp(), 15_000)
    expect(two.relay.fault()).toBeNull()
  })
})

describe('media of calls that the switch no longer knows', () => {
  test('ends at once, and the last moment at which it flowed both ways is told', async () => {
    const one = place(27_128)
    await one.relay.start()
    const [talking, halved] = [await call(one.ng, 'talking', { branches: 2 }), await call(one.ng, 'halved')]
    halved.setTalking({ callee: false })
    const halvedAt = Date.now()
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const endedAt = Date.now()
    const moments = await one.relay.endOrphanedMedia(['talking', 'halved', 'unknown'])
    const heard = talking.received().callee
    expect([...moments.keys()]).toEqual(['talking', 'halved', 'unknown'])
    expectWithin(moments.get('talking'), endedAt)
    expectWithin(moments.get('halved'), halvedAt)
    expect(moments.get('unknown')).toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(talking.received().callee - heard).toBeLessThan(3)
    expect(await one.ng.ask('list')).toMatchObject({ calls: [] })
  })

  test('a held call lives as long as the one who holds it sends', async () => {
    const one = place(27_129)
    await one.relay.start()
    const held = await call(one.ng, 'held')
    await held.hold()
    held.setTalking({ callee: false })
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const endedAt = Date.now()
    expectWithin((await one.relay.endOrphanedMedia(['held'])).get('held'), endedAt)
  })

  test('is not known when nothing came, or rtpengine is away', async () => {
    const one = place(27_130)
    await one.relay.start()
    const silent = await startRelayedCall(one.ng, 'silent')
    silent.setTalking({ caller: false, callee: false })
    silent.close()
    expect(await one.relay.endOrphanedMedia(['silent'])).toEqual(new Map([['silent', null]]))
    await one.relay.stop()
    expect(await one.relay.endOrphanedMedia(['silent'])).toEqual(new Map([['silent', null]]))
  })
})

describe('with Raccord', () => {
  let raccord: RaccordProcess
  afterEach(() => raccord?.remove())

  test('it outlives a killed Raccord, comes back within 5 seconds when it is killed itself, and ends with Raccord', async () => {
    raccord = createRaccord(27_190)
    await raccord.start()
    const first = raccord.media.processes()
    expect(first).toHaveLength(1)
    await raccord.kill()
    await raccord.start()
    expect(raccord.media.processes()).toEqual(first)
    raccord.media.kill()
    const isAnother = () => raccord.media.processes().length === 1 && raccord.media.processes()[0] !== first[0]
    await until('another one runs', isAnother, 5000)
    expect(await raccord.terminate()).toBe(0)
    expect(raccord.media.processes()).toEqual([])
    expect(raccord.switch.processes()).toEqual([])
  }, 120_000)

  test('without its package Raccord says which one, and the switch serves telephones all the same', async () => {
    const preload = fileURLToPath(new URL('../support/without-rtpengine.ts', import.meta.url))
    raccord = createRaccord(27_190, { nodeOptions: ['--import', preload] })
    await raccord.start()
    expect(raccord.output()).toMatch(/rtpengine is not installed .* rtpengine-daemon/)
    expect(await (await raccord.api()).call('GET', '/api/provider')).toMatchObject({ switchUp: true })
    expect(raccord.media.processes()).toEqual([])
  })
})

/** At most 2 seconds before the true moment, never after it. */
function expectWithin(told: number | null | undefined, truth: number): void {
  expect(told).toBeLessThanOrEqual(truth + 50)
  expect(told).toBeGreaterThan(truth - 2000)
}

/** A process of its own that starts the relay, so that a test can kill it. */
async function hold({ options }: Place): Promise<ChildProcess> {
  const { directory, bind, rtpPorts, runAs } = options
  const file = join(directory, 'holder.json')
  writeFileSync(file, JSON.stringify({ directory, bind, rtpPorts, runAs, controlPort: options.controlPort() }))
  const holder = spawn(process.execPath, [join(import.meta.dirname, '../support/sip/relay-holder.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holders.push(holder)
  await new Promise((resolve, reject) => {
    holder.stdout?.once('data', resolve)
    holder.once('exit', () => reject(new Error('the holder ended')))
  })
  return holder
}
