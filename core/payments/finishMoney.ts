import { queryRows } from '@mayago/db/sql.ts'
import { attempt } from '../attempt.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { handleStripeEvent } from './handleStripeWebhook.ts'
import { sendRefund } from './sendRefund.ts'

const A_ROUND = 50

/**
 * Finishes what its job did not: refunds that are not settled and webhooks that are not handled a quarter of an hour
 * later, because the job is spent or Stripe took its time. MONEY-2, MONEY-4. Answers how many there were.
 */
export const finishMoney = async (ctx: Ctx): Promise<number> => {
  assertCan(ctx, 'house.keep')
  const refunds = await queryRows<{ id: string }>(
    ctx.em,
    `select id from refunds
     where state in ('intent', 'pending') and created_at < clock_timestamp() - interval '15 minutes'
     order by random() limit ${A_ROUND}`,
  )
  const events = await queryRows<{ id: string }>(
    ctx.em,
    `select id from stripe_events
     where handled_at is null and received_at < clock_timestamp() - interval '15 minutes'
     order by random() limit ${A_ROUND}`,
  )
  for (const { id } of refunds) await attempt(ctx, { refundId: id }, () => sendRefund(ctx, { refundId: id }))
  for (const { id } of events) await attempt(ctx, { eventId: id }, () => handleStripeEvent(ctx, { eventId: id }))
  return refunds.length + events.length
}
