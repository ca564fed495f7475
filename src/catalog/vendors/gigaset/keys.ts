import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'

/** What the switch understands as "take the call that rings at the number behind it". */
const pickupCode = '*8'
const labelLength = 32

/** Parameters below `PhoneUI.Keys.FunctionKeys.N` of a Maxwell; the texts are always written, so that no old one stays. */
export interface MaxwellKey {
  readonly Type: string
  readonly DisplayName: string
  readonly PhoneNumber: string
  readonly CallPickupCode: string
  readonly EnableCode: string
  readonly URL: string
  /** Account, from 0. */
  readonly Connection?: string
}

const empty = { DisplayName: '', PhoneNumber: '', CallPickupCode: '', EnableCode: '', URL: '' }

export function none(): MaxwellKey {
  return { Type: '-1', ...empty }
}

function key(Type: string, { label }: KeyContext, own: Partial<MaxwellKey>): MaxwellKey {
  return { Type, ...empty, DisplayName: limited(label, labelLength), ...own }
}

const dial = (context: KeyContext) => key('3', context, { PhoneNumber: context.value })

/** Types of the Tancredi macros. A directory key opens LDAP alone, which the switch does not offer. */
export const keys: KeyMap<MaxwellKey> = {
  none,
  line: (context) => key('0', context, { Connection: String((context.line ?? 1) - 1) }),
  blf: (context) => key('4', context, { PhoneNumber: context.value, CallPickupCode: pickupCode }),
  directDial: dial,
  extension: dial,
  group: dial,
  voicemail: (context) => key('3', context, { PhoneNumber: dialString(context.spec.voicemail) }),
  phonebook: null,
  transfer: null,
  forward: (context) => key('6', context, { PhoneNumber: context.value }),
  dnd: null,
  park: null,
  intercom: null,
  dtmf: (context) => key('7', context, { EnableCode: context.value }),
  multicast: null,
  url: (context) => key('8', context, { URL: context.value }),
}
