import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type { Money } from '@mayago/kernel/money.ts'
import type { MovementView, PaymentBalances } from '../../ports/paymentBalances.ts'
import { idOf, toInstant, toMoney } from './amounts.ts'
import type { Ask } from './ask.ts'

export const stripeBalances = (stripe: Stripe, ask: Ask): PaymentBalances => ({
  get: async (accountId) => {
    const balance = await ask(accountId ?? 'balance', () => stripe.balance.retrieve({}, on(accountId)))
    assert(balance.object === 'balance', 'Stripe answered with a balance')
    return { available: toAmounts(balance.available), pending: toAmounts(balance.pending) }
  },

  listMovements: async ({ accountId, since, sourceId, payoutId, after }) => {
    const { data, has_more } = await ask(accountId ?? 'balance', () =>
      stripe.balanceTransactions.list(
        {
          limit: 100,
          ...(since === undefined ? {} : { created: { gte: Math.floor(since.getTime() / 1000) } }),
          ...(sourceId === undefined ? {} : { source: sourceId }),
          ...(payoutId === undefined ? {} : { payout: payoutId }),
          ...(after === undefined ? {} : { starting_after: after }),
        },
        on(accountId),
      ),
    )
    return { movements: data.map(toMovementView), next: has_more ? (data.at(-1)?.id ?? null) : null }
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
