import { toDepartureView } from '@mayago/db/queries/departures.ts'
import { findLeavingSoon } from '@mayago/db/queries/leavingSoon.ts'
import type { DepartureView } from '../availability/availability.view.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { LeavingSoonInput } from './catalog.schema.ts'
import type { ExperienceCard } from './catalog.view.ts'
import { toExperienceCard } from './catalogViews.ts'

export interface LeavingSoon {
  departure: DepartureView
  card: ExperienceCard
}

/** What can still be joined today or tomorrow, by the calendar of each place: the soonest first, each experience once. */
export const leavingSoon = async (ctx: Ctx, { place, day, limit }: LeavingSoonInput): Promise<LeavingSoon[]> => {
  assertCan(ctx, 'catalog.read')
  const days = day === 'today' ? 0 : 1
  const rows = await findLeavingSoon(ctx.em, {
    placeSlug: place ?? null,
    days,
    now: ctx.now,
    locale: ctx.locale,
    limit: limit ?? 6,
  })
  return rows.map((row) => ({
    departure: toDepartureView(row.departure),
    card: toExperienceCard(row, row.departure, ctx.locale),
  }))
}
