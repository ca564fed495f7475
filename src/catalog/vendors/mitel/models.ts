import { family, type KeyLayout, type Keys, type ModelFacts, type NamedModel } from '../../define.ts'
import { redirectService } from './redirect.ts'

/** The older guides make passwords numbers up to 4294967295: nine digits always fit. */
const password = { maxLength: 9, digitsOnly: true }

/** A group of keys under one name, numbered from 1; slots run through the groups in this order. */
export type KeyGroup = readonly [name: 'prgkey' | 'topsoftkey' | 'softkey', count: number]

const languages =
  'language files (lang_fr.txt) are the maker’s: templates serve them beside the configuration, here the phone shows those it has loaded'

interface Own {
  readonly lineSlots: number
  readonly screen: ModelFacts['screen']
  readonly groups: readonly KeyGroup[]
  readonly perPage: number
  readonly layout: KeyLayout
  readonly modules?: readonly string[]
  readonly sources?: readonly string[]
}

function keysOf({ groups, perPage, layout }: Own): Keys {
  return { count: groups.reduce((sum, [, count]) => sum + count, 0), perPage, layout }
}

/** The 6730i to 6757i, and the 9143i and 9480i, whose last firmware is 3.3.1. */
function older(own: Own): ModelFacts {
  return {
    kind: 'desk',
    lineSlots: own.lineSlots,
    screen: own.screen,
    keys: keysOf(own),
    keyLabels: own.groups.every(([name]) => name === 'prgkey') ? 'paper' : 'display',
    // This firmware disregards the number of a parking key (Wazo plug-in).
    withoutFunctions: ['park'],
    modules: own.modules ? { models: own.modules.map((name) => `mitel-${name}`), max: 3 } : null,
    handsets: null,
    fax: null,
    phonebook: { maxEntries: null },
    passwords: { admin: password, user: password, userName: null },
    webLogin: { user: 'admin', password: '22222' },
    // It restarts on its own where the new configuration needs it.
    restartEvent: null,
    resyncEvent: 'check-sync',
    challengesNotify: false,
    tlsVersions: ['1.0'],
    trust: 'caByUrl',
    takes: 'directory',
    followsRedirect: false,
    redirectService,
    // It knows TLS, but none that is still spoken.
    transport: 'udp',
    srtp: true,
    sources: [
      'keys: Wazo plug-in; accounts: administrator guide of release 3.3.1',
      'keys on a page: rows of the display, not documented',
      languages,
      ...(own.sources ?? []),
    ],
  }
}

/** The 6863i to 6873i, and the 6905 to 6940. */
function newer(own: Own): ModelFacts {
  return {
    ...older(own),
    withoutFunctions: [],
    tlsVersions: ['1.2'],
    transport: 'tls',
    sources: [
      'keys: Wazo plug-in; FusionPBX template of the 686x',
      'keys on a page: rows of the display, not documented',
      languages,
      'newer firmware may take longer passwords; nine digits are sure',
      ...(own.sources ?? []),
    ],
  }
}

const olderModules = ['m670i', 'm675i'] as const
const newerModules = ['m680i', 'm685i'] as const
const soft = 'the softkeys below the screen cannot show another line and are left to the phone'
const fewer = 'keys: 10, 22 and 24 of the Wazo plug-in, not 20, 44 and 48 of the guide'

const prg = (count: number) => [['prgkey', count]] as const
const top = (count: number) => [['topsoftkey', count]] as const
const mixed: readonly KeyGroup[] = [
  ['prgkey', 6],
  ['softkey', 20],
]
const both: readonly KeyGroup[] = [
  ['topsoftkey', 10],
  ['softkey', 20],
]

interface Row extends Own {
  readonly names: readonly string[]
}

const olderRows: readonly Row[] = [
  { names: ['6730i', '6731i'], lineSlots: 6, screen: 'mono', groups: prg(8), perPage: 8, layout: 'columns' },
  {
    ...{ names: ['6735i', '6755i'], lineSlots: 9, screen: 'mono', groups: mixed, perPage: 26, layout: 'columns' },
    modules: olderModules,
  },
  {
    ...{ names: ['6737i', '6757i'], lineSlots: 9, screen: 'mono', groups: both, perPage: 10, layout: 'below' },
    modules: olderModules,
  },
  {
    ...{ names: ['6739i'], lineSlots: 9, screen: 'touch', groups: [['softkey', 55]], perPage: 11, layout: 'touch' },
    modules: olderModules,
  },
  {
    ...{ names: ['6753i'], lineSlots: 9, screen: 'mono', groups: prg(6), perPage: 6, layout: 'columns' },
    modules: olderModules,
  },
  { names: ['9143i'], lineSlots: 9, screen: 'mono', groups: prg(7), perPage: 7, layout: 'columns' },
  { names: ['9480i'], lineSlots: 9, screen: 'mono', groups: [['softkey', 6]], perPage: 6, layout: 'below' },
]

const newerRows: readonly Row[] = [
  { names: ['6863i'], lineSlots: 2, screen: 'mono', groups: prg(3), perPage: 3, layout: 'columns' },
  {
    ...{ names: ['6865i'], lineSlots: 9, screen: 'mono', groups: prg(8), perPage: 8, layout: 'columns' },
    modules: newerModules,
  },
  {
    ...{ names: ['6867i'], lineSlots: 9, screen: 'colour', groups: top(20), perPage: 5, layout: 'left' },
    ...{ modules: newerModules, sources: [soft] },
  },
  {
    ...{ names: ['6869i'], lineSlots: 24, screen: 'colour', groups: top(44), perPage: 11, layout: 'bothSides' },
    ...{ modules: newerModules, sources: [soft] },
  },
  {
    ...{ names: ['6873i'], lineSlots: 24, screen: 'touch', groups: top(48), perPage: 12, layout: 'touch' },
    ...{ modules: newerModules, sources: [soft] },
  },
  { names: ['6905'], lineSlots: 2, screen: 'mono', groups: prg(3), perPage: 3, layout: 'columns' },
  { names: ['6910'], lineSlots: 8, screen: 'mono', groups: prg(8), perPage: 8, layout: 'columns' },
  {
    ...{ names: ['6915'], lineSlots: 24, screen: 'colour', groups: top(10), perPage: 5, layout: 'left' },
    sources: [soft, fewer],
  },
  {
    ...{ names: ['6920', '6920w'], lineSlots: 24, screen: 'colour', groups: top(10), perPage: 5, layout: 'left' },
    ...{ modules: ['m695'], sources: [soft, fewer] },
  },
  {
    ...{ names: ['6930', '6930w'], lineSlots: 24, screen: 'colour', groups: top(22), perPage: 11, layout: 'bothSides' },
    ...{ modules: ['m695'], sources: [soft, fewer] },
  },
  {
    ...{ names: ['6940', '6940w'], lineSlots: 24, screen: 'touch', groups: top(24), perPage: 12, layout: 'touch' },
    ...{ modules: ['m695'], sources: [soft, fewer] },
  },
]

export const models: readonly NamedModel[] = [
  ...olderRows.flatMap((row) => family(older(row), row.names)),
  ...newerRows.flatMap((row) => family(newer(row), row.names)),
]

const groupsByName = new Map(
  [...olderRows, ...newerRows].flatMap(({ names, groups }) => names.map((name) => [name, groups])),
)

/** The maker's name of a model's own key: its group, and its number in there. */
export function keyName(model: { readonly name: string }, slot: number): string {
  let number = slot
  for (const [group, count] of groupsByName.get(model.name) ?? []) {
    if (number <= count) return `${group}${number}`
    number -= count
  }
  throw new Error(`the ${model.name} has no key ${slot}`)
}

export const modules = [
  { name: 'M670i', keys: { count: 36, perPage: 36, layout: 'columns' }, keyLabels: 'paper' },
  { name: 'M675i', keys: { count: 60, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'M680i', keys: { count: 16, perPage: 16, layout: 'columns' }, keyLabels: 'paper' },
  { name: 'M685i', keys: { count: 84, perPage: 28, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'M695', keys: { count: 84, perPage: 28, layout: 'bothSides' }, keyLabels: 'display' },
] as const
