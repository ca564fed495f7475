import { family, type KeyLayout, type Keys, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

/** No length is documented. */
const password = { maxLength: 32, digitsOnly: false }

interface Own {
  readonly lineSlots: number
  readonly screen: ModelFacts['screen']
  readonly keys: Keys | null
  readonly modules?: ModelFacts['modules']
  readonly named?: boolean
}

function desk({ lineSlots, screen, keys, modules = null, named = false }: Own): ModelFacts {
  return {
    kind: 'desk',
    lineSlots,
    screen,
    keys,
    keyLabels: labelsOf(keys, screen),
    modules,
    handsets: null,
    fax: null,
    phonebook: { maxEntries: 1000 },
    passwords: { admin: password, user: password, userName: { maxLength: 32 } },
    webLogin: { user: 'admin', password: 'admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'resync',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    // The firmware of the models with a U takes a certificate by its address; for the others no parameter is known.
    trust: named ? 'caByUrl' : 'caByHand',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'languages other than English: their numbers were found for the S series of Sangoma alone and are left to the phone',
      'accounts and keys: Wazo plug-in; keys on a page: divided by the rows of the display, not documented',
      named ? 'parameters: FusionPBX template of the UC926U' : 'parameters: Wazo plug-in, FusionPBX templates',
    ],
  }
}

function labelsOf(keys: Keys | null, screen: ModelFacts['screen']): ModelFacts['keyLabels'] {
  if (!keys) return null
  return screen === 'colour' ? 'display' : 'paper'
}

const keys = (count: number, perPage: number, layout: KeyLayout = 'bothSides'): Keys => ({ count, perPage, layout })
const uc46 = { models: ['htek-uc46'], max: 6 }

export const models = [
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: null }), ['UC802T', 'UC803T']),
  ...family(desk({ lineSlots: 3, screen: 'mono', keys: keys(4, 4, 'right') }), ['UC804T', 'UC840P', 'UC842']),
  ...family(desk({ lineSlots: 4, screen: 'mono', keys: keys(4, 4, 'right') }), ['UC806T']),
  ...family(desk({ lineSlots: 4, screen: 'mono', keys: keys(14, 14, 'columns') }), ['UC860P']),
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: keys(14, 14, 'columns') }), ['UC862']),
  ...family(desk({ lineSlots: 4, screen: 'mono', keys: null }), ['UC902', 'UC902S']),
  ...family(desk({ lineSlots: 6, screen: 'mono', keys: keys(20, 20, 'columns') }), ['UC903']),
  ...family(desk({ lineSlots: 4, screen: 'colour', keys: keys(12, 4) }), ['UC912', 'UC912G', 'UC912E']),
  ...family(desk({ lineSlots: 8, screen: 'colour', keys: keys(20, 4) }), ['UC923']),
  ...family(desk({ lineSlots: 12, screen: 'colour', keys: keys(28, 7), modules: uc46 }), ['UC924', 'UC924E', 'UC924W']),
  ...family(desk({ lineSlots: 16, screen: 'colour', keys: keys(36, 9), modules: uc46 }), ['UC926', 'UC926E', 'UC926S']),
  ...family(desk({ named: true, lineSlots: 8, screen: 'colour', keys: keys(20, 4) }), ['UC923U']),
  ...family(desk({ named: true, lineSlots: 12, screen: 'colour', keys: keys(28, 7), modules: uc46 }), ['UC924U']),
  ...family(desk({ named: true, lineSlots: 16, screen: 'colour', keys: keys(36, 9), modules: uc46 }), ['UC926U']),
]

export const modules = [{ name: 'UC46', keys: keys(40, 20), keyLabels: 'display' }] as const
