import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'

/** Ends of the parameters `ProgramKeyN…` of a Myriad. All five are always written, so that no old one stays. */
export interface AlcatelKey {
  readonly Type: string
  readonly Account: string
  readonly Label: string
  readonly Value: string
  readonly Extension: string
}

const labelLength = 32

/** Nothing in it sets a key back to what it is without a configuration. */
export function none(): AlcatelKey {
  return { Type: '', Account: '', Label: '', Value: '', Extension: '' }
}

function key(Type: string, { line, label }: KeyContext, number: string): AlcatelKey {
  return { Type, Account: String(line ?? 1), Label: limited(label, labelLength), Value: number, Extension: number }
}

const dial = (context: KeyContext) => key('1', context, context.value)

/** Of the phone's functions two codes are known: 1 dials a number, 59 shows whether another phone is busy. */
export const keys: KeyMap<AlcatelKey> = {
  none,
  line: null,
  blf: (context) => key('59', context, context.value),
  directDial: dial,
  extension: dial,
  group: dial,
  voicemail: (context) => key('1', context, dialString(context.spec.voicemail)),
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
