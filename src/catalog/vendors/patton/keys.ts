import type { KeyMap } from '../../define.ts'

/** A gateway has no keys. */
export const keys: KeyMap<never> = {
  none: null,
  line: null,
  blf: null,
  directDial: null,
  extension: null,
  group: null,
  voicemail: null,
  phonebook: null,
  transfer: null,
  forward: null,
  dnd: null,
  park: null,
  intercom: null,
  dtmf: null,
  multicast: null,
  url: null,
}
