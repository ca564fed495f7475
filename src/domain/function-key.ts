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
] as const
export type FunctionKeyType = (typeof functionKeyTypes)[number]

/** What the value of a key is: nothing, one of a list that the vPBX gives, or free text. */
export type FunctionKeyValueKind = 'nothing' | 'extension' | 'group' | 'lineSlot' | 'freeText'
