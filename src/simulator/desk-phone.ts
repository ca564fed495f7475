import { setTimeout } from 'node:timers/promises'
import { type Mac, parseMac } from '#domain/mac.ts'
import type { RetryRange } from './back-off.ts'
import { createEventLog, type EventLog } from './event-log.ts'
import type { PhoneEvent, PhoneHappening } from './events.ts'
import { createLineSet, type PhoneRegistration } from './line-set.ts'
import { makerOf } from './maker.ts'
import { type PhoneModelId, phoneModels } from './models.ts'
import { createProvisioner } from './provisioner.ts'
import type { Maker, SipTransport } from './types.ts'

export interface DeskPhoneOptions {
  /** Where the configuration is: a file or a folder, as one types it into the telephone. */
  readonly url: string
  /** Default yealink-t54w. */
  readonly model?: PhoneModelId | undefined
  /** Default: a fixed one of the maker. Throws when it is none. */
  readonly mac?: string | undefined
  /** PEM of the only authorities to trust, for HTTPS and for SIP over TLS. Default: those of the system. */
  readonly ca?: string | undefined
  /** Instead of what the configuration says; a standard port follows. */
  readonly transport?: SipTransport | undefined
  /** Answer a NOTIFY with 401 first and let only the account's own password pass. */
  readonly challenge?: boolean | undefined
  /** Local UDP port of account 1; account n takes the n-1 th after it. Default: any. */
  readonly listenPort?: number | undefined
  /** Seconds between attempts to fetch and to register. Default 2 to 60. */
  readonly retry?: RetryRange | undefined
  /** Seconds between the removal of the registrations and the next fetch at a restart. Default 2. */
  readonly bootSeconds?: number | undefined
  /** Seconds to wait for a file. Default 10. */
  readonly timeoutSeconds?: number | undefined
  readonly onEvent?: ((event: PhoneEvent) => void) | undefined
}

export interface DeskPhoneState {
  readonly phase: 'off' | 'booting' | 'running'
  /** Answers received to requests for a file. */
  readonly fetches: number
  readonly notifies: number
  readonly restarts: number
  readonly registrations: readonly PhoneRegistration[]
}

/** A desk telephone that lives: fetches, registers, obeys. */
export interface DeskPhone extends Pick<EventLog, 'events' | 'waitFor'> {
  /** Switches it on. Returns at once; what happens comes as events. */
  start(): void
  /** Removes its registrations and switches it off, once and for all. */
  stop(): Promise<void>
  state(): DeskPhoneState
}

/** Makes a telephone that is still switched off. Throws Error when the MAC address or the URL is none. */
export function createDeskPhone(options: DeskPhoneOptions): DeskPhone {
  const log = createEventLog(options.onEvent)
  const body = createPhoneBody(options, log.add)
  return {
    start: body.start,
    stop: body.stop,
    events: log.events,
    waitFor: log.waitFor,
    state: () => ({
      ...body.state(),
      fetches: log.count('fetched'),
      notifies: log.count('notify'),
      restarts: log.count('restarting'),
    }),
  }
}

interface PhoneBody {
  start(): void
  stop(): Promise<void>
  state(): Pick<DeskPhoneState, 'phase' | 'registrations'>
}

/** The life of the telephone: boot, fetch, apply, obey. One job at a time, in the order in which they came. */
function createPhoneBody(options: DeskPhoneOptions, tell: (event: PhoneHappening) => void): PhoneBody {
  const { maker, mac } = identityOf(options)
  const retry = options.retry ?? { min: 2, max: 60 }
  const bootSeconds = options.bootSeconds ?? 2
  const abort = new AbortController()
  const provisioner = createProvisioner({
    url: options.url,
    maker,
    ca: options.ca ?? null,
    timeoutSeconds: options.timeoutSeconds ?? 10,
    signal: abort.signal,
    retry,
    onEvent: tell,
    onDue: () => enqueue(provision),
  })
  const lines = createLineSet({
    ...options,
    maker,
    mac,
    retry,
    onEvent: tell,
    onOrder: (order) => enqueue(order === 'restart' ? restart : provision),
  })
  let phase: DeskPhoneState['phase'] = 'off'
  let jobs: Promise<void> = Promise.resolve()

  function enqueue(job: () => Promise<void>): void {
    jobs = jobs.then(() => (abort.signal.aborted ? undefined : job()))
  }

  async function provision(): Promise<void> {
    const accounts = await provisioner.run()
    if (!abort.signal.aborted) await lines.apply(accounts)
  }

  async function restart(): Promise<void> {
    phase = 'booting'
    tell({ kind: 'restarting', pauseSeconds: bootSeconds })
    await lines.stopAll()
    // An end of the telephone ends the pause too.
    await setTimeout(bootSeconds * 1000, undefined, { signal: abort.signal }).catch(() => {})
    await boot()
  }

  async function boot(): Promise<void> {
    if (abort.signal.aborted) return
    phase = 'booting'
    tell({ kind: 'boot', userAgent: maker.sipUserAgent })
    await provision()
    if (!abort.signal.aborted) phase = 'running'
  }

  return {
    start: () => enqueue(boot),
    async stop() {
      if (abort.signal.aborted) return
      abort.abort()
      await jobs
      await lines.stopAll()
      phase = 'off'
      tell({ kind: 'off' })
    },
    state: () => ({ phase, registrations: lines.registrations() }),
  }
}

/** Who the telephone is. Throws Error when the MAC address or the URL is none. */
function identityOf(options: DeskPhoneOptions): { maker: Maker; mac: Mac } {
  const model = phoneModels[options.model ?? 'yealink-t54w']
  const mac = parseMac(options.mac ?? model.defaultMac)
  if (mac === null) throw new Error('not a MAC address')
  const maker = makerOf(model, mac)
  maker.files(options.url)
  return { maker, mac }
}
