import { newId, type UserId } from '@mayago/kernel/ids.ts'
import { insertRows } from '@mayago/db/queries/insertRows.ts'
import { queryRows } from '@mayago/db/sql.ts'
import type { CoreWorld } from '../../../test/coreWorld.ts'
import { signedIn } from '../../../test/signedIn.ts'
import type { Ctx } from '../../context.ts'

/** An account with a verified address; what `over` says of its row. */
export const makeUser = async (w: CoreWorld, over: Record<string, unknown> = {}): Promise<UserId> => {
  const id = newId<'user'>(w.as().now.getTime())
  const row = { id, email: `${id}@example.com`, name: 'Luz Canul', email_verified_at: '2026-01-01T00:00:00Z', ...over }
  await insertRows(w.em, 'users', [row])
  return id
}

/** Somebody who has just signed in, and works for a provider when one is named. */
export const makeAccount = async (
  w: CoreWorld,
  { providerId, role = 'owner' }: { providerId?: string; role?: 'owner' | 'manager' | 'guide' } = {},
): Promise<{ userId: UserId; ctx(over?: Partial<Ctx>): Ctx }> => {
  const userId = await makeUser(w)
  if (providerId !== undefined)
    await queryRows(w.em, 'insert into provider_members (provider_id, user_id, role) values ($1, $2, $3)', [
      providerId,
      userId,
      role,
    ])
  return { userId, ctx: (over) => w.as(signedIn(userId), over) }
}
