import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited } from '../../toolkit/text.ts'

/** A line key of UC Software: the line of that number, a monitored contact, a macro, or nothing. */
export type UcsKey =
  | { readonly category: 'Line'; readonly line: number }
  | { readonly category: 'BLF'; readonly address: string; readonly automatic: boolean; readonly label: string }
  | { readonly category: 'EFK'; readonly action: string; readonly label: string }
  | { readonly category: 'Unassigned' }

/** A line key of the OBi firmware. */
export interface ObiKey {
  readonly function: string
  readonly service: string
  readonly number: string
  readonly name: string
}

/** One function in the words of both; a model leaves out what its own firmware has not. */
export interface PolyKey {
  readonly ucs: UcsKey
  readonly obi: ObiKey
}

const labelLength = 60
const unassigned: UcsKey = { category: 'Unassigned' }
const obiNone: ObiKey = { function: 'None', service: '', number: '', name: '' }

function macro(action: string, { label }: KeyContext): UcsKey {
  return { category: 'EFK', action, label: limited(label, labelLength) }
}

function obi(name: string, context: KeyContext, number = context.value): ObiKey {
  return {
    function: name,
    service: `SP${context.line ?? 1}`,
    number,
    name: limited(context.label, labelLength),
  }
}

function dial(context: KeyContext, number: string): PolyKey {
  return { ucs: macro(`${number}$Tinvite$`, context), obi: obi('Speed Dial', context, number) }
}

export function none(): PolyKey {
  return { ucs: unassigned, obi: obiNone }
}

/** Macros are those of Enhanced Feature Keys; a `$` in an address would begin one. */
export const keys: KeyMap<PolyKey> = {
  none,
  line: (context) => ({
    ucs: { category: 'Line', line: context.line ?? 1 },
    obi: obi('Call Appearance', context, ''),
  }),
  blf: (context) => ({
    ucs: { category: 'BLF', address: context.value, automatic: false, label: limited(context.label, labelLength) },
    obi: obi('Busy Lamp Field', context),
  }),
  directDial: (context) => dial(context, context.value),
  extension: (context) => dial(context, context.value),
  group: (context) => dial(context, context.value),
  voicemail: (context) => ({
    ucs: macro(`${dialString(context.spec.voicemail)}$Tinvite$`, context),
    obi: obi('Message Status', context, ''),
  }),
  phonebook: (context) => ({ ucs: macro('$FDirectories$', context), obi: obiNone }),
  transfer: (context) => ({
    ucs: macro(context.value ? `${context.value}$Trefer$` : '$FTransfer$', context),
    obi: obiNone,
  }),
  forward: (context) => ({ ucs: unassigned, obi: obi('Call Forward', context) }),
  dnd: (context) => ({ ucs: macro('$FDoNotDisturb$', context), obi: obi('Do Not Disturb', context, '') }),
  // The place is watched like a telephone; the lamp is on while a call waits there, and the key fetches it.
  park: (context) => ({
    ucs: { category: 'BLF', address: context.value, automatic: true, label: limited(context.label, labelLength) },
    obi: obi('Call Park Monitor', context),
  }),
  intercom: null,
  dtmf: (context) => ({ ucs: macro(`${context.value.replace(/,/g, '$Cp1$')}$Tdtmf$`, context), obi: obiNone }),
  multicast: null,
  url: (context) => ({
    ucs: macro(context.value.replace(/\$/g, '%24'), context),
    obi: obi('Action URL', context),
  }),
}
