import type { Params } from './params.ts'
import { createAccount, getAccount, updateAccount } from './accounts.ts'
import { createAccountLink } from './accountLinks.ts'
import { getBalance } from './balances.ts'
import { cancelIntent } from './cancelIntent.ts'
import { captureIntent } from './captureIntent.ts'
import { getCharge } from './charges.ts'
import { confirmIntent } from './confirmIntent.ts'
import { createCustomer, deleteCustomer, getCustomer, updateCustomer } from './customers.ts'
import { closeDispute, getDispute, updateDispute } from './disputes.ts'
import { expireSession } from './hostedPayment.ts'
import { createIntent, getIntent, updateIntent } from './intents.ts'
import { listObjects } from './lists.ts'
import { getMovement, listMovements } from './movements.ts'
import { createPaymentMethod, detachPaymentMethod, getPaymentMethod } from './paymentMethods.ts'
import { createRefund, getRefund } from './refunds.ts'
import { cancelPayout, createPayout, getPayout } from './payouts.ts'
import { createReversal } from './reversals.ts'
import { createSession, getSession } from './sessions.ts'
import { cancelSetup, confirmSetup, createSetup, getSetup } from './setupIntents.ts'
import { getObject, type Call } from './store.ts'
import { createTransfer, getTransfer } from './transfers.ts'

type Handle = (call: Call, params: Params, id: string) => Promise<unknown>
export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  pattern: RegExp
  handle: Handle
  /** True where the browser's publishable key is enough. */
  isOpen: boolean
  /** True where a connected account may be named (`Stripe-Account`). */
  isOnAccounts: boolean
}

const route = (
  method: Route['method'],
  path: string,
  handle: Handle,
  { isOpen = false, isOnAccounts = false }: Partial<Pick<Route, 'isOpen' | 'isOnAccounts'>> = {},
): Route => ({
  method,
  pattern: new RegExp(`^/v1/${path.replace(':id', '([A-Za-z0-9_]+)')}$`),
  handle,
  isOpen,
  isOnAccounts,
})
const forBrowsers = { isOpen: true }
const onAccounts = { isOnAccounts: true }
/** `GET` of a list, at the path that the list says it is at. */
const list = (path: string, kind: string, filters: readonly string[], more: Parameters<typeof route>[3] = {}): Route =>
  route('GET', path, listObjects(kind, path, filters), more)

const getEvent: Handle = async (call, params, id) => {
  params.end()
  return (await getObject(call, 'event', id)).data
}

/** Every call the sandbox knows. Anything else is a loud 404. */
const ROUTES: readonly Route[] = [
  route('POST', 'payment_methods', createPaymentMethod, forBrowsers),
  route('GET', 'payment_methods/:id', getPaymentMethod),
  route('POST', 'payment_methods/:id/detach', detachPaymentMethod),
  route('POST', 'customers', createCustomer),
  list('customers', 'customer', ['email']),
  route('GET', 'customers/:id', getCustomer),
  route('POST', 'customers/:id', updateCustomer),
  route('DELETE', 'customers/:id', deleteCustomer),
  route(
    'GET',
    'customers/:id/payment_methods',
    listObjects('payment_method', 'customers/:id/payment_methods', ['type'], 'customer'),
  ),
  route('POST', 'setup_intents', createSetup),
  list('setup_intents', 'setup_intent', ['customer']),
  route('GET', 'setup_intents/:id', getSetup, forBrowsers),
  route('POST', 'setup_intents/:id/confirm', confirmSetup, forBrowsers),
  route('POST', 'setup_intents/:id/cancel', cancelSetup),
  route('POST', 'payment_intents', createIntent),
  list('payment_intents', 'payment_intent', []),
  route('GET', 'payment_intents/:id', getIntent, forBrowsers),
  route('POST', 'payment_intents/:id', updateIntent),
  route('POST', 'payment_intents/:id/confirm', confirmIntent, forBrowsers),
  route('POST', 'payment_intents/:id/capture', captureIntent),
  route('POST', 'payment_intents/:id/cancel', cancelIntent),
  list('charges', 'charge', ['payment_intent', 'transfer_group'], onAccounts),
  route('GET', 'charges/:id', getCharge, onAccounts),
  route('POST', 'refunds', createRefund),
  list('refunds', 'refund', ['payment_intent', 'charge'], onAccounts),
  route('GET', 'refunds/:id', getRefund),
  route('POST', 'checkout/sessions', createSession),
  list('checkout/sessions', 'checkout.session', ['payment_intent', 'status']),
  route('GET', 'checkout/sessions/:id', getSession),
  route('POST', 'checkout/sessions/:id/expire', expireSession),
  route('POST', 'accounts', createAccount),
  list('accounts', 'account', []),
  route('GET', 'accounts/:id', getAccount),
  route('POST', 'accounts/:id', updateAccount),
  route('POST', 'account_links', createAccountLink),
  route('POST', 'transfers', createTransfer),
  list('transfers', 'transfer', ['destination', 'transfer_group']),
  route('GET', 'transfers/:id', getTransfer),
  route('POST', 'transfers/:id/reversals', createReversal),
  route('GET', 'transfers/:id/reversals', listObjects('transfer_reversal', 'transfers/:id/reversals', [], 'transfer')),
  route('GET', 'balance', getBalance, onAccounts),
  route('GET', 'balance_transactions', listMovements, onAccounts),
  route('GET', 'balance_transactions/:id', getMovement, onAccounts),
  route('POST', 'payouts', createPayout, onAccounts),
  list('payouts', 'payout', ['status', 'destination'], onAccounts),
  route('GET', 'payouts/:id', getPayout, onAccounts),
  route('POST', 'payouts/:id/cancel', cancelPayout, onAccounts),
  list('disputes', 'dispute', ['charge', 'payment_intent']),
  route('GET', 'disputes/:id', getDispute),
  route('POST', 'disputes/:id', updateDispute),
  route('POST', 'disputes/:id/close', closeDispute),
  list('events', 'event', ['type'], onAccounts),
  route('GET', 'events/:id', getEvent, onAccounts),
]

export const findRoute = (method: string, path: string): { route: Route; id: string } | null => {
  for (const candidate of ROUTES) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null
    if (match !== null) return { route: candidate, id: match[1] ?? '' }
  }
  return null
}
