import { refuse } from '@mayago/kernel/errors.ts'
import { queryRow, queryRows } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import { recordAct } from '../audit/index.ts'
import { assertDeparture } from './departureAccess.ts'
import type { ChangeCapacityInput } from './availability.schema.ts'
import type { DepartureView } from './availability.view.ts'
import { readDeparture } from './getDeparture.ts'
import { lockAndSweep, stepDeparture } from './stepDeparture.ts'

/**
 * Gives one date another capacity (null is free sale), which its schedule then leaves alone. SEAT-7: never below the
 * seats taken. Throws `not_found`, `not_allowed`, `capacity_below_taken`.
 */
export const changeCapacity = async (
  ctx: Ctx,
  { departureId, capacity }: ChangeCapacityInput,
): Promise<DepartureView> => {
  await assertDeparture(ctx, 'departure.change', departureId)
  await inTransaction(ctx, async (ctx) => {
    await lockAndSweep(ctx, [departureId])
    const departure = await queryRow<{ seats_taken: number }>(
      ctx.em,
      'select seats_taken from departures where id = $1',
      [departureId],
    )
    const taken = departure?.seats_taken ?? 0
    if (capacity !== null && capacity < taken) throw refuse('capacity_below_taken', { capacity, taken })
    await queryRows(ctx.em, 'update departures set capacity = $2, capacity_overridden = true where id = $1', [
      departureId,
      capacity,
    ])
    await stepDeparture(ctx, departureId, 0)
    await recordAct(ctx, 'departure.capacityChanged', `departure:${departureId}`, { capacity })
  })
  return readDeparture(ctx, departureId)
}
