import { family, type KeyLayout, type ModelFacts, type NamedModel } from '../../define.ts'
import { dectModels } from './models-dect.ts'
import { gatewayModels } from './models-gateway.ts'
import type { KeyPlan } from './plans.ts'
import { keyPlans } from './plans.ts'
import { redirectService } from './redirect.ts'
import { waveModels } from './wave.ts'

/** Printable ASCII up to 30 characters: what the DP and HT templates say; nothing is said for the telephones. */
const password = { maxLength: 30, digitsOnly: false }

interface Own {
  readonly lineSlots: number
  readonly screen: ModelFacts['screen']
  readonly kind?: ModelFacts['kind']
  readonly perPage?: number
  readonly layout?: KeyLayout
  readonly keyLabels?: 'display' | 'paper'
  readonly modules?: string
  readonly contacts?: number
  readonly without?: ModelFacts['withoutFunctions']
  readonly sources?: readonly string[]
}

function facts(own: Own, plan: KeyPlan | null): ModelFacts {
  const count = plan ? plan.vpk + plan.mpk + plan.ext : 0
  return {
    kind: own.kind ?? 'desk',
    lineSlots: own.lineSlots,
    screen: own.screen,
    keys: plan ? { count, perPage: own.perPage ?? count, layout: own.layout ?? 'bothSides' } : null,
    withoutFunctions: own.without ?? [],
    keyLabels: plan ? (own.keyLabels ?? 'display') : null,
    modules: own.modules ? { models: [own.modules], max: 4 } : null,
    handsets: null,
    fax: null,
    phonebook: { maxEntries: own.contacts ?? 1000 },
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'admin', password: 'admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync',
    // P4428 = 1 spares the sender of a NOTIFY the password.
    challengesNotify: false,
    tlsVersions: ['1.0', '1.1', '1.2'],
    trust: 'caByHand',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'parameters: the maker’s configuration templates (P-values), as published with the Wazo plug-ins',
      'web page: P1650 is HTTPS or HTTP in the templates of the GXP; that 2 closes it is known of the GRP alone',
      'redirects of HTTP, and how a certificate goes into the file of a telephone, are not documented: none is relied on',
      ...(own.sources ?? []),
    ],
  }
}

function models(own: Own, plan: KeyPlan | null, names: readonly string[]): NamedModel[] {
  return family(facts(own, plan), names)
}

const ext = 'grandstream-gxp2200ext'
const physicalOnly = 'the further pages of virtual keys beside the physical ones are not offered'
const lower = 'firmware gives more accounts today; the number of the template of firmware 1.0.5 is taken'
const scarce = 'account and key counts are those of the line keys; sources differ or are silent beyond them'
/** Lines have a telephone's own keys there, and no key calls a phonebook, do-not-disturb or diversion. */
const gxp16: ModelFacts['withoutFunctions'] = ['phonebook', 'forward', 'dnd']
const gxp16Plain: ModelFacts['withoutFunctions'] = ['blf', 'park', 'phonebook', 'forward', 'dnd']

const gxp16xx = [
  ...models({ lineSlots: 1, screen: 'mono', contacts: 500 }, null, ['GXP1610', 'GXP1615']),
  ...models({ lineSlots: 2, screen: 'mono', contacts: 500, layout: 'left', without: gxp16Plain }, keyPlans.gxp1620, [
    'GXP1620',
    'GXP1625',
  ]),
  ...models(
    { lineSlots: 2, screen: 'mono', contacts: 500, layout: 'columns', keyLabels: 'paper', without: gxp16 },
    keyPlans.gxp1628,
    ['GXP1628'],
  ),
  ...models(
    { lineSlots: 3, screen: 'mono', contacts: 500, layout: 'columns', keyLabels: 'paper', without: gxp16 },
    keyPlans.gxp1630,
    ['GXP1630'],
  ),
]

const gxp17xx = [
  ...models({ lineSlots: 3, screen: 'mono', contacts: 500, perPage: 6, without: gxp16 }, keyPlans.gxp1760, [
    'GXP1760',
    'GXP1760W',
  ]),
  ...models({ lineSlots: 4, screen: 'mono', contacts: 500, perPage: 8, without: gxp16 }, keyPlans.gxp1780, [
    'GXP1780',
    'GXP1782',
  ]),
]

const noBook: ModelFacts['withoutFunctions'] = ['phonebook']
const gxp21xx = [
  ...models({ lineSlots: 3, screen: 'colour', without: noBook, sources: [physicalOnly] }, keyPlans.gxp2130, [
    'GXP2130',
  ]),
  ...models({ lineSlots: 4, screen: 'colour', perPage: 8, without: noBook }, keyPlans.gxp2135, ['GXP2135']),
  ...models({ lineSlots: 4, screen: 'colour', perPage: 4, without: noBook, modules: ext }, keyPlans.gxp2140, [
    'GXP2140',
  ]),
  ...models({ lineSlots: 6, screen: 'colour', without: noBook, sources: [physicalOnly] }, keyPlans.gxp2160, [
    'GXP2160',
  ]),
  ...models({ lineSlots: 6, screen: 'colour', perPage: 12, without: noBook, modules: ext }, keyPlans.gxp2170, [
    'GXP2170',
  ]),
]

const grp260x = [
  ...models({ lineSlots: 2, screen: 'mono', contacts: 500 }, keyPlans.grp2601, ['GRP2601', 'GRP2601P', 'GRP2601W']),
  ...models({ lineSlots: 4, screen: 'mono' }, keyPlans.grp2602, ['GRP2602', 'GRP2602P', 'GRP2602W', 'GRP2602G']),
  ...models(
    { lineSlots: 4, screen: 'mono', sources: ['accounts 5 and 6: the sources differ in their parameters'] },
    keyPlans.grp2603,
    ['GRP2603', 'GRP2603P'],
  ),
  ...models(
    { lineSlots: 4, screen: 'mono', sources: ['accounts 5 and 6: the sources differ in their parameters'] },
    keyPlans.grp2604,
    ['GRP2604', 'GRP2604P'],
  ),
]

const grp261x = [
  ...models({ lineSlots: 2, screen: 'colour', perPage: 4, sources: [lower] }, keyPlans.grp2612, [
    'GRP2612',
    'GRP2612P',
    'GRP2612W',
    'GRP2612G',
  ]),
  ...models({ lineSlots: 3, screen: 'colour', perPage: 6, sources: [lower] }, keyPlans.grp2613, [
    'GRP2613',
    'GRP2613W',
  ]),
  ...models({ lineSlots: 4, screen: 'colour', sources: [lower, physicalOnly] }, keyPlans.grp2614, ['GRP2614']),
  ...models(
    { lineSlots: 5, screen: 'colour', perPage: 10, modules: 'grandstream-gbx20', sources: [lower] },
    keyPlans.grp2615,
    ['GRP2615'],
  ),
  ...models({ lineSlots: 6, screen: 'colour', sources: [lower, physicalOnly] }, keyPlans.grp2616, ['GRP2616']),
  ...models({ lineSlots: 4, screen: 'colour', sources: [scarce] }, keyPlans.grp2624, ['GRP2624', 'GRP2634']),
  ...models({ lineSlots: 6, screen: 'colour', sources: [scarce] }, keyPlans.grp2636, ['GRP2636']),
  ...models({ lineSlots: 6, screen: 'colour', sources: [scarce] }, keyPlans.grp2650, ['GRP2650']),
  ...models({ lineSlots: 6, screen: 'touch', layout: 'touch', sources: [scarce] }, keyPlans.grp2670, ['GRP2670']),
]

/** The key application of the Android telephones knows few functions. */
const android: ModelFacts['withoutFunctions'] = ['line', 'phonebook', 'forward', 'dnd']
const gxv = [
  ...models(
    { lineSlots: 6, screen: 'touch', sources: ['keys and modules: parameters uncertain, so none are offered'] },
    null,
    ['GXV3240', 'GXV3275'],
  ),
  ...models({ lineSlots: 16, screen: 'touch', perPage: 20, layout: 'touch', without: android }, keyPlans.gxv, [
    'GXV3350',
    'GXV3370',
    'GXV3380',
  ]),
  ...models(
    {
      lineSlots: 16,
      screen: 'touch',
      perPage: 20,
      layout: 'touch',
      without: android,
      sources: ['no template at hand: that of the GXV33xx, whose firmware it continues'],
    },
    keyPlans.gxv,
    ['GXV3450', 'GXV3470', 'GXV3480'],
  ),
  ...models(
    { kind: 'conference', lineSlots: 6, screen: 'touch', sources: ['the key application is not offered'] },
    null,
    ['GAC2500'],
  ),
  ...models(
    {
      kind: 'conference',
      lineSlots: 6,
      screen: 'touch',
      sources: ['no template at hand: that of the GAC2500 and GXV33xx, whose firmware it continues'],
    },
    null,
    ['GAC2570'],
  ),
]

export const allModels = [
  ...gxp16xx,
  ...gxp17xx,
  ...gxp21xx,
  ...grp260x,
  ...grp261x,
  ...gxv,
  ...dectModels,
  ...gatewayModels,
  ...waveModels,
]

export const modules = [
  { name: 'GXP2200EXT', keys: { count: 40, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'GBX20', keys: { count: 40, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
] as const
