import { family, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

type Own = Pick<ModelFacts, 'lineSlots' | 'keys' | 'modules'> & { redirect?: boolean; sources?: readonly string[] }

/** 1 to 32 printable ASCII characters without a colon (administrator guide V86). */
const password = { maxLength: 32, digitsOnly: false }

function desk({ lineSlots, keys, modules, redirect = true, sources = [] }: Own): ModelFacts {
  return {
    kind: 'desk',
    lineSlots,
    keys,
    keyLabels: keys ? 'display' : null,
    modules,
    passwords: { admin: password, user: password, userName: { maxLength: 32 } },
    webLogin: { user: 'admin', password: 'admin' },
    // sip.notify_reboot_enable = 0 makes the phone heed the parameter of the event.
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync;reboot=false',
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust: 'takesCa',
    takes: 'fullUrl',
    followsRedirect: true,
    redirectService: redirect ? redirectService : null,
    transport: 'tls',
    srtp: true,
    sources: ['account and key counts: Wazo plug-ins and Tancredi model scopes', ...sources],
  }
}

const exp40 = { models: ['yealink-exp40'], max: 6 }
const exp43 = { models: ['yealink-exp43'], max: 3 }
const exp50 = { models: ['yealink-exp50'], max: 3 }

/** Sold out, and no longer in the maker's redirect service: redirect false. */
export const models = [
  ...family(desk({ lineSlots: 1, keys: null, modules: null }), ['T30', 'T30P']),
  ...family(desk({ lineSlots: 2, keys: { count: 2, perPage: 2 }, modules: null }), ['T31', 'T31P', 'T31G', 'T31W']),
  ...family(desk({ lineSlots: 4, keys: { count: 12, perPage: 4 }, modules: null }), ['T33P', 'T33G', 'T34W']),
  ...family(desk({ lineSlots: 3, keys: { count: 3, perPage: 3 }, modules: null, redirect: false }), ['T40P', 'T40G']),
  ...family(desk({ lineSlots: 6, keys: { count: 15, perPage: 5 }, modules: null, redirect: false }), ['T41P']),
  ...family(desk({ lineSlots: 6, keys: { count: 15, perPage: 5 }, modules: null }), ['T41S', 'T41U']),
  ...family(desk({ lineSlots: 12, keys: { count: 15, perPage: 5 }, modules: null, redirect: false }), ['T42G']),
  ...family(desk({ lineSlots: 12, keys: { count: 15, perPage: 5 }, modules: null }), ['T42S', 'T42U']),
  ...family(
    desk({
      lineSlots: 12,
      keys: { count: 15, perPage: 5 },
      modules: exp43,
      sources: ['T43U: 21 keys in Tancredi, 15 in Wazo; the lower number is taken'],
    }),
    ['T43U'],
  ),
  ...family(
    desk({
      lineSlots: 12,
      keys: { count: 21, perPage: 7 },
      modules: exp43,
      sources: ['T44: 21 keys in Tancredi and the Wazo table, 24 in the Wazo code; the lower number is taken'],
    }),
    ['T44U', 'T44W'],
  ),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp40, redirect: false }), ['T46G']),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp40 }), ['T46S']),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp43 }), ['T46U']),
  ...family(desk({ lineSlots: 16, keys: { count: 29, perPage: 29 }, modules: exp40, redirect: false }), ['T48G']),
  ...family(desk({ lineSlots: 16, keys: { count: 29, perPage: 29 }, modules: exp40 }), ['T48S']),
  ...family(desk({ lineSlots: 16, keys: { count: 29, perPage: 29 }, modules: exp43 }), ['T48U']),
  ...family(
    desk({
      lineSlots: 16,
      keys: { count: 4, perPage: 4 },
      modules: null,
      redirect: false,
      sources: ['T49G: 29 keys in Wazo, 4 in Tancredi; the lower number is taken'],
    }),
    ['T49G'],
  ),
  ...family(desk({ lineSlots: 12, keys: { count: 21, perPage: 7 }, modules: exp50, redirect: false }), ['T52S']),
  ...family(desk({ lineSlots: 12, keys: { count: 21, perPage: 7 }, modules: exp50 }), ['T53', 'T53W', 'T53C']),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp50, redirect: false }), ['T54S']),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp50 }), ['T54W']),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp50 }), ['T56A', 'T58A', 'T58V', 'T58']),
  ...family(desk({ lineSlots: 16, keys: { count: 29, perPage: 29 }, modules: exp50 }), ['T57W']),
  ...family(desk({ lineSlots: 16, keys: { count: 27, perPage: 9 }, modules: exp50 }), ['T58W']),
]

export const modules = [
  { name: 'EXP40', keys: { count: 40, perPage: 20 }, keyLabels: 'display' },
  { name: 'EXP43', keys: { count: 60, perPage: 20 }, keyLabels: 'display' },
  { name: 'EXP50', keys: { count: 60, perPage: 20 }, keyLabels: 'display' },
] as const

/** These do not know the switch of the maker's device-management cloud (`static.dm.enable`). */
export const modelsWithoutCloudSwitch: ReadonlySet<string> = new Set(['T31W', 'T34W', 'T58A', 'T58W'])
