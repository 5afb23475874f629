import type Stripe from 'stripe'
import { settle } from './captureIntent.ts'
import { authenticationFailed, cardDeclined } from './declines.ts'
import { askChallenge, takeChallenge } from './challenge.ts'
import { AUTHORISATION_SECONDS, recordCharge } from './charges.ts'
import { answerSeenBy, assertMayAsk } from './clientSecret.ts'
import { readDetails } from './openIntent.ts'
import type { Params } from './params.ts'
import { assertUsableBy, attachTo, createFromCard, outcomeOf, usePaymentMethod } from './paymentMethods.ts'
import { completeSession } from './sessions.ts'
import { lockObject, recordEvent, saveObject, secondsNow, type Call, type Stored } from './store.ts'
import { invalidRequest, StripeError, unexpectedState, type ErrorBody } from './stripeError.ts'

type Intent = Stripe.PaymentIntent
type StoredIntent = Stored<Intent>
/** A decline answers with an error, yet what it did stays done. */
export type Answer = Intent | StripeError

export const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** `POST /v1/payment_intents/:id/confirm`, from our server or from a browser. */
export const confirmIntent = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const clientSecret = params.text('client_secret')
  const intent = await lockObject<Intent>(call, 'payment_intent', id)
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
  return answerSeenBy(call, answer)
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
  const { data } = intent
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
    return declineWith(call, intent, { ...cardDeclined('authentication_required', method.data), charge: charge.id })
  }
  if (!outcomeOf(method).threeDSecure) return authorise(call, intent, method, false)

  await askChallenge(call, intent, { returnUrl, byScript })
  return data
}

/** What the cardholder did at the challenge. Null when this attempt is no longer the one being waited for. */
export const finishChallenge = async (
  call: Call,
  id: string,
  attempt: string,
  isAuthenticated: boolean,
): Promise<StoredIntent | null> => {
  const intent = await takeChallenge<Intent>(call, 'payment_intent', id, attempt)
  if (intent === null) return null
  const method = await usePaymentMethod(call, String(intent.data.payment_method))
  if (isAuthenticated) await authorise(call, intent, method, true)
  else await declineWith(call, intent, authenticationFailed('payment_intent', method.data))
  return intent
}

export const readConfirmation = (params: Params): Confirmation => {
  const returnUrl = params.text('return_url') ?? null
  if (returnUrl !== null && !/^https?:\/\//.test(returnUrl))
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: 'return_url' })
  return {
    returnUrl,
    byScript: params.flag('use_stripe_sdk') ?? false,
    offSession: params.flag('off_session') ?? false,
  }
}

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
  if (decline !== null) return declineWith(call, intent, { ...cardDeclined(decline, method.data), charge: charge.id })
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

const declineWith = async (call: Call, { data, hidden }: StoredIntent, body: ErrorBody): Promise<StripeError> => {
  const error = new StripeError(402, body)
  data.last_payment_error = { ...error.body } as Intent['last_payment_error']
  data.status = 'requires_payment_method'
  data.payment_method = null
  await saveObject(call, data, hidden)
  await recordEvent(call, 'payment_intent.payment_failed', data)
  return new StripeError(402, { ...body, payment_intent: data })
}

const assertConfirmable = (intent: Intent): void => {
  if (!CONFIRMABLE.includes(intent.status))
    throw unexpectedState(
      intent,
      intent.status === 'succeeded'
        ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
        : `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
    )
}
