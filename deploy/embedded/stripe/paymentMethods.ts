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
import {
  getObject,
  insertObject,
  lockObject,
  recordEvent,
  saveObject,
  secondsNow,
  type Call,
  type Stored,
} from './store.ts'
import { invalidRequest, StripeError } from './stripeError.ts'

/** `POST /v1/payment_methods`. Numbers come from the browser only; of a card, only its last digits are kept. */
export const createPaymentMethod = async (call: Call, params: Params): Promise<Stripe.PaymentMethod> =>
  (await createFromCard(call, params)).data

export const getPaymentMethod = async (call: Call, params: Params, id: string): Promise<Stripe.PaymentMethod> => {
  params.end()
  return (await getObject<Stripe.PaymentMethod>(call, 'payment_method', id)).data
}

/** `POST /v1/payment_methods/:id/detach`: it belongs to nobody, for good. */
export const detachPaymentMethod = async (call: Call, params: Params, id: string): Promise<Stripe.PaymentMethod> => {
  params.end()
  const { data, hidden } = await lockObject<Stripe.PaymentMethod>(call, 'payment_method', id)
  if (data.customer === null)
    throw invalidRequest('The payment method you provided is not attached to a customer so detachment is impossible.', {
      code: 'payment_method_unexpected_state',
    })
  data.customer = null
  await saveObject(call, data, { ...hidden, isDetached: true })
  await recordEvent(call, 'payment_method.detached', data)
  return data
}

/** Keeps a method for a customer; one that another customer has, or had, stays where it is. */
export const attachTo = async (
  call: Call,
  { data, hidden }: Stored<Stripe.PaymentMethod>,
  customer: string,
): Promise<void> => {
  if (data.customer === customer) return
  assertUsableBy({ data, hidden }, customer)
  data.customer = customer
  hidden['isSetUp'] = true
  await saveObject(call, data, hidden)
  await recordEvent(call, 'payment_method.attached', data)
}

/** A kept card pays only for whom it was kept. */
export const assertUsableBy = ({ data, hidden }: Stored<Stripe.PaymentMethod>, customer: string | null): void => {
  if (hidden['isDetached'] === true)
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again.',
      { param: 'payment_method' },
    )
  if (data.customer !== null && data.customer !== customer)
    throw invalidRequest(
      'The provided PaymentMethod cannot be used: it belongs to a Customer. Please include that Customer in the `customer` parameter.',
      { param: 'payment_method' },
    )
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

type Habits = Pick<TestCard, 'threeDSecure' | 'decline' | 'bypassesPending' | 'disputesLater' | 'securedOnce'>
const NO_TEST_CARD: Habits = {
  threeDSecure: false,
  decline: 'test_mode_live_card',
  bypassesPending: false,
  disputesLater: false,
  securedOnce: false,
}

const keepMethod = async (
  call: Call,
  data: Stripe.PaymentMethod,
  { threeDSecure, decline, bypassesPending, disputesLater, securedOnce }: Habits,
): Promise<Stored<Stripe.PaymentMethod>> => {
  const hidden = { threeDSecure, decline, bypassesPending, disputesLater, securedOnce }
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
  threeDSecure: hidden['threeDSecure'] === true && !(hidden['securedOnce'] === true && hidden['isSetUp'] === true),
  decline:
    typeof hidden['decline'] === 'string' && hidden['decline'] in DECLINES ? (hidden['decline'] as DeclineCode) : null,
})

/** The ways of paying that a call allows; null when it names none. */
export const readCardsOnly = (params: Params): string[] | null => {
  const allowed = params.list('allowed_payment_method_types')
  if (allowed.length === 0) return null
  if (!allowed.includes('card'))
    throw invalidRequest(`The sandbox takes cards only, not ${allowed.join(', ')}.`, {
      param: 'allowed_payment_method_types',
    })
  return allowed
}
