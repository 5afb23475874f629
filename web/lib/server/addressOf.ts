import { isIP } from 'node:net'
import type { RequestEvent } from '@sveltejs/kit'

/** The client's address as the listener in front knows it; null where it is none, whatever a proxy wrote down. */
export const addressOf = (event: Pick<RequestEvent, 'getClientAddress'>): string | null => {
  try {
    // An IPv6 address may name its zone, which the database's type does not know.
    const [address = ''] = event.getClientAddress().split('%')
    return isIP(address) === 0 ? null : address
  } catch {
    return null // prerendering and tests have no client
  }
}
