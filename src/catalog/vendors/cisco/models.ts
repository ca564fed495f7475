import type { NamedModel, VendorDefinition } from '../../define.ts'
import { gateways } from './models-gateways.ts'
import { mppModels } from './models-mpp.ts'
import { spaPhones } from './models-spa.ts'

export const models: readonly NamedModel[] = [...spaPhones, ...gateways, ...mppModels]

export const modules: VendorDefinition['modules'] = [
  { name: 'SPA500S', keys: { count: 32, perPage: 32, layout: 'bothSides' }, keyLabels: 'paper' },
  { name: 'SPA500DS', keys: { count: 30, perPage: 15, layout: 'right' }, keyLabels: 'display' },
  { name: 'CP-68KEM-3PCC', keys: { count: 28, perPage: 14, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'CP-BEKEM', keys: { count: 36, perPage: 18, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'CP-8800-A-KEM', keys: { count: 28, perPage: 14, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'CP-8800-V-KEM', keys: { count: 28, perPage: 14, layout: 'bothSides' }, keyLabels: 'display' },
  { name: 'DP-9800-KEM', keys: { count: 40, perPage: 20, layout: 'bothSides' }, keyLabels: 'display' },
]
