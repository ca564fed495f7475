import { createHash } from 'node:crypto'
import { type RenderContext, writeKey } from '../../define.ts'
import { type DigiumKey, keys as keyMap, none } from './keys.ts'
import { hasSidePanel } from './models.ts'

/** Where a key sits: an item for each, in this order; on the side panel an index comes again for each further page. */
export interface Place {
  readonly id: string
  readonly location: 'main' | 'side' | 'expansion'
  /** From 0. */
  readonly index: number
  /** Of an expansion module, from 0. */
  readonly node: number | null
  readonly key: DigiumKey | null
}

/** The keys that were touched, and the empty ones before them without which a key of a later page would land on the first. */
export function placesOf({ spec, model, keys, modules }: RenderContext): Place[] {
  const side = hasSidePanel(model)
  const own = [...keys]
    .sort((one, other) => one.slot - other.slot)
    .map((key): Place => {
      // The first two keys in the row are those of the lines.
      const index = side ? (key.slot - 1) % 10 : key.slot + 1
      return {
        id: `key-${key.slot}`,
        location: side ? 'side' : 'main',
        index,
        node: null,
        key: writeKey(keyMap, none, key, spec),
      }
    })
  const beside = modules.flatMap(({ keys: wanted }, node) =>
    wanted.map(
      (key): Place => ({
        id: `module-${node + 1}-${key.slot}`,
        location: 'expansion',
        index: key.slot - 1,
        node,
        key: writeKey(keyMap, none, key, spec),
      }),
    ),
  )
  return [...(side ? filled(own) : own), ...beside]
}

function filled(touched: readonly Place[]): Place[] {
  const bySlot = new Map(touched.map((place) => [Number(place.id.slice(4)), place]))
  return [...bySlot].flatMap(([slot, place]) => {
    const before = Array.from({ length: Math.floor((slot - 1) / 10) }, (_, page) => 10 * page + place.index + 1)
    const missing = before.filter((one) => !bySlot.has(one) && ownsGap(one, slot, bySlot))
    return [...missing.map((one): Place => ({ ...place, id: `key-${one}`, key: null })), place]
  })
}

/** Of several keys above one gap the first fills it. */
function ownsGap(gap: number, slot: number, bySlot: ReadonlyMap<number, Place>): boolean {
  for (let between = gap + 10; between < slot; between += 10) if (bySlot.has(between)) return false
  return true
}

/** Changes when a key does, so that the phone does not keep the files that it knows. */
export function revisionOf(places: readonly Place[]): string {
  return createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 12)
}
