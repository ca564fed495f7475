import { join, resolve } from 'node:path'
import { AppError } from '#domain/errors.ts'
import type { NotifyRequest, NotifyResult, Switch } from '../port.ts'
import { createMediaRelay, type MediaRelay } from '../rtpengine/index.ts'
import { rtpengineMark } from '../rtpengine/launcher.ts'
import { type Calls, createCalls } from './calls.ts'
import { copyCertificate } from './certificate.ts'
import type { Doors } from './doors.ts'
import { createEventLine, type EventLine } from './evapi.ts'
import { createEventHub, type EventHub } from './events.ts'
import { createHouseKeeper, type HouseKeeper } from './house.ts'
import { inTurns } from './in-turns.ts'
import type { SwitchOptions } from './launcher.ts'
import { createLostMedia, type LostMedia } from './lost-media.ts'
import { createNotifier } from './notify.ts'
import { kamailioMark, processesOf } from './process.ts'
import { createPublicCalls } from './public-calls.ts'
import { createRemovals } from './removals.ts'
import { createRpc, lookup, type Rpc } from './rpc.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'
import { createTrunkKeeper } from './trunks.ts'

export type { SwitchOptions } from './launcher.ts'

/** The switch with the life of its process. Credentials may be given before it is started, and should be: nobody registers without. */
export interface KamailioSwitch extends Switch {
  /**
   * Starts Kamailio and rtpengine, or adopts those that a former process left; resolves when Kamailio answers and events come in. Throws AppError('switch.missing' |
   * 'switch.moduleMissing' | 'switch.portInUse' | 'switch.portForbidden' | 'switch.addressUnavailable' | 'switch.alreadyManaged' | 'switch.userMissing' |
   * 'switch.directoryUnreachable' | 'switch.certificateUnreadable' | 'switch.failed').
   */
  start(): Promise<void>
  /** Ends both and waits until all their processes are gone. */
  stop(): Promise<void>
  /** Lets go of both, which go on running. */
  detach(): void
  /** After the certificate's files have changed. Running connections keep the old one. */
  reloadCertificate(): Promise<void>
  /** Process number and start (ms) of Kamailio; null when there is none. */
  running(): { pid: number; startedAt: number } | null
  /** Where browsers' WebSockets are piped to, on loopback; the token goes into X-Switch-Token. Throws AppError('switch.unavailable') before the first start. */
  webDoor(): { port: number; token: string }
  /** rtpengine: calls are refused while it is not up, emergency calls excepted. */
  media: Pick<MediaRelay, 'fault' | 'isUp' | 'running'>
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
    onMessage: (message) => {
      if (message.event === 'notified') notifier.onMessage(message)
      else if (message.event === 'publicCall') publicCalls.onMessage(message)
      else if (message.event === 'ended') calls.onMessage(message)
      else hub.hear(message)
    },
    onChange,
    log,
  })
  const notifier = createNotifier(line, options.host)
  const publicCalls = createPublicCalls(line, log)
  const calls = createCalls({ rpc, line })
  const trunks = createTrunkKeeper({
    ...{ rpc, isUp: line.isUp, log },
    write: async (reachable) => (await house.enter()).projection.replaceTrunks(reachable),
  })
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
  const { media, lostMedia } = createSound(options, { door, rpc, calls })

  function onChange(up: boolean): void {
    hub.emit({ type: 'connection', up })
    if (up) {
      void removals.catchUp()
      trunks
        .catchUp()
        .catch((error) => log.error({ error: String(error) }, 'registrations at trunks could not be checked'))
    }
  }

  async function notify(request: NotifyRequest): Promise<NotifyResult[]> {
    if (!line.isUp()) throw new AppError('switch.unavailable')
    const contacts = await contactsOf(request.aor)
    const wanted = contacts.filter(({ ruid }) => request.ruid === undefined || ruid === request.ruid)
    return Promise.all(wanted.map((contact) => notifier.send(contact, request)))
  }

  return {
    ...writers(house),
    replaceTrunks: trunks.replace,
    trunkStates: trunks.states,
    onPublicCall: publicCalls.onPublicCall,
    registrations: async (aors) =>
      (await inTurns(aors, contactsOf)).flat().map(({ route: _, ...registration }) => registration),
    removeRegistrations: removals.remove,
    notify,
    endOrphanedMedia: media.endOrphanedMedia,
    ...carried({ hub, calls, lostMedia }),
    isUp: line.isUp,
    running: supervisor.record,
    webDoor: () => ({ port: door().webPort, token: door().webToken }),
    media,
    ...life(options, { house, rpc, line, supervisor, removals, trunks, media, lostMedia }),
  }
}

function createSound(
  options: SwitchOptions,
  { door, rpc, calls }: { door: () => Doors; rpc: Rpc; calls: Calls },
): { media: MediaRelay; lostMedia: LostMedia } {
  const { clock, log } = options
  const { running, end } = calls
  const lostMedia = createLostMedia({ running, end, isBack: () => media.isUp(), clock, log })
  const media: MediaRelay = createMediaRelay({
    ...options,
    controlPort: () => door().mediaPort,
    onLost: (lastAliveAt, startedAt) => void lostMedia.onLost(lastAliveAt, startedAt),
    // Kamailio asks again by itself, but seconds later.
    onBack: () => void rpc.call('rtpengine.enable', ['all', 1]).catch(() => {}),
  })
  return { media, lostMedia }
}

/** What is written into the switch's database, running or not. */
function writers(
  house: HouseKeeper,
): Pick<
  Switch,
  | 'replaceCredentials'
  | 'putCredentials'
  | 'removeCredentials'
  | 'replacePlans'
  | 'putPlan'
  | 'removePlan'
  | 'replaceEmergencyNumbers'
> {
  const projection = async () => (await house.enter()).projection
  return {
    replaceCredentials: async (credentials) => (await projection()).replace(credentials),
    putCredentials: async (credentials) => (await projection()).put(credentials),
    removeCredentials: async (aors) => (await projection()).remove(aors),
    replacePlans: async (plans) => (await projection()).replacePlans(plans),
    putPlan: async (plan) => (await projection()).putPlan(plan),
    removePlan: async (vpbxId) => (await projection()).removePlan(vpbxId),
    replaceEmergencyNumbers: async (numbers) => (await projection()).replaceEmergencyNumbers(numbers),
  }
}

/** Calls; an end is dated by the death of the sound where that came first. */
function carried({
  hub,
  calls,
  lostMedia,
}: {
  hub: EventHub
  calls: Calls
  lostMedia: LostMedia
}): Pick<Switch, 'calls' | 'endCall' | 'limitCall' | 'endedCalls' | 'forgetEndedCalls' | 'onEvent'> {
  return {
    calls: calls.running,
    endCall: calls.end,
    limitCall: calls.limit,
    endedCalls: async () => (await calls.ended()).map(lostMedia.corrected),
    async forgetEndedCalls(ids) {
      await calls.forget(ids)
      lostMedia.forget(ids)
    },
    onEvent: (listener) =>
      hub.onEvent((event) => listener(event.type === 'callEnded' ? lostMedia.corrected(event) : event)),
  }
}

interface Parts {
  house: HouseKeeper
  rpc: Rpc
  line: EventLine
  supervisor: Supervisor
  removals: { afterAdoption(): Promise<void>; close(): void }
  trunks: { close(): void }
  media: MediaRelay
  lostMedia: LostMedia
}

function life(
  { directory, certificate }: SwitchOptions,
  { house, rpc, line, supervisor, removals, trunks, media, lostMedia }: Parts,
): Pick<KamailioSwitch, 'start' | 'stop' | 'detach' | 'reloadCertificate'> {
  function leave(): void {
    removals.close()
    trunks.close()
    line.close()
    house.leave()
  }

  async function reloadCertificate(): Promise<void> {
    const { owner } = await house.enter()
    copyCertificate(certificate(), directory, owner)
    if (line.isUp()) await rpc.call('tls.reload')
  }

  /** Before Kamailio, whose configuration names its port. */
  async function startMedia(): Promise<boolean> {
    const { launcher } = await house.enter()
    await launcher.readyMediaPort(processesOf(rtpengineMark(directory)).length > 0)
    return (await media.start()) === 'adopted'
  }

  return {
    async start() {
      await house.enter()
      try {
        const mediaLived = await startMedia()
        if ((await supervisor.start()) === 'adopted') {
          await reloadCertificate()
          await removals.afterAdoption()
          if (!mediaLived) await lostMedia.onLost(null, 0)
        }
      } catch (error) {
        await media.stop()
        supervisor.detach()
        leave()
        throw error
      }
    },
    async stop() {
      await supervisor.stop()
      await media.stop()
      leave()
    },
    detach() {
      supervisor.detach()
      media.detach()
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
    name: 'the switch',
    mark: kamailioMark(directory),
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
