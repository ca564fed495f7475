import { family, type Keys, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

type Own = Pick<ModelFacts, 'lineSlots' | 'screen' | 'keys'> & {
  readonly tls: boolean
  readonly modules?: ModelFacts['modules']
  readonly sources?: readonly string[]
}

function desk({ lineSlots, screen, keys, tls, modules = null, sources = [] }: Own): ModelFacts {
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
    // The maker's documents say "integer"; nine digits are one in any case. There is no second login.
    passwords: { admin: { maxLength: 9, digitsOnly: true }, user: null, userName: null },
    webLogin: { user: 'admin', password: '789' },
    restartEvent: 'check-sync',
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    // There is an element for certificates, but nothing is known of what it holds.
    trust: 'publicOnly',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    transport: tls ? 'tls' : 'udp',
    srtp: true,
    sources: [
      'settings: maker’s wiki; accounts and keys: FS PBX templates',
      'tones of the country: no setting was found in either, so they are left to the phone',
      ...sources,
    ],
  }
}

/** A line has a key to itself, the first ones. Of the keys in one row two are kept for lines, all others can be programmed. */
const row = (rows: number): Keys => ({ count: rows - 2, perPage: rows - 2, layout: 'bothSides' })
const shared = 'two of the keys are for lines, so two lines are offered, though the phone has an account for each key'
const exp100 = { models: ['digium-exp100'], max: 1 }
const side = (pages: number): Keys => ({ count: 10 * pages, perPage: 10, layout: 'right' })

export const models = [
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: null, tls: false }), ['D40', 'D45']),
  ...family(desk({ lineSlots: 4, screen: 'mono', keys: side(1), tls: false }), ['D50']),
  ...family(desk({ lineSlots: 6, screen: 'mono', keys: side(10), tls: false }), ['D70']),
  ...family(desk({ lineSlots: 2, screen: 'colour', keys: null, tls: true }), ['D60', 'D62']),
  ...family(desk({ lineSlots: 2, screen: 'colour', keys: row(6), tls: true, modules: exp100, sources: [shared] }), [
    'D65',
  ]),
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: null, tls: true }), ['P310', 'P315']),
  ...family(desk({ lineSlots: 2, screen: 'colour', keys: row(4), tls: true, sources: [shared] }), ['P320']),
  ...family(desk({ lineSlots: 2, screen: 'colour', keys: row(6), tls: true, sources: [shared] }), ['P325']),
  ...family(desk({ lineSlots: 2, screen: 'colour', keys: row(8), tls: true, sources: [shared] }), ['P330']),
  ...family(desk({ lineSlots: 2, screen: 'touch', keys: row(8), tls: true, sources: [shared] }), ['P370']),
]

/** The first of its pages: of the others only the order in the file is known. */
export const modules = [
  { name: 'EXP100', keys: { count: 20, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
] as const

export function isPSeries(model: { readonly name: string }): boolean {
  return model.name.startsWith('P')
}

export function hasSidePanel(model: { readonly name: string }): boolean {
  return ['D50', 'D70'].includes(model.name)
}
