import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { mediaInterfaces } from './interfaces.ts'

const address = (family: 'IPv4' | 'IPv6', text: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address: text, internal, netmask: '', mac: '', cidr: null },
  ...(family === 'IPv6' ? { family, scopeid: 0 } : { family }),
})
const loopback = [address('IPv4', '127.0.0.1', true), address('IPv6', '::1', true)]
const server = [
  ...loopback,
  address('IPv6', 'fe80::1'),
  address('IPv4', '192.0.2.7'),
  address('IPv4', '10.0.0.1'),
  address('IPv6', '2001:db8::7'),
]

test('an address that is given is the one for media', () => {
  expect(mediaInterfaces({ bind: '127.0.0.1', own: server })).toEqual(['default/127.0.0.1'])
  expect(mediaInterfaces({ bind: '2001:db8::7', own: server })).toEqual(['default/2001:db8::7'])
})

test('0.0.0.0 stands for the first address outside loopback, :: for IPv6 as well', () => {
  expect(mediaInterfaces({ bind: '0.0.0.0', own: server })).toEqual(['default/192.0.2.7'])
  expect(mediaInterfaces({ bind: '::', own: server })).toEqual(['default/192.0.2.7', 'default/2001:db8::7'])
})

test('a machine that has nothing but loopback speaks with itself', () => {
  expect(mediaInterfaces({ bind: '0.0.0.0', own: loopback })).toEqual(['default/127.0.0.1'])
})

test('behind NAT the public address is named, in its own family alone', () => {
  expect(mediaInterfaces({ bind: '::', publicAddress: '203.0.113.5', own: server })).toEqual([
    'default/192.0.2.7!203.0.113.5',
    'default/2001:db8::7',
  ])
  expect(mediaInterfaces({ bind: '192.0.2.7', publicAddress: '192.0.2.7', own: server })).toEqual(['default/192.0.2.7'])
})
