import type Stripe from 'stripe'
import { assertChargeable, assertCurrency, assertStep } from './amounts.ts'
import { AUTHORISATION_SECONDS, recordCharge, recordIncome } from './charges.ts'
import { lockCustomer } from './customers.ts'
import { completeSession, assertNotInOpenSession } from './sessions.ts'
import { DECLINES, type DeclineCode } from './cards.ts'
import { assertUsableBy, attachTo, createFromCard, outcomeOf, usePaymentMethod } from './paymentMethods.ts'
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
  type Hidden,
  type Stored,
} from './store.ts'
import { invalidRequest, noSuch, StripeError, unexpectedState, type ErrorBody } from './stripeError.ts'

type Intent = Stripe.PaymentIntent
type StoredIntent = Stored<Intent>
/** A decline answers with an error, yet what it did stays done. */
type Answer = Intent | StripeError

const KIND = 'payment_intent'
const CANCELABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture']
const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

// ── the API's calls ──────────────────────────────────────────────────────────────────────────────────────────────

export const createIntent = async (call: Call, params: Params): Promise<Answer> => {
  const currency = assertCurrency(params.requiredText('currency'))
  const amount = assertChargeable(params.requiredInteger('amount'), currency)
  const details = readDetails(params)
  const captureMethod = params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual'])
  const types = readMethodTypes(params)
  const customer = params.text('customer') ?? null
  const keepFor = params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? null
  params.oneOf('confirmation_method', ['automatic'])
  const confirms = params.flag('confirm') ?? false
  const paymentMethod = params.text('payment_method')
  const confirmation = readConfirmation(params)
  const metadata = params.metadata()
  params.end()
  if (!confirms && confirmation.returnUrl !== null)
    throw invalidRequest('You can only provide `return_url` when also setting `confirm` to true.', {
      param: 'return_url',
    })

  if (customer !== null) await lockCustomer(call, customer, 'customer')
  const kept = { customer, keepFor }
  const intent = await openIntent(call, { amount, currency, captureMethod, ...types, ...details, ...kept, metadata })
  if (paymentMethod === undefined && !confirms) return intent.data
  if (paymentMethod !== undefined) {
    const method = await usePaymentMethod(call, paymentMethod)
    intent.data.payment_method = method.data.id
    intent.data.status = 'requires_confirmation'
    await saveObject(call, intent.data, intent.hidden)
  }
  return confirms ? confirm(call, intent, confirmation) : intent.data
}

export const getIntent = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const clientSecret = params.text('client_secret')
  params.text('is_stripe_sdk')
  params.end()
  const { data } = await getObject<Intent>(call, KIND, id)
  assertMayAsk(call, data, clientSecret)
  return seenBy(call, data)
}

export const updateIntent = async (call: Call, params: Params, id: string): Promise<Intent> => {
  const intent = await lockObject<Intent>(call, KIND, id)
  const { data } = intent
  const changesPayment = ['amount', 'currency', 'payment_method', 'capture_method'].some((name) => params.has(name))
  if (changesPayment && !CONFIRMABLE.includes(data.status))
    throw unexpectedState(
      data,
      `This PaymentIntent's payment could not be updated because it has a status of ${data.status}.`,
    )
  const currency = assertCurrency(params.text('currency') ?? data.currency)
  const amount = params.integer('amount')
  if (amount !== undefined || currency !== data.currency)
    data.amount = assertChargeable(amount ?? data.amount, currency)
  data.currency = currency
  data.capture_method =
    params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual']) ?? data.capture_method
  const details = readDetails(params)
  data.description = details.description ?? data.description
  data.receipt_email = details.receiptEmail ?? data.receipt_email
  data.transfer_group = details.transferGroup ?? data.transfer_group
  const paymentMethod = params.text('payment_method')
  data.metadata = params.metadata(data.metadata)
  params.end()
  if (paymentMethod !== undefined) data.payment_method = (await usePaymentMethod(call, paymentMethod)).data.id
  if (changesPayment) {
    data.status = data.payment_method === null ? 'requires_payment_method' : 'requires_confirmation'
    data.next_action = null
    delete intent.hidden['attempt']
  }
  await saveObject(call, data, intent.hidden)
  return data
}

export const confirmIntent = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const clientSecret = params.text('client_secret')
  const intent = await lockObject<Intent>(call, KIND, id)
  assertMayAsk(call, intent.data, clientSecret)
  const typed = params.below('payment_method_data')
  const paymentMethod = params.text('payment_method')
  const confirmation = readConfirmation(params)
  readDetails(params)
  params.end()
  assertConfirmable(intent.data)
  if (typed !== undefined) intent.data.payment_method = (await createFromCard(call, typed)).data.id
  else if (paymentMethod !== undefined)
    intent.data.payment_method = (await usePaymentMethod(call, paymentMethod)).data.id
  const answer = await confirm(call, intent, confirmation)
  return answer instanceof StripeError ? hideFrom(call, answer) : seenBy(call, answer)
}

export const captureIntent = async (call: Call, params: Params, id: string): Promise<Intent> => {
  const intent = await lockObject<Intent>(call, KIND, id)
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

  const charge = await chargeOf(call, data)
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

export const cancelIntent = async (call: Call, params: Params, id: string): Promise<Intent> => {
  const intent = await lockObject<Intent>(call, KIND, id)
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

// ── what the calls, the hosted page and the housekeeper share ────────────────────────────────────────────────────

export interface OpenIntent {
  amount: number
  currency: string
  captureMethod?: Intent['capture_method'] | undefined
  /** Whether a payment may send the browser elsewhere, so that confirming needs to know where it comes back to. */
  mayRedirect: boolean
  allowed: string[] | null
  description: string | null
  receiptEmail: string | null
  transferGroup: string | null
  customer: string | null
  /** The card is kept for the customer once it paid. */
  keepFor: 'off_session' | 'on_session' | null
  metadata: Record<string, string>
  sessionId?: string
}

/** Keeps a new intent that nobody has tried to pay yet. */
export const openIntent = async (call: Call, input: OpenIntent): Promise<StoredIntent> => {
  const data = describe(call, input)
  const hidden: Hidden = input.sessionId === undefined ? {} : { session: input.sessionId }
  await insertObject(call, data, hidden)
  await recordEvent(call, 'payment_intent.created', data)
  return { data, hidden }
}

export interface Confirmation {
  returnUrl: string | null
  /** Asked by Stripe.js, which meets the challenge on the page it is on. */
  byScript: boolean
  /** The cardholder is away: nobody could answer a challenge. */
  offSession: boolean
}

/** Tries the intent's payment method: 3-D Secure first where the card asks for it. The caller holds the intent's lock. */
export const confirm = async (
  call: Call,
  intent: StoredIntent,
  { returnUrl, byScript, offSession }: Confirmation,
): Promise<Answer> => {
  const { data, hidden } = intent
  assertConfirmable(data)
  if (typeof data.payment_method !== 'string')
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it is missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.',
      { code: 'payment_intent_unexpected_state', payment_intent: data },
    )
  if (data.automatic_payment_methods?.allow_redirects === 'always' && returnUrl === null && !byScript && !offSession)
    throw invalidRequest(
      'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`.',
      { param: 'return_url' },
    )
  const method = await usePaymentMethod(call, data.payment_method)
  assertUsableBy(method, data.customer as string | null)
  data.last_payment_error = null
  if (offSession && outcomeOf(method).threeDSecure) {
    const charge = await recordCharge(call, data, method, { decline: 'authentication_required', authenticated: false })
    data.latest_charge = charge.id
    return declineWith(call, intent, declineBody('authentication_required', charge.id, method.data))
  }
  if (!outcomeOf(method).threeDSecure) return authorise(call, intent, method, false)

  const attempt = newStripeId('payatt')
  const challenge = `${call.home}/3ds/${data.id}?attempt=${attempt}`
  hidden['attempt'] = attempt
  hidden['returnUrl'] = returnUrl
  data.status = 'requires_action'
  data.next_action =
    returnUrl === null || byScript
      ? {
          type: 'use_stripe_sdk',
          use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: challenge, source: attempt } as never,
        }
      : { type: 'redirect_to_url', redirect_to_url: { url: challenge, return_url: returnUrl } }
  await saveObject(call, data, hidden)
  await recordEvent(call, 'payment_intent.requires_action', data)
  return data
}

/** What the cardholder did at the challenge. Null when this attempt is no longer the one being waited for. */
export const finishChallenge = async (
  call: Call,
  id: string,
  attempt: string,
  isAuthenticated: boolean,
): Promise<StoredIntent | null> => {
  const intent = await lockObject<Intent>(call, KIND, id)
  if (intent.data.status !== 'requires_action' || intent.hidden['attempt'] !== attempt) return null
  const method = await usePaymentMethod(call, String(intent.data.payment_method))
  delete intent.hidden['attempt']
  intent.data.next_action = null
  if (isAuthenticated) await authorise(call, intent, method, true)
  else await failAuthentication(call, intent, method.data)
  return intent
}

/** Lets an intent go, and the money with it where a card was authorised. */
export const cancel = async (call: Call, intent: StoredIntent, reason: string | null): Promise<void> => {
  const { data, hidden } = intent
  if (data.status === 'requires_capture') {
    const charge = await chargeOf(call, data)
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

// ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

const authorise = async (
  call: Call,
  intent: StoredIntent,
  method: Stored<Stripe.PaymentMethod>,
  authenticated: boolean,
): Promise<Answer> => {
  const { data, hidden } = intent
  const { decline } = outcomeOf(method)
  const charge = await recordCharge(call, data, method, { decline, authenticated })
  data.latest_charge = charge.id
  data.next_action = null
  if (decline !== null) return declineWith(call, intent, declineBody(decline, charge.id, method.data))
  if (data.setup_future_usage !== null && typeof data.customer === 'string') await attachTo(call, method, data.customer)

  if (data.capture_method === 'manual') {
    data.status = 'requires_capture'
    data.amount_capturable = data.amount
    hidden['endsAt'] = secondsNow(call) + AUTHORISATION_SECONDS
    await saveObject(call, data, hidden)
    await recordEvent(call, 'payment_intent.amount_capturable_updated', data)
    await completeSession(call, intent)
    return data
  }
  data.amount_received = data.amount
  await settle(call, intent)
  await completeSession(call, intent)
  return data
}

const settle = async (call: Call, intent: StoredIntent): Promise<void> => {
  intent.data.status = 'succeeded'
  delete intent.hidden['endsAt']
  await saveObject(call, intent.data, intent.hidden)
  await recordEvent(call, 'payment_intent.succeeded', intent.data)
}

const declineBody = (decline: DeclineCode, charge: string, method: Stripe.PaymentMethod): ErrorBody => ({
  type: 'card_error',
  code: DECLINES[decline].code,
  decline_code: decline,
  message: DECLINES[decline].message,
  charge,
  payment_method: method,
})

const failAuthentication = async (call: Call, intent: StoredIntent, method: Stripe.PaymentMethod): Promise<void> => {
  await declineWith(call, intent, {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
    payment_method: method,
  })
}

const declineWith = async (call: Call, { data, hidden }: StoredIntent, body: ErrorBody): Promise<StripeError> => {
  const error = new StripeError(402, body)
  data.last_payment_error = { ...error.body } as Intent['last_payment_error']
  data.status = 'requires_payment_method'
  data.payment_method = null
  await saveObject(call, data, hidden)
  await recordEvent(call, 'payment_intent.payment_failed', data)
  return new StripeError(402, { ...body, payment_intent: data })
}

const chargeOf = (call: Call, intent: Intent): Promise<Stored<Stripe.Charge>> =>
  lockObject<Stripe.Charge>(call, 'charge', String(intent.latest_charge))

const assertConfirmable = (intent: Intent): void => {
  if (!CONFIRMABLE.includes(intent.status))
    throw unexpectedState(
      intent,
      intent.status === 'succeeded'
        ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
        : `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
    )
}

const readDetails = (params: Params): Pick<OpenIntent, 'description' | 'receiptEmail' | 'transferGroup'> => ({
  description: params.text('description') ?? null,
  receiptEmail: params.text('receipt_email') ?? null,
  transferGroup: params.text('transfer_group') ?? null,
})

const readMethodTypes = (params: Params): { mayRedirect: boolean; allowed: string[] | null } => {
  const automatic = params.below('automatic_payment_methods')
  const isEnabled = automatic?.flag('enabled')
  const redirects = automatic?.oneOf('allow_redirects', ['always', 'never'])
  const allowed = params.list('allowed_payment_method_types')
  if (allowed.length > 0 && !allowed.includes('card'))
    throw invalidRequest(`The sandbox takes cards only, not ${allowed.join(', ')}.`, {
      param: 'allowed_payment_method_types',
    })
  return { mayRedirect: (isEnabled ?? true) && redirects !== 'never', allowed: allowed.length > 0 ? allowed : null }
}

const readConfirmation = (params: Params): Confirmation => {
  const returnUrl = params.text('return_url') ?? null
  if (returnUrl !== null && !/^https?:\/\//.test(returnUrl))
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: 'return_url' })
  return {
    returnUrl,
    byScript: params.flag('use_stripe_sdk') ?? false,
    offSession: params.flag('off_session') ?? false,
  }
}

/** A publishable key opens an intent only together with the intent's own secret. */
const assertMayAsk = (call: Call, intent: Intent, clientSecret: string | undefined): void => {
  if (clientSecret !== undefined ? clientSecret !== intent.client_secret : !call.isSecret)
    throw noSuch(KIND, intent.id, 'intent')
}

const SEEN_BY_BROWSERS = [
  'id',
  'object',
  'amount',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
] as const

const seenBy = (call: Call, intent: Intent): unknown =>
  call.isSecret ? intent : Object.fromEntries(SEEN_BY_BROWSERS.map((name) => [name, intent[name]]))

const hideFrom = (call: Call, error: StripeError): StripeError => {
  const { payment_intent: intent, ...body } = error.body
  return intent === undefined
    ? error
    : new StripeError(error.status, { ...body, payment_intent: seenBy(call, intent) as Intent })
}

const describe = (call: Call, input: OpenIntent): Intent => {
  const id = newStripeId('pi')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: input.allowed,
    amount: input.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { allow_redirects: input.mayRedirect ? 'always' : 'never', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: input.captureMethod ?? 'automatic_async',
    client_secret: newClientSecret(id),
    confirmation_method: 'automatic',
    created: secondsNow(call),
    currency: input.currency,
    customer: input.customer,
    customer_account: null,
    description: input.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: input.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: input.receiptEmail,
    review: null,
    setup_future_usage: input.keepFor,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: input.transferGroup,
  }
}
