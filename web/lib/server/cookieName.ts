interface Visited {
  url: URL
}

/** Over https the name itself promises Secure, our host alone and the whole site (RFC 6265bis §4.1.3.2). */
export const nameOf = (name: string, { url }: Visited): string => (url.protocol === 'https:' ? `__Host-${name}` : name)

/** For a cookie of one path: its name promises Secure alone (RFC 6265bis §4.1.3.1). */
export const nameOfPart = (name: string, { url }: Visited): string =>
  url.protocol === 'https:' ? `__Secure-${name}` : name
