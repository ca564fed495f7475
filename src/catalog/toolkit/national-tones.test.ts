import { expect, test } from 'vitest'
import { nationalTones } from './national-tones.ts'

test.each([
  ['CH', [425], [425]],
  ['FR', [440], [440]],
  ['AT', [420], [420]],
  ['GB', [350, 440], [400]],
  ['US', [350, 440], [480, 620]],
])('%s has its dial and busy tone', (country, dial, busy) => {
  const tones = nationalTones(country)
  expect([tones.dial.frequencies, tones.busy.frequencies]).toEqual([dial, busy])
})

test('a neighbour without tones of its own gets those it uses, any other country 425 Hz', () => {
  expect(nationalTones('MC')).toBe(nationalTones('FR'))
  expect(nationalTones('NP')).toBe(nationalTones('CH'))
})

test('every tone but the dial tone stops now and then', () => {
  for (const country of ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IT', 'NL', 'PT', 'US']) {
    const { ringback, busy, congestion } = nationalTones(country)
    for (const { cadence } of [ringback, busy, congestion])
      expect(cadence.every(([on, off]) => on > 0 && off > 0) && cadence.length > 0).toBe(true)
  }
})
