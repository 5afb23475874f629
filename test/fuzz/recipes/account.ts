import { openSession, type Channel } from '../../../core/identity/index.ts'
import { inTransaction } from '../../../core/context.ts'
import { saveExperience } from '../../../core/catalog/index.ts'
import { anonymous } from '../../access/cast.ts'
import { PASSWORD, type FuzzWorld } from '../fuzzWorld.ts'
import type { Recipe, Recipes } from './recipe.ts'

/** Somebody's own, with nothing said along. */
const own: Recipe = async (w) => ({ bearer: (await w.member()).bearer })
/** The same of who is not needed any more. */
const last: Recipe = async (w) => ({ bearer: (await w.newMember()).bearer })

const savedOne: Recipe = async (w) => {
  const { bearer, ctx } = await w.member()
  const { experienceId } = w.chance.pick([w.departures.wide, w.departures.narrow])
  await saveExperience(ctx(), { experienceId })
  return { bearer, path: { experienceId } }
}

const otherSession = async (w: FuzzWorld, channel: Channel = 'browser') => {
  const { userId, bearer } = await w.newMember()
  const opened = await inTransaction(w.as(anonymous), (tx) => openSession(tx, { userId, channel, secondFactor: false }))
  return { bearer, sessionId: opened.sessionId }
}

const proven = async (w: FuzzWorld, body: Record<string, unknown>) => ({ bearer: (await w.newMember()).bearer, body })

export const account: Recipes = {
  'GET /me': own,
  'PATCH /me': async (w) => ({
    bearer: (await w.member()).bearer,
    body: w.chance.pick<object>([
      { name: 'Zoë Ek' },
      { locale: 'es' },
      { phone: '+52 999 123 4567' },
      { phone: null },
      {},
    ]),
  }),
  'DELETE /me': last,
  'POST /me/erase': (w) => proven(w, { password: PASSWORD }),
  'GET /me/export': own,
  'GET /me/bookings': async (w) => ({ bearer: (await w.member()).bearer, query: { limit: '5' } }),
  'POST /me/confirm': (w) => proven(w, { password: PASSWORD }),
  'POST /me/email': (w) => proven(w, { email: `new${w.chance.under(1e9)}@example.com`, password: PASSWORD }),
  'POST /me/email/verification': own,
  'POST /me/password': (w) =>
    proven(w, { currentPassword: PASSWORD, newPassword: `amber ${w.chance.under(1e9)} reeds` }),
  'GET /me/saved': own,
  'GET /me/saved/{experienceId}': savedOne,
  'PUT /me/saved/{experienceId}': async (w) => ({
    bearer: (await w.member()).bearer,
    path: { experienceId: w.departures.wide.experienceId },
  }),
  'DELETE /me/saved/{experienceId}': savedOne,
  'GET /me/sessions': own,
  'DELETE /me/sessions': async (w) => ({ bearer: (await otherSession(w)).bearer }),
  'DELETE /me/sessions/{sessionId}': async (w) => {
    const { bearer, sessionId } = await otherSession(w)
    return { bearer, path: { sessionId } }
  },
}
