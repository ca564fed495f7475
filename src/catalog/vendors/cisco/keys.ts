import type { KeyContext, KeyMap } from '../../define.ts'
import { dialString, limited, urlHost } from '../../toolkit/text.ts'

/** A line key: a line, or a function string while its line is `Disabled`. */
export interface CiscoKey {
  /** Number of the line; null: the key has a function, or none. */
  readonly line: number | null
  readonly function: string
  readonly label: string
}

/** A function string has 511 characters at most. */
const labelLength = 60

/** The file of the directory, which a key opens too. */
export const phonebookFile = 'directory.xml'

/** `;` parts the fields of a function string, and no way to write it as a value is known. */
function name(label: string): string {
  return limited(label.replace(/;/g, ','), labelLength)
}

function key(fields: string, { label, line }: KeyContext): CiscoKey {
  return { line: null, function: `${fields};vid=${line ?? 1};nme=${name(label)}`, label: name(label) }
}

function dial(context: KeyContext, number: string): CiscoKey {
  return key(`fnc=sd;ext=${number}@$PROXY`, context)
}

export function none(): CiscoKey {
  return { line: null, function: '', label: '' }
}

/** `$PROXY` stands for the server of the line. */
export const keys: KeyMap<CiscoKey> = {
  none,
  line: ({ line, label }) => ({ line: line ?? 1, function: '', label: name(label) }),
  blf: (context) => key(`fnc=blf+sd+cp;sub=${context.value}@$PROXY;ext=${context.value}@$PROXY`, context),
  directDial: (context) => dial(context, context.value),
  extension: (context) => dial(context, context.value),
  group: (context) => dial(context, context.value),
  voicemail: (context) => dial(context, dialString(context.spec.voicemail)),
  phonebook: (context) => {
    const { host, provisioningPort, accessKey } = context.spec
    return key(`fnc=xml;url=https://${urlHost(host)}:${provisioningPort}/${accessKey}/${phonebookFile}`, context)
  },
  transfer: null,
  forward: null,
  dnd: (context) => key('fnc=dnd', context),
  park: (context) => key(`fnc=prk;sub=${context.value}@$PROXY`, context),
  intercom: null,
  dtmf: null,
  multicast: null,
  url: (context) => key(`fnc=xml;url=${context.value.replace(/;/g, '%3B')}`, context),
}
