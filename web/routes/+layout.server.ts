import { listPlaces, listSavedIds } from '@mayago/core/catalog/index.ts'
import { withActor } from '@mayago/core/context.ts'
import { getMe, listIssuers } from '@mayago/core/identity/index.ts'
import type { LayoutServerLoad } from './$types'

/** The places stand on every page that may have to help somebody on. Without a database the page still answers. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const [places, savedIds, me] = await Promise.all([
    orWithout(locals, 'places', listPlaces(locals.ctx), []),
    orWithout(locals, 'hearts', listSavedIds(locals.ctx), []),
    orWithout(locals, 'the account', whoIs(locals), null),
  ])
  const { ctx, locale, theme } = locals
  return { locale, theme, now: ctx.now.toISOString(), places, savedIds, me, issuers: listIssuers(ctx) }
}

/** Of who is signed in, what every page may show. */
const whoIs = async ({ ctx, user }: App.Locals) => {
  if (user === null) return null
  const { name, email, role } = await getMe(withActor(ctx, user))
  return {
    name,
    email,
    isStaff: role !== 'traveler',
    isAdmin: role === 'admin',
    isActed: user.session.actedBy !== null,
  }
}

const orWithout = <Value>(locals: App.Locals, what: string, work: Promise<Value>, without: Value): Promise<Value> =>
  work.catch((error: unknown) => {
    locals.ctx.ports.log.error({ err: error, requestId: locals.requestId }, `${what} are missing from the page`)
    return without
  })
