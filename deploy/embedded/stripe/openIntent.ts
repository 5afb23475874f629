import type Stripe from 'stripe'
import type { Params } from './params.ts'
import { newClientSecret, newStripeId } from './sandboxIds.ts'
import { insertObject, recordEvent, secondsNow, type Call, type Hidden, type Stored } from './store.ts'

type Intent = Stripe.PaymentIntent

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
export const openIntent = async (call: Call, input: OpenIntent): Promise<Stored<Intent>> => {
  const data = describe(call, input)
  const hidden: Hidden = input.sessionId === undefined ? {} : { session: input.sessionId }
  await insertObject(call, data, hidden)
  await recordEvent(call, 'payment_intent.created', data)
  return { data, hidden }
}

/** What a call may say of an intent beside its money. */
export const readDetails = (params: Params): Pick<OpenIntent, 'description' | 'receiptEmail' | 'transferGroup'> => ({
  description: params.text('description') ?? null,
  receiptEmail: params.text('receipt_email') ?? null,
  transferGroup: params.text('transfer_group') ?? null,
})

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
