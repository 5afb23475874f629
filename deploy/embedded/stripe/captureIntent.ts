import type Stripe from 'stripe'
import { assertStep } from './amounts.ts'
import { lockChargeOf, recordIncome } from './charges.ts'
import type { Params } from './params.ts'
import { lockObject, recordEvent, saveObject, type Call, type Stored } from './store.ts'
import { invalidRequest, unexpectedState } from './stripeError.ts'

type Intent = Stripe.PaymentIntent

/** `POST /v1/payment_intents/:id/capture`: takes authorised money, all of it or a part. */
export const captureIntent = async (call: Call, params: Params, id: string): Promise<Intent> => {
  const intent = await lockObject<Intent>(call, 'payment_intent', id)
  const amount = params.integer('amount_to_capture')
  const metadata = params.metadata(intent.data.metadata)
  params.flag('final_capture')
  params.end()
  const { data } = intent
  if (data.status !== 'requires_capture')
    throw unexpectedState(
      data,
      `This PaymentIntent could not be captured because it has a status of ${data.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    )
  const captured = assertStep(amount ?? data.amount_capturable, data.currency, 'amount_to_capture')
  if (captured < 1 || captured > data.amount_capturable)
    throw invalidRequest(
      `The amount_to_capture must be greater than zero and no more than the amount_capturable (${data.amount_capturable}).`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    )

  const charge = await lockChargeOf(call, data)
  charge.data.captured = true
  charge.data.amount_captured = captured
  await recordIncome(call, charge.data, charge.hidden)
  // What is not captured goes back to the card with the capture, and Stripe counts it as refunded.
  charge.data.amount_refunded = charge.data.amount - captured
  await saveObject(call, charge.data, charge.hidden)
  await recordEvent(call, 'charge.captured', charge.data)
  data.metadata = metadata
  data.amount_capturable = 0
  data.amount_received = captured
  await settle(call, intent)
  return data
}

/** The money has come. */
export const settle = async (call: Call, intent: Stored<Intent>): Promise<void> => {
  intent.data.status = 'succeeded'
  delete intent.hidden['endsAt']
  await saveObject(call, intent.data, intent.hidden)
  await recordEvent(call, 'payment_intent.succeeded', intent.data)
}
