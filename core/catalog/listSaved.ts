import { refuse } from '@mayago/kernel/errors.ts'
import { PAGE_SIZE, toPage, type Page } from '@mayago/kernel/page.ts'
import { findSaved } from '@mayago/db/queries/savedExperiences.ts'
import { queryRow, queryRows, toDate } from '@mayago/db/sql.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'
import { cursorId, cursorInstant, readCursor } from '../listOrder.ts'
import { savedOrder, type ListSavedInput, type SavedIdInput } from './catalog.schema.ts'
import { toExperienceCard } from './catalogViews.ts'
import type { SavedCard, SavedView } from './saved.view.ts'
import { findSavedOwner, savedOwner } from './savedOwner.ts'

/** What this account or guest has saved and is still published, the latest first unless asked otherwise. CATALOG-1, CATALOG-10. */
export const listSaved = async (ctx: Ctx, input: ListSavedInput): Promise<Page<SavedCard>> => {
  assertCan(ctx, 'experience.save')
  const owner = findSavedOwner(ctx)
  if (owner === null) return { items: [], nextCursor: null }
  const limit = input.limit ?? PAGE_SIZE
  const order = savedOrder.of(input.sort)
  const after = readCursor(input.cursor, order.sort, [cursorInstant, cursorId])
  const rows = await findSaved(ctx.em, { owner, locale: ctx.locale, ...order, after, limit: limit + 1 })
  return toPage(
    rows,
    limit,
    (row) => ({ ...toExperienceCard(row, row.next, ctx.locale), savedAt: toDate(row.saved_at).toISOString() }),
    (row) => [order.sort, row.saved_at, row.id],
  )
}

/** The ids alone, for the hearts of a page; nobody's are none. */
export const listSavedIds = async (ctx: Ctx): Promise<string[]> => {
  const owner = findSavedOwner(ctx)
  if (owner === null) return []
  const rows = await queryRows<{ id: string }>(
    ctx.em,
    'select experience_id as id from saved_experiences where owner = $1',
    [owner],
  )
  return rows.map(({ id }) => id)
}

/** Throws `not_found` when it is not saved. */
export const getSaved = async (ctx: Ctx, { experienceId }: SavedIdInput): Promise<SavedView> => {
  const owner = savedOwner(ctx)
  const row = await queryRow<{ saved_at: string }>(
    ctx.em,
    `select s.saved_at::text as saved_at from saved_experiences s
       join experiences e on e.id = s.experience_id and e.status = 'published'
     where s.owner = $1 and s.experience_id = $2`,
    [owner, experienceId],
  )
  if (row === null) throw refuse('not_found', { what: 'experience' })
  return { experienceId, savedAt: toDate(row.saved_at).toISOString() }
}
