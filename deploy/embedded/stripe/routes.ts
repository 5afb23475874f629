import type { Params } from './params.ts'
import { getCharge } from './charges.ts'
import { expireSession } from './hostedPayment.ts'
import { cancelIntent, captureIntent, confirmIntent, createIntent, getIntent, updateIntent } from './intents.ts'
import { listObjects } from './lists.ts'
import { createPaymentMethod, getPaymentMethod } from './paymentMethods.ts'
import { createRefund, getRefund } from './refunds.ts'
import { createSession, getSession } from './sessions.ts'
import { getObject, type Call } from './store.ts'

type Handle = (call: Call, params: Params, id: string) => Promise<unknown>
export interface Route {
  method: 'GET' | 'POST'
  pattern: RegExp
  handle: Handle
  /** True where the browser's publishable key is enough. */
  isOpen: boolean
}

const route = (method: Route['method'], path: string, handle: Handle, isOpen = false): Route => ({
  method,
  pattern: new RegExp(`^/v1/${path.replace(':id', '([A-Za-z0-9_]+)')}$`),
  handle,
  isOpen,
})
const forBrowsers = true

const getEvent: Handle = async (call, params, id) => {
  params.end()
  return (await getObject(call, 'event', id)).data
}

/** Every call the sandbox knows. Anything else is a loud 404. */
const ROUTES: readonly Route[] = [
  route('POST', 'payment_methods', createPaymentMethod, forBrowsers),
  route('GET', 'payment_methods/:id', getPaymentMethod),
  route('POST', 'payment_intents', createIntent),
  route('GET', 'payment_intents', listObjects('payment_intent', '/v1/payment_intents')),
  route('GET', 'payment_intents/:id', getIntent, forBrowsers),
  route('POST', 'payment_intents/:id', updateIntent),
  route('POST', 'payment_intents/:id/confirm', confirmIntent, forBrowsers),
  route('POST', 'payment_intents/:id/capture', captureIntent),
  route('POST', 'payment_intents/:id/cancel', cancelIntent),
  route('GET', 'charges', listObjects('charge', '/v1/charges', ['payment_intent'])),
  route('GET', 'charges/:id', getCharge),
  route('POST', 'refunds', createRefund),
  route('GET', 'refunds', listObjects('refund', '/v1/refunds', ['payment_intent', 'charge'])),
  route('GET', 'refunds/:id', getRefund),
  route('POST', 'checkout/sessions', createSession),
  route(
    'GET',
    'checkout/sessions',
    listObjects('checkout.session', '/v1/checkout/sessions', ['payment_intent', 'status']),
  ),
  route('GET', 'checkout/sessions/:id', getSession),
  route('POST', 'checkout/sessions/:id/expire', expireSession),
  route('GET', 'events', listObjects('event', '/v1/events', ['type'])),
  route('GET', 'events/:id', getEvent),
]

export const findRoute = (method: string, path: string): { route: Route; id: string } | null => {
  for (const candidate of ROUTES) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null
    if (match !== null) return { route: candidate, id: match[1] ?? '' }
  }
  return null
}
