import type { KeyContext, KeyMap } from '../../define.ts'
import { type CfgValue, cfgEmpty } from '../../toolkit/cfg.ts'
import { dialString, limited } from '../../toolkit/text.ts'
import { pickupCode } from './words.ts'

/** Parameters below `linekey.N` or `expansion_module.M.key.N`. All five are always written, so that no old one stays. */
export interface YealinkKey {
  readonly type: number
  readonly line: CfgValue
  readonly value: CfgValue
  readonly label: CfgValue
  readonly extension: CfgValue
}

const empty: Omit<YealinkKey, 'type'> = { line: cfgEmpty, value: cfgEmpty, label: cfgEmpty, extension: cfgEmpty }

/** Longest label of a key (administrator guide V86). */
const labelLength = 99

function key(type: number, { line, value, label }: KeyContext): YealinkKey {
  return {
    type,
    ...empty,
    // Accounts count from 1; without a choice the first is named, since 0 (automatic) is not known to every firmware.
    line: line ?? 1,
    ...(value && { value }),
    ...(label && { label: limited(label, labelLength) || cfgEmpty }),
  }
}

export function none(): YealinkKey {
  return { type: 0, ...empty }
}

/** Key types of the administrator guide V86, the same numbers since V73. */
export const keys: KeyMap<YealinkKey> = {
  none,
  line: (context) => key(15, { ...context, value: '' }),
  blf: (context) => ({ ...key(16, context), extension: pickupCode }),
  directDial: (context) => key(13, context),
  extension: (context) => key(13, context),
  group: (context) => key(23, context),
  voicemail: (context) => key(12, { ...context, value: dialString(context.spec.voicemail) }),
  // 61 opens the directory whatever stands behind it (remote phonebook or LDAP).
  phonebook: (context) => key(61, { ...context, value: '' }),
  transfer: (context) => key(3, context),
  forward: (context) => key(2, context),
  dnd: (context) => key(5, { ...context, value: '' }),
  park: (context) => key(10, context),
  intercom: (context) => key(14, context),
  dtmf: (context) => key(11, context),
  // `address:port`, as the value of the key has it since V72.
  multicast: (context) => key(24, context),
  url: (context) => key(17, context),
}
