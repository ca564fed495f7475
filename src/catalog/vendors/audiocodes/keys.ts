import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString } from '../../toolkit/text.ts'
import { typed } from './words.ts'

export interface AudioCodesKey {
  readonly type: 'SPEED_DIAL' | 'SPEED_DIAL_BLF'
  readonly number: string
  readonly label: string
}

const labelLength = 22

/** A speed dial without a number, as in factory state. */
export function none(): AudioCodesKey {
  return { type: 'SPEED_DIAL', number: '', label: '' }
}

function key(type: AudioCodesKey['type'], { value, label }: KeyContext): AudioCodesKey {
  return { type, number: value, label: typed(label, labelLength) }
}

const dial = (context: KeyContext) => key('SPEED_DIAL', context)

/** Of other types only the names for Skype for Business are known. */
export const keys: KeyMap<AudioCodesKey> = {
  none,
  line: null,
  blf: (context) => key('SPEED_DIAL_BLF', context),
  directDial: dial,
  extension: dial,
  group: dial,
  voicemail: (context) => dial({ ...context, value: dialString(context.spec.voicemail) }),
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
