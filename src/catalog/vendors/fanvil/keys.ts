import type { KeyContext, KeyMap } from '../../define.ts'
import { limited } from '../../toolkit/text.ts'
import { pickupCode } from './words.ts'

export interface FanvilKey {
  readonly type: number
  readonly value: string
  readonly title: string
}

const titleLength = 31

function key(type: number, value: string, { label }: KeyContext): FanvilKey {
  return { type, value, title: limited(label, titleLength) }
}

/** A number on a line with what is to be done with it. */
function memory(context: KeyContext, action: string): FanvilKey {
  return key(1, `${context.value}@${context.line ?? 1}/${action}`, context)
}

export function none(): FanvilKey {
  return { type: 0, value: '', title: '' }
}

/** Key types of the Tancredi templates, the same in all firmware 2. */
export const keys: KeyMap<FanvilKey> = {
  none,
  line: (context) => key(2, `SIP${context.line ?? 1}`, context),
  // `a`: pressed in a call it transfers with asking first; what follows is dialled to pick up.
  blf: (context) => memory(context, `ba${pickupCode}${context.value}`),
  directDial: (context) => memory(context, 'f'),
  extension: (context) => memory(context, 'f'),
  group: (context) => memory(context, 'f'),
  voicemail: (context) => key(3, 'F_MWI', context),
  phonebook: null,
  transfer: null,
  forward: (context) => (context.value === '' ? key(3, 'F_CFWD', context) : memory(context, 'a')),
  dnd: (context) => key(3, 'F_DND', context),
  park: (context) => memory(context, 'c'),
  intercom: (context) => memory(context, 'i'),
  dtmf: (context) => key(4, context.value, context),
  multicast: (context) => key(14, `${context.value}/PCMU`, context),
  url: (context) => key(7, context.value, context),
}
