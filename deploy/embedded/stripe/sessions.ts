import type Stripe from 'stripe'
import { assertChargeable, assertCurrency } from './amounts.ts'
import type { Params } from './params.ts'
import { newSessionId } from './sandboxIds.ts'
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
import { invalidRequest, missingParameter, StripeError } from './stripeError.ts'

type Session = Stripe.Checkout.Session
const KIND = 'checkout.session'
const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** `POST /v1/checkout/sessions`, for one-off payments on the hosted page. */
export const createSession = async (call: Call, params: Params): Promise<Session> => {
  const mode = params.requiredText('mode')
  if (mode !== 'payment') throw invalidRequest(`The sandbox knows mode payment, not ${mode}.`, { param: 'mode' })
  const allowed = params.list('allowed_payment_method_types')
  if (allowed.length > 0 && !allowed.includes('card'))
    throw invalidRequest('The sandbox takes cards only.', { param: 'allowed_payment_method_types' })
  params.oneOf('ui_mode', ['hosted_page'])
  const items = params.listBelow('line_items').map(readItem)
  const successUrl = readUrl(params, 'success_url')
  if (successUrl === null) throw missingParameter('success_url')
  const cancelUrl = readUrl(params, 'cancel_url')
  const customerEmail = params.text('customer_email') ?? null
  const clientReferenceId = params.text('client_reference_id') ?? null
  const locale = params.text('locale') ?? null
  const expiresAt = params.integer('expires_at') ?? secondsNow(call) + DAY
  const forIntent = params.below('payment_intent_data')
  const intent = {
    metadata: forIntent?.metadata() ?? {},
    description: forIntent?.text('description') ?? null,
    captureMethod: forIntent?.oneOf('capture_method', ['automatic', 'automatic_async', 'manual']) ?? null,
    receiptEmail: forIntent?.text('receipt_email') ?? null,
    transferGroup: forIntent?.text('transfer_group') ?? null,
  }
  const metadata = params.metadata()
  params.end()

  const [first] = items
  if (first === undefined) throw missingParameter('line_items')
  if (items.some((item) => item.currency !== first.currency))
    throw invalidRequest('All line items must have the same currency.', { param: 'line_items' })
  const total = items.reduce((sum, item) => sum + item.unitAmount * item.quantity, 0)
  assertChargeable(total, first.currency, 'line_items')
  // Our own clock and Stripe's never agree to the second: a few of grace at the near end, as Stripe has.
  if (expiresAt < secondsNow(call) + 30 * MINUTE - 10)
    throw invalidRequest('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    })
  if (expiresAt > secondsNow(call) + DAY + 10)
    throw invalidRequest('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    })

  const session = describe(call, {
    total,
    allowed: allowed.length > 0 ? allowed : null,
    currency: first.currency,
    successUrl,
    cancelUrl,
    customerEmail,
    clientReferenceId,
    locale,
    expiresAt,
    metadata,
  })
  await insertObject(call, session, {
    endsAt: expiresAt,
    title: items.map((item) => (item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name)).join(', '),
    intent: JSON.stringify(intent),
  })
  return session
}

export const getSession = async (call: Call, params: Params, id: string): Promise<Session> => {
  params.end()
  return (await getObject<Session>(call, KIND, id)).data
}

/** Called when a hosted page's intent is paid or authorised; other intents have no session. */
export const completeSession = async (call: Call, intent: Stored<Stripe.PaymentIntent>): Promise<void> => {
  const sessionId = intent.hidden['session']
  if (typeof sessionId !== 'string') return
  const { data, hidden } = await lockObject<Session>(call, KIND, sessionId)
  data.status = 'complete'
  data.payment_status = intent.data.status === 'succeeded' ? 'paid' : 'unpaid'
  data.url = null
  delete hidden['endsAt']
  await saveObject(call, data, hidden)
  await recordEvent(call, 'checkout.session.completed', data)
}

export const assertNotInOpenSession = async (call: Call, intent: Stored<Stripe.PaymentIntent>): Promise<void> => {
  const sessionId = intent.hidden['session']
  if (typeof sessionId !== 'string') return
  const { data } = await getObject<Session>(call, KIND, sessionId)
  if (data.status === 'open')
    throw new StripeError(400, {
      type: 'invalid_request_error',
      message:
        'You cannot cancel PaymentIntents that were created by a Checkout Session while it is open. Expire the Checkout Session instead: it is still open.',
    })
}

interface Item {
  name: string
  unitAmount: number
  quantity: number
  currency: string
}

const readItem = (item: Params): Item => {
  const price = item.below('price_data')
  if (price === undefined) throw missingParameter('line_items[0][price_data]')
  const currency = assertCurrency(price.requiredText('currency'))
  const unitAmount = price.requiredInteger('unit_amount')
  const product = price.below('product_data')
  const name = product?.requiredText('name')
  product?.text('description')
  if (name === undefined) throw missingParameter('line_items[0][price_data][product_data]')
  const quantity = item.integer('quantity') ?? 1
  if (unitAmount < 0 || quantity < 1)
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'line_items',
    })
  return { name, unitAmount, quantity, currency }
}

const readUrl = (params: Params, name: string): string | null => {
  const url = params.text(name) ?? null
  if (url !== null && !/^https?:\/\//.test(url))
    throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name })
  return url
}

const describe = (
  call: Call,
  input: {
    total: number
    allowed: string[] | null
    currency: string
    successUrl: string
    cancelUrl: string | null
    customerEmail: string | null
    clientReferenceId: string | null
    locale: string | null
    expiresAt: number
    metadata: Record<string, string>
  },
): Session => {
  const id = newSessionId()
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: input.allowed,
    amount_subtotal: input.total,
    amount_total: input.total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: input.cancelUrl,
    client_reference_id: input.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: secondsNow(call),
    currency: input.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: input.customerEmail,
    discounts: [],
    expires_at: input.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: input.locale as Session['locale'],
    managed_payments: null,
    metadata: input.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: input.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${call.home}/pay/${id}`,
    wallet_options: null,
  }
}
