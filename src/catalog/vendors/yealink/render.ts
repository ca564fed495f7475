import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import { cfgEmpty, writeCfg } from '../../toolkit/cfg.ts'
import { account, type Entry } from './account.ts'
import { handsets } from './dect.ts'
import { oldModels } from './facts.ts'
import { keys as keyMap, none, type YealinkKey } from './keys.ts'
import { settings } from './settings.ts'

export function render(context: RenderContext): string {
  const entries = [
    ...context.lines.flatMap((line, index) => account(context, index + 1, line)),
    ...(context.model.handsets ? handsets(context) : []),
    ...settings(context),
    ...ownKeys(context),
    ...moduleKeys(context),
  ]
  // The provider's lines name their parameters themselves.
  return `#!version:1.0.0.1\n${writeCfg([...(oldModels.has(context.model.name) ? entries.map(oldName) : entries), ...extra(context)])}`
}

/** Up to V73 there is no `static.` before a name. */
function oldName([name, value]: Entry): Entry {
  return [name.replace(/^static\./, ''), value]
}

/** `%NULL%` sets a parameter back; here it is meant as such. */
function extra({ extra: lines }: RenderContext): Entry[] {
  return lines.map(({ name, value }) => [name, value === '%NULL%' ? cfgEmpty : value])
}

function ownKeys(context: RenderContext): Entry[] {
  return context.keys.flatMap((key) => keyEntries(context, pathOf(context, key.slot), key))
}

/** The line keys of a T26P and T28P end with the accounts; the ten beside the keypad are counted anew. */
function pathOf({ model }: RenderContext, slot: number): string {
  if (model.keys?.layout !== 'columns' || slot <= model.lineSlots) return `linekey.${slot}`
  return `memorykey.${slot - model.lineSlots}`
}

function moduleKeys(context: RenderContext): Entry[] {
  return context.modules.flatMap(({ facts, keys }, index) => {
    const path = (key: number) => `expansion_module.${index + 1}.key.${key}`
    const turning = facts.name === 'EXP20'
    return [
      ...(turning ? [1, 21].map((key): Entry => [`${path(key)}.type`, pageSwitch]) : []),
      ...keys.flatMap((key) => keyEntries(context, path(turning ? beyondSwitch(key.slot) : key.slot), key)),
    ]
  })
}

/** Key type of the keys 1 and 21 of an EXP20, which turn its page (Wazo plug-in). */
const pageSwitch = 37

function beyondSwitch(slot: number): number {
  return slot < 20 ? slot + 1 : slot + 2
}

function keyEntries(context: RenderContext, path: string, key: KeySpec): Entry[] {
  const written = writeKey(keyMap, none, key, context.spec)
  const entries = Object.entries(written).map(([name, value]): Entry => [`${path}.${name}`, value])
  return oldModels.has(context.model.name) ? [...entries, ...oldKey(context, path, written)] : entries
}

/** Up to V73 the pickup code has a name of its own, and a T32G and T38G count the accounts of a lamp from 0 (Wazo plug-in v73). */
function oldKey({ model }: RenderContext, path: string, { type, line, extension }: YealinkKey): Entry[] {
  const fromZero = type === 16 && typeof line === 'number' && ['T32G', 'T38G'].includes(model.name)
  return [[`${path}.pickup_value`, extension], ...(fromZero ? ([[`${path}.line`, Number(line) - 1]] as const) : [])]
}
