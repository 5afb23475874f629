import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type { Money } from '@mayago/kernel/money.ts'
import type { MovementView, PaymentBalances } from '../../ports/paymentBalances.ts'
import { idOf, toInstant, toMoney } from './amounts.ts'
import type { Ask } from './ask.ts'
import { nextOf, pageOf } from './lists.ts'

export const stripeBalances = (stripe: Stripe, ask: Ask): PaymentBalances => ({
  get: async (accountId) => {
    const balance = await ask(accountId ?? 'balance', () => stripe.balance.retrieve({}, on(accountId)))
    assert(balance.object === 'balance', 'Stripe answered with a balance')
    return { available: toAmounts(balance.available), pending: toAmounts(balance.pending) }
  },

  listMovements: async ({ accountId, since, sourceId, payoutId, after }) => {
    const page = await ask(accountId ?? 'balance', () =>
      stripe.balanceTransactions.list(
        {
          ...pageOf({ since, after }),
          ...(sourceId === undefined ? {} : { source: sourceId }),
          ...(payoutId === undefined ? {} : { payout: payoutId }),
        },
        on(accountId),
      ),
    )
    return { movements: page.data.map(toMovementView), next: nextOf(page) }
  },
})

/** Whose objects a call is about: a connected account's, or our own. */
export const on = (accountId: string | null): { stripeAccount?: string } =>
  accountId === null ? {} : { stripeAccount: accountId }

const toAmounts = (amounts: readonly { amount: number; currency: string }[]): Money[] =>
  amounts.filter(({ amount }) => amount !== 0).map(({ amount, currency }) => toMoney(amount, currency))

const toMovementView = (movement: Stripe.BalanceTransaction): MovementView => ({
  id: movement.id,
  type: movement.type,
  amount: toMoney(movement.amount, movement.currency),
  fee: toMoney(movement.fee, movement.currency),
  net: toMoney(movement.net, movement.currency),
  sourceId: idOf(movement.source),
  createdAt: toInstant(movement.created),
  availableAt: toInstant(movement.available_on),
})
