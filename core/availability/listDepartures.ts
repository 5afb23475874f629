import { refuse } from '@mayago/kernel/errors.ts'
import { decodeCursor, PAGE_SIZE, toPage, type Page } from '@mayago/kernel/page.ts'
import { findDepartures, findExperienceZone, toDepartureView } from '@mayago/db/queries/departures.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import type { ListDeparturesInput } from './availability.schema.ts'
import type { DepartureView } from './availability.view.ts'

/** An experience's departures on the place's days `from` to `to`, past and closed ones included. Throws `not_found`. */
export const listDepartures = async (ctx: Ctx, input: ListDeparturesInput): Promise<Page<DepartureView>> => {
  assertCan(ctx, 'catalog.read')
  const limit = input.limit ?? PAGE_SIZE
  const after = input.cursor === undefined ? null : readCursor(input.cursor)
  const [experience, rows] = await Promise.all([
    findExperienceZone(ctx.em, input.experienceId),
    findDepartures(ctx.em, { ...input, after, limit: limit + 1 }),
  ])
  if (!experience) throw refuse('not_found', { what: 'experience' })
  return toPage(rows, limit, toDepartureView, (row) => [row.local_start, row.departure_id])
}

const readCursor = (text: string): { localStart: string; id: string } => {
  const [localStart, id] = decodeCursor(text) ?? []
  const sound =
    typeof localStart === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(localStart) &&
    typeof id === 'string' &&
    /^[0-9a-f-]{36}$/.test(id)
  if (!sound) throw refuse('invalid_input', { issues: [{ path: 'cursor', message: 'is not one of ours' }] })
  return { localStart, id }
}
