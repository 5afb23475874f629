import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import {
  DECLINES,
  findCardByAlias,
  findCardByNumber,
  hasValidCheckDigit,
  type DeclineCode,
  type TestCard,
} from './cards.ts'
import type { Params } from './params.ts'
import { newStripeId } from './sandboxIds.ts'
import { getObject, insertObject, secondsNow, type Call, type Stored } from './store.ts'
import { invalidRequest, StripeError } from './stripeError.ts'

/** `POST /v1/payment_methods`. Numbers come from the browser only; of a card, only its last digits are kept. */
export const createPaymentMethod = async (call: Call, params: Params): Promise<Stripe.PaymentMethod> =>
  (await createFromCard(call, params)).data

export const getPaymentMethod = async (call: Call, params: Params, id: string): Promise<Stripe.PaymentMethod> => {
  params.end()
  return (await getObject<Stripe.PaymentMethod>(call, 'payment_method', id)).data
}

/** The stored method with this id, or a fresh one for an alias such as `pm_card_visa`. */
export const usePaymentMethod = async (call: Call, id: string): Promise<Stored<Stripe.PaymentMethod>> => {
  const card = findCardByAlias(id)
  if (card === null) return getObject<Stripe.PaymentMethod>(call, 'payment_method', id, 'payment_method')
  const expiry = { month: 12, year: new Date(call.nowMs).getUTCFullYear() + 2 }
  return keepMethod(call, describe(call, card.number, card.brand, expiry, noBilling()), card)
}

/** A method from `type` and `card[…]`, as `payment_method_data` or as a call of its own. */
export const createFromCard = async (call: Call, params: Params): Promise<Stored<Stripe.PaymentMethod>> => {
  params.oneOf('type', ['card'])
  const typed = params.below('card')
  const billing = params.below('billing_details')
  params.oneOf('allow_redisplay', ['always', 'limited', 'unspecified'])
  const details = {
    ...noBilling(),
    email: billing?.text('email') ?? null,
    name: billing?.text('name') ?? null,
    phone: billing?.text('phone') ?? null,
  }
  const address = billing?.below('address')
  address?.text('country')
  address?.text('postal_code')
  if (typed === undefined)
    throw invalidRequest('Missing required param: card.', { code: 'parameter_missing', param: 'card' })
  const number = typed.requiredText('number').replace(/[\s-]/g, '')
  const month = typed.requiredInteger('exp_month')
  const year = typed.requiredInteger('exp_year')
  const cvc = typed.text('cvc')
  params.end()
  if (call.isSecret)
    throw new StripeError(402, {
      type: 'card_error',
      message:
        'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing.',
    })

  const present = new Date(call.nowMs)
  const fullYear = year < 100 ? 2000 + year : year
  if (!hasValidCheckDigit(number)) throw typo('incorrect_number', 'Your card number is incorrect.', 'number')
  if (month < 1 || month > 12)
    throw typo('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  if (fullYear < present.getUTCFullYear() || fullYear > present.getUTCFullYear() + 50)
    throw typo('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')
  if (fullYear === present.getUTCFullYear() && month < present.getUTCMonth() + 1)
    throw typo('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc))
    throw typo('invalid_cvc', "Your card's security code is invalid.", 'cvc')

  const card = findCardByNumber(number)
  const method = describe(call, number, card?.brand ?? 'visa', { month, year: fullYear }, details)
  return keepMethod(call, method, card ?? NO_TEST_CARD)
}

const typo = (code: string, message: string, param: string): StripeError =>
  new StripeError(402, { type: 'card_error', code, message, param })

type Habits = Pick<TestCard, 'threeDSecure' | 'decline' | 'bypassesPending' | 'disputesLater'>
const NO_TEST_CARD: Habits = {
  threeDSecure: false,
  decline: 'test_mode_live_card',
  bypassesPending: false,
  disputesLater: false,
}

const keepMethod = async (
  call: Call,
  data: Stripe.PaymentMethod,
  { threeDSecure, decline, bypassesPending, disputesLater }: Habits,
): Promise<Stored<Stripe.PaymentMethod>> => {
  const hidden = { threeDSecure, decline, bypassesPending, disputesLater }
  await insertObject(call, data, hidden)
  return { data, hidden }
}

const noBilling = (): Stripe.PaymentMethod.BillingDetails => ({
  address: null,
  email: null,
  name: null,
  phone: null,
  tax_id: null,
})

const describe = (
  call: Call,
  number: string,
  brand: string,
  expiry: { month: number; year: number },
  billing: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod => ({
  id: newStripeId('pm'),
  object: 'payment_method',
  allow_redisplay: 'unspecified',
  billing_details: billing,
  card: {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    display_brand: brand,
    exp_month: expiry.month,
    exp_year: expiry.year,
    // Of a number that is no test card, and so may be somebody's, not even a digest is kept.
    fingerprint: findCardByNumber(number) && createHash('sha256').update(number).digest('base64url').slice(0, 16),
    funding: 'credit',
    generated_from: null,
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  },
  created: secondsNow(call),
  customer: null,
  customer_account: null,
  livemode: false,
  metadata: {},
  type: 'card',
})

/** What the issuer will say about a stored method. */
export const outcomeOf = ({
  hidden,
}: Stored<Stripe.PaymentMethod>): { threeDSecure: boolean; decline: DeclineCode | null } => ({
  threeDSecure: hidden['threeDSecure'] === true,
  decline:
    typeof hidden['decline'] === 'string' && hidden['decline'] in DECLINES ? (hidden['decline'] as DeclineCode) : null,
})
