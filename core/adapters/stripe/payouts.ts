import type Stripe from 'stripe'
import { assert } from '@mayago/kernel/assert.ts'
import type { PaymentPayouts, PayoutSchedule, PayoutView } from '../../ports/paymentPayouts.ts'
import { toAccountView } from './accounts.ts'
import { idOf, toAmount, toInstant, toMoney } from './amounts.ts'
import type { Ask } from './ask.ts'
import { on } from './balances.ts'
import { findOurs, nextOf, pageOf } from './lists.ts'

/** Our own row's id, in Stripe's metadata. */
const PAYOUT = 'payoutId'

export const stripePayouts = (stripe: Stripe, ask: Ask): PaymentPayouts => ({
  setSchedule: async ({ accountId, schedule, idempotencyKey }) =>
    toAccountView(
      await ask(accountId, () =>
        stripe.accounts.update(
          accountId,
          { settings: { payouts: { schedule: fromSchedule(schedule) } } },
          { idempotencyKey },
        ),
      ),
    ),

  create: async ({ accountId, amount, payoutId, metadata, idempotencyKey }) =>
    toPayoutView(
      await ask(payoutId, () =>
        stripe.payouts.create(
          { ...toAmount(amount), metadata: { ...metadata, [PAYOUT]: payoutId } },
          { idempotencyKey, stripeAccount: accountId },
        ),
      ),
    ),

  get: async ({ accountId, stripeId }) =>
    toPayoutView(await ask(stripeId, () => stripe.payouts.retrieve(stripeId, {}, on(accountId)))),

  find: async ({ accountId, payoutId }) => {
    const found = await findOurs(ask, PAYOUT, payoutId, () => stripe.payouts.list(pageOf({}), on(accountId)))
    return found && toPayoutView(found)
  },

  list: async ({ accountId, since, after }) => {
    const page = await ask(accountId, () => stripe.payouts.list(pageOf({ since, after }), on(accountId)))
    return { payouts: page.data.map(toPayoutView), next: nextOf(page) }
  },

  cancel: async ({ accountId, stripeId, idempotencyKey }) =>
    toPayoutView(
      await ask(stripeId, () => stripe.payouts.cancel(stripeId, {}, { idempotencyKey, stripeAccount: accountId })),
    ),
})

const fromSchedule = (schedule: PayoutSchedule): Stripe.AccountUpdateParams.Settings.Payouts.Schedule => {
  if (schedule.interval === 'weekly') return { interval: 'weekly', weekly_anchor: schedule.weekday }
  if (schedule.interval === 'monthly') return { interval: 'monthly', monthly_anchor: schedule.day }
  return { interval: schedule.interval }
}

const toPayoutView = (payout: Stripe.Payout): PayoutView => {
  assert(payout.object === 'payout' && typeof payout.amount === 'number', 'Stripe answered with a payout')
  return {
    id: payout.id,
    state: payout.status as PayoutView['state'],
    amount: toMoney(payout.amount, payout.currency),
    isAutomatic: payout.automatic,
    createdAt: toInstant(payout.created),
    arrivesAt: toInstant(payout.arrival_date),
    failureCode: payout.failure_code,
    movementId: idOf(payout.balance_transaction),
    metadata: { ...payout.metadata },
  }
}
