import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeForSwitch } from './place.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'raccord-place-'))
  chmodSync(root, 0o711)
  mkdirSync(join(root, 'data'), { mode: 0o711 })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('the switch stands in the data folder, also before that is made', () => {
  expect(placeForSwitch(join(root, 'data', 'switch'), true)).toBe(join(root, 'data', 'switch'))
  expect(placeForSwitch(join(root, 'not', 'yet', 'switch'), true)).toBe(join(root, 'not', 'yet', 'switch'))
})

test('behind a folder that is closed to others it goes below /var/lib, each data folder to a place of its own', () => {
  chmodSync(root, 0o700)
  const one = placeForSwitch(join(root, 'data', 'switch'), true)
  const other = placeForSwitch(join(root, 'other', 'switch'), true)
  expect(one).toMatch(/^\/var\/lib\/raccord\/[0-9a-f]{16}$/)
  expect(other).not.toBe(one)
})

test('without root Kamailio runs as the same user and can stay', () => {
  chmodSync(root, 0o700)
  expect(placeForSwitch(join(root, 'data', 'switch'), false)).toBe(join(root, 'data', 'switch'))
})
