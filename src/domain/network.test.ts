import { describe, expect, test } from 'vitest'
import { isInNetworks, networksOverlap, parseAddress, parseNetwork, shownNetwork } from './network.ts'

describe('a network', () => {
  test.each([
    ['192.0.2.10', '192.0.2.10/32'],
    [' 192.0.2.5/24 ', '192.0.2.0/24'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:db8:0:1::5/64', '2001:db8:0:1::/64'],
    ['::ffff:192.0.2.10', '192.0.2.10/32'],
    ['::ffff:192.0.2.10/120', '192.0.2.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('typed as %j is %s', (typed, network) => expect(parseNetwork(typed)).toBe(network))

  test.each([
    '',
    'x',
    '192.0.2',
    '192.0.2.256',
    '010.0.0.1/8',
    '0x7f.1',
    '192.0.2.1/33',
    '192.0.2.1/-1',
    '192.0.2.1/',
    '192.0.2.1/24/8',
    '2001:db8::/129',
    'fe80::1%eth0',
    'sip.example.ch',
    '192.0.2.1,192.0.2.2',
  ])('%j is none', (typed) => expect(parseNetwork(typed)).toBeNull())

  test('of one address is shown without its length', () => {
    expect(shownNetwork('192.0.2.10/32')).toBe('192.0.2.10')
    expect(shownNetwork('2001:db8::1/128')).toBe('2001:db8::1')
    expect(shownNetwork('2001:db8::/32')).toBe('2001:db8::/32')
  })
})

test.each([
  ['192.0.2.0/24', '192.0.2.128/25', true],
  ['192.0.2.128/25', '192.0.2.0/24', true],
  ['192.0.2.0/25', '192.0.2.128/25', false],
  ['192.0.2.1/32', '192.0.2.1/32', true],
  ['192.0.2.1/32', '192.0.2.2/32', false],
  ['2001:db8::/32', '2001:db8:1::/48', true],
  ['192.0.2.0/24', '2001:db8::/32', false],
])('%s and %s overlap: %s', (one, other, overlap) => expect(networksOverlap(one, other)).toBe(overlap))

test('an address is looked for in all networks, and no networks are all', () => {
  expect(isInNetworks('192.0.2.7', ['198.51.100.0/24', '192.0.2.0/29'])).toBe(true)
  expect(isInNetworks('192.0.2.8', ['198.51.100.0/24', '192.0.2.0/29'])).toBe(false)
  expect(isInNetworks('::ffff:192.0.2.7', ['192.0.2.0/29'])).toBe(true)
  expect(isInNetworks('192.0.2.8', [])).toBe(true)
  expect(isInNetworks('nowhere', ['192.0.2.0/29'])).toBe(false)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8::1', '2001:db8::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['192.0.2.1/24', null],
  ['localhost', null],
])('the address of %s is %s', (typed, address) => expect(parseAddress(typed)).toBe(address))
