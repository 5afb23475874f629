import type { Ctx } from '../context.ts'
import type { HoldIdInput } from './booking.schema.ts'
import type { HoldView } from './booking.view.ts'
import { getHold } from './getHold.ts'
import { assertHold } from './holdAccess.ts'

/** Gives a hold's seats back at once. Repeatable. Throws `not_found`, and `hold_not_live` when it became a booking. */
export const releaseHold = async (ctx: Ctx, { holdId }: HoldIdInput): Promise<HoldView> => {
  const { departureId } = await assertHold(ctx, 'hold.use', holdId)
  await ctx.services.seatDesk.ask(departureId, { kind: 'release', holdId, claim: null, locale: ctx.locale })
  return getHold(ctx, { holdId })
}
