import { type RenderContext, writeKey } from '../../define.ts'
import type { KeySpec } from '../../spec.ts'
import type { AttributeValue } from '../../toolkit/xml-attributes.ts'
import { keys as keyMap, none, type UcsKey } from './keys.ts'

type Entry = readonly [string, AttributeValue]

/** Macros that the phone holds. */
const macroLimit = 50

interface Placed {
  /** Number of the key: the phone's own first, those of the modules go on where they end. */
  readonly place: number
  readonly key: UcsKey
}

/**
 * Keys in their places. The phone looks for all of them here once reassignment is on, so a key that nobody touched gets what it has without: the line of
 * its number. Monitored contacts are taken in the order of the keys.
 */
export function functionKeys(context: RenderContext): Entry[] {
  const { model } = context
  if (!model.keys) return []
  const touched = placedKeys(context)
  if (touched.length === 0) return [['lineKey.reassignment.enabled', 0]]
  const own = context.lines.flatMap((line, index): Placed[] => {
    const place = index + 1
    const free = place <= (model.keys?.count ?? 0) && !touched.some((one) => one.place === place)
    return line && free ? [{ place, key: { category: 'Line', line: place } }] : []
  })
  return [
    ['lineKey.reassignment.enabled', 1],
    ['feature.enhancedFeatureKeys.enabled', 1],
    ['feature.EFKLineKey.enabled', 1],
    ...keyEntries(
      [...touched, ...own].sort((a, b) => a.place - b.place),
      touched.length,
    ),
  ]
}

function placedKeys({ spec, model, keys, modules }: RenderContext): Placed[] {
  const place = (key: KeySpec, first: number): Placed => ({
    place: first + key.slot,
    key: writeKey(keyMap, none, key, spec).ucs,
  })
  let next = model.keys?.count ?? 0
  const onModules = modules.flatMap(({ facts, keys: wanted }) => {
    const first = next
    next += facts.keys.count
    return wanted.map((key) => place(key, first))
  })
  return [...keys.map((key) => place(key, 0)), ...onModules]
}

/** As many contacts and macros are written as there are touched keys, those that none needs empty at the end. */
function keyEntries(placed: readonly Placed[], touched: number): Entry[] {
  const contacts = placed.flatMap(({ key }) => (key.category === 'BLF' ? [key] : []))
  const macros = placed.filter(({ key }) => key.category === 'EFK').slice(0, macroLimit)
  return [
    ...placed.flatMap((one) => lineKey(one, macros.indexOf(one) + 1)),
    ...Array.from({ length: touched }, (_, index) => contact(index + 1, contacts[index] ?? null)).flat(),
    ...Array.from({ length: Math.min(touched, macroLimit) }, (_, index) =>
      macro(index + 1, macros[index] ?? null),
    ).flat(),
  ]
}

function lineKey({ place, key }: Placed, macroNumber: number): Entry[] {
  const isLost = key.category === 'EFK' && macroNumber === 0
  // BLF keys have the index 0: the phone gives them the contacts one after the other.
  const index = key.category === 'Line' ? key.line : macroNumber
  return [
    [`lineKey.${place}.category`, isLost ? 'Unassigned' : key.category],
    [`lineKey.${place}.index`, index],
  ]
}

function contact(number: number, key: Extract<UcsKey, { category: 'BLF' }> | null): Entry[] {
  const path = `attendant.resourceList.${number}`
  return [
    [`${path}.address`, key?.address ?? ''],
    [`${path}.label`, key?.label ?? ''],
    [`${path}.type`, key?.automatic ? 'automata' : 'normal'],
    [`${path}.callAddress`, ''],
    [`${path}.proceedingIsRecipient`, 0],
  ]
}

function macro(number: number, placed: Placed | null): Entry[] {
  const path = `efk.efklist.${number}`
  const key = placed?.key.category === 'EFK' ? placed.key : null
  return [
    [`${path}.mname`, placed ? `key${placed.place}` : ''],
    [`${path}.status`, key ? 1 : 0],
    [`${path}.label`, key?.label ?? ''],
    [`${path}.action.string`, key?.action ?? ''],
  ]
}
