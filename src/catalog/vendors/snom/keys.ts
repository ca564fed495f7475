import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited, sipUser, urlHost } from '../../toolkit/text.ts'

/** `context` is the number of an identity, or `active`: the one in use. */
export interface SnomKey {
  readonly context: string
  readonly label: string
  readonly content: string
}

/** What the switch understands as "take the call that rings at the number behind it". */
const pickupCode = '*8'
const labelLength = 64

function key(content: string, { line, label }: KeyContext): SnomKey {
  return { context: line === null ? 'active' : String(line), label: limited(label, labelLength), content }
}

export function none(): SnomKey {
  return { context: 'active', label: '', content: 'none' }
}

/** `TYPE VALUE`; values hold no blank and no `|`, which part the pieces of a key. */
export const keys: KeyMap<SnomKey> = {
  none,
  line: (context) => key('line', context),
  blf: (context) => key(`blf ${context.value}|${pickupCode}`, context),
  directDial: (context) => key(`speed ${context.value}`, context),
  extension: (context) => key(`dest sip:${sipUser(context.value)}@${urlHost(context.spec.host)};user=phone`, context),
  group: (context) => key(`speed ${context.value}`, context),
  voicemail: (context) => key(`speed ${dialString(context.spec.voicemail)}`, context),
  phonebook: (context) => key('keyevent F_DIRECTORY_SEARCH', context),
}
