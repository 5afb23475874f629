import { refuse } from '@mayago/kernel/errors.ts'
import { insertSaved } from '@mayago/db/queries/savedExperiences.ts'
import { queryRows, toDate } from '@mayago/db/sql.ts'
import { inTransaction, type Ctx } from '../context.ts'
import type { SavedIdInput } from './catalog.schema.ts'
import type { SavedView } from './saved.view.ts'
import { savedOwner } from './savedOwner.ts'

/** The most one may have saved: the oldest makes room. */
export const SAVED_MAX = 200

/** Keeps an experience for later; once saved, it stays as it was. Throws `not_found`. CATALOG-1, CATALOG-10. */
export const saveExperience = async (ctx: Ctx, { experienceId }: SavedIdInput): Promise<SavedView> => {
  const owner = savedOwner(ctx)
  const savedAt = await inTransaction(ctx, (tx) => insertSaved(tx.em, { owner, experienceId, max: SAVED_MAX }))
  if (savedAt === null) throw refuse('not_found', { what: 'experience' })
  return { experienceId, savedAt: toDate(savedAt).toISOString() }
}

/** Forgets a saved experience, whether or not it was one. CATALOG-10. */
export const unsaveExperience = async (ctx: Ctx, { experienceId }: SavedIdInput): Promise<Record<string, never>> => {
  const owner = savedOwner(ctx)
  await queryRows(ctx.em, 'delete from saved_experiences where owner = $1 and experience_id = $2', [
    owner,
    experienceId,
  ])
  return {}
}
