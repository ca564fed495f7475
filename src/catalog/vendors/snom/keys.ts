import type { KeyContext, KeyMap } from '../../define.ts'
import type { DeviceSpec } from '../../spec.ts'
import { dialString, limited, sipUser, urlHost } from '../../toolkit/text.ts'
import { phonebookFile } from './phonebook.ts'

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

/** `TYPE VALUE`; values hold no blank and no `|`, which part the pieces of a key (service.snom.com: Function Key Types). */
export const keys: KeyMap<SnomKey> = {
  none,
  line: (context) => key('line', context),
  blf: (context) => key(`blf ${context.value}|${pickupCode}`, context),
  directDial: (context) => key(`speed ${context.value}`, context),
  extension: (context) => key(`dest ${internalAddress(context)}`, context),
  group: (context) => key(`speed ${context.value}`, context),
  voicemail: (context) => key(`speed ${dialString(context.spec.voicemail)}`, context),
  phonebook: (context) => key(`url ${phonebookAddress(context.spec)}`, context),
  // Without a number the phone's own function asks for it.
  transfer: (context) => key(context.value ? `transfer ${context.value}` : 'keyevent F_TRANSFER', context),
  forward: (context) => key(context.value ? `redirect ${context.value}` : 'keyevent F_REDIRECT', context),
  dnd: (context) => key('keyevent F_DND', context),
  park: (context) => key(`orbit ${context.value}`, context),
  intercom: (context) => key(`icom ${internalAddress(context)}`, context),
  dtmf: (context) => key(`dtmf ${context.value}`, context),
  multicast: (context) => key(`multicast ${context.value}`, context),
  url: (context) => key(`url ${context.value}`, context),
}

function internalAddress({ value, spec }: KeyContext): string {
  return `sip:${sipUser(value)}@${urlHost(spec.host)};user=phone`
}

function phonebookAddress({ host, provisioningPort, accessKey }: DeviceSpec): string {
  return `https://${urlHost(host)}:${provisioningPort}/${accessKey}/${phonebookFile}`
}
