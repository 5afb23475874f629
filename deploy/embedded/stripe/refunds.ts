import type Stripe from 'stripe'
import { assertMovable } from './amounts.ts'
import { recordMovement } from './movements.ts'
import type { Params } from './params.ts'
import { newStripeId } from './sandboxIds.ts'
import { getObject, insertObject, lockObject, recordEvent, saveObject, secondsNow, type Call } from './store.ts'
import { invalidRequest } from './stripeError.ts'

export const getRefund = async (call: Call, params: Params, id: string): Promise<Stripe.Refund> => {
  params.end()
  return (await getObject<Stripe.Refund>(call, 'refund', id)).data
}

/** `POST /v1/refunds`: all that is left of a charge, or `amount` of it. */
export const createRefund = async (call: Call, params: Params): Promise<Stripe.Refund> => {
  const intentId = params.text('payment_intent')
  const chargeId = params.text('charge')
  const amount = params.integer('amount')
  const reason = params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer'])
  const metadata = params.metadata()
  params.end()

  const charge = await lockObject<Stripe.Charge>(call, 'charge', await findChargeId(call, intentId, chargeId), 'charge')
  const { data } = charge
  if (!data.captured)
    throw invalidRequest(
      `This ${intentId === undefined ? 'Charge' : 'PaymentIntent'} (${intentId ?? data.id}) does not have a successful charge to refund.`,
      {
        param: intentId === undefined ? 'charge' : 'payment_intent',
      },
    )
  if (charge.hidden['isChargedBack'] === true)
    throw invalidRequest(`Charge ${data.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  const left = data.amount - data.amount_refunded
  if (left === 0)
    throw invalidRequest(`Charge ${data.id} has already been refunded.`, { code: 'charge_already_refunded' })
  const refunded = assertMovable(amount ?? left, data.currency)
  if (refunded > left)
    throw invalidRequest(
      `Refund amount (${refunded}) is greater than unrefunded amount on charge (${left}), in minor units of ${data.currency}.`,
      {
        param: 'amount',
      },
    )

  data.amount_refunded += refunded
  data.refunded = data.amount_refunded === data.amount
  const id = newStripeId('re')
  const movement = await recordMovement(call, {
    type: 'refund',
    amount: -refunded,
    currency: data.currency,
    source: id,
  })
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount: refunded,
    balance_transaction: movement.id,
    charge: data.id,
    created: secondsNow(call),
    currency: data.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata,
    payment_intent: data.payment_intent,
    payment_method: data.payment_method,
    reason: reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
  await insertObject(call, refund)
  await saveObject(call, data, charge.hidden)
  await recordEvent(call, 'refund.created', refund)
  await recordEvent(call, 'charge.refunded', data)
  return refund
}

const findChargeId = async (
  call: Call,
  intentId: string | undefined,
  chargeId: string | undefined,
): Promise<string> => {
  if (intentId === undefined) {
    if (chargeId !== undefined) return chargeId
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.')
  }
  if (chargeId !== undefined)
    throw invalidRequest('You may only specify one of these parameters: charge, payment_intent.')
  const { data } = await getObject<Stripe.PaymentIntent>(call, 'payment_intent', intentId, 'payment_intent')
  if (typeof data.latest_charge === 'string') return data.latest_charge
  throw invalidRequest(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
    param: 'payment_intent',
  })
}
