import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import type { KeyPlan } from './plans.ts'

export type KeyMode =
  | 'none'
  | 'line'
  | 'speedDial'
  | 'blf'
  | 'dtmf'
  | 'voicemail'
  | 'transfer'
  | 'park'
  | 'intercom'
  | 'multicast'
  | 'forward'
  | 'dnd'
  | 'phonebook'

export interface GrandstreamKey {
  readonly mode: KeyMode
  /** Account, from 0. */
  readonly account: number
  readonly description: string
  readonly value: string
}

/** What a line key's display and its parameter take (GXP21xx template). */
const descriptionLength = 32

function key(mode: KeyMode, { label, value, line }: KeyContext): GrandstreamKey {
  return { mode, account: (line ?? 1) - 1, description: limited(label, descriptionLength), value }
}

export function none(): GrandstreamKey {
  return { mode: 'none', account: 0, description: '', value: '' }
}

export const keys: KeyMap<GrandstreamKey> = {
  none,
  line: (context) => key('line', { ...context, value: '' }),
  blf: (context) => key('blf', context),
  directDial: (context) => key('speedDial', context),
  extension: (context) => key('speedDial', context),
  group: (context) => key('speedDial', context),
  voicemail: (context) => key('voicemail', { ...context, value: dialString(context.spec.voicemail) }),
  phonebook: (context) => key('phonebook', { ...context, value: '' }),
  transfer: (context) => key('transfer', context),
  forward: (context) => key('forward', context),
  dnd: (context) => key('dnd', { ...context, value: '' }),
  park: (context) => key('park', context),
  intercom: (context) => key('intercom', context),
  dtmf: (context) => key('dtmf', context),
  multicast: (context) => key('multicast', context),
  url: null,
}

/** Codes of all keys but the fixed ones; a line is none of them. */
const codes: Readonly<Record<KeyMode, number>> = {
  none: -1,
  line: -1,
  speedDial: 0,
  blf: 1,
  dtmf: 5,
  voicemail: 6,
  transfer: 8,
  park: 9,
  intercom: 10,
  multicast: 13,
  forward: 21,
  dnd: 22,
  phonebook: 30,
}

/** Where the fixed keys of the GXP begin: 0 and 1 are a line and a shared line there, what follows is what other keys have from 0. */
const fixedOffset = 10

/** The code of a function on a key: on the GXP the fixed keys count otherwise. */
export function codeOf(mode: KeyMode, plan: KeyPlan, fixed: boolean): number {
  if (plan.codes === 'grp') return fixed && mode === 'line' ? 31 : codes[mode]
  // Their keys know no function «none»: a speed dial without a number does nothing.
  if (plan.codes === 'gxp16' && mode === 'none') return fixed ? fixedOffset : 0
  // The key application has neither; a mailbox is called like any number.
  if (plan.codes === 'android') return Math.max(0, mode === 'voicemail' ? codes.speedDial : codes[mode])
  if (!fixed) return plan.codes === 'gxp16' ? Math.max(0, codes[mode]) : codes[mode]
  if (mode === 'line') return 0
  return mode === 'none' ? codes.none : codes[mode] + fixedOffset
}
