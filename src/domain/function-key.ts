/** Functions that a programmable key can have. `none` is written empty; a key that is not listed is left to the phone. */
export const functionKeyTypes = [
  'none',
  'line',
  'blf',
  'directDial',
  'extension',
  'group',
  'voicemail',
  'phonebook',
  'transfer',
  'forward',
  'dnd',
  'park',
  'intercom',
  'dtmf',
  'multicast',
  'url',
] as const
export type FunctionKeyType = (typeof functionKeyTypes)[number]

/** What the value of a key is: nothing, one of a list that the vPBX gives, or free text of a form. */
export type FunctionKeyValueKind =
  | 'nothing'
  | 'extension'
  | 'group'
  | 'lineSlot'
  | 'number'
  | 'digits'
  | 'multicastAddress'
  | 'url'

/** The value that each function takes, the same for every maker. */
export const functionKeyValueKinds: Readonly<Record<FunctionKeyType, FunctionKeyValueKind>> = {
  none: 'nothing',
  line: 'lineSlot',
  blf: 'extension',
  directDial: 'number',
  extension: 'extension',
  group: 'group',
  voicemail: 'nothing',
  phonebook: 'nothing',
  transfer: 'number',
  forward: 'number',
  dnd: 'nothing',
  park: 'number',
  intercom: 'extension',
  dtmf: 'digits',
  multicast: 'multicastAddress',
  url: 'url',
}

/** Without a value a transfer or forward key asks for the number when it is pressed. */
const valueOptional: readonly FunctionKeyType[] = ['transfer', 'forward']

export function isFunctionKeyType(type: string): type is FunctionKeyType {
  return functionKeyTypes.some((known) => known === type)
}

export function needsValue(type: FunctionKeyType): boolean {
  return !['nothing', 'lineSlot'].includes(functionKeyValueKinds[type]) && !valueOptional.includes(type)
}

const forms: Readonly<Record<FunctionKeyValueKind, RegExp>> = {
  nothing: /^$/,
  lineSlot: /^$/,
  extension: /^[0-9*#]{1,32}$/,
  group: /^[0-9*#]{1,32}$/,
  number: /^\+?[0-9*#]{1,64}$/,
  digits: /^[0-9A-D*#,]{1,32}$/,
  // IPv4 groups of RFC 5771 alone: no maker's key takes an IPv6 one.
  multicastAddress: /^2(?:2[4-9]|3\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}:\d{1,5}$/,
  url: /^https?:\/\/[A-Za-z0-9._~:[\]-]+(?:\/[A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?$/,
}

/** Whether a value has the form that the function takes; an empty one where none is needed. Line slots are not in the value. */
export function isKeyValue(type: FunctionKeyType, value: string): boolean {
  if (value === '') return !needsValue(type)
  if (value.length > 200 || !forms[functionKeyValueKinds[type]].test(value)) return false
  return functionKeyValueKinds[type] !== 'multicastAddress' || Number(value.split(':')[1]) < 65_536
}

/** Longest label of a key; a display shows fewer characters. */
export const keyLabelLength = 64

/** What a person may choose for a key: a function, or `phone`, which takes the key off the list and leaves it to the phone. */
export const keyChoices = [...functionKeyTypes, 'phone'] as const
export type KeyChoice = (typeof keyChoices)[number]
