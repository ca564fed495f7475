import type { Clock } from '#domain/clock.ts'
import type { SwitchEvent } from '../port.ts'
import { type Message, parseEnds, toRunningCall } from './evapi.ts'

type Told = Exclude<Message, { event: 'notified' | 'welcome' | 'publicCall' | 'ended' }>

/** Hands what Kamailio tells on to whoever listens. */
export interface EventHub {
  emit(event: SwitchEvent): void
  hear(message: Told): void
  onEvent(listener: (event: SwitchEvent) => void): () => void
}

/** At most so many failed sign-ins are told in a second: a scan must not become a flood of events. */
const failuresPerSecond = 50

export function createEventHub(clock: Clock): EventHub {
  const listeners = new Set<(event: SwitchEvent) => void>()
  let second = { at: 0, failures: 0 }

  function emit(event: SwitchEvent): void {
    for (const listener of listeners) listener(event)
  }

  function underLimit(): boolean {
    const at = Math.floor(clock() / 1000)
    if (second.at !== at) second = { at, failures: 0 }
    second.failures++
    return second.failures <= failuresPerSecond
  }

  function hear(message: Told): void {
    switch (message.event) {
      case 'registered':
        // registrar's save(): 1 inserted, 2 updated.
        emit({ type: 'registered', aor: message.aor, ruid: message.ruid, isNew: message.saved === '1' })
        break
      case 'unregistered':
        emit({ type: 'unregistered', aor: message.aor, ruid: message.ruid })
        break
      case 'authenticationFailed':
        if (underLimit()) emit({ type: 'authenticationFailed', digestName: message.name, ip: message.ip })
        break
      case 'callStarted':
        emit({ type: 'callStarted', call: toRunningCall(message) })
        break
      case 'callAnswered':
        emit({
          ...{ type: 'callAnswered', id: message.call, answeredAt: message.at },
          ...{ calleeLineId: message.calleeLine, trunkId: message.trunk },
        })
        break
      case 'callEnded':
        for (const end of parseEnds(message.end)) emit({ type: 'callEnded', ...end })
    }
  }

  return {
    emit,
    hear,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
