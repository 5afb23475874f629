import { refuse } from '@mayago/kernel/errors.ts'
import { PAGE_SIZE, toPage, type Page } from '@mayago/kernel/page.ts'
import { findDepartures, findExperienceZone, toDepartureView } from '@mayago/db/queries/departures.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { cursorId, cursorLocalStart, readCursor } from '../listOrder.ts'
import { departureOrder, type ListDeparturesInput } from './availability.schema.ts'
import type { DepartureView } from './availability.view.ts'

/**
 * An experience's departures on the place's days `from` to `to`, past and closed ones included; the
 * earliest first unless asked otherwise. Throws `not_found`.
 */
export const listDepartures = async (ctx: Ctx, input: ListDeparturesInput): Promise<Page<DepartureView>> => {
  assertCan(ctx, 'catalog.read')
  const limit = input.limit ?? PAGE_SIZE
  const order = departureOrder.of(input.sort)
  const read = readCursor(input.cursor, order.sort, [cursorLocalStart, cursorId])
  const after = read && { localStart: read[0], id: read[1] }
  const [experience, rows] = await Promise.all([
    findExperienceZone(ctx.em, input.experienceId),
    findDepartures(ctx.em, { ...input, ...order, after, limit: limit + 1 }),
  ])
  if (!experience) throw refuse('not_found', { what: 'experience' })
  return toPage(rows, limit, toDepartureView, (row) => [order.sort, row.local_start, row.departure_id])
}
