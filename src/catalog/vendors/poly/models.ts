import type { VendorDefinition } from '../../define.ts'
import { obiModels } from './models-obi.ts'
import { ucsModels } from './models-ucs.ts'

export const models = [...ucsModels, ...obiModels]

/** The colour module has 28 keys on each of three pages, the EM50 ten. */
export const modules: VendorDefinition['modules'] = [
  { name: 'VVX Color EM', keys: { count: 84, perPage: 28, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'VVX Paper EM', keys: { count: 40, perPage: 40, layout: 'bothSides' }, keyLabels: 'paper' },
  { name: 'VVX EM50', keys: { count: 30, perPage: 10, layout: 'bothSides' }, keyLabels: 'display' },
]
