import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString } from '../../toolkit/text.ts'
import { typed } from './account.ts'
import { utModels } from './models.ts'

/** Ends of the parameters of one key. All four are always written, so that no old one stays. */
export interface PanasonicKey {
  readonly action: string
  readonly argument: string
  readonly dial: string
  readonly label: string
}

const labelLength = 12
const utIds = new Set(utModels.map(({ name }) => `panasonic-${name.toLowerCase()}`))

export function none(): PanasonicKey {
  return { action: '', argument: '', dial: '', label: '' }
}

function key(action: string, { label }: KeyContext, own: Partial<PanasonicKey>): PanasonicKey {
  return { ...none(), action: `X_PANASONIC_IPTEL_${action}`, label: typed(label, labelLength), ...own }
}

/** The UT phones have other words than those after them; the UT670 names a line twice. */
function line(context: KeyContext): PanasonicKey {
  const number = String(context.line ?? 1)
  if (!utIds.has(context.spec.model)) return key('LINE', context, { argument: number })
  const argument = context.spec.model.endsWith('ut670') ? `${number},${number}` : number
  return key('DN', context, { argument })
}

function blf(context: KeyContext): PanasonicKey {
  return key(utIds.has(context.spec.model) ? 'CONTACT' : 'BLF', context, { argument: context.value })
}

const dial = (context: KeyContext) => key('ONETOUCH', context, { dial: context.value })

/** Other functions have fixed keys, or none. */
export const keys: KeyMap<PanasonicKey> = {
  none,
  line,
  blf,
  directDial: dial,
  extension: dial,
  group: dial,
  voicemail: (context) => key('ONETOUCH', context, { dial: dialString(context.spec.voicemail) }),
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
