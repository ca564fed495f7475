import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString } from '../../toolkit/text.ts'
import { typed } from './typed.ts'

export interface MitelKey {
  readonly type: string
  readonly value: string
  readonly label: string
  readonly line: number
}

const labelLength = 32

export function none(): MitelKey {
  return { type: 'none', value: '', label: '', line: 1 }
}

function key(type: string, { value, label, line }: KeyContext): MitelKey {
  return { type, value, label: typed(label, labelLength), line: line ?? 1 }
}

/** The older firmware has no key that is a lamp for messages too. */
function voicemail(context: KeyContext): MitelKey {
  const isOlder = /^mitel-(?:67|9)/.test(context.spec.model)
  return key(isOlder ? 'speeddial' : 'speeddialmwi', { ...context, value: dialString(context.spec.voicemail) })
}

const dial = (context: KeyContext) => key('speeddial', context)

/** Types of the Wazo plug-in and of the administrator guides. A key for forwarding takes no number, so none is offered. */
export const keys: KeyMap<MitelKey> = {
  none,
  line: (context) => key('line', { ...context, value: '' }),
  blf: (context) => key('blf', context),
  directDial: dial,
  extension: dial,
  group: dial,
  voicemail,
  phonebook: (context) => key('directory', { ...context, value: '' }),
  transfer: (context) => key(context.value === '' ? 'xfer' : 'speeddialxfer', context),
  forward: null,
  dnd: (context) => key('dnd', { ...context, value: '' }),
  park: (context) => key('park', { ...context, value: `asterisk;${context.value}` }),
  intercom: null,
  dtmf: null,
  multicast: (context) => key('paging', context),
  url: (context) => key('xml', context),
}
