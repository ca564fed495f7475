/** A real SIP client with sound: it says one tone for as long as a call lasts, and everything that it hears is recorded. */
export interface Telephone {
  /** It is registered with the switch. */
  registered(): boolean
  /** A number, or a SIP URI. */
  dial(target: string): void
  answer(): void
  hangUp(): void
  hold(): void
  /** baresip 1.0.0 records nothing more of a call that was held and taken back, though sound flows both ways: ask the other one. */
  resume(): void
  /** Without asking first. */
  transfer(target: string): void
  /** Of the call that came or was made last. `ringing`: the other side rings; `incoming`: this one does. */
  state(): 'idle' | 'dialling' | 'ringing' | 'incoming' | 'established'
  /** Why the last call ended, in the client's own words. */
  endedBecause(): string
  /** Seconds for which each tone (tone.ts) was heard since its start, or since `forget`. */
  heard(): Map<number, number>
  /** What was heard until now is left out. */
  forget(): void
  log(): string
  /** Ends it at once, without a word to anybody: power lost. */
  end(): Promise<void>
}

export interface TelephoneOptions {
  account: { number: string; digestName: string; secret: string }
  /** `address:port` of the switch; null: it registers nowhere, and URIs are dialled. */
  target: string | null
  transport: 'udp' | 'tcp' | 'tls'
  /** This one and the four above it on loopback are its own. */
  localPort: number
  /** Hertz; one of `tones`. */
  tone: number
  /** Answers by itself. */
  answers?: boolean
  /** Takes nothing but SRTP. */
  srtp?: boolean
}

/** Whether one tone was heard for at least half a second, and no other for longer than a piece. */
export function hearsOnly(telephone: Telephone, tone: number): boolean {
  const heard = telephone.heard()
  const others = [...heard].filter(([other, seconds]) => other !== tone && seconds > 0.3)
  return (heard.get(tone) ?? 0) >= 0.5 && others.length === 0
}

/** Seconds of both recordings together: heard in one or in the other. */
export function together(recordings: Map<number, number>[]): Map<number, number> {
  const sum = new Map<number, number>()
  for (const [tone, seconds] of recordings.flatMap((heard) => [...heard])) sum.set(tone, (sum.get(tone) ?? 0) + seconds)
  return sum
}
