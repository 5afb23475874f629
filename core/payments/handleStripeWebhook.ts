import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, withActor, type Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { refreshAccount } from '../transfers/index.ts'
import type { StripeWebhookInput } from './payments.schema.ts'
import { applyIntent } from './applyIntent.ts'
import { sendRefund } from './sendRefund.ts'

/**
 * Takes a webhook in: checks its signature, stores it once by its id with a job as safety net, then handles it at once.
 * Duplicates and any order are fine. Throws `not_allowed` for a wrong signature.
 */
export const handleStripeWebhook = async (ctx: Ctx, { rawBody, signature }: StripeWebhookInput): Promise<void> => {
  assertCan(ctx, 'stripe.notify')
  const event = ctx.ports.payments.parseWebhook(rawBody, signature)
  await inTransaction(ctx, async (tx) => {
    const fresh = await queryRow(
      tx.em,
      'insert into stripe_events (id, type, payload) values ($1, $2, $3) on conflict (id) do nothing returning 1',
      [event.id, event.type, rawBody],
    )
    if (fresh)
      await tx.services.jobs.enqueue(tx.em, 'stripe.handleEvent', { eventId: event.id }, { startAfter: soon(ctx.now) })
  })
  await handleStripeEvent(withActor(ctx, { kind: 'system', job: 'stripe.notify' }), { eventId: event.id })
}

/** The job comes this much later, when the handling below has usually been done. */
const soon = (now: Date): Date => new Date(now.getTime() + 30_000)

/** Handles a stored event that has not been; what Stripe says now counts, not what it said when the event was made. */
export const handleStripeEvent = async (ctx: Ctx, { eventId }: { eventId: string }): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const event = await queryRow<{ intent_id: string | null; refund_id: string | null; provider_id: string | null }>(
    ctx.em,
    `select case payload #>> '{data,object,object}'
        when 'payment_intent' then payload #>> '{data,object,id}'
        else payload #>> '{data,object,payment_intent}' end as intent_id,
       (select f.id from refunds f where f.stripe_refund_id = payload #>> '{data,object,id}') as refund_id,
       (select a.provider_id from provider_accounts a where a.account_id = payload #>> '{data,object,id}') as provider_id
     from stripe_events where id = $1 and handled_at is null`,
    [eventId],
  )
  if (!event) return
  if (event.provider_id !== null) await refreshAccount(ctx, { providerId: event.provider_id })
  if (event.refund_id !== null) await sendRefund(ctx, { refundId: event.refund_id })
  if (event.intent_id !== null) await applyIntent(ctx, await ctx.ports.payments.getIntent(event.intent_id))
  await queryRows(ctx.em, 'update stripe_events set handled_at = clock_timestamp() where id = $1', [eventId])
}
