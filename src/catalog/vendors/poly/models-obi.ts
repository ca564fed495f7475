import { family, type ModelFacts, type NamedModel } from '../../define.ts'

type Own = Pick<ModelFacts, 'kind' | 'lineSlots'> &
  Partial<Pick<ModelFacts, 'keys' | 'screen' | 'handsets' | 'fax' | 'trust' | 'srtp'>> & { sources?: readonly string[] }

/** No greatest length is documented. */
const password = { maxLength: 32, digitsOnly: false }

function device(own: Own): ModelFacts {
  const { kind, lineSlots, keys = null, screen = 'none', handsets = null, fax = null, trust = 'caByUrl' } = own
  return {
    kind,
    lineSlots,
    screen,
    keys,
    withoutFunctions: ['phonebook', 'transfer', 'intercom', 'dtmf', 'multicast'],
    keyLabels: keys ? 'display' : null,
    modules: null,
    handsets,
    fax,
    phonebook: null,
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'admin', password: 'admin' },
    // It restarts by itself when a fetch has changed what needs it; no event for a restart is documented.
    restartEvent: null,
    resyncEvent: 'resync',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust,
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService: null,
    transport: 'tls',
    srtp: own.srtp ?? true,
    sources: [
      'parameter names: exports of a VVX 450 OBi Edition and a D230 in FusionPBX, page names of an OBi200; values of lists partly from knowledge',
      ...(own.sources ?? []),
    ],
  }
}

const noKeyPlaces = 'which of its keys are LineKey and which LeftLineKey is not documented: keys are left to the phone'
const authority = 'its old firmware has no place for a certificate authority of our own'

const gateway = { kind: 'gateway', fax: 't38', trust: 'publicOnly', sources: [authority] } as const

/** Each telephone port has the service of its own number. */
const gateways: NamedModel[] = [
  ...family(device({ ...gateway, lineSlots: 1 }), ['OBi200', 'OBi300']),
  ...family(device({ ...gateway, lineSlots: 2 }), ['OBi202', 'OBi302']),
]

const noKeys = { kind: 'desk', screen: 'colour', sources: [noKeyPlaces] } as const

export const obiModels: NamedModel[] = [
  ...gateways,
  ...family(device({ ...noKeys, lineSlots: 2, screen: 'mono' }), ['VVX 150 OBi']),
  ...family(device({ ...noKeys, lineSlots: 4 }), ['VVX 250 OBi']),
  ...family(device({ ...noKeys, lineSlots: 6 }), ['VVX 350 OBi']),
  ...family(
    device({
      kind: 'desk',
      lineSlots: 6,
      screen: 'colour',
      keys: { count: 12, perPage: 12, layout: 'bothSides' },
      sources: ['the export names six services (AcceptPhoneXmlAppViaSP1 to SP6)'],
    }),
    ['VVX 450 OBi'],
  ),
  ...family(device({ ...noKeys, lineSlots: 6 }), ['Edge B10', 'Edge B20', 'Edge B30']),
  ...family(
    device({
      kind: 'dectBase',
      lineSlots: 0,
      handsets: { max: 10, models: ['poly-d230-handset'], ipui: null, rfpi: false, pinDigits: null, cells: 1 },
    }),
    ['VVX D230'],
  ),
  ...family(
    { ...device({ kind: 'dectHandset', lineSlots: 1, screen: 'colour' }), passwords: noPasswords(), webLogin: null },
    ['D230 Handset'],
  ),
]

function noPasswords(): ModelFacts['passwords'] {
  return { admin: null, user: null, userName: null }
}

/** Everything with the firmware that came from Obihai; all other models have UC Software or PVOS. */
export const obiNames: ReadonlySet<string> = new Set(obiModels.map(({ name }) => name))
