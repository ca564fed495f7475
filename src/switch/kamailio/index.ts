import { join, resolve } from 'node:path'
import { AppError } from '#domain/errors.ts'
import type { NotifyRequest, NotifyResult, Switch } from '../port.ts'
import { copyCertificate } from './certificate.ts'
import { createEventLine, type EventLine } from './evapi.ts'
import { createEventHub } from './events.ts'
import { createHouseKeeper, type HouseKeeper } from './house.ts'
import { inTurns } from './in-turns.ts'
import type { SwitchOptions } from './launcher.ts'
import { createNotifier } from './notify.ts'
import { createRemovals } from './removals.ts'
import { createRpc, lookup, type Rpc } from './rpc.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'

export type { SwitchOptions } from './launcher.ts'

/** The switch with the life of its process. Credentials may be given before it is started, and should be: nobody registers without. */
export interface KamailioSwitch extends Switch {
  /**
   * Starts Kamailio, or adopts the one that a former process left; resolves when it answers and events come in. Throws AppError('switch.missing' |
   * 'switch.moduleMissing' | 'switch.portInUse' | 'switch.portForbidden' | 'switch.addressUnavailable' | 'switch.alreadyManaged' | 'switch.userMissing' |
   * 'switch.directoryUnreachable' | 'switch.certificateUnreadable' | 'switch.failed').
   */
  start(): Promise<void>
  /** Ends Kamailio and waits until all its processes are gone. */
  stop(): Promise<void>
  /** Lets go of a Kamailio that goes on running. */
  detach(): void
  /** After the certificate's files have changed. Running connections keep the old one. */
  reloadCertificate(): Promise<void>
  /** Process number and start (ms) of Kamailio; null when there is none. */
  running(): { pid: number; startedAt: number } | null
}

/** Kamailio as the switch. Nothing is touched before the first call that needs it. */
export function createKamailioSwitch(given: SwitchOptions): KamailioSwitch {
  const options = { ...given, directory: resolve(given.directory) }
  const { clock, log } = options
  const hub = createEventHub(clock)
  const house = createHouseKeeper(options, () => supervisor.lastRoom())
  const door = () => house.current().launcher.doors()
  const rpc = createRpc(door)
  const line = createEventLine({
    door,
    onMessage: (message) => (message.event === 'notified' ? notifier.onMessage(message) : hub.hear(message)),
    onChange,
    log,
  })
  const notifier = createNotifier(line, options.host)
  const contactsOf = (aor: string) => lookup(rpc, aor, clock(), supervisor.record()?.startedAt ?? 0)
  const removals = createRemovals({
    ...options,
    owner: () => house.current().owner,
    rpc,
    isUp: line.isUp,
    lookup: contactsOf,
    onRemoved: (aor, ruids) => {
      for (const ruid of ruids) hub.emit({ type: 'unregistered', aor, ruid })
    },
  })
  const supervisor: Supervisor = supervise(options, { house, rpc, line, beforeLaunch: removals.forget })

  function onChange(up: boolean): void {
    hub.emit({ type: 'connection', up })
    if (up) void removals.catchUp()
  }

  async function notify(request: NotifyRequest): Promise<NotifyResult[]> {
    if (!line.isUp()) throw new AppError('switch.unavailable')
    const contacts = await contactsOf(request.aor)
    const wanted = contacts.filter(({ ruid }) => request.ruid === undefined || ruid === request.ruid)
    return Promise.all(wanted.map((contact) => notifier.send(contact, request)))
  }

  return {
    replaceCredentials: async (credentials) => (await house.enter()).projection.replace(credentials),
    putCredentials: async (credentials) => (await house.enter()).projection.put(credentials),
    removeCredentials: async (aors) => (await house.enter()).projection.remove(aors),
    registrations: async (aors) =>
      (await inTurns(aors, contactsOf)).flat().map(({ route: _, ...registration }) => registration),
    removeRegistrations: removals.remove,
    notify,
    onEvent: hub.onEvent,
    isUp: line.isUp,
    running: supervisor.record,
    ...life(options, { house, rpc, line, supervisor, removals }),
  }
}

interface Parts {
  house: HouseKeeper
  rpc: Rpc
  line: EventLine
  supervisor: Supervisor
  removals: { afterAdoption(): Promise<void>; close(): void }
}

function life(
  { directory, certificate }: SwitchOptions,
  { house, rpc, line, supervisor, removals }: Parts,
): Pick<KamailioSwitch, 'start' | 'stop' | 'detach' | 'reloadCertificate'> {
  function leave(): void {
    removals.close()
    line.close()
    house.leave()
  }

  async function reloadCertificate(): Promise<void> {
    const { owner } = await house.enter()
    copyCertificate(certificate(), directory, owner)
    if (line.isUp()) await rpc.call('tls.reload')
  }

  return {
    async start() {
      await house.enter()
      try {
        if ((await supervisor.start()) === 'adopted') {
          await reloadCertificate()
          await removals.afterAdoption()
        }
      } catch (error) {
        supervisor.detach()
        leave()
        throw error
      }
    },
    async stop() {
      await supervisor.stop()
      leave()
    },
    detach() {
      supervisor.detach()
      leave()
    },
    reloadCertificate,
  }
}

function supervise(
  { directory, clock, log }: SwitchOptions,
  { house, rpc, line, beforeLaunch }: { house: HouseKeeper; rpc: Rpc; line: EventLine; beforeLaunch: () => void },
): Supervisor {
  const logFile = join(directory, 'kamailio.log')
  return createSupervisor({
    configFile: join(directory, 'kamailio.cfg'),
    recordFile: join(directory, 'process.json'),
    logFile,
    hashFor: (room) => house.current().launcher.hashFor(room),
    prepare: async () => {
      beforeLaunch()
      return house.current().launcher.prepare()
    },
    async whenAnswering(deadline, stillAlive) {
      while (!line.isUp()) {
        if (clock() > deadline || !stillAlive()) {
          line.close()
          throw new AppError('switch.failed', { params: { logFile } })
        }
        const answers = await rpc.call('core.uptime').catch(() => null)
        if (answers !== null) line.open()
        if (!line.isUp()) await new Promise((wake) => setTimeout(wake, 25))
      }
    },
    onDown: line.close,
    clock,
    log,
  })
}
