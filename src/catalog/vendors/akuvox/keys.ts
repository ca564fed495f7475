import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { pickupCode } from './words.ts'

export interface AkuvoxKey {
  readonly type: number
  readonly label: string
  readonly value: string
  /** From 1; empty: no account has to do with it. */
  readonly account: number | ''
  readonly pickup: string
}

const labelLength = 63

function key(type: number, { line, value, label }: KeyContext): AkuvoxKey {
  return { type, label: limited(label, labelLength), value, account: line ?? 1, pickup: '' }
}

export function none(): AkuvoxKey {
  return { type: 0, label: '', value: '', account: '', pickup: '' }
}

/** Key types of the Tancredi templates. */
export const keys: KeyMap<AkuvoxKey> = {
  none,
  line: (context) => key(14, { ...context, value: '' }),
  blf: (context) => ({ ...key(16, context), pickup: pickupCode }),
  directDial: (context) => key(10, context),
  extension: (context) => key(10, context),
  group: (context) => key(10, context),
  voicemail: (context) => key(26, { ...context, value: dialString(context.spec.voicemail) }),
  phonebook: (context) => key(5, context),
  transfer: (context) => key(27, context),
  forward: (context) => key(6, context),
  dnd: (context) => key(1, context),
  park: (context) => key(28, context),
  intercom: (context) => key(9, context),
  dtmf: (context) => key(22, context),
  multicast: (context) => key(24, context),
  url: (context) => key(32, context),
}
