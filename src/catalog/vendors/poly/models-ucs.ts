import { family, type Keys, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

interface Own {
  lineSlots: number
  /** Keys whose places the configuration sets. */
  keys?: Keys | null
  screen?: ModelFacts['screen']
  modules?: ModelFacts['modules']
  tlsVersions?: ModelFacts['tlsVersions']
  contacts?: number
  sources?: readonly string[]
}

/** Administrator guides of UC Software 4.0 to 6.4 and PVOS 8: device.auth.localAdminPassword takes 32 characters. */
const password = { maxLength: 32, digitsOnly: false }

function phone(own: Own): ModelFacts {
  const { lineSlots, keys = null, screen = 'colour', modules = null, tlsVersions = ['1.2'], contacts = 500 } = own
  return {
    kind: 'desk',
    lineSlots,
    screen,
    keys,
    // What only the firmware of the other family has.
    withoutFunctions: ['forward', 'intercom', 'multicast'],
    keyLabels: keys ? 'display' : null,
    modules,
    handsets: null,
    fax: null,
    phonebook: { maxEntries: contacts },
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'Admin', password: '456' },
    // One event alone: it fetches, and restarts when a change needs it. Set to restart always, it could do nothing else.
    restartEvent: null,
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions,
    trust: 'caInline',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    transport: tlsVersions.includes('1.2') ? 'tls' : 'udp',
    srtp: true,
    sources: [
      'accounts and keys: Wazo plug-ins v4 and v5, FusionPBX templates, data sheets',
      'most entries of the local directory: guides name 99 to 3000 by model; a low number is taken',
      ...(own.sources ?? []),
    ],
  }
}

function conference(own: Own): ModelFacts {
  return { ...phone(own), kind: 'conference' }
}

const bothSides = (count: number): Keys => ({ count, perPage: count, layout: 'bothSides' })
const touch = (count: number): Keys => ({ count, perPage: count, layout: 'touch' })

const ends40 =
  'ends with UC Software 4.0, which has no flexible line keys (they came with 4.1): keys are left to the phone'
const oldTls = 'TLS 1.0 alone: UC Software 4.0'
const old = { tlsVersions: ['1.0'], contacts: 99, sources: [ends40, oldTls] } as const
const vvxModules = { models: ['poly-vvx-color-em', 'poly-vvx-paper-em'], max: 3 }
const moduleOrder =
  'keys of modules go on where those of the phone end (guide addendum of the expansion modules: VVX 600 and three modules are 16 + 252)'
const lower = 'sources differ in the number of accounts and keys; a low number is taken'

export const ucsModels = [
  ...family(phone({ lineSlots: 2, screen: 'text', ...old }), ['SoundPoint IP 321', 'SoundPoint IP 331']),
  ...family(phone({ lineSlots: 2, screen: 'mono', ...old }), ['SoundPoint IP 335']),
  ...family(phone({ lineSlots: 3, screen: 'mono', ...old }), ['SoundPoint IP 450']),
  ...family(phone({ lineSlots: 4, screen: 'mono', ...old }), ['SoundPoint IP 550', 'SoundPoint IP 560']),
  ...family(phone({ lineSlots: 6, screen: 'mono', ...old }), ['SoundPoint IP 650']),
  ...family(phone({ lineSlots: 6, ...old }), ['SoundPoint IP 670']),
  ...family(conference({ lineSlots: 1, screen: 'mono', ...old }), [
    'SoundStation IP 5000',
    'SoundStation IP 6000',
    'SoundStation IP 7000',
    'SoundStation Duo',
  ]),
  ...family(phone({ lineSlots: 1, screen: 'mono', keys: bothSides(2) }), ['VVX 101']),
  ...family(phone({ lineSlots: 2, screen: 'mono', keys: bothSides(2) }), ['VVX 150', 'VVX 201']),
  ...family(phone({ lineSlots: 4, keys: bothSides(4) }), ['VVX 250']),
  ...family(phone({ lineSlots: 6, screen: 'mono', keys: bothSides(6), modules: vvxModules, sources: [moduleOrder] }), [
    'VVX 300',
    'VVX 301',
    'VVX 310',
    'VVX 311',
  ]),
  ...family(phone({ lineSlots: 6, keys: bothSides(6) }), ['VVX 350']),
  ...family(phone({ lineSlots: 12, keys: bothSides(12), modules: vvxModules, sources: [moduleOrder] }), [
    'VVX 400',
    'VVX 401',
    'VVX 410',
    'VVX 411',
  ]),
  ...family(
    phone({
      lineSlots: 12,
      keys: bothSides(12),
      modules: { models: ['poly-vvx-em50'], max: 2 },
      sources: [moduleOrder],
    }),
    ['VVX 450'],
  ),
  ...family(phone({ lineSlots: 12, screen: 'touch', keys: touch(12), modules: vvxModules, sources: [moduleOrder] }), [
    'VVX 500',
    'VVX 501',
  ]),
  ...family(phone({ lineSlots: 16, screen: 'touch', keys: touch(16), modules: vvxModules, sources: [moduleOrder] }), [
    'VVX 600',
    'VVX 601',
  ]),
  ...family(
    phone({ lineSlots: 6, screen: 'touch', sources: ['has no flexible line keys: keys are left to the phone'] }),
    ['VVX 1500'],
  ),
  ...family(conference({ lineSlots: 1, screen: 'touch' }), ['Trio 8300', 'Trio 8500', 'Trio 8800', 'Trio C60']),
  ...family(phone({ lineSlots: 12, screen: 'touch', keys: touch(12), sources: [lower] }), [
    'CCX 350',
    'CCX 400',
    'CCX 500',
    'CCX 505',
    'CCX 600',
    'CCX 700',
  ]),
  ...family(phone({ lineSlots: 2, screen: 'mono', keys: bothSides(2), sources: [lower] }), ['Edge E100']),
  ...family(phone({ lineSlots: 4, keys: bothSides(4), sources: [lower] }), ['Edge E220']),
  ...family(phone({ lineSlots: 8, keys: bothSides(8), sources: [lower] }), ['Edge E300', 'Edge E320', 'Edge E350']),
  ...family(phone({ lineSlots: 12, keys: bothSides(14), sources: [lower] }), ['Edge E400', 'Edge E450']),
  ...family(phone({ lineSlots: 12, screen: 'touch', keys: touch(14), sources: [lower] }), ['Edge E500', 'Edge E550']),
]
