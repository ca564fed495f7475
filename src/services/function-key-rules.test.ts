import { expect, test } from 'vitest'
import { findModel, type Model } from '#catalog/index.ts'
import { tidyKey, wrongKey } from './function-key-rules.ts'

function modelLike(change: Partial<Model>): Model {
  const model = findModel('yealink-t54w')
  if (!model) throw new Error('no T54W')
  return { ...model, ...change }
}

const key = { module: 0, slot: 1, type: 'blf', value: '22', label: 'Atelier', line: null } as const

test('a label is refused where nobody would see it, and taken where it is printed', () => {
  const on = (keyLabels: Model['keyLabels']) => ({
    model: modelLike({ keyLabels }),
    modules: [],
    lineSlots: new Set<number>(),
  })
  expect(wrongKey(on(null), key)).toEqual({ label: 'functionKey.noLabel' })
  expect(wrongKey(on('paper'), key)).toEqual({})
  expect(wrongKey(on(null), { ...key, label: '' })).toEqual({})
})

test('what people put between digits is left out, an address stays as it is', () => {
  expect(tidyKey({ ...key, value: '021 555.01-01' }).value).toBe('0215550101')
  expect(tidyKey({ ...key, type: 'dtmf', value: '1 a,2' }).value).toBe('1A,2')
  const url = 'http://door.example/open-1.cgi'
  expect(tidyKey({ ...key, type: 'url', value: url }).value).toBe(url)
})

test('an empty key keeps nothing', () => {
  expect(tidyKey({ ...key, type: 'none', line: 1 })).toMatchObject({ value: '', label: '', line: null })
})
