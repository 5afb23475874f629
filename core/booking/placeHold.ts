import { assert } from '@mayago/kernel/assert.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { HoldView } from './booking.view.ts'
import { holderOf } from './holdAccess.ts'
import { claimOf } from './idempotency.ts'
import type { PlaceHoldInput } from './booking.schema.ts'

/**
 * Keeps seats on a departure for a party until `expiresAt`. Anybody may. SEAT-1..6. Throws `not_found`,
 * `departure_closed`, `departure_cut_off`, `party_not_allowed`, `not_enough_vacancies`, `too_many_seats_held`,
 * `key_reused`, `overloaded`.
 */
export const placeHold = async (ctx: Ctx, input: PlaceHoldInput): Promise<HoldView> => {
  assertCan(ctx, 'hold.place')
  const { seatDesk, signer } = ctx.services
  const answer = await seatDesk.ask(input.departureId, {
    kind: 'hold',
    units: input.units,
    holder: holderOf(ctx),
    address: ctx.address,
    locale: ctx.locale,
    claim: claimOf(ctx, `hold.place:${input.departureId}`, input.units),
  })
  assert('items' in answer, 'a hold is answered with its view')
  return { ...answer, holdToken: signer.holdToken(answer.id) }
}
