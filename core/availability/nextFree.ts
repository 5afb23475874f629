import { localDateOf } from '@mayago/kernel/time.ts'
import { refuse } from '@mayago/kernel/errors.ts'
import { findExperienceZone, findNextFree, toDepartureView } from '@mayago/db/queries/departures.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { NextFreeInput } from './availability.schema.ts'
import type { DepartureView } from './availability.view.ts'

/** The first departure after an instant on which so many seats can be held; null when none is in sight. */
export const nextFree = async (
  ctx: Ctx,
  { experienceId, seats, after }: NextFreeInput,
): Promise<DepartureView | null> => {
  assertCan(ctx, 'catalog.read')
  const experience = await findExperienceZone(ctx.em, experienceId)
  if (!experience) throw refuse('not_found', { what: 'experience' })
  const fromDate = localDateOf(after, experience.time_zone)
  const row = await findNextFree(ctx.em, { experienceId, seats, after, fromDate })
  return row === null ? null : toDepartureView(row)
}
