import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { applyIntent } from './applyIntent.ts'

/** Cancels an intent that nobody should pay any more; one that was paid meanwhile is taken in. Repeatable. */
export const cancelPayment = async (ctx: Ctx, { paymentId }: { paymentId: string }): Promise<void> => {
  const row = await queryRow<{ intent_id: string | null }>(
    ctx.em,
    `select intent_id from payments where id = $1 and state not in ('captured', 'canceled')`,
    [paymentId],
  )
  if (!row?.intent_id) return
  const intent = await ctx.ports.payments.cancelIntent({ intentId: row.intent_id, idempotencyKey: `cancel-${paymentId}` })
  await applyIntent(ctx, intent)
}
