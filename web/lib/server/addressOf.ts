import type { RequestEvent } from '@sveltejs/kit'

/** The client's address as the listener in front knows it. */
export const addressOf = (event: RequestEvent): string | null => {
  try {
    return event.getClientAddress()
  } catch {
    return null // prerendering and tests have no client
  }
}
