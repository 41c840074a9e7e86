import { BlockList, isIP, isIPv6 } from 'node:net'

// IANA's special-purpose IPv4 blocks: this host, private networks, links, clouds' own services, tests, multicast.
const special: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const inside = new BlockList()
for (const [network, prefix] of special) inside.addSubnet(network, prefix, 'ipv4')
// Tunnels, which lead to any IPv4 address, and examples.
inside.addSubnet('2001::', 23, 'ipv6')
inside.addSubnet('2001:db8::', 32, 'ipv6')
inside.addSubnet('2002::', 16, 'ipv6')
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address lies inside some network and not on the open internet; what is no address is taken for one that does. */
export function isInsideAddress(address: string): boolean {
  if (isIP(address) === 0) return true
  if (isIPv6(address)) return !outside6.check(address, 'ipv6') || inside.check(address, 'ipv6')
  return inside.check(address, 'ipv4')
}

/** The IP address a URL names outright, or null when it names a host. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? null : host
}
