import { expect, test } from 'vitest'
import { cellRole } from './cells.ts'

const cells = [{ mac: '000413AABB01' }, { mac: '000413AABB02' }]

test('a base without others stands alone', () => {
  expect(cellRole({ cells: [], mac: '000413AABB01' })).toBe('alone')
})

test('the first of the bases is the primary', () => {
  expect(cellRole({ cells, mac: '000413AABB01' })).toBe('primary')
})

test('any other base is a secondary, also one whose MAC is not known yet', () => {
  expect(cellRole({ cells, mac: '000413AABB02' })).toBe('secondary')
  expect(cellRole({ cells, mac: undefined })).toBe('secondary')
})
