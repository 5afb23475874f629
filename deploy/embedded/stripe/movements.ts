import type Stripe from 'stripe'
import { listObjects } from './lists.ts'
import type { Params } from './params.ts'
import { newStripeId } from './sandboxIds.ts'
import { getObject, insertObject, PLATFORM, secondsNow, type Call } from './store.ts'

type Movement = Stripe.BalanceTransaction
const KIND = 'balance_transaction'

/** How Stripe's reports group the types (https://docs.stripe.com/reports/reporting-categories). */
const CATEGORIES = {
  charge: 'charge',
  refund: 'refund',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
  payment: 'charge',
  payment_refund: 'refund',
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  adjustment: 'dispute',
} as const

export interface NewMovement {
  type: keyof typeof CATEGORIES
  /** Signed, in minor units; what comes in is positive. */
  amount: number
  fee?: number
  currency: string
  source: string
  /** Seconds since the epoch; at once when left out. */
  availableOn?: number
}

/**
 * Books a change of the balance of the account that the call is on. Balances are the sums of these
 * (https://docs.stripe.com/api/balance_transactions), so nothing changes one by any other way.
 */
export const recordMovement = async (call: Call, input: NewMovement): Promise<Movement> => {
  const { type, amount, fee = 0, currency, source } = input
  const movement: Movement = {
    id: newStripeId('txn'),
    object: KIND,
    amount,
    available_on: Math.max(input.availableOn ?? 0, secondsNow(call)),
    balance_type: 'payments',
    created: secondsNow(call),
    currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: CATEGORIES[type],
    source,
    status: 'pending',
    type,
  }
  await insertObject(call, movement)
  return asOfNow(call, movement)
}

/** Notes which movements an automatic payout is made of: what is available and no other payout took. */
export const markPaidOut = async (call: Call, currency: string, payoutId: string): Promise<void> => {
  await call.db.query(
    `UPDATE stripe_sandbox.objects SET data = data || jsonb_build_object('payout', $4::text)
      WHERE kind = '${KIND}' AND account = $1 AND data ->> 'currency' = $2
        AND (data ->> 'available_on')::bigint <= $3 AND NOT data ? 'payout'`,
    [call.account ?? PLATFORM, currency, secondsNow(call), payoutId],
  )
}

/** Time alone makes pending money available: the state is worked out when somebody looks. */
export const asOfNow = <T>(call: Pick<Call, 'nowMs'>, object: T): T =>
  isMovement(object) ? { ...object, status: object.available_on <= secondsNow(call) ? 'available' : 'pending' } : object

const isMovement = (object: unknown): object is Movement => (object as { object?: string }).object === KIND

export const getMovement = async (call: Call, params: Params, id: string): Promise<Movement> => {
  params.end()
  return asOfNow(call, (await getObject<Movement>(call, KIND, id)).data)
}

const listKept = listObjects(KIND, 'balance_transactions', ['type', 'currency', 'source', 'payout'])

export const listMovements = async (call: Call, params: Params, id: string): Promise<unknown> => {
  const page = await listKept(call, params, id)
  return { ...page, data: page.data.map((movement) => asOfNow(call, movement)) }
}
