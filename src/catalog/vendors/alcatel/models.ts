import { family, type ModelFacts, type NamedModel } from '../../define.ts'
import { redirectService } from './redirect.ts'

const common = {
  kind: 'desk',
  modules: null,
  handsets: null,
  fax: null,
  phonebook: null,
  restartEvent: 'check-sync;reboot=true',
  resyncEvent: 'check-sync',
  challengesNotify: false,
  tlsVersions: ['1.2'],
  // No parameter for an authority of our own is known.
  trust: 'publicOnly',
  takes: 'directory',
  followsRedirect: false,
  redirectService,
  transport: 'udp',
} as const satisfies Partial<ModelFacts>

interface Own {
  readonly lineSlots: number
  readonly keys: ModelFacts['keys']
  readonly screen?: ModelFacts['screen']
  readonly sources?: readonly string[]
}

/** Myriad: parameters `AccountN…`. */
function myriad({ lineSlots, keys, screen = 'colour', sources = [] }: Own): ModelFacts {
  const password = { maxLength: 32, minLength: 4, digitsOnly: false }
  return {
    ...common,
    lineSlots,
    screen,
    keys,
    keyLabels: keys ? 'display' : null,
    passwords: { admin: password, user: password, userName: { maxLength: 32 } },
    webLogin: { user: 'admin', password: '123456' },
    srtp: true,
    sources: [
      'ALE M3-M5-M7-M8 administrator guide: accounts, passwords, SRTP; Wazo plug-in 2.13: the other parameters, keys',
      'how TLS is named is not documented, so UDP is proposed; expansion modules left out, their number of keys is not known',
      ...sources,
    ],
  }
}

/** Halo and 80x8s: parameters `SIPGroupN…`. */
function sipGroup({ lineSlots, keys, screen = 'mono', sources = [] }: Own): ModelFacts {
  const password = { maxLength: 16, minLength: 6, digitsOnly: true }
  return {
    ...common,
    lineSlots,
    screen,
    keys,
    // It is told a number for a key, and no more.
    keyLabels: keys ? 'paper' : null,
    withoutFunctions: ['blf'],
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'admin', password: '123456' },
    srtp: false,
    sources: [
      'Wazo plug-in 1.51 for the 8028s; transport and length of the passwords not documented: UDP and 16 digits are taken',
      'the switch of the web page is not in that template',
      ...sources,
    ],
  }
}

const halo = [
  'Halo guide: files, accounts and SIPGroupXEnable; the other parameters are those of the 8028s, whose firmware it has',
  'its programmable keys are left to the phone: how they are written is not documented',
]

export const myriadModels: readonly NamedModel[] = [
  ...family(myriad({ lineSlots: 8, keys: { count: 20, perPage: 4, layout: 'bothSides' }, screen: 'mono' }), ['M3']),
  ...family(myriad({ lineSlots: 8, keys: { count: 28, perPage: 7, layout: 'bothSides' } }), ['M5', 'M7']),
  ...family(
    myriad({
      lineSlots: 20,
      keys: null,
      screen: 'touch',
      sources: ['M8: the number of its programmable keys is not documented, so none is offered'],
    }),
    ['M8'],
  ),
]

export const models: readonly NamedModel[] = [
  ...myriadModels,
  ...family(sipGroup({ lineSlots: 3, keys: null, sources: halo }), ['H3P', 'H3G', 'H3W']),
  ...family(sipGroup({ lineSlots: 4, keys: null, screen: 'colour', sources: halo }), ['H6', 'H6W']),
  ...family(
    sipGroup({
      lineSlots: 1,
      keys: { count: 6, perPage: 6, layout: 'right' },
      sources: ['one account up to four in different sources; the lower number is taken'],
    }),
    ['8028s'],
  ),
]
