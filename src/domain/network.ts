import ipaddr from 'ipaddr.js'

/** Networks in CIDR notation. One address is a network of its own: `192.0.2.10/32`. */

type Address = ipaddr.IPv4 | ipaddr.IPv6
interface Network {
  address: Address
  bits: number
}

/** `192.0.2.5`, `192.0.2.5/24`, `2001:db8::1/64` as `192.0.2.5/32`, `192.0.2.0/24`, `2001:db8::/64`; null when it is neither an address nor a network. */
export function parseNetwork(text: string): string | null {
  const network = read(text)
  if (network === null) return null
  const { address, bits } = network
  const first = address.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return `${first.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`
}

/** As a person writes it: one address without its length. */
export function shownNetwork(network: string): string {
  return network.replace(network.includes(':') ? /\/128$/ : /\/32$/, '')
}

/** One address in its usual form, an IPv6 one that holds an IPv4 one as that; null when it is none. */
export function parseAddress(text: string): string | null {
  return readAddress(text)?.toString() ?? null
}

export function networksOverlap(one: string, other: string): boolean {
  const [a, b] = [read(one), read(other)]
  if (a === null || b === null) return false
  return matches(a.address, { address: b.address, bits: Math.min(a.bits, b.bits) })
}

/** Whether an address is in one of the networks; none at all: it is. */
export function isInNetworks(ip: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true
  const address = readAddress(ip)
  if (address === null) return false
  return networks.some((text) => {
    const network = read(text)
    return network !== null && matches(address, network)
  })
}

/** How many leading bits of a network are given. */
export function networkBits(network: string): { bits: number; family: 'ipv4' | 'ipv6' } {
  const { address, bits } = read(network) ?? { address: ipaddr.IPv4.parse('0.0.0.0'), bits: 0 }
  return { bits, family: address.kind() }
}

function matches(address: Address, network: Network): boolean {
  return address.kind() === network.address.kind() && address.match(network.address, network.bits)
}

function read(text: string): Network | null {
  const [ip = '', length, ...rest] = text.trim().split('/')
  if (rest.length > 0 || (length !== undefined && !/^[0-9]{1,3}$/.test(length))) return null
  const address = readAddress(ip)
  if (address === null) return null
  const whole = address.kind() === 'ipv4' ? 32 : 128
  // The length of an IPv4 network that is written as IPv6 counts from the IPv6 end.
  const given = length === undefined ? whole : Number(length) - (whole === 32 && ip.includes(':') ? 96 : 0)
  return given < 0 || given > whole ? null : { address, bits: given }
}

/** The library reads more than people write: octal digits, fewer than four parts, zones. */
function readAddress(text: string): Address | null {
  const ip = text.trim()
  if (ip.includes('%')) return null
  if (!ip.includes(':')) return ipaddr.IPv4.isValidFourPartDecimal(ip) ? ipaddr.IPv4.parse(ip) : null
  if (!ipaddr.IPv6.isValid(ip)) return null
  const address = ipaddr.IPv6.parse(ip)
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address
}
