import type Stripe from 'stripe'
import { lockAccount } from './accounts.ts'
import { assertMovable } from './amounts.ts'
import { assertCovered } from './balances.ts'
import { recordMovement } from './movements.ts'
import type { Params } from './params.ts'
import { newStripeId } from './sandboxIds.ts'
import {
  getObject,
  insertObject,
  lockObject,
  onAccount,
  recordEvent,
  saveObject,
  secondsNow,
  type Call,
} from './store.ts'
import { invalidRequest } from './stripeError.ts'

const SHOWN_MAX = 10

/** `POST /v1/transfers/:id/reversals`: back to the platform, as far as the connected account still has it. */
export const createReversal = async (call: Call, params: Params, id: string): Promise<Stripe.TransferReversal> => {
  const asked = params.integer('amount')
  const metadata = params.metadata()
  params.end()
  const { data: transfer, hidden } = await lockObject<Stripe.Transfer>(call, 'transfer', id)
  const destination = String(transfer.destination)
  const left = transfer.amount - transfer.amount_reversed
  if (left === 0) throw invalidRequest(`The transfer ${id} is already fully reversed.`)
  const amount = assertMovable(asked ?? left, transfer.currency)
  if (amount > left)
    throw invalidRequest(
      `Reversal amount (${amount}) is greater than unreversed amount on transfer (${left}), in minor units of ${transfer.currency}.`,
      { param: 'amount' },
    )
  const there = onAccount(call, destination)
  await lockAccount(call, destination)
  const { available_on: availableOn } = (
    await getObject<Stripe.BalanceTransaction>(call, 'balance_transaction', String(transfer.balance_transaction))
  ).data
  await assertCovered(there, amount, transfer.currency, { withPending: availableOn > secondsNow(call) })

  const reversalId = newStripeId('trr')
  const refundId = newStripeId('pyr')
  const moved = { currency: transfer.currency, availableOn }
  const movement = await recordMovement(call, { ...moved, type: 'transfer_refund', amount, source: reversalId })
  await recordMovement(there, { ...moved, type: 'payment_refund', amount: -amount, source: refundId })
  const reversal: Stripe.TransferReversal = {
    id: reversalId,
    object: 'transfer_reversal',
    amount,
    balance_transaction: movement.id,
    created: secondsNow(call),
    currency: transfer.currency,
    destination_payment_refund: refundId,
    metadata,
    source_refund: null,
    transfer: id,
  }
  await insertObject(call, reversal)
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  transfer.reversals.data = [reversal, ...transfer.reversals.data].slice(0, SHOWN_MAX)
  transfer.reversals.has_more = transfer.reversals.has_more || transfer.reversals.data.length === SHOWN_MAX
  await saveObject(call, transfer, hidden)
  await recordEvent(call, 'transfer.reversed', transfer)
  return reversal
}
