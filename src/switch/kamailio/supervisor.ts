import type { Clock } from '#domain/clock.ts'
import { type Owner, trimLog } from './files.ts'
import type { Log } from './log.ts'
import {
  bootId,
  endAll,
  isAlive,
  type Mark,
  type ProcessRecord,
  readRecord,
  spawnDetached,
  startOf,
  writeRecord,
} from './process.ts'

/** What to start; prepared anew before each start. */
export interface Command {
  program: string
  words: string[]
  /** Of everything that a running process must have been started with to be adopted. */
  hash: string
  room: number
  /** Whom it is started as; null: as we are. */
  user: Owner
}

export interface SupervisorOptions {
  /** What it is called in our log. */
  name: string
  mark: Mark
  recordFile: string
  logFile: string
  /** The hash that a process running with this room must have to be adopted. */
  hashFor: (room: number) => string
  /** Runs while the program does not: writes its files, refuses to start with an AppError. */
  prepare: () => Promise<Command>
  /** Resolves when the process answers; rejects at the deadline (ms since 1970) or when the process is gone. */
  whenAnswering: (deadline: number, stillAlive: () => boolean) => Promise<void>
  onDown: () => void
  clock: Clock
  log: Log
}

/** Keeps one program running: adopts the one that a former Raccord left, restarts one that dies, never leaves two. */
export interface Supervisor {
  /** Resolves when it answers. Throws what `prepare` and `whenAnswering` throw; no process is left then. */
  start(): Promise<'adopted' | 'started'>
  /** After a start that failed: goes on trying, with growing pauses, until it is stopped. */
  keepTrying(): void
  stop(): Promise<void>
  detach(): void
  record(): ProcessRecord | null
  /** The size that the last process ran with; 0 when none is known. */
  lastRoom(): number
}

interface State {
  record: ProcessRecord | null
  poll: NodeJS.Timeout | null
  ended: boolean
  failures: number
  /** Ends a pause between two attempts. */
  wake: () => void
  recovering: Promise<void> | null
}

const pollInterval = 250
/** Every five seconds: a flood of garbage writes megabytes in that time. */
const pollsPerLogCheck = 20
const startTimeout = 30_000
const adoptTimeout = 3000
const backOff = [0, 500, 1000, 2000, 4000, 8000, 15_000, 30_000]
/** A process that lived this long (ms) is restarted at once when it dies. */
const stableAfter = 60_000

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const state: State = { record: null, poll: null, ended: false, failures: 0, wake: () => {}, recovering: null }
  return {
    async start() {
      state.ended = false
      const adopted = await adopt(state, options)
      try {
        if (!adopted) await launch(state, options)
      } catch (error) {
        await endAll(options.mark)
        throw error
      }
      watch(state, options)
      return adopted ? 'adopted' : 'started'
    },
    keepTrying() {
      state.ended = false
      state.failures = 3
      state.recovering = recover(state, options)
    },
    async stop() {
      end(state)
      await state.recovering
      await endAll(options.mark)
      state.record = null
    },
    detach: () => end(state),
    record: () => state.record,
    lastRoom: () => readRecord(options.recordFile)?.room ?? 0,
  }
}

async function adopt(
  state: State,
  { name, recordFile, hashFor, whenAnswering, clock, log }: SupervisorOptions,
): Promise<boolean> {
  const last = readRecord(recordFile)
  if (!last || !isAlive(last) || last.hash !== hashFor(last.room)) return false
  state.record = last
  try {
    await whenAnswering(clock() + adoptTimeout, () => isAlive(last))
    log.info({ pid: last.pid }, `adopted ${name}, which was running`)
    return true
  } catch {
    state.record = null
    return false
  }
}

async function launch(state: State, options: SupervisorOptions): Promise<void> {
  const { name, mark, recordFile, logFile, prepare, whenAnswering, clock, log } = options
  state.record = null
  await endAll(mark)
  const { program, words, hash, room, user } = await prepare()
  const startedAt = clock()
  const pid = await spawnDetached({ program, words, logFile, user }, () => onDeath(state, options, pid))
  const record: ProcessRecord = { pid, start: startOf(pid) ?? '', bootId: bootId(), hash, room, startedAt }
  writeRecord(recordFile, record)
  state.record = record
  await whenAnswering(clock() + startTimeout, () => !state.ended && isAlive(record))
  log.info({ pid }, `started ${name}`)
}

/** An adopted process is not our child and tells nobody of its end, so all are polled. */
function watch(state: State, options: SupervisorOptions): void {
  let polls = 0
  state.poll = setInterval(() => {
    if (polls++ % pollsPerLogCheck === 0) trimLog(options.logFile)
    if (state.record && !isAlive(state.record)) onDeath(state, options, state.record.pid)
  }, pollInterval)
}

function onDeath(state: State, options: SupervisorOptions, pid: number): void {
  if (state.ended || !state.poll || state.record?.pid !== pid) return
  clearInterval(state.poll)
  state.poll = null
  const lived = options.clock() - state.record.startedAt
  state.failures = lived > stableAfter ? 0 : state.failures + 1
  options.log.warn({ pid, lived }, `${options.name} died and is started again`)
  options.onDown()
  state.recovering = recover(state, options)
}

async function recover(state: State, options: SupervisorOptions): Promise<void> {
  for (; !state.ended; state.failures++) {
    await pause(state, backOff[Math.min(Math.max(state.failures - 1, 0), backOff.length - 1)] ?? 0)
    if (state.ended) return
    try {
      await launch(state, options)
      if (!state.ended) watch(state, options)
      return
    } catch (error) {
      options.log.error({ error: String(error), logFile: options.logFile }, `${options.name} could not be started`)
    }
  }
}

function pause(state: State, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    state.wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

function end(state: State): void {
  state.ended = true
  if (state.poll) clearInterval(state.poll)
  state.poll = null
  state.wake()
}
