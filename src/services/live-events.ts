import type { Actor } from '#domain/actor.ts'
import { mayAdminister } from '#domain/actor.ts'

/** A hint that something changed, with what decides who may hear it. */
export type LiveHint =
  | { type: 'device'; vpbxId: string; deviceId: string; lineId: string }
  | { type: 'registration'; vpbxId: string; deviceId: string | null; lineId: string }
  | { type: 'line'; vpbxId: string; lineId: string }
  | { type: 'phonebook'; vpbxId: string }
  /** `lineIds`: whose lines take part. */
  | { type: 'calls'; vpbxId: string; lineIds: string[] }
  | { type: 'switch'; up: boolean }

export type LiveEvents = ReturnType<typeof createLiveEvents>

/** Carries hints from services to the open event streams of this process. */
export function createLiveEvents() {
  const listeners = new Set<(hint: LiveHint) => void>()
  return {
    publish(hint: LiveHint): void {
      for (const listener of listeners) listener(hint)
    },
    /** Returns the function that ends the subscription. */
    subscribe(listener: (hint: LiveHint) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Whether this actor may hear of it; `ownLines` are the lines of a plain user. */
export function mayHear(actor: Actor, ownLines: ReadonlySet<string>, hint: LiveHint): boolean {
  if (hint.type === 'switch') return true
  if (mayAdminister(actor, hint.vpbxId)) return true
  if (hint.type === 'phonebook') return actor.vpbxId === hint.vpbxId
  if (hint.type === 'calls') return actor.vpbxId === hint.vpbxId && hint.lineIds.some((id) => ownLines.has(id))
  return actor.vpbxId === hint.vpbxId && ownLines.has(hint.lineId)
}
