import type Stripe from 'stripe'
import { feeOf } from './amounts.ts'
import { DECLINES, type DeclineCode } from './cards.ts'
import { recordMovement } from './movements.ts'
import type { Params } from './params.ts'
import { newStripeId } from './sandboxIds.ts'
import {
  getObject,
  insertObject,
  lockObject,
  recordEvent,
  secondsNow,
  type Call,
  type Hidden,
  type Stored,
} from './store.ts'

export const getCharge = async (call: Call, params: Params, id: string): Promise<Stripe.Charge> => {
  params.end()
  return (await getObject<Stripe.Charge>(call, 'charge', id)).data
}

/** A card's authorisation is let go after a week (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method). */
export const AUTHORISATION_SECONDS = 7 * 24 * 60 * 60

const PENDING_SECONDS = 2 * 24 * 60 * 60
/** Stripe's own test card is disputed at once; ours leaves time for a transfer first. */
const DISPUTED_AFTER = 24 * 60 * 60

/** One attempt at the card: paid, authorised or declined, and kept whichever it was. */
export const recordCharge = async (
  call: Call,
  intent: Stripe.PaymentIntent,
  { data: method, hidden }: Stored<Stripe.PaymentMethod>,
  attempt: { decline: DeclineCode | null; authenticated: boolean },
): Promise<Stripe.Charge> => {
  const charge = describe(call, intent, method, attempt)
  // Kept with the charge: it may be captured much later, and then has to know which card it was.
  const kept: Hidden = {
    bypassesPending: hidden['bypassesPending'] === true,
    disputesLater: hidden['disputesLater'] === true,
  }
  if (charge.captured) await recordIncome(call, charge, kept)
  await insertObject(call, charge, kept)
  await recordEvent(call, charge.paid ? 'charge.succeeded' : 'charge.failed', charge)
  return charge
}

/** Counts what was captured, less Stripe's fee, towards the balance; it can be used in two days. */
export const recordIncome = async (call: Call, charge: Stripe.Charge, hidden: Hidden): Promise<void> => {
  const { id } = await recordMovement(call, {
    type: 'charge',
    amount: charge.amount_captured,
    fee: feeOf(charge.amount_captured, charge.currency),
    currency: charge.currency,
    source: charge.id,
    availableOn: secondsNow(call) + (hidden['bypassesPending'] === true ? 0 : PENDING_SECONDS),
  })
  charge.balance_transaction = id
  if (hidden['disputesLater'] === true) hidden['endsAt'] = secondsNow(call) + DISPUTED_AFTER
}

const describe = (
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { decline, authenticated }: { decline: DeclineCode | null; authenticated: boolean },
): Stripe.Charge => {
  const isPaid = decline === null
  const isCaptured = isPaid && intent.capture_method !== 'manual'
  const card = method.card
  return {
    id: newStripeId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: isCaptured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'SANDBOX',
    captured: isCaptured,
    created: secondsNow(call),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline === null ? null : DECLINES[decline].code,
    failure_message: decline === null ? null : DECLINES[decline].message,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: decline === null ? null : 'try_again_later',
      network_advice_code: null,
      network_decline_code: null,
      network_status: isPaid ? 'approved_by_network' : 'declined_by_network',
      reason: decline,
      seller_message: isPaid ? 'Payment complete.' : 'The bank did not approve the charge.',
      type: isPaid ? 'authorized' : 'issuer_declined',
    },
    paid: isPaid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: {
      type: 'card',
      card: {
        amount_authorized: isPaid ? intent.amount : null,
        authorization_code: isPaid ? '123456' : null,
        brand: card?.brand ?? null,
        ...(isPaid && !isCaptured ? { capture_before: secondsNow(call) + AUTHORISATION_SECONDS } : {}),
        checks: {
          address_line1_check: null,
          address_postal_code_check: null,
          cvc_check: decline === 'incorrect_cvc' ? 'fail' : 'pass',
        },
        country: card?.country ?? null,
        electronic_commerce_indicator: authenticated ? '05' : null,
        exp_month: card?.exp_month ?? 1,
        exp_year: card?.exp_year ?? 2000,
        fingerprint: card?.fingerprint ?? null,
        funding: card?.funding ?? null,
        installments: null,
        last4: card?.last4 ?? null,
        mandate: null,
        network: card?.brand ?? null,
        network_transaction_id: null,
        regulated_status: 'unregulated',
        three_d_secure: authenticated
          ? {
              authentication_flow: 'challenge',
              electronic_commerce_indicator: '05',
              exemption_indicator: null,
              result: 'authenticated',
              result_reason: null,
              transaction_id: null,
              version: '2.2.0',
            }
          : null,
        transaction_link_id: null,
        wallet: null,
      },
    },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: isPaid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
}

/** The last charge of an intent; the caller holds the intent's lock. */
export const lockChargeOf = (call: Call, intent: Stripe.PaymentIntent): Promise<Stored<Stripe.Charge>> =>
  lockObject<Stripe.Charge>(call, 'charge', String(intent.latest_charge))
