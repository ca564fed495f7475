import type { ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

interface Own extends Pick<ModelFacts, 'lineSlots' | 'screen' | 'keys' | 'modules'> {
  readonly kind?: ModelFacts['kind']
  /** The last that there is; V73 is before the names were changed. */
  readonly firmware?: 'V73' | 'V8x'
  readonly redirect?: boolean
  readonly sources?: readonly string[]
}

/** 1 to 32 printable ASCII characters without a colon (administrator guide V86). */
const password = { maxLength: 32, digitsOnly: false }

export const withoutKeys = { keys: null, modules: null } as const

/** Facts of every model of the maker; a DECT base changes a few of them. */
export function desk({
  kind = 'desk',
  lineSlots,
  screen,
  keys,
  modules,
  firmware = 'V8x',
  redirect = true,
  sources = [],
}: Own): ModelFacts {
  const old = firmware === 'V73'
  return {
    kind,
    lineSlots,
    screen,
    keys,
    keyLabels: labelsOf(keys),
    modules,
    handsets: null,
    fax: null,
    // How many a remote phonebook may hold is not documented for every model; a search finds the others.
    phonebook: { maxEntries: 1000 },
    passwords: { admin: password, user: password, userName: { maxLength: 32 } },
    webLogin: { user: 'admin', password: 'admin' },
    // sip.notify_reboot_enable = 0 makes the phone heed the parameter of the event.
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync;reboot=false',
    challengesNotify: false,
    tlsVersions: old ? ['1.0'] : ['1.2'],
    trust: 'caByUrl',
    takes: 'fullUrl',
    followsRedirect: true,
    redirectService: redirect ? redirectService : null,
    // What ends with V73 speaks no TLS that a server of today accepts.
    transport: old ? 'tcp' : 'tls',
    srtp: true,
    sources: [
      'account and key counts: Wazo plug-ins and Tancredi model scopes',
      ...(old ? ['firmware ends with V73 (Wazo plug-in v73); TLS 1.0 is assumed'] : []),
      ...sources,
    ],
  }
}

/** The keys beside the keypad of a T26P and T28P have strips of paper. */
function labelsOf(keys: ModelFacts['keys']): ModelFacts['keyLabels'] {
  if (!keys) return null
  return keys.layout === 'columns' ? 'paper' : 'display'
}

/** Models whose firmware ends with V73. */
export const oldModels: ReadonlySet<string> = new Set(['T19P', 'T20P', 'T21P', 'T22P', 'T26P', 'T28P', 'T32G', 'T38G'])
