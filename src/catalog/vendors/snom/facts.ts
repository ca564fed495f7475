import type { ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

interface Own extends Pick<ModelFacts, 'lineSlots' | 'screen' | 'keys' | 'keyLabels' | 'modules'> {
  readonly kind?: ModelFacts['kind']
  /** Firmware 8, the last of a model from before the D series. */
  readonly old?: boolean
  readonly sources?: readonly string[]
}

/** Typed on the keypad to reach the administrator's menus, so digits; no length is documented. */
const password = { maxLength: 40, digitsOnly: true }

export function desk({
  kind = 'desk',
  lineSlots,
  screen,
  keys,
  keyLabels,
  modules,
  old = false,
  sources = [],
}: Own): ModelFacts {
  return {
    kind,
    lineSlots,
    screen,
    keys,
    keyLabels,
    modules,
    handsets: null,
    fax: null,
    phonebook: screen === 'none' ? null : { maxEntries: null },
    passwords: { admin: password, user: password, userName: { maxLength: 64 } },
    webLogin: { user: 'admin', password: null },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync;reboot=false',
    // challenge_checksync and challenge_reboot are switched off by the configuration.
    challengesNotify: false,
    tlsVersions: old ? ['1.0'] : ['1.2'],
    // The certificates tag is documented for the D series alone.
    trust: old ? 'caByHand' : 'caInline',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService,
    // Firmware 8 speaks no TLS that a server of today accepts.
    transport: old ? 'tcp' : 'tls',
    srtp: true,
    sources: [
      'identity and key counts: Wazo plug-ins, Tancredi model scopes, Snom manuals',
      ...(old ? ['firmware ends with 8.7 to 8.9; TLS 1.0 is assumed'] : []),
      ...sources,
    ],
  }
}
