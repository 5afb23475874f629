import { isRefusal } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'

/** Gives back all of an intent that paid for what was paid already. Repeatable: the intent names Stripe's key. MONEY-2. */
export const returnDuplicate = async (
  ctx: Ctx,
  { paymentId, intentId }: { paymentId: string; intentId: string },
): Promise<void> => {
  assertCan(ctx, 'house.keep')
  const intent = await ctx.ports.payments.getIntent(intentId)
  try {
    await ctx.ports.payments.refund({
      intentId,
      amount: intent.amountReceived,
      reason: 'duplicate',
      metadata: { paymentId },
      idempotencyKey: `duplicate-${intentId}`,
    })
  } catch (error) {
    // It has gone back already, longer ago than Stripe remembers our key.
    if (!isRefusal(error, 'payment_wrong_state')) throw error
  }
}
