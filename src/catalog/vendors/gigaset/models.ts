import { family, type ModelFacts, type NamedModel } from '../../define.ts'
import { redirectService } from './redirect.ts'

const noPasswords: ModelFacts['passwords'] = { admin: null, user: null, userName: null }
/** What is the same for all; a device in its first years was given no TLS newer than 1.0 by any document. */
const common = {
  withoutFunctions: [],
  modules: null,
  fax: null,
  challengesNotify: false,
  trust: 'caByHand',
  takes: 'directory',
  followsRedirect: false,
} as const satisfies Partial<ModelFacts>

const idOf = (name: string) => `gigaset-${name.toLowerCase().replaceAll(' ', '-')}`

/** Handsets of the older bases, and of those that are sold today. */
const older = ['S510H PRO', 'S650H PRO', 'SL610H PRO', 'SL750H PRO', 'R410H PRO', 'R630H PRO', 'R650H PRO'] as const
const newer = ['S650H PRO', 'SL750H PRO', 'R650H PRO', 'S700H PRO', 'SL800H PRO', 'R700H PRO', 'Maxwell C'] as const

interface Base {
  readonly max: number
  readonly handsets: readonly string[]
  readonly cells: number
  readonly sources: readonly string[]
}

/** The present generation: handsets are known by their IPUI, and let in without a person at the base. */
function base({ max, handsets, cells, sources }: Base): ModelFacts {
  return {
    ...common,
    kind: 'dectBase',
    lineSlots: 0,
    screen: 'none',
    keys: null,
    keyLabels: null,
    handsets: { max, models: handsets.map(idOf), ipui: 'required', rfpi: false, pinDigits: 4, cells },
    phonebook: { maxEntries: 2000 },
    passwords: { admin: { maxLength: 40, minLength: 8, digitsOnly: false }, user: null, userName: null },
    webLogin: { user: 'admin', password: 'admin' },
    // The configuration lets the event decide (SystemSettings.global.CheckSyncRebootEnabled, software 2.52).
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync;reboot=false',
    tlsVersions: ['1.2'],
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'Gigaset wiki and Wazo plug-in Nx70; length of the password not documented',
      'a daily fetch, VLAN, LLDP and the switch of the web page were looked for in that wiki and the public templates and not found',
      ...sources,
    ],
  }
}

/** N510 and N720: the same system PIN opens the web page and lets a handset in. */
function olderBase({ max, handsets, cells, sources }: Base): ModelFacts {
  return {
    ...base({ max, handsets, cells, sources: [] }),
    handsets: { max, models: handsets.map(idOf), ipui: null, rfpi: false, pinDigits: null, cells },
    phonebook: null,
    passwords: { ...noPasswords, admin: { maxLength: 4, minLength: 4, digitsOnly: true } },
    webLogin: { user: '', password: '0000' },
    restartEvent: 'check-sync',
    resyncEvent: 'check-sync',
    tlsVersions: ['1.0'],
    transport: 'udp',
    srtp: false,
    sources: [
      'parameters: Wazo plug-ins N510 and N720, Gemeinschaft; TLS, SRTP and the event are not documented, so UDP is taken',
      'LLDP and the switch of the web page were not found: the page is closed to other networks only',
      ...sources,
    ],
  }
}

/** Tancredi template for the Maxwell phones. */
function maxwell(keys: ModelFacts['keys'], screen: ModelFacts['screen']): ModelFacts {
  const password = { maxLength: 32, digitsOnly: false }
  return {
    ...common,
    kind: 'desk',
    lineSlots: 4,
    screen,
    keys,
    keyLabels: keys ? 'display' : null,
    handsets: null,
    phonebook: null,
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'admin', password: 'admin' },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync',
    tlsVersions: ['1.2'],
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: [
      'Tancredi model scopes and template; Gigaset wiki',
      'length of the passwords not documented; expansion module of the Maxwell 3 left out, its parameters are not known',
      'LLDP and the switch of the web page were looked for in both and not found',
    ],
  }
}

const maxwellKeys = { count: 8, perPage: 8, layout: 'right' } as const

export const deskModels: readonly NamedModel[] = [
  ...family(maxwell(null, 'mono'), ['Maxwell Basic']),
  ...family(maxwell(maxwellKeys, 'mono'), ['Maxwell 2']),
  ...family(maxwell(maxwellKeys, 'colour'), ['Maxwell 3']),
  ...family(maxwell(maxwellKeys, 'touch'), ['Maxwell 4']),
]

export const olderBases: readonly NamedModel[] = [
  ...family(olderBase({ max: 6, handsets: older, cells: 1, sources: [] }), ['N510 IP PRO']),
  ...family(
    olderBase({
      max: 100,
      handsets: older,
      cells: 1,
      sources: [
        'its base stations (N720 IP PRO) fetch nothing and are let in on its web page, so they are no devices here',
        'which handset has which account is fixed by its place',
      ],
    }),
    ['N720 DM PRO'],
  ),
]

const cellSources = [
  'multicell: the integrator alone is provisioned (Gigaset wiki); how a base is let in by a file was not found, so a person does',
  'ConfirmedBaseStations.<MAC>.ucSyncLevel (Gigaset wiki) depends on where a base hangs and is left to an extra line',
]

const bases: readonly NamedModel[] = [
  ...family(
    base({
      max: 8,
      handsets: newer,
      cells: 1,
      sources: ['8 handsets in Wazo, 20 in its own User-Agent; the lower number is taken'],
    }),
    ['N610 IP PRO'],
  ),
  ...family(base({ max: 20, handsets: newer, cells: 1, sources: [] }), ['N670 IP PRO']),
  ...family(
    base({
      max: 50,
      handsets: newer,
      cells: 10,
      sources: ['50 or 100 handsets; the lower number, of a small system, is taken', ...cellSources],
    }),
    ['N770 IP PRO'],
  ),
  ...family(
    base({
      max: 50,
      handsets: newer,
      cells: 10,
      sources: [
        'small system (role All in one): 50 handsets, 10 bases; 250 below a DECT manager of its own',
        ...cellSources,
      ],
    }),
    ['N870 IP PRO', 'N870E IP PRO'],
  ),
]

function handset(screen: ModelFacts['screen']): ModelFacts {
  return {
    ...common,
    kind: 'dectHandset',
    lineSlots: 1,
    screen,
    keys: null,
    keyLabels: null,
    handsets: null,
    phonebook: null,
    passwords: noPasswords,
    webLogin: null,
    restartEvent: null,
    resyncEvent: null,
    tlsVersions: ['1.2'],
    redirectService: null,
    transport: 'tls',
    srtp: true,
    sources: ['configured by its base; Gigaset list of compatible handsets'],
  }
}

const handsets: readonly NamedModel[] = [...new Set([...older, ...newer])].flatMap((name) =>
  family(handset(name.startsWith('R410') ? 'mono' : 'colour'), [name]),
)

export const models: readonly NamedModel[] = [...bases, ...olderBases, ...handsets, ...deskModels]
