import type { Ctx } from '../context.ts'
import type { HoldIdInput } from './booking.schema.ts'
import type { HoldView } from './booking.view.ts'
import { getHold } from './getHold.ts'
import { assertHold } from './holdAccess.ts'
import { claimOf } from './idempotency.ts'

/** Gives the traveler their one extension. SEAT-6. Throws `not_found`, `hold_lapsed`, `hold_not_live`, `hold_already_extended`. */
export const extendHold = async (ctx: Ctx, { holdId }: HoldIdInput): Promise<HoldView> => {
  const { departureId } = await assertHold(ctx, 'hold.use', holdId)
  const claim = claimOf(ctx, `hold.extend:${holdId}`, {})
  const { expiresAt } = await ctx.services.seatDesk.ask(departureId, {
    kind: 'extend',
    holdId,
    claim,
    locale: ctx.locale,
  })
  // A retry may come when the hold has long ended: it hears what the first attempt heard.
  return { ...(await getHold(ctx, { holdId })), state: 'live', expiresAt, extendableTo: null }
}
