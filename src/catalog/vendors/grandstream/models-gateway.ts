import { family, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

const password = { maxLength: 30, digitsOnly: false }

function gateway(lineSlots: number, ...sources: readonly string[]): ModelFacts {
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
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'admin', password: 'admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.0', '1.1', '1.2'],
    trust: 'caInline',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'parameters: the maker’s configuration templates HT80x, HT81x, HT818 1.0.19.11 and GXW42xx 1.0.11.3',
      ...sources,
    ],
  }
}

export const gatewayModels = [
  ...family(gateway(1), ['HT801']),
  ...family(gateway(2), ['HT802']),
  ...family(gateway(2), ['HT812']),
  ...family(gateway(1, 'the FXO port is left as it is'), ['HT813']),
  ...family(gateway(4), ['HT814']),
  ...family(gateway(8), ['HT818']),
  ...family(gateway(16), ['GXW4216']),
  ...family(gateway(24), ['GXW4224']),
  ...family(gateway(32), ['GXW4232']),
  ...family(gateway(48), ['GXW4248']),
]
