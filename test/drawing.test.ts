import { expect, test } from 'vitest'
import { models, modules } from '#catalog/index.ts'
import { type Box, keyPlaces, pageCount } from '#web/admincenter/drawing/key-places.ts'
import { besidePlace, modulePlace, screenPlace } from '#web/admincenter/drawing/places.ts'

const drawn = [
  ...models.flatMap(({ id, keys, screen, kind }) => (keys ? [{ id, keys, at: screenPlace(keys, screen), kind }] : [])),
  ...modules.map(({ id, keys }) => ({ id, keys, at: modulePlace, kind: 'module' })),
]

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

test('every key of every telephone and module has a place of its own inside the drawing', () => {
  expect(drawn.length).toBeGreaterThan(40)
  for (const { id, keys, at } of drawn) {
    const slots: number[] = []
    for (let page = 1; page <= pageCount(keys); page++) {
      const places = keyPlaces(keys, page, at, besidePlace)
      slots.push(...places.map(({ slot }) => slot))
      for (const [index, place] of places.entries()) {
        expect(place.width > 2 && place.height > 1, `${id}: key ${place.slot} is too small`).toBe(true)
        expect(place.x >= 0 && place.x + place.width <= 400 && place.y >= 0 && place.y + place.height <= 260, id).toBe(
          true,
        )
        for (const other of places.slice(index + 1))
          expect(overlap(place, other), `${id}: ${place.slot}, ${other.slot}`).toBe(false)
      }
    }
    expect(slots).toEqual(Array.from({ length: keys.count }, (_, index) => index + 1))
  }
})

test('left and right of a screen the left column comes first, from the top', () => {
  const places = keyPlaces(
    { count: 10, perPage: 10, layout: 'bothSides' },
    1,
    { x: 100, y: 20, width: 200, height: 100 },
    besidePlace,
  )
  expect(places.slice(0, 5).every(({ x }) => x < 100)).toBe(true)
  expect(places.slice(5).every(({ x }) => x > 300)).toBe(true)
  expect(places[1]?.y).toBeGreaterThan(places[0]?.y ?? 0)
  expect(places[5]?.y).toBe(places[0]?.y)
})
