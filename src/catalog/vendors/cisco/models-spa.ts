import { family, type Keys, type ModelFacts, type NamedModel } from '../../define.ts'
import { common } from './common.ts'

interface Own {
  lineSlots: number
  keys: number
  modules?: boolean
  colour?: boolean
}

const sources = [
  'accounts, keys and modules: Wazo plug-ins, FusionPBX templates, data sheets',
  'an authority of our own is known from firmware 7.5.6 on; older ones know that of the maker alone',
  'no source says that it takes TLS above 1.0',
  'a language other than English is a file of the maker’s, named by firmware, that the provider keeps: its place is an extra line',
]

function phone({ lineSlots, keys, modules = false, colour = false }: Own): ModelFacts {
  const places: Keys | null = keys > 0 ? { count: keys, perPage: keys, layout: keys > 5 ? 'bothSides' : 'right' } : null
  return {
    ...common,
    kind: 'desk',
    lineSlots,
    screen: colour ? 'colour' : 'mono',
    keys: places,
    // The later firmware of the MPP telephones has it.
    withoutFunctions: ['dnd'],
    keyLabels: places ? (colour ? 'display' : 'paper') : null,
    modules: modules ? { models: ['cisco-spa500s', 'cisco-spa500ds'], max: 2 } : null,
    phonebook: { maxEntries: null },
    webLogin: { user: 'admin', password: null },
    tlsVersions: ['1.0'],
    transport: 'udp',
    sources,
  }
}

export const spaPhones: NamedModel[] = [
  ...family({ ...phone({ lineSlots: 1, keys: 0 }), screen: 'none' }, ['SPA301']),
  ...family(phone({ lineSlots: 3, keys: 3 }), ['SPA303']),
  ...family({ ...phone({ lineSlots: 8, keys: 8, modules: true }), screen: 'none' }, ['SPA501G']),
  ...family(phone({ lineSlots: 1, keys: 0, modules: false }), ['SPA502G', 'SPA512G']),
  ...family(phone({ lineSlots: 4, keys: 4, modules: true }), ['SPA504G', 'SPA514G']),
  ...family(phone({ lineSlots: 8, keys: 8, modules: true }), ['SPA508G']),
  ...family(phone({ lineSlots: 12, keys: 12, modules: true }), ['SPA509G']),
  ...family(phone({ lineSlots: 5, keys: 5, modules: true, colour: true }), ['SPA525G', 'SPA525G2']),
]
