import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'

/** A key is a contact: what it dials, and whose state its lamp shows. Null: it stays dark and does nothing. */
export interface DigiumKey {
  readonly label: string
  readonly dial: string
  readonly watches: boolean
  /** Whether the number is a telephone, whose ringing call can be taken. */
  readonly pickup: boolean
}

const labelLength = 32

function contact(dial: string, { label }: KeyContext, watches: boolean, pickup: boolean): DigiumKey {
  return { label: limited(label, labelLength) || dial, dial, watches, pickup }
}

export function none(): null {
  return null
}

/** What else the keys can do asks for the maker's own switch. */
export const keys: KeyMap<DigiumKey | null> = {
  none,
  line: null,
  blf: (key) => contact(key.value, key, true, true),
  directDial: (key) => contact(key.value, key, false, false),
  extension: (key) => contact(key.value, key, false, false),
  group: (key) => contact(key.value, key, false, false),
  voicemail: (key) => contact(dialString(key.spec.voicemail), key, false, false),
  phonebook: null,
  transfer: null,
  forward: null,
  dnd: null,
  park: (key) => contact(key.value, key, true, false),
  intercom: null,
  dtmf: null,
  multicast: null,
  url: null,
}
