import { refuse } from '@mayago/kernel/errors.ts'
import type { Ctx } from '../context.ts'
import { assertCan } from '../identity/access.ts'

/** Whose saved experiences are meant: the account's, else this browser's guest's; null for a visitor without a cookie. */
export const findSavedOwner = ({ actor }: Pick<Ctx, 'actor'>): string | null => {
  if (actor.kind === 'user') return `u:${actor.userId}`
  const guestId = 'guestId' in actor ? actor.guestId : null
  return guestId === null ? null : `g:${guestId}`
}

/** The same for who changes them. Throws `sign_in_required` where nobody could be remembered. */
export const savedOwner = (ctx: Ctx): string => {
  assertCan(ctx, 'experience.save')
  const owner = findSavedOwner(ctx)
  if (owner === null) throw refuse('sign_in_required', {})
  return owner
}
