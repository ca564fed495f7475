import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import type { Entry } from './common.ts'
import { codeOf, type GrandstreamKey, keys as keyMap, none } from './keys.ts'
import { type KeyPlan, keyPlanOf } from './plans.ts'

/** Parameters of the keys that were touched, of the telephone and of its modules. */
export function functionKeys({ spec, model, keys, modules }: RenderContext): Entry[] {
  if (!model.keys) return []
  const plan = keyPlanOf(model.name)
  const write = (key: KeySpec) => writeKey(keyMap, none, key, spec)
  const own = withoutGaps(keys, plan).flatMap((key) => {
    if (key.slot > plan.vpk + plan.mpk)
      return keyEntries(extKey(key.slot - plan.vpk - plan.mpk), write(key), plan, false)
    if (key.slot > plan.vpk) return keyEntries(physicalKey(key.slot - plan.vpk), write(key), plan, false)
    return keyEntries(lineKey(key.slot), write(key), plan, key.slot <= plan.fixed)
  })
  let next = 0
  const ofModules = modules.flatMap(({ facts, keys: wanted }) => {
    const first = next
    next += facts.keys.count
    return wanted.flatMap((key) => keyEntries(extKey(first + key.slot), write(key), plan, false))
  })
  return [...own, ...ofModules]
}

/** A line key beyond the fixed ones that is left out takes all behind it away: what nobody touched before the last touched one is written as none. */
function withoutGaps(keys: readonly KeySpec[], { vpk, fixed }: KeyPlan): KeySpec[] {
  const dynamic = keys.filter(({ slot }) => slot > fixed && slot <= vpk)
  const last = Math.max(fixed, ...dynamic.map(({ slot }) => slot))
  const touched = new Set(dynamic.map(({ slot }) => slot))
  const missing = Array.from({ length: last - fixed }, (_, index) => fixed + index + 1).filter(
    (slot) => !touched.has(slot),
  )
  return [...keys, ...missing.map((slot): KeySpec => ({ slot, type: 'none' }))]
}

/** Parameters of a key: mode, account, description, value. */
type KeyParameters = readonly [number, number, number, number]

function keyEntries(at: KeyParameters, key: GrandstreamKey, plan: KeyPlan, fixed: boolean): Entry[] {
  return [
    [at[0], codeOf(key.mode, plan, fixed)],
    [at[1], key.account],
    [at[2], key.description],
    [at[3], key.value],
  ]
}

function lineKey(slot: number): KeyParameters {
  if (slot > 6) return inFours(23_800, slot - 7)
  const pair = 2 * (slot - 1)
  return [1363 + pair, 1364 + pair, 1465 + pair, 1466 + pair]
}

function physicalKey(slot: number): KeyParameters {
  // The eighteenth ends where the accounts begin.
  if (slot > 18) return inFours(1440, slot - 19)
  if (slot > 7) return inFours(353, slot - 8)
  const triple = 3 * (slot - 1)
  return [322 + slot, 301 + triple, 302 + triple, 303 + triple]
}

function extKey(slot: number): KeyParameters {
  const first = 23_000 + 5 * (slot - 1)
  return [first, first + 1, first + 2, first + 3]
}

function inFours(start: number, index: number): KeyParameters {
  const first = start + 4 * index
  return [first, first + 1, first + 2, first + 3]
}
