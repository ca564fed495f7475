import { UA, WebSocketInterface } from 'jssip'
import type { EndEvent, RTCSession } from 'jssip/lib/RTCSession'
import type { IncomingRTCSessionEvent, OutgoingRTCSessionEvent } from 'jssip/lib/UA'
import { reasonOf } from './end-reason.ts'

/** What JsSIP is told of the telephone (api.ts). */
export interface Identity {
  id: string
  number: string
  displayName: string
  authName: string
  password: string
  host: string
}

export interface Call {
  id: string
  direction: 'in' | 'out'
  number: string
  name: string
  state: 'incoming' | 'dialling' | 'ringing' | 'active'
  muted: boolean
  held: boolean
  /** How it stands with a transfer to somebody else. */
  transfer: 'none' | 'running' | 'failed'
  /** Milliseconds; null before it was answered. */
  answeredAt: number | null
}

export interface PhoneState {
  connection: 'connecting' | 'registered' | 'lost'
  calls: Call[]
  /** Why the last call ended: a key of i18n's `webPhone.end`; null: as people end calls. */
  lastEnd: { number: string; reason: string } | null
}

export interface Phone {
  state(): PhoneState
  subscribe(listener: () => void): () => void
  dial(number: string): void
  answer(id: string): void
  /** Rejects what rings here, ends what was answered or dialled. */
  hangUp(id: string): void
  setMuted(id: string, muted: boolean): void
  setHeld(id: string, held: boolean): void
  press(id: string, key: string): void
  /** Gives the other side to a number, without asking there first; the call ends when that one answers. */
  transfer(id: string, number: string): void
  /** Takes the registration back and ends every call. */
  close(): void
}

const media = { mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers: [] } }
/** Milliseconds for finding own addresses: one that does not answer must not hold up a call. */
const gathering = 400

/** A telephone over the WebSocket of this server. `play` is given what the other side of a call says. */
export function createPhone(identity: Identity, play: (id: string, sound: MediaStream | null) => void): Phone {
  const listeners = new Set<() => void>()
  const sessions = new Map<string, RTCSession>()
  let state: PhoneState = { connection: 'connecting', calls: [], lastEnd: null }
  const ua = userAgentOf(identity)

  function set(change: Partial<PhoneState>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  function setCall(id: string, change: Partial<Call>): void {
    set({ calls: state.calls.map((call) => (call.id === id ? { ...call, ...change } : call)) })
  }

  function taken({ session }: IncomingRTCSessionEvent | OutgoingRTCSessionEvent): void {
    const id = crypto.randomUUID()
    sessions.set(id, session)
    const direction = String(session.direction) === 'incoming' ? 'in' : 'out'
    const { user, display } = { user: session.remote_identity.uri.user, display: session.remote_identity.display_name }
    const call: Call = {
      ...{ id, direction, number: decodeURIComponent(String(user)), name: display ?? '' },
      ...{
        state: direction === 'in' ? 'incoming' : 'dialling',
        muted: false,
        held: false,
        transfer: 'none',
        answeredAt: null,
      },
    }
    set({ calls: [...state.calls, call], lastEnd: null })
    hear(session, (sound) => play(id, sound))
    session.on('progress', () => {
      if (direction === 'out') setCall(id, { state: 'ringing' })
    })
    session.on('accepted', () => {
      setCall(id, { state: 'active', answeredAt: Date.now() })
      holdOthers(id)
    })
    session.on('hold', ({ originator }) => String(originator) === 'local' && setCall(id, { held: true }))
    session.on('unhold', ({ originator }) => String(originator) === 'local' && setCall(id, { held: false }))
    // Whoever is talked with gives this one to somebody else: the call to him is a call of its own.
    session.on('refer', (event) => event.accept(undefined, media))
    const over = (event: EndEvent) => ended(id, reasonOf(event))
    session.on('ended', over)
    session.on('failed', over)
  }

  function ended(id: string, reason: string | null): void {
    const call = state.calls.find((one) => one.id === id)
    sessions.delete(id)
    play(id, null)
    const lastEnd = reason !== null && call ? { number: call.name || call.number, reason } : null
    set({ calls: state.calls.filter((one) => one.id !== id), lastEnd })
  }

  /** One talks with one at a time. */
  function holdOthers(id: string): void {
    for (const call of state.calls)
      if (call.id !== id && call.state === 'active' && !call.held) sessions.get(call.id)?.hold()
  }

  ua.on('connecting', () => state.connection === 'registered' && set({ connection: 'lost' }))
  ua.on('disconnected', () => set({ connection: 'lost' }))
  ua.on('registered', () => set({ connection: 'registered' }))
  ua.on('registrationFailed', () => set({ connection: 'lost' }))
  ua.on('newRTCSession', taken)
  ua.start()

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...commands({ ua, sessions, host: uriHost(identity.host), calls: () => state.calls, holdOthers, setCall }),
  }
}

interface Parts {
  ua: UA
  sessions: Map<string, RTCSession>
  host: string
  calls(): Call[]
  holdOthers(id: string): void
  setCall(id: string, change: Partial<Call>): void
}

function commands({ ua, sessions, host, calls, holdOthers, setCall }: Parts): Omit<Phone, 'state' | 'subscribe'> {
  const addressOf = (number: string) => `sip:${encodeURIComponent(number.replace(/[\s()./-]/g, ''))}@${host}`
  return {
    dial(number) {
      holdOthers('')
      ua.call(addressOf(number), media)
    },
    transfer(id, number) {
      const session = sessions.get(id)
      setCall(id, { transfer: 'running' })
      const failed = () => setCall(id, { transfer: 'failed' })
      session?.refer(addressOf(number), {
        eventHandlers: { requestFailed: failed, failed, accepted: () => session.terminate() },
      })
    },
    answer(id) {
      holdOthers(id)
      sessions.get(id)?.answer(media)
    },
    hangUp(id) {
      const incoming = calls().find((call) => call.id === id)?.state === 'incoming'
      // 486: other telephones of the line go on ringing.
      sessions.get(id)?.terminate(incoming ? { status_code: 486, reason_phrase: 'Busy Here' } : {})
    },
    setMuted(id, muted) {
      const session = sessions.get(id)
      if (muted) session?.mute({ audio: true })
      else session?.unmute({ audio: true })
      setCall(id, { muted })
    },
    setHeld(id, held) {
      if (!held) holdOthers(id)
      if (held) sessions.get(id)?.hold()
      else sessions.get(id)?.unhold()
    },
    press(id, key) {
      sessions
        .get(id)
        ?.connection?.getSenders()
        .find((sender) => sender.dtmf)
        ?.dtmf?.insertDTMF(key, 160, 60)
    },
    close() {
      ua.stop()
    },
  }
}

function userAgentOf(identity: Identity): UA {
  return new UA({
    sockets: new WebSocketInterface(`wss://${window.location.host}/ws?phone=${identity.id}`),
    uri: `sip:${encodeURIComponent(identity.number)}@${uriHost(identity.host)}`,
    display_name: identity.displayName,
    authorization_user: identity.authName,
    password: identity.password,
    register_expires: 120,
    session_timers: false,
    user_agent: 'Raccord Web-Phone',
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 8,
  })
}

/** What the other side says; the connection of a call that comes in is made when it is answered. */
function hear(session: RTCSession, play: (sound: MediaStream) => void): void {
  const listen = (connection: RTCPeerConnection) => {
    connection.addEventListener('track', ({ streams, track }) => play(streams[0] ?? new MediaStream([track])))
  }
  if (session.connection) listen(session.connection)
  else session.on('peerconnection', ({ peerconnection }) => listen(peerconnection))
  session.on('icecandidate', ({ ready }) => void setTimeout(ready, gathering))
}

function uriHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
