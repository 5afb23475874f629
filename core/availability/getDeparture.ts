import { refuse } from '@mayago/kernel/errors.ts'
import { findDeparture, toDepartureView } from '@mayago/db/queries/departures.ts'
import type { Ctx } from '../context.ts'
import type { GetDepartureInput } from './availability.schema.ts'
import type { DepartureView } from './availability.view.ts'

/** One departure as it stands now. Throws `not_found`. */
export const getDeparture = async (ctx: Ctx, { departureId }: GetDepartureInput): Promise<DepartureView> => {
  const row = await findDeparture(ctx.em, departureId)
  if (!row) throw refuse('not_found', { what: 'departure' })
  return toDepartureView(row)
}
