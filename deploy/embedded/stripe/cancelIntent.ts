import type Stripe from 'stripe'
import { lockChargeOf } from './charges.ts'
import type { Params } from './params.ts'
import { assertNotInOpenSession } from './sessions.ts'
import { lockObject, recordEvent, saveObject, secondsNow, type Call, type Stored } from './store.ts'
import { unexpectedState } from './stripeError.ts'

type Intent = Stripe.PaymentIntent
const CANCELABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture']

/** `POST /v1/payment_intents/:id/cancel`. */
export const cancelIntent = async (call: Call, params: Params, id: string): Promise<Intent> => {
  const intent = await lockObject<Intent>(call, 'payment_intent', id)
  const reason = params.oneOf('cancellation_reason', ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'])
  params.end()
  await assertNotInOpenSession(call, intent)
  if (!CANCELABLE.includes(intent.data.status))
    throw unexpectedState(
      intent.data,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.data.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(', ')}, processing.`,
    )
  await cancel(call, intent, reason ?? null)
  return intent.data
}

/** Lets an intent go, and the money with it where a card was authorised. */
export const cancel = async (call: Call, intent: Stored<Intent>, reason: string | null): Promise<void> => {
  const { data, hidden } = intent
  if (data.status === 'requires_capture') {
    const charge = await lockChargeOf(call, data)
    charge.data.refunded = true
    charge.data.amount_refunded = charge.data.amount
    await saveObject(call, charge.data, charge.hidden)
    await recordEvent(call, reason === 'automatic' ? 'charge.expired' : 'charge.refunded', charge.data)
  }
  data.status = 'canceled'
  data.canceled_at = secondsNow(call)
  data.cancellation_reason = reason
  data.amount_capturable = 0
  data.next_action = null
  delete hidden['attempt']
  delete hidden['endsAt']
  await saveObject(call, data, hidden)
  await recordEvent(call, 'payment_intent.canceled', data)
}
