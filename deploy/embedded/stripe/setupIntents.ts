import type Stripe from 'stripe'
import { lockCustomer } from './customers.ts'
import { askChallenge, takeChallenge } from './challenge.ts'
import { answerSeenBy, assertMayAsk, seenBy } from './clientSecret.ts'
import { attachTo, createFromCard, outcomeOf, readCardsOnly, usePaymentMethod } from './paymentMethods.ts'
import { authenticationFailed, cardDeclined } from './declines.ts'
import type { Params } from './params.ts'
import { newClientSecret, newStripeId } from './sandboxIds.ts'
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
import { invalidRequest, StripeError, type ErrorBody } from './stripeError.ts'

type Setup = Stripe.SetupIntent
const KIND = 'setup_intent'
const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** `POST /v1/setup_intents`: a card to be kept for a customer, with nothing to pay now. */
export const createSetup = async (call: Call, params: Params): Promise<Setup> => {
  const customer = params.requiredText('customer')
  const usage = params.oneOf('usage', ['off_session', 'on_session']) ?? 'off_session'
  const allowed = readCardsOnly(params)
  const metadata = params.metadata()
  params.end()
  await lockCustomer(call, customer, 'customer')
  const setup = describe(call, { customer, usage, metadata, allowed })
  await insertObject(call, setup)
  await recordEvent(call, 'setup_intent.created', setup)
  return setup
}

export const getSetup = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const secret = params.text('client_secret')
  params.text('is_stripe_sdk')
  params.end()
  const { data } = await getObject<Setup>(call, KIND, id)
  assertMayAsk(call, data, secret)
  return seenBy(call, data)
}

export const confirmSetup = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const secret = params.text('client_secret')
  const setup = await lockObject<Setup>(call, KIND, id)
  const { data } = setup
  assertMayAsk(call, data, secret)
  const typed = params.below('payment_method_data')
  const chosen = params.text('payment_method')
  const returnUrl = params.text('return_url') ?? null
  const byScript = params.flag('use_stripe_sdk') ?? false
  params.end()
  if (!CONFIRMABLE.includes(data.status)) throw unexpected(data)
  if (typed !== undefined) data.payment_method = (await createFromCard(call, typed)).data.id
  else if (chosen !== undefined) data.payment_method = (await usePaymentMethod(call, chosen)).data.id
  if (typeof data.payment_method !== 'string')
    throw invalidRequest('You cannot confirm this SetupIntent because it is missing a payment method.', {
      code: 'setup_intent_unexpected_state',
    })
  const method = await usePaymentMethod(call, data.payment_method)
  data.last_setup_error = null
  if (!outcomeOf(method).threeDSecure) return answerSeenBy(call, await save(call, setup, method))

  await askChallenge(call, setup, { returnUrl, byScript })
  return seenBy(call, data)
}

export const cancelSetup = async (call: Call, params: Params, id: string): Promise<Setup> => {
  params.end()
  const { data, hidden } = await lockObject<Setup>(call, KIND, id)
  if (!CONFIRMABLE.includes(data.status)) throw unexpected(data)
  data.status = 'canceled'
  data.next_action = null
  delete hidden['attempt']
  await saveObject(call, data, hidden)
  await recordEvent(call, 'setup_intent.canceled', data)
  return data
}

/** What the cardholder did at the challenge. Null when this attempt is no longer the one being waited for. */
export const finishSetupChallenge = async (
  call: Call,
  id: string,
  attempt: string,
  isAuthenticated: boolean,
): Promise<Stored<Setup> | null> => {
  const setup = await takeChallenge<Setup>(call, KIND, id, attempt)
  if (setup === null) return null
  const method = await usePaymentMethod(call, String(setup.data.payment_method))
  if (isAuthenticated) await save(call, setup, method)
  else await fail(call, setup, authenticationFailed(KIND, method.data))
  return setup
}

/** The issuer agrees, and the card belongs to the customer; or it does not, and the answer says why. */
const save = async (
  call: Call,
  setup: Stored<Setup>,
  method: Stored<Stripe.PaymentMethod>,
): Promise<Setup | StripeError> => {
  const { data, hidden } = setup
  const { decline } = outcomeOf(method)
  if (decline !== null) return fail(call, setup, cardDeclined(decline, method.data))
  await attachTo(call, method, String(data.customer))
  data.status = 'succeeded'
  await saveObject(call, data, hidden)
  await recordEvent(call, 'setup_intent.succeeded', data)
  return data
}

const fail = async (call: Call, { data, hidden }: Stored<Setup>, body: ErrorBody): Promise<StripeError> => {
  const error = new StripeError(402, body)
  data.last_setup_error = { ...error.body } as Setup['last_setup_error']
  data.status = 'requires_payment_method'
  data.payment_method = null
  await saveObject(call, data, hidden)
  await recordEvent(call, 'setup_intent.setup_failed', data)
  return new StripeError(402, { ...body, setup_intent: data })
}

const unexpected = (setup: Setup): StripeError =>
  invalidRequest(`You cannot change this SetupIntent because it has a status of ${setup.status}.`, {
    code: 'setup_intent_unexpected_state',
    setup_intent: setup,
  })

const describe = (
  call: Call,
  input: { customer: string; usage: string; metadata: Record<string, string>; allowed: string[] | null },
): Setup => {
  const id = newStripeId('seti')
  return {
    id,
    object: KIND,
    allowed_payment_method_types: input.allowed,
    application: null,
    automatic_payment_methods: { allow_redirects: 'always', enabled: true },
    cancellation_reason: null,
    client_secret: newClientSecret(id),
    created: secondsNow(call),
    customer: input.customer,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: input.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: input.usage,
  }
}
