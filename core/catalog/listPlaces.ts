import { findPlaces } from '@mayago/db/queries/places.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { PlaceView } from './catalog.view.ts'

/** Places with at least one published experience, those with most first. */
export const listPlaces = async (ctx: Ctx): Promise<PlaceView[]> => {
  assertCan(ctx, 'catalog.read')
  const places = await findPlaces(ctx.em, ctx.locale)
  return places.map(({ time_zone, ...place }) => ({ ...place, timeZone: time_zone }))
}
