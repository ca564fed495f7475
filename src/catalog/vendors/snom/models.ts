import { family, type ModelFacts } from '../../define.ts'
import { redirectService } from './redirect.ts'

type Own = Pick<ModelFacts, 'lineSlots' | 'keys' | 'keyLabels' | 'modules'> & { sources?: readonly string[] }

/** Typed on the keypad to reach the administrator's menus, so digits; no length is documented. */
const password = { maxLength: 40, digitsOnly: true }

function desk({ lineSlots, keys, keyLabels, modules, sources = [] }: Own): ModelFacts {
  return {
    kind: 'desk',
    lineSlots,
    keys,
    keyLabels,
    modules,
    passwords: { admin: password, user: password, userName: { maxLength: 64 } },
    webLogin: { user: 'admin', password: null },
    restartEvent: 'check-sync;reboot=true',
    resyncEvent: 'check-sync;reboot=false',
    // challenge_checksync and challenge_reboot are switched off by the configuration.
    challengesNotify: false,
    tlsVersions: ['1.2'],
    trust: 'takesCa',
    takes: 'fullUrl',
    followsRedirect: false,
    redirectService,
    transport: 'tls',
    srtp: true,
    sources: ['identity and key counts: Wazo plug-ins, Tancredi model scopes, Snom manuals', ...sources],
  }
}

const d3 = { models: ['snom-d3'], max: 3 }
const d7 = { models: ['snom-d7'], max: 3 }
const d7c = { models: ['snom-d7c'], max: 3 }
const d7orD7c = { models: ['snom-d7', 'snom-d7c'], max: 3 }
const d8c = { models: ['snom-d8c'], max: 3 }
const lower = 'sources differ in the number of keys; the lower is taken'
const oneModule = 'one D8C up to firmware 198, three from 215; the lower number is taken'

export const models = [
  ...family(desk({ lineSlots: 4, keys: { count: 5, perPage: 5 }, keyLabels: 'paper', modules: d3 }), ['D305', 'D315']),
  ...family(
    desk({ lineSlots: 12, keys: { count: 32, perPage: 8 }, keyLabels: 'display', modules: d3, sources: [lower] }),
    ['D335'],
  ),
  ...family(desk({ lineSlots: 12, keys: { count: 48, perPage: 12 }, keyLabels: 'display', modules: d3 }), [
    'D345',
    'D385',
  ]),
  ...family(desk({ lineSlots: 12, keys: { count: 12, perPage: 12 }, keyLabels: 'paper', modules: d3 }), ['D375']),
  ...family(desk({ lineSlots: 4, keys: { count: 5, perPage: 5 }, keyLabels: 'paper', modules: null }), [
    '710',
    'D710',
    'D712',
  ]),
  ...family(desk({ lineSlots: 6, keys: { count: 4, perPage: 4 }, keyLabels: 'display', modules: null }), ['D713']),
  ...family(desk({ lineSlots: 4, keys: { count: 3, perPage: 3 }, keyLabels: 'paper', modules: d7, sources: [lower] }), [
    '715',
    'D715',
  ]),
  ...family(desk({ lineSlots: 6, keys: { count: 3, perPage: 3 }, keyLabels: 'display', modules: d7c }), ['D717']),
  ...family(desk({ lineSlots: 12, keys: { count: 18, perPage: 18 }, keyLabels: 'paper', modules: d7 }), [
    '720',
    '725',
    'D725',
  ]),
  ...family(desk({ lineSlots: 12, keys: { count: 32, perPage: 8 }, keyLabels: 'display', modules: d7orD7c }), ['D735']),
  ...family(desk({ lineSlots: 12, keys: { count: 32, perPage: 8 }, keyLabels: 'display', modules: d7 }), ['D745']),
  ...family(desk({ lineSlots: 12, keys: { count: 16, perPage: 16 }, keyLabels: 'paper', modules: d7orD7c }), [
    '760',
    'D765',
  ]),
  ...family(desk({ lineSlots: 12, keys: { count: 24, perPage: 6 }, keyLabels: 'display', modules: d7orD7c }), ['D785']),
  ...family(
    desk({ lineSlots: 12, keys: { count: 4, perPage: 4 }, keyLabels: 'display', modules: d8c, sources: [lower] }),
    ['D810'],
  ),
  ...family(
    desk({
      lineSlots: 12,
      keys: { count: 28, perPage: 7 },
      keyLabels: 'display',
      modules: { ...d8c, max: 1 },
      sources: [lower, oneModule],
    }),
    ['D812'],
  ),
  ...family(
    desk({
      lineSlots: 12,
      keys: { count: 36, perPage: 9 },
      keyLabels: 'display',
      modules: { ...d8c, max: 1 },
      sources: [lower, oneModule],
    }),
    ['D815'],
  ),
  ...family(
    desk({ lineSlots: 8, keys: { count: 28, perPage: 7 }, keyLabels: 'display', modules: d8c, sources: [lower] }),
    ['D862'],
  ),
  ...family(
    desk({ lineSlots: 12, keys: { count: 36, perPage: 9 }, keyLabels: 'display', modules: d8c, sources: [lower] }),
    ['D865', 'D892'],
  ),
]

export const modules = [
  { name: 'D3', keys: { count: 18, perPage: 18 }, keyLabels: 'paper' },
  { name: 'D7', keys: { count: 18, perPage: 18 }, keyLabels: 'paper' },
  { name: 'D7C', keys: { count: 18, perPage: 18 }, keyLabels: 'display' },
  { name: 'D8C', keys: { count: 60, perPage: 20 }, keyLabels: 'display' },
] as const
