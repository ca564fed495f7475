import { join } from 'node:path'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { inTurns } from '../kamailio/in-turns.ts'
import type { Log } from '../kamailio/log.ts'
import { killNow } from '../kamailio/process.ts'
import { createSupervisor, type Supervisor } from '../kamailio/supervisor.ts'
import { lastFlow } from './flow.ts'
import { type RelayPlace, relayCommand, requireControlPort, rtpengineMark } from './launcher.ts'
import { createNg, type Ng } from './ng.ts'

export interface RelayOptions extends RelayPlace {
  /** UDP on loopback. */
  controlPort: () => number
  /**
   * rtpengine died: what ran through it is dead. `lastAliveAt` (ms): the latest moment at which it is known to have lived; `startedAt` (ms): its start.
   */
  onLost: (lastAliveAt: number, startedAt: number) => void
  /** It answers, for the first time or again. */
  onBack: () => void
  clock: Clock
  log: Log
}

/** rtpengine, through which the sound of all calls goes, with the life of its process. */
export interface MediaRelay {
  /**
   * Starts it, or adopts the one that a former Raccord left. Without it telephones register all the same, so a failure is told by `fault`, not thrown;
   * `absent`: it is not there now, and unless it is not installed at all it goes on being tried.
   */
  start(): Promise<'adopted' | 'started' | 'absent'>
  stop(): Promise<void>
  detach(): void
  /** Why it could not be started: 'switch.mediaMissing' or what hindered its last start; null while it runs. */
  fault(): AppError | null
  /** It answered within the last seconds. */
  isUp(): boolean
  /** Process number and start (ms); null when there is none. */
  running(): { pid: number; startedAt: number } | null
  /** By SIP Call-ID: when its media last flowed both ways (ms), null when that is not known; and ends that media. */
  endOrphanedMedia(sipCallIds: string[]): Promise<Map<string, number | null>>
}

/** Milliseconds. */
const pingInterval = 500
const silentAfter = 2000
/** So many pings without an answer, one after the other, and it is taken for hung: calls would wait for it, and Kamailio with them. */
const mostUnanswered = 20

/** Nothing is touched before the start. */
export function createMediaRelay(options: RelayOptions): MediaRelay {
  const { clock, controlPort } = options
  const ng = createNg(controlPort)
  const pulse = createPulse(ng, clock, () => {
    const record = supervisor.record()
    if (!record) return
    options.log.warn({ pid: record.pid }, 'the media relay does not answer and is killed')
    killNow(record)
  })
  let fault: AppError | null = null
  const supervisor: Supervisor = supervise(options, ng, pulse, (why) => {
    fault = why
  })

  return {
    async start() {
      try {
        return await supervisor.start()
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        fault = error
        if (error.code !== 'switch.mediaMissing') supervisor.keepTrying()
        return 'absent'
      }
    },
    async stop() {
      await supervisor.stop()
      pulse.stop()
      ng.close()
    },
    detach() {
      supervisor.detach()
      pulse.stop()
      ng.close()
    },
    fault: () => fault,
    isUp: pulse.isFelt,
    running: supervisor.record,
    async endOrphanedMedia(sipCallIds) {
      const ended = await inTurns(sipCallIds, async (id) => [id, await endMedia(ng, id)] as const)
      return new Map(ended)
    },
  }
}

async function endMedia(ng: Ng, sipCallId: string): Promise<number | null> {
  try {
    const flow = lastFlow(await ng.ask('query', { 'call-id': sipCallId }))
    await ng.ask('delete', { 'call-id': sipCallId })
    return flow
  } catch {
    // Gone, and the media with it.
    return null
  }
}

interface Pulse {
  start(): void
  stop(): void
  /** Milliseconds; 0 before the first sign of life. */
  lastAliveAt(): number
  isFelt(): boolean
}

/** Asks again and again whether rtpengine lives. */
function createPulse(ng: Ng, clock: Clock, onHung: () => void): Pulse {
  let timer: NodeJS.Timeout | null = null
  let [last, unanswered] = [0, 0]

  async function feel(): Promise<void> {
    const [askedAt, asking] = [clock(), timer]
    const answered = await ng.ping(pingInterval)
    if (timer === null || timer !== asking) return
    if (answered) last = Math.max(last, askedAt)
    unanswered = answered ? 0 : unanswered + 1
    if (unanswered === mostUnanswered) onHung()
  }

  function stop(): void {
    if (timer) clearInterval(timer)
    timer = null
  }

  return {
    start() {
      stop()
      last = clock()
      unanswered = 0
      timer = setInterval(() => void feel(), pingInterval)
      timer.unref()
    },
    stop,
    lastAliveAt: () => last,
    isFelt: () => timer !== null && clock() - last < silentAfter,
  }
}

function supervise(options: RelayOptions, ng: Ng, pulse: Pulse, onFault: (why: AppError | null) => void): Supervisor {
  const { directory, controlPort, clock, log } = options
  const logFile = join(directory, 'rtpengine.log')
  const supervisor = createSupervisor({
    name: 'the media relay',
    mark: rtpengineMark(directory),
    recordFile: join(directory, 'rtpengine.json'),
    logFile,
    hashFor: () => relayCommand(options, controlPort()).hash,
    async prepare() {
      const command = relayCommand(options, controlPort())
      await requireControlPort(controlPort())
      return command
    },
    async whenAnswering(deadline, stillAlive) {
      while (!(await ng.ping(200))) {
        if (clock() > deadline || !stillAlive()) throw new AppError('switch.failed', { params: { logFile } })
      }
      onFault(null)
      pulse.start()
      options.onBack()
    },
    onDown() {
      pulse.stop()
      options.onLost(pulse.lastAliveAt(), supervisor.record()?.startedAt ?? 0)
    },
    clock,
    log,
  })
  return supervisor
}
