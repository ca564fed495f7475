import { describe, expect, test } from 'vitest'
import { parseUserAgent, vendors } from './index.ts'

type Sample = readonly [header: string, model: string | null, firmware: string | null, mac: string | null]

const samples = await Promise.all(
  vendors.map(async ({ id }) => {
    const { userAgents } = (await import(`./vendors/${id}/golden/user-agents.ts`)) as { userAgents: readonly Sample[] }
    return [id, userAgents] as const
  }),
)

describe.each(samples)('%s', (vendor, headers) => {
  // The vendor `sip` stands for apps of which nothing is known.
  test('has samples', () => expect(headers.length > 0).toBe(vendor !== 'sip'))

  test.each(headers)('%s is read', (header, model, firmware, mac) => {
    expect(parseUserAgent(header)).toEqual({ vendor, model, firmware, mac })
  })
})

test.each(['', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0', 'curl/8.5.0', 'Yealink', 'snom', 'x'.repeat(100_000)])(
  'a header of no maker gives null (%#)',
  (header) => {
    expect(parseUserAgent(header)).toBeNull()
  },
)

test('a header made to be slow is read within a few milliseconds', () => {
  const beginnings = samples.flatMap(([, headers]) => headers.map(([header]) => header))
  const start = performance.now()
  for (const beginning of beginnings) {
    for (const part of [' 1 ', '00041396D9B4 ', '-', ' (', '; ']) parseUserAgent(`${beginning}${part.repeat(50_000)}`)
  }
  expect((performance.now() - start) / beginnings.length).toBeLessThan(20)
})
