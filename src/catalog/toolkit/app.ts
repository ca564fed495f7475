import type { Transport } from '#domain/device.ts'
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

export interface TypedData {
  readonly server: string
  readonly port: number
  readonly transport: Transport
  readonly srtp: RenderContext['srtp']
  readonly user: string
  readonly authName: string
  readonly password: string
  readonly displayName: string
  readonly voicemail: string
  /** Seconds. */
  readonly expiry: number
}

export function typedDataOf({ spec, lines, sipPort, srtp }: RenderContext): TypedData {
  const [line] = lines
  return {
    server: spec.host,
    port: sipPort,
    transport: spec.transport,
    srtp,
    user: line?.number ?? '',
    authName: line?.authName ?? '',
    password: line?.password ?? '',
    displayName: line ? clean(line.displayName) || line.number : '',
    voicemail: spec.voicemail,
    expiry: spec.settings.expiry,
  }
}

/** The data of the first line, for an app in which a person types them: lines `name: value` in plain English. */
export function writeTypedData(context: RenderContext): string {
  const data = typedDataOf(context)
  const rows = [
    ['server', data.server],
    ['port', data.port],
    ['transport', data.transport],
    ['user', data.user],
    ['authentication name', data.authName],
    ['password', data.password],
    ['display name', data.displayName],
    ['srtp', data.srtp],
    ['expiry', data.expiry],
    ['voicemail', data.voicemail],
    ['dtmf', 'rfc4733'],
    ['codecs', context.spec.settings.codecs.join(' ')],
  ] as const
  return rows.map(([name, value]) => `${name}: ${clean(String(value))}`.trimEnd().concat('\n')).join('')
}
