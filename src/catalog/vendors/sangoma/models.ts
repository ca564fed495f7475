import { family, type KeyLayout, type Keys, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

/** No length is documented. */
const password = { maxLength: 32, digitsOnly: false }

type Own = Pick<ModelFacts, 'lineSlots' | 'screen' | 'keys'> & { readonly modules?: ModelFacts['modules'] }

function desk({ lineSlots, screen, keys, modules = null }: Own): ModelFacts {
  return {
    kind: 'desk',
    lineSlots,
    screen,
    keys,
    keyLabels: keys ? 'display' : null,
    modules,
    handsets: null,
    fax: null,
    phonebook: { maxEntries: 1000 },
    passwords: { admin: password, user: password, userName: { maxLength: 32 } },
    webLogin: { user: 'admin', password: 'admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    // No parameter for a certificate is known.
    trust: 'caByHand',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'parameters: FusionPBX templates; of older and newer models of a pair the older one is taken',
      'keys: Tancredi model files, which count those that are seen; the templates number up to 45',
    ],
  }
}

const keys = (count: number, layout: KeyLayout): Keys => ({ count, perPage: count, layout })
/** Tancredi: 40 keys, six modules. */
const expansion = { models: ['sangoma-s-expansion'], max: 6 }

export const models = [
  ...family(desk({ lineSlots: 1, screen: 'mono', keys: null }), ['S205', 'S206']),
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: null }), ['S300']),
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: keys(4, 'bothSides') }), ['S305']),
  ...family(desk({ lineSlots: 3, screen: 'mono', keys: keys(6, 'bothSides') }), ['S400', 'S405', 'S406']),
  ...family(desk({ lineSlots: 4, screen: 'colour', keys: keys(8, 'bothSides'), modules: expansion }), ['S500', 'S505']),
  ...family(desk({ lineSlots: 6, screen: 'colour', keys: keys(10, 'bothSides'), modules: expansion }), [
    'S700',
    'S705',
  ]),
]

export const modules = [
  { name: 'S expansion', keys: { count: 40, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
] as const
