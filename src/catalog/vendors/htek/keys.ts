import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { pickupCode } from './words.ts'

export interface HtekKey {
  readonly type: number
  readonly value: string
  readonly label: string
  readonly account: number
  readonly pickup: string
}

/** The account in use. Accounts of keys count from 0 (Wazo plug-in, FusionPBX template of the UC926U). */
const automatic = 255
const labelLength = 32

function key(type: number, { line, value, label }: KeyContext): HtekKey {
  return {
    type,
    value,
    label: limited(label, labelLength),
    account: line === null ? automatic : line - 1,
    pickup: '',
  }
}

export function none(): HtekKey {
  return { type: 0, value: '', label: '', account: automatic, pickup: '' }
}

/** Types of the FusionPBX templates. */
export const keys: KeyMap<HtekKey> = {
  none,
  line: (context) => ({ ...key(1, { ...context, value: '' }), account: (context.line ?? 1) - 1 }),
  blf: (context) => ({ ...key(3, context), pickup: pickupCode }),
  directDial: (context) => key(2, context),
  extension: (context) => key(2, context),
  group: (context) => key(7, context),
  voicemail: (context) => key(5, { ...context, value: dialString(context.spec.voicemail) }),
  // 13 = the groups of the phonebook that is fetched as XML.
  phonebook: (context) => key(13, { ...context, value: '' }),
  transfer: (context) => key(19, context),
  forward: (context) => key(18, context),
  dnd: (context) => key(21, { ...context, value: '' }),
  park: (context) => key(8, context),
  intercom: (context) => key(9, context),
  dtmf: (context) => key(10, context),
  multicast: (context) => key(47, context),
  url: (context) => key(35, context),
}
