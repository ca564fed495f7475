import type { AppFacts, KeyMap, ModelFacts, RenderContext } from '../define.ts'
import { clean } from './text.ts'

/** What all apps have in common: one account, no keys, no web page, nothing that could be told by NOTIFY. */
export function appFacts(own: Pick<ModelFacts, 'transport' | 'srtp' | 'sources'> & { app: AppFacts }): ModelFacts {
  return {
    kind: 'app',
    lineSlots: 1,
    screen: 'none',
    keys: null,
    keyLabels: null,
    modules: null,
    handsets: null,
    fax: null,
    phonebook: null,
    passwords: { admin: null, user: null, userName: null },
    webLogin: null,
    restartEvent: null,
    resyncEvent: null,
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust: 'publicOnly',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService: null,
    ...own,
  }
}

export const noKeys: KeyMap<never> = {
  none: null,
  line: null,
  blf: null,
  directDial: null,
  extension: null,
  group: null,
  voicemail: null,
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

/** The data of the first line, for an app in which a person types them: lines `name: value` in plain English. */
export function writeTypedData({ spec, lines, sipPort, srtp }: RenderContext): string {
  const [line] = lines
  const rows = [
    ['server', spec.host],
    ['port', sipPort],
    ['transport', spec.transport],
    ['user', line?.number ?? ''],
    ['authentication name', line?.authName ?? ''],
    ['password', line?.password ?? ''],
    ['display name', line ? clean(line.displayName) || line.number : ''],
    ['srtp', srtp],
    ['expiry', spec.settings.expiry],
    ['voicemail', spec.voicemail],
    ['dtmf', 'rfc4733'],
    ['codecs', spec.settings.codecs.join(' ')],
  ] as const
  return rows.map(([name, value]) => `${name}: ${clean(String(value))}`.trimEnd().concat('\n')).join('')
}
