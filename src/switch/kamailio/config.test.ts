import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { kamailioConfig } from './config.ts'
import type { KamailioConfig } from './config-values.ts'
import { findKamailio } from './install.ts'

const directory = mkdtempSync(join(tmpdir(), 'raccord-config-'))
afterAll(() => rmSync(directory, { recursive: true }))

const config: KamailioConfig = {
  directory,
  modules: findKamailio().modules,
  host: 'pbx.example.ch',
  realm: 'raccord',
  addresses: ['127.0.0.1'],
  advertised: null,
  sipPort: 27150,
  sipsPort: 27151,
  rpcPort: 27152,
  rpcPath: '/rpc-0123',
  eventPort: 27153,
  eventToken: '4567',
  webPort: 27155,
  webToken: '89ab',
  mediaPort: null,
  room: 500,
  workers: 2,
  expiry: { least: 30, standard: 120, most: 3600 },
}

test.each<[string, Partial<KamailioConfig>]>([
  ['one address', {}],
  ['both families behind NAT', { addresses: ['0.0.0.0', '::1'], advertised: '203.0.113.7' }],
  ['media through rtpengine', { mediaPort: 27154 }],
  ['IPv6 alone', { addresses: ['::1'], host: '2001:db8::1' }],
])('Kamailio accepts the configuration for %s', (_, change) => {
  const file = join(directory, 'kamailio.cfg')
  writeFileSync(file, kamailioConfig({ ...config, ...change }))
  expect(() => execFileSync('/usr/sbin/kamailio', ['-c', '-f', file], { stdio: 'pipe' })).not.toThrow()
})

test('no placeholder is left, and the same values give the same text', () => {
  const text = kamailioConfig(config)
  expect(text).not.toMatch(/@[A-Z_]+@/)
  expect(kamailioConfig({ ...config })).toBe(text)
})

test.each<Partial<KamailioConfig>>([
  { host: 'a"b' },
  { realm: 'a\nloadmodule "exec.so"' },
  { directory: '/tmp/"x' },
  { rpcPath: '/' },
  { eventToken: 'a"b' },
  { webToken: 'a"b' },
])('a value that could break out of its place is refused: %j', (change) => {
  expect(() => kamailioConfig({ ...config, ...change })).toThrow(TypeError)
})
