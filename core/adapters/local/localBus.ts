import type { BusPort } from '../../ports/bus.ts'
import type { LogPort } from '../../ports/log.ts'
import { matchSubject } from './matchSubject.ts'

interface Subscription {
  pattern: string
  handle: (payload: string, subject: string) => void
}

/**
 * The bus of a single process. Handlers run after the publisher's own turn, as they would over a network, so that a slow
 * or failing one can't hold up or break who published.
 */
export const openLocalBus = (log: LogPort): BusPort => {
  const subscriptions = new Set<Subscription>()
  let waiting: { subject: string; payload: string }[] = []
  let open = true

  const deliver = (): void => {
    const batch = waiting
    waiting = []
    for (const { subject, payload } of batch) {
      for (const subscription of subscriptions) {
        if (!matchSubject(subscription.pattern, subject)) continue
        try {
          subscription.handle(payload, subject)
        } catch (error) {
          log.error({ err: error, subject }, 'a bus handler failed')
        }
      }
    }
  }

  return {
    publish: (subject, payload) => {
      if (!open) return
      if (waiting.length === 0) setImmediate(deliver)
      waiting.push({ subject, payload: typeof payload === 'string' ? payload : new TextDecoder().decode(payload) })
    },
    subscribe: (pattern, handle) => {
      const subscription = { pattern, handle }
      subscriptions.add(subscription)
      return () => void subscriptions.delete(subscription)
    },
    get connected() {
      return open
    },
    // Within one process news can't be lost, so there is never a change to tell.
    onConnection: () => () => undefined,
    close: () => {
      open = false
      subscriptions.clear()
      return Promise.resolve()
    },
  }
}
