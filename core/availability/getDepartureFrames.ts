import { addDays } from '@mayago/kernel/time.ts'
import { findDepartureFrames } from '@mayago/db/queries/departures.ts'
import { toDepartureFrame } from '@mayago/db/queries/vacancies.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { DepartureFrame } from '../events/eventMap.ts'
import type { GetDepartureFramesInput } from './availability.schema.ts'
import { DAYS_MAX } from './availability.schema.ts'

/**
 * The departures of up to 50 experiences as rooms show them, by experience and start. Without days asked for: from
 * yesterday (it is still today somewhere) for as long as one list may be. Unknown experiences are left out.
 */
export const getDepartureFrames = async (ctx: Ctx, input: GetDepartureFramesInput): Promise<DepartureFrame[]> => {
  assertCan(ctx, 'catalog.read')
  const from = input.from ?? addDays(ctx.now.toISOString().slice(0, 10), -1)
  const to = input.to ?? addDays(from, DAYS_MAX - 1)
  const rows = await findDepartureFrames(ctx.em, { experienceIds: input.experienceIds, from, to })
  return rows.map(toDepartureFrame)
}
