import { queryClient, refreshAll } from './query-client.ts'

/**
 * Live hints of the server. All tabs of a browser share one stream: the tab that holds a lock keeps the connection and
 * hands what arrives to the others, so that many tabs never use up the connections to one host.
 */
type Message =
  | { from: 'server'; data: unknown }
  | { from: 'leader'; opened: true }
  | { from: 'newcomer' }
  | { from: 'session' }

type SwitchListener = (up: boolean) => void

const name = 'raccord.events'
const firstDelay = 2000
const longestDelay = 30_000

export interface LiveEvents {
  /** Other tabs look again who is signed in. */
  sessionChanged: () => void
  stop: () => void
}

export function startEvents(onSwitch: SwitchListener): LiveEvents {
  const channel = new BroadcastChannel(name)
  const end = new AbortController()
  let lastSwitch: unknown = null
  const tell = (message: Message): void => {
    channel.postMessage(message)
    if (message.from === 'server') take(message.data, onSwitch)
    if (message.from === 'leader') void refreshAll()
  }
  let leading = false
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.from === 'server') take(data.data, onSwitch)
    else if (data.from === 'leader') void refreshAll()
    else if (data.from === 'session') void queryClient.invalidateQueries({ queryKey: ['session'] })
    else if (leading && lastSwitch) channel.postMessage({ from: 'server', data: lastSwitch } satisfies Message)
  }
  channel.postMessage({ from: 'newcomer' } satisfies Message)
  void lead(end.signal, () => {
    leading = true
    return listen(end.signal, tell, (data) => {
      lastSwitch = data
    })
  })
  return {
    sessionChanged: () => channel.postMessage({ from: 'session' } satisfies Message),
    stop: () => {
      end.abort()
      channel.close()
    },
  }
}

/** Runs `work` once this tab is the one that holds the lock; without locks (no secure context) each tab works for itself. */
async function lead(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  try {
    await navigator.locks.request(name, { signal }, work)
  } catch {
    // Ended while it waited for its turn.
  }
}

/** Keeps one stream open until `signal` ends it. */
function listen(
  signal: AbortSignal,
  tell: (message: Message) => void,
  keepSwitch: (data: unknown) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource
    let delay = firstDelay
    let timer = 0
    const open = (): void => {
      source = new EventSource('/api/events')
      source.onopen = () => {
        delay = firstDelay
        tell({ from: 'leader', opened: true })
      }
      source.onmessage = ({ data }) => {
        const event = parse(data)
        if (typeOf(event) === 'switch') keepSwitch(event)
        tell({ from: 'server', data: event })
      }
      source.onerror = () => {
        // A refused stream is not tried again by the browser: the session may be over, or the server restarting.
        if (source.readyState !== EventSource.CLOSED) return
        void queryClient.invalidateQueries({ queryKey: ['session'] })
        timer = window.setTimeout(open, delay)
        delay = Math.min(delay * 2, longestDelay)
      }
    }
    open()
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer)
      source.close()
      resolve()
    })
  })
}

function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

function fieldOf(event: unknown, field: string): unknown {
  return typeof event === 'object' && event !== null ? Reflect.get(event, field) : undefined
}

function typeOf(event: unknown): unknown {
  return fieldOf(event, 'type')
}

/** What calls change; call-queries.ts. In a busy hour there are many hints a second: one question answers several. */
const callNouns = ['runningCalls', 'calls', 'callChart', 'charges', 'trunks']
const callsChanged = gathered(() => {
  for (const noun of callNouns) void queryClient.invalidateQueries({ queryKey: [noun] })
}, 700)

/** Does `work` so many milliseconds after the first of several calls, once. */
function gathered(work: () => void, delay: number): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    window.setTimeout(() => {
      waiting = false
      work()
    }, delay)
  }
}

/** Which questions a hint makes worth asking again (contract/event.ts). An unknown hint refreshes everything. */
function take(event: unknown, onSwitch: SwitchListener): void {
  const stale = (...queryKey: unknown[]): void => void queryClient.invalidateQueries({ queryKey })
  const lineId = fieldOf(event, 'lineId')
  const deviceId = fieldOf(event, 'deviceId')
  switch (typeOf(event)) {
    case 'device':
      staleLists(lineId, deviceId)
      stale('ipPhone')
      stale('deviceLines', deviceId)
      stale('baseStations')
      stale('handsets')
      stale('device', deviceId)
      stale('deviceKeys', deviceId)
      stale('accesses', deviceId)
      return
    case 'registration':
      stale('registrations', lineId)
      stale('ipPhone')
      staleLists(lineId, deviceId)
      stale('handsets')
      if (deviceId) stale('device', deviceId)
      if (deviceId) stale('deviceLines', deviceId)
      return
    case 'line':
      stale('devices', lineId)
      stale('registrations', lineId)
      stale('ownLines')
      stale('extension')
      stale('extensions')
      return
    case 'phonebook':
      stale('phonebook')
      return
    case 'calls':
      callsChanged()
      return
    case 'switch':
      onSwitch(fieldOf(event, 'up') === true)
      stale('registrations')
      stale('devices')
      stale('ipPhone')
      stale('provider')
      stale('trunks')
      return
    default:
      void refreshAll()
  }
}

/** A device is in the list of each of its lines; the hint names one of them. */
function staleLists(lineId: unknown, deviceId: unknown): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [noun, id], state: { data } }) =>
      noun === 'devices' &&
      (id === lineId || (Array.isArray(data) && data.some((one) => fieldOf(one, 'id') === deviceId))),
  })
}
