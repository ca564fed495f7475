import { family, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

const password = { maxLength: 30, digitsOnly: false }
const handsetNames = ['DP720', 'DP722', 'DP730'] as const

const base: ModelFacts = {
  kind: 'dectBase',
  lineSlots: 0,
  screen: 'none',
  keys: null,
  keyLabels: null,
  modules: null,
  handsets: {
    max: 5,
    models: handsetNames.map((name) => `grandstream-${name.toLowerCase()}`),
    ipui: null,
    rfpi: false,
    pinDigits: null,
    cells: 1,
  },
  fax: null,
  phonebook: { maxEntries: 1000 },
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
    'parameters: the maker’s configuration template DP75x 1.0.13.8',
    'web page: P1650 is HTTPS or HTTP, no value that closes it was found',
    'the base has ten accounts; five are used, one for each handset',
    'pairing needs no identity and no PIN in the file; DP752: the same template, its differences are not documented',
  ],
}

const handset: ModelFacts = {
  ...base,
  kind: 'dectHandset',
  lineSlots: 1,
  screen: 'colour',
  handsets: null,
  phonebook: null,
  passwords: { admin: null, user: null, userName: null },
  webLogin: null,
  restartEvent: null,
  resyncEvent: null,
  redirectService: null,
  sources: ['what a handset needs is in the file of its base'],
}

export const dectModels = [...family(base, ['DP750', 'DP752']), ...family(handset, handsetNames)]
