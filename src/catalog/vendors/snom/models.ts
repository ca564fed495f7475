import { family, type KeyLayout, type Keys } from '../../define.ts'
import { bases, handsets } from './dect-models.ts'
import { desk } from './facts.ts'

const d3 = { models: ['snom-d3'], max: 3 }
const d7 = { models: ['snom-d7'], max: 3 }
const d7c = { models: ['snom-d7c'], max: 3 }
const d7orD7c = { models: ['snom-d7', 'snom-d7c'], max: 3 }
const d8c = { models: ['snom-d8c'], max: 3 }
const lower = 'sources differ in the number of keys; the lower is taken'
const oneModule = 'one D8C up to firmware 198, three from 215; the lower number is taken'

const keys = (count: number, perPage: number, layout: KeyLayout = 'bothSides'): Keys => ({ count, perPage, layout })
/** Keys with a strip of paper, all of them seen. */
const paper = (count: number, layout: KeyLayout = 'right') =>
  ({ keys: keys(count, count, layout), keyLabels: 'paper' }) as const
/** Keys with labels on a display, in pages. */
const display = (count: number, perPage: number, layout: KeyLayout = 'bothSides') =>
  ({ keys: keys(count, perPage, layout), keyLabels: 'display' }) as const
const alone = { modules: null } as const

const old = { old: true, ...alone } as const

/** Before the D series; none takes a module that is still made. */
const oldPhones = [
  ...family(desk({ ...old, lineSlots: 4, screen: 'text', ...paper(6) }), ['300']),
  ...family(desk({ ...old, lineSlots: 12, screen: 'mono', ...paper(12) }), ['320', '360', '370']),
  ...family(desk({ ...old, lineSlots: 12, screen: 'colour', ...paper(12) }), ['820', '821']),
  ...family(desk({ ...old, lineSlots: 12, screen: 'touch', ...display(15, 15, 'touch') }), ['870']),
]

const phones = [
  ...family(desk({ lineSlots: 2, screen: 'mono', ...display(2, 2, 'right'), ...alone }), ['D120', 'D140', 'D150']),
  ...family(desk({ lineSlots: 4, screen: 'mono', ...paper(5), modules: d3 }), ['D305', 'D315']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...display(32, 8), modules: d3, sources: [lower] }), ['D335']),
  ...family(desk({ lineSlots: 12, screen: 'mono', ...display(48, 12), modules: d3 }), ['D345']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...display(48, 12), modules: d3 }), ['D385']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...paper(12, 'bothSides'), modules: d3 }), ['D375']),
  ...family(desk({ lineSlots: 4, screen: 'mono', ...paper(5), ...alone }), ['710', 'D710', 'D712']),
  ...family(desk({ lineSlots: 6, screen: 'mono', ...display(4, 4, 'right'), ...alone }), ['D713']),
  ...family(desk({ lineSlots: 4, screen: 'mono', ...paper(3), modules: d7, sources: [lower] }), ['715', 'D715']),
  ...family(desk({ lineSlots: 6, screen: 'colour', ...display(3, 3, 'right'), modules: d7c }), ['D717']),
  ...family(desk({ lineSlots: 12, screen: 'mono', ...paper(18, 'bothSides'), modules: d7 }), ['720', '725', 'D725']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...display(32, 8), modules: d7orD7c }), ['D735']),
  ...family(desk({ lineSlots: 12, screen: 'mono', ...display(32, 8), modules: d7 }), ['D745']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...paper(16, 'bothSides'), modules: d7orD7c }), ['760', 'D765']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...display(24, 6), modules: d7orD7c }), ['D785']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...display(4, 4, 'right'), modules: d8c, sources: [lower] }), [
    'D810',
  ]),
  ...family(
    desk({
      lineSlots: 12,
      screen: 'colour',
      ...display(28, 7),
      modules: { ...d8c, max: 1 },
      sources: [lower, oneModule],
    }),
    ['D812'],
  ),
  ...family(
    desk({
      lineSlots: 12,
      screen: 'colour',
      ...display(36, 9),
      modules: { ...d8c, max: 1 },
      sources: [lower, oneModule],
    }),
    ['D815'],
  ),
  ...family(desk({ lineSlots: 8, screen: 'colour', ...display(28, 7), modules: d8c, sources: [lower] }), ['D862']),
  ...family(desk({ lineSlots: 12, screen: 'colour', ...display(36, 9), modules: d8c, sources: [lower] }), [
    'D865',
    'D892',
  ]),
]

/** A loudspeaker amplifier for announcements, with the firmware of a telephone. */
const announcers = family(
  desk({
    old: true,
    lineSlots: 1,
    screen: 'none',
    keys: null,
    keyLabels: null,
    ...alone,
    sources: ['PA1: FusionPBX template; the number of identities is not documented, 1 is taken'],
  }),
  ['PA1'],
)

export const models = [...oldPhones, ...phones, ...announcers, ...bases, ...handsets]

export const modules = [
  { name: 'D3', keys: keys(18, 18), keyLabels: 'paper' },
  { name: 'D7', keys: keys(18, 18), keyLabels: 'paper' },
  { name: 'D7C', keys: keys(18, 18), keyLabels: 'display' },
  { name: 'D8C', keys: keys(60, 20), keyLabels: 'display' },
] as const
