import { isRefusal } from '@mayago/kernel/errors.ts'
import { queryRow } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import type { HostedCheckoutView } from '../ports/payments.ts'
import { applyIntent } from './applyIntent.ts'

/** A payment's open way of paying: an intent of ours, or Stripe's hosted page, or neither. */
export interface Attempt {
  paymentId: string
  intentId: string | null
  checkoutId: string | null
}

/**
 * Makes sure that nobody can pay by this attempt any more. Money that has come by it meanwhile is taken in, so look at
 * the payment again afterwards. Repeatable. Throws `payments_unavailable`.
 */
export const closeAttempt = async (ctx: Ctx, { intentId, checkoutId }: Attempt): Promise<void> => {
  if (checkoutId !== null) {
    const page = await closePage(ctx, checkoutId)
    if (page?.intentId) await cancelOrApply(ctx, page.intentId)
  }
  if (intentId !== null) await cancelOrApply(ctx, intentId)
}

const closePage = async ({ ports: { payments } }: Ctx, checkoutId: string): Promise<HostedCheckoutView | null> => {
  const page = await known(payments.getHostedCheckout(checkoutId))
  if (page?.state !== 'open') return page
  try {
    return await payments.expireHostedCheckout({ checkoutId, idempotencyKey: `expire-${checkoutId}` })
  } catch (error) {
    if (!isRefusal(error, 'payment_wrong_state')) throw error
    return payments.getHostedCheckout(checkoutId)
  }
}

const cancelOrApply = async (ctx: Ctx, intentId: string): Promise<void> => {
  const { payments } = ctx.ports
  const intent = await known(payments.getIntent(intentId))
  if (intent === null) return
  if (intent.state === 'succeeded' || intent.state === 'canceled') return applyIntent(ctx, intent)
  try {
    await applyIntent(ctx, await payments.cancelIntent({ intentId, idempotencyKey: `cancel-${intentId}` }))
  } catch (error) {
    if (!isRefusal(error, 'payment_wrong_state')) throw error
    await applyIntent(ctx, await payments.getIntent(intentId))
  }
}

/** Null for what Stripe does not know: nobody can pay by it. */
const known = async <View>(asked: Promise<View>): Promise<View | null> => {
  try {
    return await asked
  } catch (error) {
    if (isRefusal(error, 'not_found')) return null
    throw error
  }
}

/** How a booking's payment may be paid at present; null when it has come, or will not. */
export const findAttempt = (ctx: Ctx, bookingId: string): Promise<Attempt | null> =>
  queryRow<Attempt>(
    ctx.em,
    `select id as "paymentId", intent_id as "intentId", checkout_id as "checkoutId" from payments
     where booking_id = $1 and state not in ('captured', 'canceled') order by created_at limit 1`,
    [bookingId],
  )
