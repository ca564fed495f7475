import { family, type ModelFacts } from '../../define.ts'
import { desk } from './facts.ts'

const withoutKeys = { keys: null, keyLabels: null, modules: null } as const
const password = { maxLength: 16, digitsOnly: false }

interface Own {
  readonly max: number
  readonly models: readonly string[]
  readonly cells: number
  readonly sources: readonly string[]
}

const classic = ['M25', 'M65', 'M70', 'M80', 'M85', 'M90']
const current = [...classic, 'M30', 'M55']

function base({ max, models, cells, sources }: Own): ModelFacts {
  return {
    ...desk({ kind: 'dectBase', lineSlots: 0, screen: 'none', ...withoutKeys, sources }),
    handsets: {
      max,
      models: models.map((name) => `snom-${name.toLowerCase()}`),
      ipui: 'optional',
      rfpi: false,
      pinDigits: 4,
      cells,
    },
    phonebook: { maxEntries: null },
    passwords: { admin: password, user: password, userName: { maxLength: 16 } },
    webLogin: { user: 'admin', password: 'admin' },
    // Its XML has no place for a certificate.
    trust: 'caByHand',
    srtp: false,
  }
}

const common = [
  'settings: Wazo plug-ins v05.20 and v07.40, exports of an M400',
  'SRTP: one generator knows disabled, optional and mandatory, no document or second template agrees: it stays off',
  'lengths of logins are not documented: 16 is taken; auto_resync_time stands in an export as 0, its form was not found',
]

const cells = [
  'multicell: names of a generator for the M700, the chain of the RTX system guide; a secondary has no extensions (Snom wiki)',
  'Wazo has 1000 places; 250 keep the file small',
]

export const bases = [
  ...family(base({ max: 20, models: classic, cells: 1, sources: common }), ['M300']),
  ...family(base({ max: 20, models: current, cells: 1, sources: common }), ['M400']),
  ...family(
    base({
      max: 250,
      models: classic,
      cells: 40,
      sources: [...common, ...cells],
    }),
    ['M700'],
  ),
  ...family(
    base({
      max: 250,
      models: current,
      cells: 40,
      sources: [...common, ...cells],
    }),
    ['M900'],
  ),
]

function handset(): ModelFacts {
  return {
    ...desk({
      kind: 'dectHandset',
      lineSlots: 1,
      screen: 'colour',
      ...withoutKeys,
      sources: ['configured by its base'],
    }),
    phonebook: null,
    passwords: { admin: null, user: null, userName: null },
    webLogin: null,
    restartEvent: null,
    resyncEvent: null,
    redirectService: null,
    srtp: false,
  }
}

export const handsets = family(handset(), current)
