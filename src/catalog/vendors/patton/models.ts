import { family, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

/** No length is documented. */
const password = { maxLength: 32, digitsOnly: false }

function gateway(lineSlots: number): ModelFacts {
  return {
    kind: 'gateway',
    lineSlots,
    screen: 'none',
    keys: null,
    keyLabels: null,
    modules: null,
    handsets: null,
    fax: 't38',
    phonebook: null,
    passwords: { admin: password, user: password, userName: { maxLength: 25 } },
    webLogin: { user: 'administrator', password: null },
    restartEvent: 'check-sync',
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.0'],
    trust: 'caByHand',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService,
    // SmartWare has no SIP over TLS and no SRTP.
    transport: 'udp',
    srtp: false,
    sources: [
      'statements: Wazo plug-ins, SmartWare guide; ports: the maker’s names',
      'HTTPS: not documented, so the oldest TLS is assumed',
      'of a daily fetch only the first, a day after power-on, is known; a NOTIFY does the others',
    ],
  }
}

export const models = [
  ...family(gateway(2), ['SN4112', 'SN4112S']),
  ...family(gateway(4), ['SN4114']),
  ...family(gateway(6), ['SN4116']),
  ...family(gateway(8), ['SN4118']),
  ...family(gateway(16), ['SN4316']),
  ...family(gateway(24), ['SN4324']),
  ...family(gateway(32), ['SN4332']),
]
