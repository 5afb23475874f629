import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type { DisputeEvidence, DisputeView, PaymentDisputes } from '../../ports/paymentDisputes.ts'
import { idOf, toInstant, toMoney } from './amounts.ts'
import type { Ask } from './ask.ts'
import { nextOf, pageOf } from './lists.ts'

export const stripeDisputes = (stripe: Stripe, ask: Ask): PaymentDisputes => ({
  get: async (stripeId) => toDisputeView(await ask(stripeId, () => stripe.disputes.retrieve(stripeId))),

  list: async ({ since, after }) => {
    const page = await ask('disputes', () => stripe.disputes.list(pageOf({ since, after })))
    return { disputes: page.data.map(toDisputeView), next: nextOf(page) }
  },

  submitEvidence: async ({ stripeId, evidence, idempotencyKey }) =>
    toDisputeView(
      await ask(stripeId, () =>
        stripe.disputes.update(stripeId, { evidence: fromEvidence(evidence), submit: true }, { idempotencyKey }),
      ),
    ),

  accept: async ({ stripeId, idempotencyKey }) =>
    toDisputeView(await ask(stripeId, () => stripe.disputes.close(stripeId, {}, { idempotencyKey }))),
})

const FIELDS = {
  customerName: 'customer_name',
  customerEmail: 'customer_email_address',
  productDescription: 'product_description',
  serviceDate: 'service_date',
  cancellationPolicy: 'cancellation_policy_disclosure',
  refundRefusal: 'refund_refusal_explanation',
  explanation: 'uncategorized_text',
} as const satisfies Record<keyof DisputeEvidence, keyof Stripe.DisputeUpdateParams.Evidence>

const fromEvidence = (evidence: DisputeEvidence): Stripe.DisputeUpdateParams.Evidence =>
  Object.fromEntries(Object.entries(evidence).map(([name, text]) => [FIELDS[name as keyof DisputeEvidence], text]))

const toDisputeView = (dispute: Stripe.Dispute): DisputeView => {
  assert(dispute.object === 'dispute' && typeof dispute.amount === 'number', 'Stripe answered with a dispute')
  const dueBy = dispute.evidence_details.due_by
  return {
    id: dispute.id,
    chargeId: idOf(dispute.charge) ?? '',
    intentId: idOf(dispute.payment_intent),
    state: dispute.status as DisputeView['state'],
    reason: dispute.reason,
    amount: toMoney(dispute.amount, dispute.currency),
    dueBy: dueBy === null ? null : toInstant(dueBy),
    movementIds: dispute.balance_transactions.map(({ id }) => id),
    createdAt: toInstant(dispute.created),
  }
}
