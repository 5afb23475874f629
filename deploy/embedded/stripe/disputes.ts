import type Stripe from 'stripe'
import { disputeFeeOf } from './amounts.ts'
import { recordMovement } from './movements.ts'
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
import { invalidRequest } from './stripeError.ts'

const KIND = 'dispute'
const DAY = 24 * 60 * 60
const ANSWER_WITHIN = 7 * DAY
const DECIDED_AFTER = 60 * DAY

/** Evidence that decides at once (https://docs.stripe.com/testing#evidence); any other is lost after two months. */
const DECISIONS: Record<string, 'won' | 'lost'> = { winning_evidence: 'won', losing_evidence: 'lost' }
/** Texts only: the sandbox takes no files. */
const EVIDENCE = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'uncategorized_text',
] as const
type Evidence = Record<(typeof EVIDENCE)[number], string | null>

type Dispute = Omit<Stripe.Dispute, 'evidence'> & { evidence: Evidence }
type StoredDispute = Stored<Dispute>

// ── the API's calls ──────────────────────────────────────────────────────────────────────────────────────────────

export const getDispute = async (call: Call, params: Params, id: string): Promise<Dispute> => {
  params.end()
  return (await getObject<Dispute>(call, KIND, id)).data
}

/** `POST /v1/disputes/:id`: evidence, which `submit` sends to the bank, once and for all. */
export const updateDispute = async (call: Call, params: Params, id: string): Promise<Dispute> => {
  const dispute = await lockObject<Dispute>(call, KIND, id)
  const { data, hidden } = dispute
  const given = params.below('evidence')
  for (const name of EVIDENCE) data.evidence[name] = given?.text(name) ?? data.evidence[name]
  const submits = params.flag('submit') ?? true
  data.metadata = params.metadata(data.metadata)
  params.end()
  assertOpen(data)
  data.evidence_details.has_evidence = EVIDENCE.some((name) => data.evidence[name] !== null)
  if (submits) {
    data.evidence_details.submission_count += 1
    data.status = 'under_review'
    hidden['endsAt'] = secondsNow(call) + DECIDED_AFTER
  }
  await saveObject(call, data, hidden)
  await recordEvent(call, 'charge.dispute.updated', data)
  const decision = submits ? DECISIONS[data.evidence.uncategorized_text ?? ''] : undefined
  if (decision !== undefined) await decide(call, dispute, decision)
  return data
}

/** `POST /v1/disputes/:id/close`: accepts that the cardholder is right. */
export const closeDispute = async (call: Call, params: Params, id: string): Promise<Dispute> => {
  params.end()
  const dispute = await lockObject<Dispute>(call, KIND, id)
  assertOpen(dispute.data)
  await decide(call, dispute, 'lost')
  return dispute.data
}

// ── what time does ───────────────────────────────────────────────────────────────────────────────────────────────

/** The cardholder asks the bank for the money back, and the bank takes it, with a fee. */
export const openDispute = async (call: Call, chargeId: string): Promise<void> => {
  const { data: charge, hidden } = await lockObject<Stripe.Charge>(call, 'charge', chargeId)
  const amount = charge.amount - charge.amount_refunded
  delete hidden['endsAt']
  if (amount <= 0 || charge.disputed) return saveObject(call, charge, hidden)
  charge.disputed = true
  hidden['isChargedBack'] = true
  await saveObject(call, charge, hidden)
  const dispute = describe(call, charge, amount)
  const movement = await recordMovement(call, {
    type: 'adjustment',
    amount: -amount,
    fee: disputeFeeOf(charge.currency),
    currency: charge.currency,
    source: dispute.id,
  })
  dispute.balance_transactions = [movement]
  await insertObject(call, dispute, { endsAt: dispute.evidence_details.due_by })
  await recordEvent(call, 'charge.dispute.created', dispute)
  await recordEvent(call, 'charge.dispute.funds_withdrawn', dispute)
}

/** Nobody answered in time, or the bank was not convinced. */
export const endDispute = async (call: Call, id: string): Promise<void> => {
  const dispute = await lockObject<Dispute>(call, KIND, id)
  dispute.data.evidence_details.past_due = dispute.data.status === 'needs_response'
  if (!isClosed(dispute.data)) await decide(call, dispute, 'lost')
}

// ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

const isClosed = ({ status }: Dispute): boolean => status === 'won' || status === 'lost'

const assertOpen = (dispute: Dispute): void => {
  if (dispute.status !== 'needs_response')
    throw invalidRequest(`This dispute is already ${isClosed(dispute) ? 'closed' : 'under review'}.`)
}

const decide = async (call: Call, { data, hidden }: StoredDispute, decision: 'won' | 'lost'): Promise<void> => {
  data.status = decision
  delete hidden['endsAt']
  if (decision === 'won') {
    const { amount, currency } = data
    const movement = await recordMovement(call, { type: 'adjustment', amount, currency, source: data.id })
    data.balance_transactions = [...data.balance_transactions, movement]
    data.is_charge_refundable = true
    const charge = await lockObject<Stripe.Charge>(call, 'charge', String(data.charge))
    delete charge.hidden['isChargedBack']
    await saveObject(call, charge.data, charge.hidden)
  }
  await saveObject(call, data, hidden)
  if (decision === 'won') await recordEvent(call, 'charge.dispute.funds_reinstated', data)
  await recordEvent(call, 'charge.dispute.closed', data)
}

const noEvidence = (): Evidence => Object.fromEntries(EVIDENCE.map((name) => [name, null])) as Evidence

const describe = (call: Call, charge: Stripe.Charge, amount: number): Dispute => ({
  id: newStripeId('du'),
  object: KIND,
  amount,
  balance_transactions: [],
  charge: charge.id,
  created: secondsNow(call),
  currency: charge.currency,
  enhanced_eligibility_types: [],
  evidence: noEvidence(),
  evidence_details: {
    due_by: secondsNow(call) + ANSWER_WITHIN,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: 'manual',
  },
  intended_submission_method: null,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  network_reason_code: '10.4',
  payment_intent: charge.payment_intent,
  reason: 'fraudulent',
  status: 'needs_response',
})
