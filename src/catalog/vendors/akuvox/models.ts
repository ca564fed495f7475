import { family, type ModelFacts } from '../../define.ts'

/** Web page and phone menu; the greatest length is not documented. */
const password = { maxLength: 32, digitsOnly: false }

const desk: ModelFacts = {
  kind: 'desk',
  lineSlots: 2,
  screen: 'mono',
  keys: null,
  keyLabels: null,
  modules: null,
  handsets: null,
  fax: null,
  phonebook: { maxEntries: 500 },
  passwords: { admin: password, user: password, userName: { maxLength: 32 } },
  webLogin: { user: 'admin', password: 'admin' },
  restartEvent: 'check-sync;reboot=true',
  resyncEvent: 'check-sync',
  challengesNotify: false,
  tlsVersions: ['1.2'],
  trust: 'caByHand',
  takes: 'fullUrl',
  followsRedirect: false,
  // The maker's service spoke plain HTTP with an account of each dealer when these phones were sold; not offered.
  redirectService: null,
  transport: 'tls',
  srtp: true,
  sources: [
    'accounts: two to six by model, the lower number taken; the newer models have more',
    'the phonebook takes 500 entries at least; no source names the greatest number',
    'the switch of the web page was looked for in both templates and not found',
    'TLS versions and the events are not documented for these models',
    'days of the nightly fetch, order of codecs: web page of a newer firmware, defaults of both templates',
  ],
}

const noKeys = 'keys are not offered: no source counts them'

/** Desk telephones; no longer sold. Door stations and indoor monitors of the maker are not telephones of an office. */
export const models = [
  { ...desk, name: 'SP-R50P', keys: { count: 1, perPage: 1, layout: 'left' }, keyLabels: 'display' } as const,
  ...family({ ...desk, sources: [...desk.sources, noKeys] }, ['SP-R52P', 'SP-R53P']),
  ...family({ ...desk, screen: 'colour', sources: [...desk.sources, noKeys] }, ['SP-R55G', 'SP-R59P']),
  {
    ...desk,
    name: 'SP-R63G',
    screen: 'colour',
    keys: { count: 8, perPage: 8, layout: 'bothSides' },
    keyLabels: 'display',
  } as const,
]
