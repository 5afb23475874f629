import type Stripe from 'stripe'
import { cancel } from './cancelIntent.ts'
import { confirm } from './confirmIntent.ts'
import { parseForm } from './form.ts'
import { openIntent } from './openIntent.ts'
import { Params } from './params.ts'
import { createFromCard } from './paymentMethods.ts'
import { findObject, lockObject, recordEvent, saveObject, type Call, type Stored } from './store.ts'
import { invalidRequest, StripeError } from './stripeError.ts'

type Session = Stripe.Checkout.Session
type StoredIntent = Stored<Stripe.PaymentIntent>

export interface TypedCard {
  number: string
  expiry: string
  cvc: string
  name: string
}

/** `POST /v1/checkout/sessions/:id/expire`. */
export const expireSession = async (call: Call, params: Params, id: string): Promise<Session> => {
  params.end()
  const { session, intent } = await lockSession(call, id)
  if (session.data.status !== 'open')
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.data.status}.`,
    )
  await closeSession(call, session, intent)
  return session.data
}

/** Ends an open session unpaid, and the intent that was tried on it. */
export const closeSession = async (
  call: Call,
  session: Stored<Session>,
  intent: StoredIntent | null,
): Promise<void> => {
  if (intent !== null && intent.data.status !== 'canceled') await cancel(call, intent, 'automatic')
  session.data.status = 'expired'
  session.data.url = null
  delete session.hidden['endsAt']
  await saveObject(call, session.data, session.hidden)
  await recordEvent(call, 'checkout.session.expired', session.data)
}

/** A session and the intent on it, locked in the order that every other call uses: the intent first. */
export const lockSession = async (
  call: Call,
  id: string,
): Promise<{ session: Stored<Session>; intent: StoredIntent | null }> => {
  const before = await findObject<Session>(call, 'checkout.session', id)
  const intentId = before?.data.payment_intent
  const intent =
    typeof intentId === 'string' ? await lockObject<Stripe.PaymentIntent>(call, 'payment_intent', intentId) : null
  const session = await lockObject<Session>(call, 'checkout.session', id)
  // Somebody else paid for the first time meanwhile. To lock their intent now would be the wrong way round.
  if (session.data.payment_intent !== (intentId ?? null)) throw busy()
  return { session, intent }
}

const busy = (): StripeError =>
  new StripeError(429, {
    type: 'invalid_request_error',
    code: 'lock_timeout',
    message:
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
  })

export const isOverdue = (call: Pick<Call, 'nowMs'>, session: Stored<Session>): boolean =>
  session.data.status === 'open' && session.data.expires_at * 1000 <= call.nowMs

/** The hosted page's button: pays the session with what was typed. Answers the error to show, or the intent. */
export const payOnHostedPage = async (
  call: Call,
  id: string,
  card: TypedCard,
): Promise<Stripe.PaymentIntent | StripeError> => {
  const locked = await lockSession(call, id)
  const { session } = locked
  if (session.data.status !== 'open' || isOverdue(call, session)) throw invalidRequest('This page is no longer open.')
  const [month = '', year = ''] = card.expiry.split(/[\s/.-]+/)
  const typed = new URLSearchParams({
    type: 'card',
    'card[number]': card.number,
    'card[exp_month]': month,
    'card[exp_year]': year,
    'card[cvc]': card.cvc,
    'billing_details[name]': card.name,
    'billing_details[email]': session.data.customer_email ?? '',
  })
  const method = await createFromCard({ ...call, isSecret: false }, new Params(parseForm(String(typed))))
  const intent = locked.intent ?? (await openSessionIntent(call, session))
  intent.data.payment_method = method.data.id
  return confirm(call, intent, { returnUrl: `${call.home}/pay/${id}/return`, byScript: false, offSession: false })
}

const openSessionIntent = async (call: Call, session: Stored<Session>): Promise<StoredIntent> => {
  const wanted = JSON.parse(String(session.hidden['intent'])) as {
    metadata: Record<string, string>
    description: string | null
    captureMethod: Stripe.PaymentIntent['capture_method'] | null
    receiptEmail: string | null
    transferGroup: string | null
  }
  const intent = await openIntent(call, {
    amount: session.data.amount_total ?? 0,
    currency: session.data.currency ?? '',
    captureMethod: wanted.captureMethod ?? undefined,
    mayRedirect: true,
    allowed: session.data.allowed_payment_method_types,
    description: wanted.description,
    receiptEmail: wanted.receiptEmail,
    transferGroup: wanted.transferGroup,
    customer: null,
    keepFor: null,
    metadata: wanted.metadata,
    sessionId: session.data.id,
  })
  session.data.payment_intent = intent.data.id
  await saveObject(call, session.data, session.hidden)
  return intent
}
