import type Stripe from 'stripe'
import { refuse } from '@mayago/kernel/errors.ts'
import type { Clock } from '@mayago/kernel/time.ts'
import type { IntentView, PaymentsPort } from '../../ports/payments.ts'
import { stripeAccounts } from './accounts.ts'
import { toAmount } from './amounts.ts'
import type { Ask } from './ask.ts'
import { stripeBalances } from './balances.ts'
import { connectStripe } from './connectStripe.ts'
import { stripeCustomers } from './customers.ts'
import { stripeDisputes } from './disputes.ts'
import { findOurs, pageOf } from './lists.ts'
import { stripePayouts } from './payouts.ts'
import { declinedIntentOf, toRefusal } from './refusals.ts'
import { createResilience } from './resilience.ts'
import { toHostedCheckoutView, toIntentView, toListed, toListedRefund, toPaymentEvent, toRefundView } from './views.ts'
import { stripeTransfers } from './transfers.ts'

export interface StripePaymentsOptions {
  secretKey: string
  publishableKey: string
  webhookSecret: string
  /** Where the sandbox is mounted; Stripe itself when left out. */
  apiBase?: URL
  sandbox: boolean
  /** Judges the age of webhooks; the machine's clock when left out. */
  clock?: Clock
}

const WEBHOOK_AGE_SECONDS_MAX = 300
/** The card's brand and last digits sit on the charge. */
const withCharge = ['latest_charge']

/** Payments by Stripe's API; one adapter for Stripe and for the sandbox. MONEY-2, MONEY-3. */
export const createStripePayments = async (options: StripePaymentsOptions): Promise<PaymentsPort> => {
  const stripe = await connectStripe(options.secretKey, options.apiBase)
  const resilient = createResilience()

  const ask: Ask = async (paymentId, call) => {
    try {
      return await resilient(call)
    } catch (error) {
      throw toRefusal(error, paymentId)
    }
  }
  const askIntent = async (paymentId: string, call: () => Promise<Stripe.PaymentIntent>): Promise<IntentView> => {
    try {
      return toIntentView(await ask(paymentId, call))
    } catch (error) {
      const declined = declinedIntentOf(error)
      if (declined === null) throw error
      return toIntentView(declined)
    }
  }

  return {
    publishable: { key: options.publishableKey, sandbox: options.sandbox },
    accounts: stripeAccounts(stripe, ask),
    transfers: stripeTransfers(stripe, ask),
    balances: stripeBalances(stripe, ask),
    payouts: stripePayouts(stripe, ask),
    disputes: stripeDisputes(stripe, ask),
    customers: stripeCustomers(stripe, ask),

    createIntent: (input) =>
      askIntent('new', () =>
        stripe.paymentIntents.create(
          {
            ...toAmount(input.amount),
            // Cards (wallets included) answer within a hold's minutes; vouchers and bank debits do not.
            allowed_payment_method_types: ['card'],
            capture_method: input.capture,
            description: input.description,
            ...(input.receiptEmail === undefined ? {} : { receipt_email: input.receiptEmail }),
            ...(input.customerId === undefined ? {} : { customer: input.customerId }),
            ...(input.keepsCard ? { setup_future_usage: 'off_session' } : {}),
            ...(input.transferGroup === undefined ? {} : { transfer_group: input.transferGroup }),
            metadata: input.metadata,
            expand: withCharge,
          },
          { idempotencyKey: input.idempotencyKey },
        ),
      ),

    confirmIntent: ({ intentId, paymentMethod, returnUrl, offSession, idempotencyKey }) =>
      askIntent(intentId, () =>
        stripe.paymentIntents.confirm(
          intentId,
          {
            payment_method: paymentMethod,
            ...(offSession ? { off_session: true } : { return_url: returnUrl }),
            expand: withCharge,
          },
          { idempotencyKey },
        ),
      ),

    captureIntent: ({ intentId, amount, idempotencyKey }) =>
      askIntent(intentId, () =>
        stripe.paymentIntents.capture(
          intentId,
          { ...(amount === undefined ? {} : { amount_to_capture: toAmount(amount).amount }), expand: withCharge },
          { idempotencyKey },
        ),
      ),

    cancelIntent: ({ intentId, idempotencyKey }) =>
      askIntent(intentId, () => stripe.paymentIntents.cancel(intentId, { expand: withCharge }, { idempotencyKey })),

    getIntent: (intentId) =>
      askIntent(intentId, () => stripe.paymentIntents.retrieve(intentId, { expand: withCharge })),

    refund: async ({ intentId, amount, reason, metadata, idempotencyKey }) =>
      toRefundView(
        await ask(intentId, () =>
          stripe.refunds.create(
            {
              payment_intent: intentId,
              amount: toAmount(amount).amount,
              reason: 'requested_by_customer',
              metadata: { ...metadata, reason },
            },
            { idempotencyKey },
          ),
        ),
      ),

    findRefund: async ({ intentId, refundId }) => {
      const found = await findOurs(ask, 'refundId', refundId, () =>
        stripe.refunds.list({ ...pageOf({}), payment_intent: intentId }),
      )
      return found && toRefundView(found)
    },

    listIntents: async (after) =>
      toListed(await ask('list', () => stripe.paymentIntents.list(pageOf({ after }))), toIntentView),

    listRefunds: async (after) =>
      toListed(await ask('list', () => stripe.refunds.list(pageOf({ after }))), toListedRefund),

    createHostedCheckout: async (input) =>
      toHostedCheckoutView(
        await ask('new', () =>
          stripe.checkout.sessions.create(
            {
              mode: 'payment',
              allowed_payment_method_types: ['card'],
              line_items: [
                {
                  quantity: 1,
                  price_data: {
                    currency: toAmount(input.amount).currency,
                    unit_amount: toAmount(input.amount).amount,
                    product_data: { name: input.title },
                  },
                },
              ],
              customer_email: input.customerEmail,
              success_url: input.successUrl,
              cancel_url: input.cancelUrl,
              expires_at: Math.floor(input.expiresAt.getTime() / 1000),
              metadata: input.metadata,
              payment_intent_data: {
                metadata: input.metadata,
                description: input.title,
                ...(input.transferGroup === undefined ? {} : { transfer_group: input.transferGroup }),
              },
            },
            { idempotencyKey: input.idempotencyKey },
          ),
        ),
      ),

    getHostedCheckout: async (checkoutId) =>
      toHostedCheckoutView(await ask(checkoutId, () => stripe.checkout.sessions.retrieve(checkoutId))),

    expireHostedCheckout: async ({ checkoutId, idempotencyKey }) =>
      toHostedCheckoutView(
        await ask(checkoutId, () => stripe.checkout.sessions.expire(checkoutId, {}, { idempotencyKey })),
      ),

    parseWebhook: (rawBody, signature) => {
      try {
        const { webhookSecret, clock } = options
        const receivedAt = clock?.now().getTime()
        return toPaymentEvent(
          stripe.webhooks.constructEvent(
            rawBody,
            signature,
            webhookSecret,
            WEBHOOK_AGE_SECONDS_MAX,
            undefined,
            receivedAt,
          ),
        )
      } catch (error) {
        throw Object.assign(refuse('not_allowed', { action: 'webhook' }), { cause: error })
      }
    },
  }
}

/** Stripe's longest page. */
