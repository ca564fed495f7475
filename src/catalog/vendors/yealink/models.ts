import { family, type KeyLayout, type Keys } from '../../define.ts'
import { bases, handsets } from './dect-models.ts'
import { desk, withoutKeys } from './facts.ts'

const exp20 = { models: ['yealink-exp20'], max: 3 }
const exp38 = { models: ['yealink-exp38'], max: 6 }
const exp40 = { models: ['yealink-exp40'], max: 6 }
const exp43 = { models: ['yealink-exp43'], max: 3 }
const exp50 = { models: ['yealink-exp50'], max: 3 }
const exp55 = { models: ['yealink-exp55'], max: 3 }

const keys = (count: number, perPage: number, layout: KeyLayout = 'bothSides'): Keys => ({ count, perPage, layout })

/** Firmware up to V73, and what came after it: V80 put `static.` before what a person cannot change on the phone. */
const old = { firmware: 'V73', redirect: false } as const
const ended = { redirect: false } as const

/** Sold out, and no longer in the maker's redirect service: redirect false. */
const deskPhones = [
  ...family(desk({ ...old, lineSlots: 1, screen: 'mono', ...withoutKeys }), ['T19P']),
  ...family(desk({ ...ended, lineSlots: 1, screen: 'mono', ...withoutKeys }), ['T19P_E2']),
  ...family(desk({ ...old, lineSlots: 2, screen: 'text', keys: keys(2, 2, 'left'), modules: null }), ['T20P']),
  ...family(desk({ ...old, lineSlots: 2, screen: 'mono', keys: keys(2, 2, 'left'), modules: null }), ['T21P']),
  ...family(desk({ ...ended, lineSlots: 2, screen: 'mono', keys: keys(2, 2, 'left'), modules: null }), ['T21P_E2']),
  ...family(desk({ ...old, lineSlots: 3, screen: 'mono', keys: keys(3, 3, 'left'), modules: null }), ['T22P']),
  ...family(desk({ ...ended, lineSlots: 3, screen: 'mono', keys: keys(3, 3, 'left'), modules: null }), [
    'T23P',
    'T23G',
  ]),
  ...family(desk({ ...old, lineSlots: 3, screen: 'mono', keys: keys(13, 13, 'columns'), modules: exp38 }), ['T26P']),
  ...family(desk({ ...old, lineSlots: 6, screen: 'mono', keys: keys(16, 16, 'columns'), modules: exp38 }), ['T28P']),
  ...family(desk({ ...ended, lineSlots: 6, screen: 'mono', keys: keys(21, 7), modules: exp20 }), ['T27P', 'T27G']),
  ...family(desk({ ...ended, lineSlots: 16, screen: 'colour', keys: keys(27, 9), modules: exp20 }), ['T29G']),
  ...family(desk({ ...old, lineSlots: 3, screen: 'colour', keys: keys(3, 3, 'left'), modules: null }), ['T32G']),
  ...family(desk({ ...old, lineSlots: 6, screen: 'colour', keys: keys(6, 6), modules: null }), ['T38G']),
  ...family(desk({ lineSlots: 1, screen: 'mono', ...withoutKeys }), ['T30', 'T30P']),
  ...family(desk({ lineSlots: 2, screen: 'mono', keys: keys(2, 2, 'left'), modules: null }), [
    'T31',
    'T31P',
    'T31G',
    'T31W',
  ]),
  ...family(desk({ lineSlots: 4, screen: 'colour', keys: keys(12, 4), modules: null }), ['T33P', 'T33G', 'T34W']),
  ...family(desk({ ...ended, lineSlots: 3, screen: 'mono', keys: keys(3, 3, 'left'), modules: null }), [
    'T40P',
    'T40G',
  ]),
  ...family(desk({ ...ended, lineSlots: 6, screen: 'mono', keys: keys(15, 5), modules: null }), ['T41P']),
  ...family(desk({ lineSlots: 6, screen: 'mono', keys: keys(15, 5), modules: null }), ['T41S', 'T41U']),
  ...family(desk({ ...ended, lineSlots: 12, screen: 'mono', keys: keys(15, 5), modules: null }), ['T42G']),
  ...family(desk({ lineSlots: 12, screen: 'mono', keys: keys(15, 5), modules: null }), ['T42S', 'T42U']),
  ...family(
    desk({
      lineSlots: 12,
      screen: 'mono',
      keys: keys(15, 5),
      modules: exp43,
      sources: ['T43U: 21 keys in Tancredi, 15 in Wazo; the lower number is taken'],
    }),
    ['T43U'],
  ),
  ...family(
    desk({
      lineSlots: 12,
      screen: 'colour',
      keys: keys(21, 7),
      modules: exp43,
      sources: ['T44: 21 keys in Tancredi and the Wazo table, 24 in the Wazo code; the lower number is taken'],
    }),
    ['T44U', 'T44W'],
  ),
  ...family(desk({ ...ended, lineSlots: 16, screen: 'colour', keys: keys(27, 9), modules: exp40 }), ['T46G']),
  ...family(desk({ lineSlots: 16, screen: 'colour', keys: keys(27, 9), modules: exp40 }), ['T46S']),
  ...family(desk({ lineSlots: 16, screen: 'colour', keys: keys(27, 9), modules: exp43 }), ['T46U']),
  ...family(desk({ ...ended, lineSlots: 16, screen: 'touch', keys: keys(29, 29, 'touch'), modules: exp40 }), ['T48G']),
  ...family(desk({ lineSlots: 16, screen: 'touch', keys: keys(29, 29, 'touch'), modules: exp40 }), ['T48S']),
  ...family(desk({ lineSlots: 16, screen: 'touch', keys: keys(29, 29, 'touch'), modules: exp43 }), ['T48U']),
  ...family(
    desk({
      ...ended,
      lineSlots: 16,
      screen: 'touch',
      keys: keys(4, 4, 'touch'),
      modules: null,
      sources: ['VP-T49G: 29 keys in Wazo, 4 in Tancredi; the lower number is taken'],
    }),
    ['T49G'],
  ),
  ...family(desk({ ...ended, lineSlots: 12, screen: 'colour', keys: keys(21, 7), modules: exp50 }), ['T52S']),
  ...family(desk({ lineSlots: 12, screen: 'mono', keys: keys(21, 7), modules: exp50 }), ['T53', 'T53W', 'T53C']),
  ...family(desk({ ...ended, lineSlots: 16, screen: 'colour', keys: keys(27, 9), modules: exp50 }), ['T54S']),
  ...family(desk({ lineSlots: 16, screen: 'colour', keys: keys(27, 9), modules: exp50 }), ['T54W']),
  ...family(desk({ lineSlots: 16, screen: 'touch', keys: keys(27, 9, 'touch'), modules: exp50 }), [
    'T56A',
    'T58A',
    'T58V',
    'T58',
    'T58W',
    'VP59',
  ]),
  ...family(desk({ lineSlots: 16, screen: 'touch', keys: keys(29, 29, 'touch'), modules: exp50 }), ['T57W']),
  ...family(desk({ lineSlots: 12, screen: 'colour', keys: keys(40, 8), modules: exp55 }), ['T73U', 'T73W']),
  ...family(desk({ lineSlots: 16, screen: 'colour', keys: keys(50, 10), modules: exp55 }), ['T74U', 'T74W']),
  ...family(desk({ lineSlots: 16, screen: 'touch', keys: keys(56, 28, 'touch'), modules: exp55 }), ['T77U']),
  ...family(desk({ lineSlots: 16, screen: 'colour', keys: keys(60, 12), modules: exp55 }), ['T85W']),
  ...family(desk({ lineSlots: 16, screen: 'touch', keys: keys(84, 28, 'touch'), modules: exp55 }), [
    'T87W',
    'T88W',
    'T88V',
  ]),
]

/** No keys that a configuration could set; the CP935W and AX models are telephones without a cord, with Wi-Fi. */
const otherPhones = [
  ...family(desk({ ...ended, kind: 'conference', lineSlots: 1, screen: 'mono', ...withoutKeys }), ['CP860']),
  ...family(desk({ kind: 'conference', lineSlots: 1, screen: 'mono', ...withoutKeys }), ['CP920', 'CP925']),
  ...family(desk({ ...ended, kind: 'conference', lineSlots: 1, screen: 'touch', ...withoutKeys }), ['CP960']),
  ...family(desk({ kind: 'conference', lineSlots: 1, screen: 'touch', ...withoutKeys }), ['CP935W', 'CP965']),
  ...family(
    desk({
      lineSlots: 2,
      screen: 'colour',
      ...withoutKeys,
      sources: ['AX83H and AX86R: 2 accounts in the Wazo table, 4 in its code; the lower number is taken'],
    }),
    ['AX83H', 'AX86R'],
  ),
]

export const models = [...deskPhones, ...otherPhones, ...bases, ...handsets]

/** EXP20: 40 keys, of which the first of each column turns the page. EXP55: 60 in Wazo's code, 78 in Tancredi; the lower number is taken. */
export const modules = [
  { name: 'EXP20', keys: keys(38, 19), keyLabels: 'display' },
  { name: 'EXP38', keys: keys(38, 38), keyLabels: 'paper' },
  { name: 'EXP40', keys: keys(40, 20), keyLabels: 'display' },
  { name: 'EXP43', keys: keys(60, 20), keyLabels: 'display' },
  { name: 'EXP50', keys: keys(60, 20), keyLabels: 'display' },
  { name: 'EXP55', keys: keys(60, 20), keyLabels: 'display' },
] as const

/** These do not know the switch of the maker's device-management cloud (`static.dm.enable`). */
export const modelsWithoutCloudSwitch: ReadonlySet<string> = new Set(['T31W', 'T34W', 'T58A', 'T58W', 'CP965'])
