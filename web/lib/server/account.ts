import { redirect, type RequestEvent } from '@sveltejs/kit'
import { withActor } from '@mayago/core/context.ts'
import { claimSaved } from '@mayago/core/catalog/index.ts'
import { authenticate, type SignedIn } from '@mayago/core/identity/index.ts'
import { isRefusal } from '@mayago/kernel/errors.ts'
import { to } from '../links.ts'
import { forgetGuest } from './actor.ts'
import { keepNext, readNext } from './doorCookies.ts'
import { pathHere } from './pathHere.ts'
import { dropSession, keepSession } from './sessionCookies.ts'

/** Where one wants to go after a door, as long as it is here. */
export const nextOf = (url: URL): string | null => {
  const asked = url.searchParams.get('next')
  return asked === null ? null : pathHere(asked, url, to('/account'))
}

/** The same, else where it wanted to go before it went for a mail or to another issuer. */
export const wantedOf = (event: RequestEvent): string | null => nextOf(event.url) ?? readNext(event)

/** Lets a browser in: its cookies, and what its guest had saved. */
export const admit = async (event: RequestEvent, signedIn: SignedIn): Promise<void> => {
  keepSession(event, signedIn)
  keepNext(event, null)
  const { ctx } = event.locals
  const guestId = 'guestId' in ctx.actor ? ctx.actor.guestId : null
  const user = await authenticate(ctx, signedIn.accessToken, guestId)
  await claimSaved(withActor(ctx, user))
}

/** Lets a browser in, and on to where it came from. */
export const enter = async (event: RequestEvent, signedIn: SignedIn, next = wantedOf(event)): Promise<never> => {
  await admit(event, signedIn)
  redirect(303, next ?? to('/account'))
}

/**
 * Leaves nothing of a person in the browser: not the session, not what its guest did, not the tickets kept for offline.
 * https://www.w3.org/TR/clear-site-data/
 */
export const leave = (event: RequestEvent): void => {
  dropSession(event)
  forgetGuest(event)
  event.setHeaders({ 'clear-site-data': '"storage"' })
}

/** What only a person who is signed in, has just shown who they are, or has a second step may do: leads to where that is done. */
export const leadToProof = async <Result>({ url }: { url: URL }, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    const next = url.pathname + url.search
    if (isRefusal(thrown, 'sign_in_required')) redirect(303, to('/account/sign-in', { next }))
    if (isRefusal(thrown, 'sign_in_again')) redirect(303, to('/account/security/confirm', { next }))
    if (isRefusal(thrown, 'second_factor_missing')) redirect(303, to('/account/security', { next }))
    throw thrown
  }
}
