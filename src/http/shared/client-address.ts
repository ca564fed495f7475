/** The peer's address as people write it: an IPv4 address that came over an IPv6 socket without its prefix. */
export function clientAddress(remoteAddress: string | undefined): string {
  return (remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
}
