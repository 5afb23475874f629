/** What a machine calls itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Where a page asked for by another name of this machine is at home, or null when it is there, or somewhere that only
 * the asker knows to reach. Cookies, frames and forms know one name only, the one that mails and Stripe lead back to.
 */
export const homeOf = (asked: URL, publicOrigin: string): string | null => {
  const home = new URL(publicOrigin)
  const isAlias =
    asked.port === home.port &&
    asked.hostname !== home.hostname &&
    LOOPBACK.has(asked.hostname) &&
    LOOPBACK.has(home.hostname)
  return isAlias ? home.origin + asked.pathname + asked.search : null
}
