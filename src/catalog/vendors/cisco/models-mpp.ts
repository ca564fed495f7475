import { family, type Keys, type ModelFacts, type NamedModel } from '../../define.ts'
import { common } from './common.ts'
import { redirectService } from './redirect.ts'

interface Own {
  lineSlots: number
  keys?: Keys | null
  screen?: ModelFacts['screen']
  modules?: ModelFacts['modules']
  sources?: readonly string[]
}

function phone({ lineSlots, keys = null, screen = 'mono', modules = null, sources = [] }: Own): ModelFacts {
  return {
    ...common,
    kind: 'desk',
    lineSlots,
    screen,
    keys,
    keyLabels: keys ? 'display' : null,
    modules,
    phonebook: { maxEntries: null },
    webLogin: { user: 'admin', password: null },
    tlsVersions: ['1.2'],
    redirectService,
    transport: 'tls',
    sources: [
      'XML reference and administration guides of the multiplatform telephones, FusionPBX templates, Wazo plug-ins',
      'a language other than English is a file of the maker’s, named by firmware, that the provider keeps: its place is an extra line',
      ...sources,
    ],
  }
}

const places = (count: number, layout: Keys['layout'] = 'bothSides'): Keys => ({ count, perPage: count, layout })
const kem8800 = (max: number, ...models: string[]) => ({ models: models.map((name) => `cisco-${name}`), max })

export const mppModels: NamedModel[] = [
  ...family(phone({ lineSlots: 2, keys: places(2) }), ['CP-6821-3PCC']),
  ...family(phone({ lineSlots: 4, keys: places(4) }), ['CP-6841-3PCC', 'CP-6861-3PCC']),
  ...family(
    phone({
      lineSlots: 4,
      keys: places(4),
      modules: { models: ['cisco-cp-68kem-3pcc'], max: 1 },
      sources: ['one module, 14 keys on two pages: administration guide 11.3'],
    }),
    ['CP-6851-3PCC'],
  ),
  ...family(
    phone({
      lineSlots: 6,
      keys: places(6),
      screen: 'colour',
      sources: ['whether it takes a module is in doubt: none is offered'],
    }),
    ['CP-6871-3PCC'],
  ),
  ...family(phone({ lineSlots: 1 }), ['CP-7811-3PCC']),
  ...family(phone({ lineSlots: 2, keys: places(2) }), ['CP-7821-3PCC']),
  ...family(phone({ lineSlots: 4, keys: places(4) }), ['CP-7841-3PCC']),
  ...family(phone({ lineSlots: 16, keys: places(16, 'right') }), ['CP-7861-3PCC']),
  ...family({ ...phone({ lineSlots: 1 }), kind: 'conference' }, ['CP-7832-3PCC']),
  ...family({ ...phone({ lineSlots: 1, screen: 'colour' }), kind: 'conference' }, ['CP-8832-3PCC']),
  ...family(phone({ lineSlots: 10, keys: places(10) }), ['CP-8811-3PCC']),
  ...family(phone({ lineSlots: 10, keys: places(10), screen: 'colour' }), ['CP-8841-3PCC', 'CP-8845-3PCC']),
  ...family(
    phone({
      lineSlots: 10,
      keys: places(10),
      screen: 'colour',
      modules: kem8800(2, 'cp-bekem', 'cp-8800-a-kem'),
    }),
    ['CP-8851-3PCC'],
  ),
  ...family(
    phone({
      lineSlots: 10,
      keys: places(10),
      screen: 'colour',
      modules: kem8800(3, 'cp-bekem', 'cp-8800-a-kem'),
    }),
    ['CP-8861-3PCC'],
  ),
  ...family(
    phone({
      lineSlots: 10,
      keys: places(10),
      screen: 'colour',
      modules: kem8800(3, 'cp-bekem', 'cp-8800-v-kem'),
    }),
    ['CP-8865-3PCC'],
  ),
  ...family(phone({ lineSlots: 4, keys: places(4) }), ['DP-9841']),
  ...family(
    phone({
      lineSlots: 6,
      keys: places(6),
      screen: 'colour',
      modules: { models: ['cisco-dp-9800-kem'], max: 1 },
      sources: ['one module of 40 keys: administration guide (128 lines are 8 and three modules)'],
    }),
    ['DP-9851'],
  ),
  ...family(
    phone({
      lineSlots: 10,
      keys: places(10),
      screen: 'colour',
      modules: { models: ['cisco-dp-9800-kem'], max: 3 },
      sources: ['accounts: 10 or 16 by source; the lower number is taken'],
    }),
    ['DP-9861'],
  ),
  ...family(
    phone({
      lineSlots: 16,
      keys: { count: 32, perPage: 8, layout: 'touch' },
      screen: 'touch',
      sources: ['keys of a module go on in the numbers of its own, from which one is not documented: none is offered'],
    }),
    ['DP-9871'],
  ),
]
