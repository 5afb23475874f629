import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type {
  HostedCheckoutView,
  IntentState,
  IntentView,
  Listed,
  ListedRefund,
  PaymentEvent,
  RefundView,
} from '../../ports/payments.ts'
import { idOf, toInstant, toMoney } from './amounts.ts'

const INTENT_STATES: ReadonlySet<string> = new Set<IntentState>([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
])
const isIntentState = (status: string): status is IntentState => INTENT_STATES.has(status)

/**
 * `intent` as any call returned it, `latest_charge` expanded or not. The SDK lets a 404 without an `error` through as if
 * it were the object, so its fields are looked at before they are believed.
 */
export const toIntentView = (intent: Stripe.PaymentIntent): IntentView => {
  assert(
    intent.object === 'payment_intent' && typeof intent.amount === 'number',
    'Stripe answered with a payment intent',
  )
  assert(typeof intent.client_secret === 'string', 'a payment intent has a client secret')
  assert(isIntentState(intent.status), `Stripe's payment intents have no state ${intent.status}`)
  const failure = intent.last_payment_error
  return {
    id: intent.id,
    clientSecret: intent.client_secret,
    state: intent.status,
    amount: toMoney(intent.amount, intent.currency),
    amountReceived: toMoney(intent.amount_received, intent.currency),
    actionUrl: intent.next_action?.redirect_to_url?.url ?? null,
    declineCode: failure?.decline_code ?? failure?.code ?? null,
    card: cardOf(intent),
    chargeId: idOf(intent.latest_charge),
    captureBefore: captureBeforeOf(intent),
    metadata: { ...intent.metadata },
  }
}

const captureBeforeOf = (intent: Stripe.PaymentIntent): Date | null => {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const before = charge?.payment_method_details?.card?.capture_before
  return intent.status === 'requires_capture' && before !== undefined ? toInstant(before) : null
}

const cardOf = (intent: Stripe.PaymentIntent): IntentView['card'] => {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  const charged = charge?.payment_method_details?.card
  if (charged?.brand && charged.last4) return { brand: charged.brand, last4: charged.last4 }
  const refused = intent.last_payment_error?.payment_method?.card
  return refused ? { brand: refused.brand, last4: refused.last4 } : null
}

export const toRefundView = (refund: Stripe.Refund): RefundView => {
  assert(refund.object === 'refund' && typeof refund.amount === 'number', 'Stripe answered with a refund')
  return {
    id: refund.id,
    state: (refund.status ?? 'pending') as RefundView['state'],
    amount: toMoney(refund.amount, refund.currency),
  }
}

export const toListedRefund = (refund: Stripe.Refund): ListedRefund => ({
  ...toRefundView(refund),
  intentId: idOf(refund.payment_intent),
})

export const toListed = <One, View>(list: Stripe.ApiList<One>, toView: (one: One) => View): Listed<View> => {
  assert(list.object === 'list', 'Stripe answered with a list')
  return { items: list.data.map(toView), more: list.has_more }
}

export const toHostedCheckoutView = (session: Stripe.Checkout.Session): HostedCheckoutView => {
  assert(session.object === 'checkout.session' && session.status !== null, 'Stripe answered with a checkout session')
  return {
    id: session.id,
    state: session.status as HostedCheckoutView['state'],
    url: session.url,
    intentId: idOf(session.payment_intent),
  }
}

export const toPaymentEvent = (event: Stripe.Event): PaymentEvent => {
  const object: Record<string, unknown> = { ...event.data.object }
  return {
    id: event.id,
    type: event.type,
    createdAt: toInstant(event.created),
    intentId: object['object'] === 'payment_intent' ? String(object['id']) : idOf(object['payment_intent']),
    accountId: event.account ?? null,
    object,
  }
}
