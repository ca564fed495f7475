import { family, type ModelFacts, type NamedModel } from '../../define.ts'
import { redirectService } from './redirect.ts'

/** Lines that a DECT base can register, with a handset for each. */
export const dectLines = 8

const noPasswords: ModelFacts['passwords'] = { admin: null, user: null, userName: null }
/** Administrator guides: 6 to 64 characters (HDV), 6 to 16 (UT670, taken for all older ones). */
const newLogins = logins(40)
const oldLogins = logins(16)

function logins(maxLength: number): ModelFacts['passwords'] {
  const password = { maxLength, minLength: 6, digitsOnly: false }
  return { admin: password, user: password, userName: { maxLength: 16 } }
}

const common = {
  withoutFunctions: [],
  fax: null,
  phonebook: null,
  webLogin: { user: 'admin', password: 'adminpass' },
  restartEvent: null,
  // The name that the configuration gives it (CFG_RESYNC_FROM_SIP).
  resyncEvent: 'check-sync',
  challengesNotify: false,
  trust: 'caByUrl',
  takes: 'fullUrl',
  followsRedirect: false,
  redirectService,
} as const satisfies Partial<ModelFacts>

type Own = Pick<ModelFacts, 'lineSlots' | 'keys' | 'screen'> & {
  readonly modules?: ModelFacts['modules']
  readonly sources?: readonly string[]
}

const discontinued = 'the maker has given up telephones: firmware will not change any more'

function hdv({ lineSlots, keys, screen, modules = null, sources = [] }: Own): ModelFacts {
  return {
    ...common,
    kind: 'desk',
    lineSlots,
    screen,
    keys,
    keyLabels: keys ? 'display' : null,
    modules,
    handsets: null,
    passwords: newLogins,
    tlsVersions: ['1.2'],
    transport: 'tls',
    srtp: true,
    sources: ['KX-HDV administrator guide; sark, FusionPBX and Millicall templates', discontinued, ...sources],
  }
}

function ut({ keys, ...own }: Own): ModelFacts {
  return {
    ...hdv({ keys, ...own }),
    keyLabels: keys ? 'paper' : null,
    passwords: oldLogins,
    tlsVersions: ['1.0'],
    // It knows TLS, but none that is still spoken.
    transport: 'udp',
    srtp: false,
    sources: [
      'KX-UT administrator guides; FusionPBX, Wazo and sark templates',
      'two keys at least must be of the function line, or it cannot dial',
      discontinued,
    ],
  }
}

interface Base {
  readonly max: number
  readonly handsets: readonly string[]
  readonly sources: readonly string[]
}

function base({ max, handsets, sources }: Base): ModelFacts {
  return {
    ...hdv({ lineSlots: 0, keys: null, screen: 'none' }),
    kind: 'dectBase',
    handsets: {
      max,
      models: handsets.map((name) => `panasonic-${name.toLowerCase()}`),
      ipui: null,
      rfpi: false,
      pinDigits: null,
      cells: 1,
    },
    sources: [
      'KX-TGP500 administrator guide, FusionPBX templates; handsets are paired at the base or on its page',
      discontinued,
      ...sources,
    ],
  }
}

function olderBase(handsets: readonly string[]): ModelFacts {
  return {
    ...base({ max: 6, handsets, sources: ['no TLS for SIP is documented, so UDP is taken'] }),
    passwords: oldLogins,
    tlsVersions: ['1.0'],
    transport: 'udp',
    srtp: false,
  }
}

function handset(screen: ModelFacts['screen']): ModelFacts {
  return {
    ...hdv({ lineSlots: 1, keys: null, screen }),
    kind: 'dectHandset',
    passwords: noPasswords,
    webLogin: null,
    resyncEvent: null,
    redirectService: null,
    sources: ['configured by its base', discontinued],
  }
}

const handsetsOf500 = ['KX-TPA50'] as const
const handsetsOf600 = ['KX-TPA60', 'KX-TPA65', 'KX-UDT111', 'KX-UDT121', 'KX-UDT131'] as const

/** The TGP500 generation, which has a first line and names of its own. */
export const olderBases: readonly NamedModel[] = [
  ...family(olderBase(handsetsOf500), ['KX-TGP500']),
  ...family(olderBase(handsetsOf500), ['KX-TGP550', 'KX-TGP551']),
]

const twelve = { count: 24, perPage: 12, layout: 'bothSides' } as const
const eight = { count: 24, perPage: 8, layout: 'touch' } as const
const paper = { count: 24, perPage: 24, layout: 'bothSides' } as const
const hdv20 = { models: ['panasonic-kx-hdv20'], max: 1 }

export const utModels: readonly NamedModel[] = [
  ...family(ut({ lineSlots: 2, keys: null, screen: 'mono' }), ['KX-UT113', 'KX-UT123']),
  ...family(ut({ lineSlots: 4, keys: paper, screen: 'mono' }), ['KX-UT133', 'KX-UT136']),
  ...family(ut({ lineSlots: 6, keys: paper, screen: 'mono' }), ['KX-UT248']),
  ...family(
    {
      ...ut({
        lineSlots: 6,
        keys: paper,
        screen: 'touch',
        sources: ['has codes of its own for the time zone, which are not known: a person chooses it'],
      }),
      keyLabels: 'display',
    },
    ['KX-UT670'],
  ),
]

export const models: readonly NamedModel[] = [
  ...family(hdv({ lineSlots: 1, keys: null, screen: 'mono' }), ['KX-HDV100']),
  ...family(hdv({ lineSlots: 2, keys: { count: 2, perPage: 2, layout: 'right' }, screen: 'mono' }), ['KX-HDV130']),
  ...family(hdv({ lineSlots: 6, keys: twelve, screen: 'mono', modules: hdv20 }), ['KX-HDV230']),
  ...family(hdv({ lineSlots: 12, keys: eight, screen: 'touch', modules: hdv20 }), ['KX-HDV330']),
  ...family(
    hdv({
      lineSlots: 4,
      keys: { count: 8, perPage: 8, layout: 'right' },
      screen: 'mono',
      sources: ['8 or 24 keys; the lower number is taken'],
    }),
    ['KX-HDV340'],
  ),
  ...family(hdv({ lineSlots: 16, keys: eight, screen: 'touch', modules: hdv20 }), ['KX-HDV430']),
  ...utModels,
  ...family(
    base({
      max: 8,
      handsets: handsetsOf600,
      sources: ['which handset uses which line: written as for the TGP500; not proven on a TGP600'],
    }),
    ['KX-TGP600'],
  ),
  ...olderBases,
  ...family(handset('mono'), [...handsetsOf500]),
  ...family(handset('colour'), [...handsetsOf600]),
]

export const modules = [
  { name: 'KX-HDV20', keys: { count: 40, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
] as const
