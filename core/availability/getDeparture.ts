import { refuse } from '@mayago/kernel/errors.ts'
import { findDeparture, toDepartureView } from '@mayago/db/queries/departures.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { GetDepartureInput } from './availability.schema.ts'
import type { DepartureView } from './availability.view.ts'

/** One departure as it stands now. Throws `not_found`. */
export const getDeparture = async (ctx: Ctx, { departureId }: GetDepartureInput): Promise<DepartureView> => {
  assertCan(ctx, 'catalog.read')
  return readDeparture(ctx, departureId)
}

/** The same for use-cases that have checked already what the actor may. */
export const readDeparture = async (ctx: Ctx, departureId: string): Promise<DepartureView> => {
  const row = await findDeparture(ctx.em, departureId)
  if (!row) throw refuse('not_found', { what: 'departure' })
  return toDepartureView(row)
}
