import type { NetworkInterfaceInfo } from 'node:os'

interface Wanted {
  /** As SIP listens: an address, or `0.0.0.0` or `::` for all. */
  bind: string
  /** What media is named by behind NAT. */
  publicAddress?: string
  own: NetworkInterfaceInfo[]
}

/**
 * rtpengine's interfaces: one address of a family, since it names exactly one to the telephones. `0.0.0.0` and `::` stand for the first IPv4 address
 * that is not loopback, `::` for the first such IPv6 address too; on a machine without any, loopback.
 */
export function mediaInterfaces({ bind, publicAddress, own }: Wanted): string[] {
  return addressesFor(bind, own).map((address) => {
    const isPublic = publicAddress !== undefined && publicAddress.includes(':') === address.includes(':')
    return `default/${address}${isPublic && publicAddress !== address ? `!${publicAddress}` : ''}`
  })
}

function addressesFor(bind: string, own: NetworkInterfaceInfo[]): string[] {
  if (bind !== '0.0.0.0' && bind !== '::') return [bind]
  // Link-local addresses would need a zone.
  const outside = own.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
  const firstOf = (family: string) => outside.find((one) => one.family === family)?.address
  const [four, six] = [firstOf('IPv4'), bind === '::' ? firstOf('IPv6') : undefined]
  const found = [four, six].filter((address) => address !== undefined)
  return found.length > 0 ? found : ['127.0.0.1']
}
