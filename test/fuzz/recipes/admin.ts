import { suspendUser } from '../../../core/admin/index.ts'
import type { PlatformRole } from '../../../core/identity/actor.ts'
import type { FuzzWorld } from '../fuzzWorld.ts'
import type { Recipes } from './recipe.ts'

/** A member of the staff, and somebody whom it is about. */
const about = async (w: FuzzWorld, role: PlatformRole = 'admin') => {
  const { bearer, ctx } = await w.member(role)
  const { userId } = await w.newMember()
  return { bearer, ctx, path: { userId } }
}

export const admin: Recipes = {
  'GET /admin/users': async (w) => {
    const { bearer } = await w.member(w.chance.pick(['admin', 'support']))
    const { email, userId } = await w.member()
    const query = w.chance.pick<Record<string, string>>([{}, { q: email }, { q: userId }, { q: 'ana', limit: '3' }])
    return { bearer, query }
  },
  'GET /admin/users/{userId}': async (w) => {
    const { bearer, path } = await about(w, w.chance.pick(['admin', 'support']))
    return { bearer, path }
  },
  'POST /admin/users/{userId}/act-as': async (w) => {
    const { bearer, path } = await about(w)
    return { bearer, path }
  },
  'POST /admin/users/{userId}/role': async (w) => {
    const { bearer, path } = await about(w)
    return { bearer, path, body: { role: w.chance.pick(['support', 'admin', 'traveler']) } }
  },
  'POST /admin/users/{userId}/suspend': async (w) => {
    const { bearer, path } = await about(w)
    return { bearer, path, body: { reason: 'charged back three times' } }
  },
  'POST /admin/users/{userId}/unsuspend': async (w) => {
    const { bearer, ctx, path } = await about(w)
    await suspendUser(ctx(), { ...path, reason: 'for a while' })
    return { bearer, path }
  },
  'GET /admin/audit': async (w) => {
    const { bearer } = await w.member('admin')
    const { userId } = await w.member()
    const query = w.chance.pick<Record<string, string>>([
      {},
      { limit: '7' },
      { subject: `user:${userId}` },
      { actor: userId },
      { action: 'account.signedIn' },
    ])
    return { bearer, query }
  },
}
