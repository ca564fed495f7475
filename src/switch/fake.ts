import { createHash } from 'node:crypto'
import type { Clock } from '#domain/clock.ts'
import { AppError } from '#domain/errors.ts'
import { isInNetworks } from '#domain/network.ts'
import { createFakeCalls, type FakeCallControl } from './fake-calls.ts'
import type { Credential, NotifyRequest, NotifyResult, Registration, Switch, SwitchEvent } from './port.ts'

/** What a pretended telephone sends. */
export interface FakeRegister {
  digestName: string
  secret: string
  number: string
  contact?: string
  userAgent?: string
  sourceIp?: string
  transport?: Registration['transport']
  /** Seconds; 0 takes the registration back. */
  expires?: number
}

/** A switch in memory, for tests of what stands above it. */
export interface FakeSwitch extends Switch, FakeCallControl {
  /** A telephone registers; the SIP code that it gets. */
  register(request: FakeRegister): 200 | 401 | 403
  /** What telephones answer from now on; 200 at first. Null: they are silent. */
  answerNotify(answer: ((registration: Registration, request: NotifyRequest) => number) | null): void
  /** Every NOTIFY that was sent. */
  notified: { request: NotifyRequest; ruid: string }[]
  /** The switch goes, and comes back with what it had. */
  setUp(up: boolean): void
  credentials(): Credential[]
}

export interface Store {
  credentials: Map<string, Credential>
  contacts: Map<string, Registration>
  up: boolean
  lastRuid: number
  emit: (event: SwitchEvent) => void
}

export function createFakeSwitch({ clock, realm }: { clock: Clock; realm: string }): FakeSwitch {
  const listeners = new Set<(event: SwitchEvent) => void>()
  const notified: FakeSwitch['notified'] = []
  let answer: ((registration: Registration, request: NotifyRequest) => number) | null = () => 200
  const store: Store = {
    credentials: new Map(),
    contacts: new Map(),
    up: true,
    lastRuid: 0,
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
  const calls = createFakeCalls(clock, store)
  const remove = (aors: string[]) => {
    for (const { aor, digestName } of [...store.credentials.values()]) {
      if (aors.includes(aor)) store.credentials.delete(digestName)
    }
  }
  const put = (credentials: Credential[]) => {
    remove(credentials.map(({ aor }) => aor))
    for (const credential of credentials) store.credentials.set(credential.digestName, credential)
  }
  const live = (aor: string) => [...store.contacts.values()].filter((one) => one.aor === aor && one.expiresAt > clock())
  const requireUp = () => {
    if (!store.up) throw new AppError('switch.unavailable')
  }

  return {
    notified,
    replaceCredentials: async (credentials) => {
      store.credentials.clear()
      put(credentials)
    },
    putCredentials: async (credentials) => put(credentials),
    removeCredentials: async (aors) => remove(aors),
    registrations: async (aors) => {
      requireUp()
      return aors.flatMap(live)
    },
    removeRegistrations: async (aors) => {
      for (const { aor, ruid } of aors.flatMap(live)) withdraw(store, aor, ruid)
    },
    notify: async (request) => {
      requireUp()
      const wanted = live(request.aor).filter(({ ruid }) => request.ruid === undefined || ruid === request.ruid)
      return wanted.map((registration): NotifyResult => {
        const { aor, ruid, contact } = registration
        notified.push({ request, ruid })
        const code = answer?.(registration, request) ?? 408
        return { aor, ruid, contact, code, reason: code === 408 ? 'Request Timeout' : 'OK' }
      })
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isUp: () => store.up,
    register: (request) => register(store, request, clock(), realm),
    answerNotify: (next) => (answer = next),
    setUp(up) {
      store.up = up
      store.emit({ type: 'connection', up })
    },
    credentials: () => [...store.credentials.values()],
    ...calls,
  }
}

function register(store: Store, request: FakeRegister, now: number, realm: string): 200 | 401 | 403 {
  const { digestName, secret, number, sourceIp = '192.0.2.10', transport = 'udp', expires = 120 } = request
  const credential = store.credentials.get(digestName)
  const ha1 = createHash('md5').update(`${digestName}:${realm}:${secret}`).digest('hex')
  if (credential?.ha1 !== ha1) {
    store.emit({ type: 'authenticationFailed', digestName, ip: sourceIp })
    return 401
  }
  if (credential.number !== number || !isInNetworks(sourceIp, credential.networks)) return 403
  const { aor } = credential
  const contact = request.contact ?? `sip:${number}@${sourceIp}:5060`
  const known = [...store.contacts.values()].find((one) => one.aor === aor && one.contact === contact)
  if (expires === 0) {
    if (known) withdraw(store, aor, known.ruid)
    return 200
  }
  const ruid = known?.ruid ?? `fake-${++store.lastRuid}`
  store.contacts.set(ruid, {
    ...{
      aor,
      ruid,
      contact,
      sourceIp,
      sourcePort: 5060,
      transport,
      userAgent: request.userAgent ?? 'fake',
      stale: false,
    },
    ...{ since: null, lastRegisteredAt: now, expiresAt: now + expires * 1000 },
  })
  store.emit({ type: 'registered', aor, ruid, isNew: !known })
  return 200
}

function withdraw(store: Store, aor: string, ruid: string): void {
  store.contacts.delete(ruid)
  store.emit({ type: 'unregistered', aor, ruid })
}
