import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heardIn, tones, writeTone } from './tone.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tone-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('each tone is heard as itself alone', () => {
  for (const tone of tones) {
    const file = join(folder, `${tone}.wav`)
    writeTone(file, tone, 2)
    expect([...heardIn(file).keys()]).toEqual([tone])
    expect(heardIn(file).get(tone)).toBeCloseTo(2)
  }
})

test('a file that is being written is read to its end, and silence is no tone', () => {
  const file = join(folder, 'growing.wav')
  writeTone(file, 420, 2)
  const bytes = readFileSync(file)
  bytes.writeUInt32LE(0, 40)
  bytes.fill(0, 44 + 16_000)
  writeFileSync(file, bytes)
  expect(heardIn(file).get(420)).toBeCloseTo(1)
  expect([...heardIn(file, 1).keys()]).toEqual([])
  writeFileSync(file, Buffer.concat([Buffer.alloc(44), bytes.subarray(44)]))
  expect(heardIn(file).get(420)).toBeCloseTo(1)
  writeFileSync(file, bytes.subarray(0, 30))
  expect([...heardIn(file).keys()]).toEqual([])
})
