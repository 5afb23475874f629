import type { RequestEvent } from '@sveltejs/kit'
import { withActor, type Ctx } from '@mayago/core/context.ts'
import { authenticate, refreshSession, type UserActor } from '@mayago/core/identity/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { dropEnded, keepSession, readSessionCookies } from './sessionCookies.ts'

/**
 * The user whose cookies a browser sent, or null. A session whose access token has run out is refreshed on the way; one
 * that has ended loses its cookies, but not what an admin laid aside. Costs nothing where there are none.
 */
export const findCookieUser = async (event: RequestEvent, ctx: Ctx): Promise<UserActor | null> => {
  const sent = readSessionCookies(event)
  if (sent === null) return null
  const guestId = 'guestId' in ctx.actor ? ctx.actor.guestId : null
  try {
    const known = sent.access === undefined ? null : await unlessInvalid(authenticate(ctx, sent.access, guestId))
    if (known !== null) return known
    const fresh =
      sent.refresh === undefined
        ? null
        : await unlessInvalid(refreshSession(ctx, { refreshToken: sent.refresh, channel: 'browser' }))
    if (fresh === null) return (dropEnded(event), null)
    keepSession(event, fresh)
    return await unlessInvalid(authenticate(ctx, fresh.accessToken, guestId))
  } catch (error) {
    ctx.ports.log.error({ err: error, requestId: ctx.requestId }, 'a session could not be looked up')
    return null
  }
}

/** Null for a token that is not good. */
export const unlessInvalid = async <Value>(work: Promise<Value>): Promise<Value | null> => {
  try {
    return await work
  } catch (error) {
    if (isRefusal(error, 'token_invalid')) return null
    throw error
  }
}

/** The user of an `Authorization: Bearer`, null without one. Throws `token_invalid` for any that is not good. */
export const findBearerUser = async (event: RequestEvent, ctx: Ctx): Promise<UserActor | null> => {
  const header = event.request.headers.get('authorization')
  if (header === null) return null
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1]
  return authenticate(ctx, token ?? '')
}

/**
 * Whether a browser says that this very site sends the request. Cookies count for an endpoint that changes something
 * only then: another site's page may send them along without its visitor knowing.
 */
export const isSameOrigin = ({ request, url }: RequestEvent): boolean => {
  const site = request.headers.get('sec-fetch-site')
  return site === null ? request.headers.get('origin') === url.origin : site === 'same-origin'
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The user of a request to the API: by its Bearer token, else by cookies where they count. */
export const findApiUser = async (event: RequestEvent, ctx: Ctx): Promise<UserActor | null> => {
  if (event.request.headers.has('authorization')) return findBearerUser(event, ctx)
  return SAFE.has(event.request.method) || isSameOrigin(event) ? findCookieUser(event, ctx) : null
}

/** A mail's link opens its booking's pages, whoever is signed in; everywhere else a user is the user. */
export const actsAs = (ctx: Ctx, user: UserActor | null): Ctx =>
  user === null || ctx.actor.kind === 'link' ? ctx : withActor(ctx, user)
