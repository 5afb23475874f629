import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type { PaymentTransfers, ReversalView, TransferView } from '../../ports/paymentTransfers.ts'
import { idOf, toAmount, toInstant, toMoney } from './amounts.ts'
import type { Ask } from './ask.ts'
import { findOurs, pageOf } from './lists.ts'
import { toListed } from './views.ts'

/** Our own rows' ids, in Stripe's metadata. */
const TRANSFER = 'transferId'
const REVERSAL = 'reversalId'

export const stripeTransfers = (stripe: Stripe, ask: Ask): PaymentTransfers => ({
  create: async ({ accountId, amount, chargeId, group, transferId, metadata, idempotencyKey }) =>
    toTransferView(
      await ask(transferId, () =>
        stripe.transfers.create(
          {
            ...toAmount(amount),
            destination: accountId,
            transfer_group: group,
            ...(chargeId === undefined ? {} : { source_transaction: chargeId }),
            metadata: { ...metadata, [TRANSFER]: transferId },
          },
          { idempotencyKey },
        ),
      ),
    ),

  get: async (stripeId) => toTransferView(await ask(stripeId, () => stripe.transfers.retrieve(stripeId))),

  list: async (after) => toListed(await ask('list', () => stripe.transfers.list(pageOf({ after }))), toTransferView),

  listReversals: async (stripeId, after) =>
    toListed(await ask(stripeId, () => stripe.transfers.listReversals(stripeId, pageOf({ after }))), toReversalView),

  find: async ({ group, transferId }) => {
    const found = await findOurs(ask, TRANSFER, transferId, () =>
      stripe.transfers.list({ ...pageOf({}), transfer_group: group }),
    )
    return found && toTransferView(found)
  },

  reverse: async ({ stripeId, amount, reversalId, metadata, idempotencyKey }) =>
    toReversalView(
      await ask(stripeId, () =>
        stripe.transfers.createReversal(
          stripeId,
          {
            ...(amount === undefined ? {} : { amount: toAmount(amount).amount }),
            metadata: { ...metadata, [REVERSAL]: reversalId },
          },
          { idempotencyKey },
        ),
      ),
    ),

  findReversal: async ({ stripeId, reversalId }) => {
    const found = await findOurs(ask, REVERSAL, reversalId, () => stripe.transfers.listReversals(stripeId, pageOf({})))
    return found && toReversalView(found)
  },
})

const toTransferView = (transfer: Stripe.Transfer): TransferView => {
  assert(transfer.object === 'transfer' && typeof transfer.amount === 'number', 'Stripe answered with a transfer')
  return {
    id: transfer.id,
    accountId: idOf(transfer.destination) ?? '',
    amount: toMoney(transfer.amount, transfer.currency),
    amountReversed: toMoney(transfer.amount_reversed, transfer.currency),
    group: transfer.transfer_group,
    chargeId: idOf(transfer.source_transaction),
    movementId: idOf(transfer.balance_transaction),
    createdAt: toInstant(transfer.created),
    metadata: { ...transfer.metadata },
  }
}

const toReversalView = (reversal: Stripe.TransferReversal): ReversalView => {
  assert(
    reversal.object === 'transfer_reversal' && typeof reversal.amount === 'number',
    'Stripe answered with a reversal',
  )
  return {
    id: reversal.id,
    transferStripeId: idOf(reversal.transfer) ?? '',
    amount: toMoney(reversal.amount, reversal.currency),
    movementId: idOf(reversal.balance_transaction),
    createdAt: toInstant(reversal.created),
    metadata: { ...reversal.metadata },
  }
}
