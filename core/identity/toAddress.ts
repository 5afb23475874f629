import { isIP } from 'node:net'

/**
 * A client's address as PostgreSQL's `inet` writes it, so that one client has one spelling: without port, zone or
 * brackets, in lower case, IPv4 as itself. Null for anything that is no address. Proxies differ in what they pass on.
 */
export const toAddress = (text: string): string | null => {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  switch (isIP(bare)) {
    case 4:
      return bare
    case 6:
      return new URL(`http://[${bare}]`).hostname.slice(1, -1)
    default:
      return null
  }
}
