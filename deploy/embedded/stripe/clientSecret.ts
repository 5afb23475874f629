import type Stripe from 'stripe'
import type { Call } from './store.ts'
import { noSuch, StripeError } from './stripeError.ts'

type Intent = Stripe.PaymentIntent | Stripe.SetupIntent

/** A publishable key opens an intent only together with the intent's own secret. */
export const assertMayAsk = (call: Call, intent: Intent, clientSecret: string | undefined): void => {
  if (clientSecret !== undefined ? clientSecret !== intent.client_secret : !call.isSecret)
    throw noSuch(intent.object, intent.id, 'intent')
}

const SEEN_BY_BROWSERS: ReadonlySet<string> = new Set([
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
  'last_setup_error',
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
  'usage',
])

/** An intent as whoever calls may see it: what is between us and Stripe stays out of browsers. */
export const seenBy = <T extends Intent>(call: Call, intent: T): Partial<T> =>
  call.isSecret
    ? intent
    : (Object.fromEntries(Object.entries(intent).filter(([name]) => SEEN_BY_BROWSERS.has(name))) as Partial<T>)

/** The same of a call's answer, a decline included. */
export const answerSeenBy = (call: Call, answer: Intent | StripeError): unknown => {
  if (!(answer instanceof StripeError)) return seenBy(call, answer)
  const { payment_intent: payment, setup_intent: setup, ...body } = answer.body
  return new StripeError(answer.status, {
    ...body,
    ...(payment && { payment_intent: seenBy(call, payment as Stripe.PaymentIntent) }),
    ...(setup && { setup_intent: seenBy(call, setup as Stripe.SetupIntent) }),
  })
}
