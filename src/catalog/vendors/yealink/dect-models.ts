import { family, type ModelFacts } from '../../define.ts'
import { desk, withoutKeys } from './facts.ts'

interface Own {
  readonly max: number
  readonly models: readonly string[]
  /** Bases of one system; more than one: handsets are paired before they are there, by their identity. */
  readonly cells?: number
  readonly redirect?: boolean
  readonly sources?: readonly string[]
}

const ids = (names: readonly string[]) => names.map((name) => `yealink-${name.toLowerCase()}`)

/** W52H to CP930W: each newer base takes the older handsets too. */
const first = ['W52H', 'W53H', 'W56H']
const second = [...first, 'W59R', 'CP930W', 'T41S-DD', 'T53-DD', 'T53W-DD', 'T54W-DD']
const third = [...second, 'W57R', 'W73H', 'W74H', 'W78H']

function base({ max, models, cells = 1, redirect = true, sources = [] }: Own): ModelFacts {
  return {
    ...desk({ kind: 'dectBase', lineSlots: 0, screen: 'none', ...withoutKeys, redirect, sources }),
    handsets: { max, models: ids(models), ipui: cells > 1 ? 'optional' : null, rfpi: false, pinDigits: 4, cells },
  }
}

function handset(screen: ModelFacts['screen']): ModelFacts {
  return {
    ...desk({ kind: 'dectHandset', lineSlots: 1, screen, ...withoutKeys, sources: ['configured by its base'] }),
    phonebook: null,
    passwords: { admin: null, user: null, userName: null },
    webLogin: null,
    restartEvent: null,
    resyncEvent: null,
    redirectService: null,
  }
}

const cellSources = [
  'multicell: station.allowed of the Yealink FAQ on the W80, whose 30 places are taken for the other sizes too',
  'how a base is told the address of its manager is not documented: it must find it in its own network',
]

const set = 'sold as a set of a base and a handset; its User-Agent names the base'

export const bases = [
  ...family(base({ max: 5, models: first, redirect: false }), ['W52P', 'W56P']),
  ...family(base({ max: 8, models: second }), ['W60B']),
  ...family(base({ max: 8, models: second, sources: [set] }), ['W53P', 'W60P']),
  ...family(base({ max: 10, models: third }), ['W70B']),
  ...family(base({ max: 10, models: third, sources: [set] }), ['W73P', 'W76P', 'W78P', 'W79P']),
  ...family(
    base({ max: 20, models: third, cells: 2, sources: ['cells: not documented, 2 is taken', ...cellSources] }),
    ['W75B', 'W75DM'],
  ),
  ...family(
    base({
      max: 30,
      models: third,
      cells: 30,
      sources: ['30 accounts in Wazo, 100 handsets in FusionPBX; the lower number is taken', ...cellSources],
    }),
    ['W80B', 'W80DM'],
  ),
  ...family(base({ max: 250, models: third, cells: 60, sources: cellSources }), ['W90B', 'W90DM']),
]

/** A DD phone is a desk phone with the DD10K plug, which makes a handset of it. */
export const handsets = [
  ...family(handset('colour'), ['W52H', 'W53H', 'W56H', 'W57R', 'W59R', 'W73H', 'W74H', 'W78H']),
  ...family(handset('mono'), ['CP930W', 'T41S-DD', 'T53-DD', 'T53W-DD']),
  ...family(handset('colour'), ['T54W-DD']),
]
