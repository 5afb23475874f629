import ipaddr from 'ipaddr.js'

/**
 * Whether an address is out in the internet: none that is private, loopback, link-local (where clouds keep their metadata),
 * shared, multicast, reserved, or an IPv6 spelling of an IPv4 address, by any of the ways there are to carry one. Of IPv6
 * only what is given out: 2000::/3 (https://www.iana.org/assignments/ipv6-address-space).
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(GIVEN_OUT)
}

const GIVEN_OUT: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

export const isLoopback = (text: string): boolean => ipaddr.isValid(text) && ipaddr.parse(text).range() === 'loopback'
