import type { Cookies } from '@sveltejs/kit'
import { GUEST_DAYS } from '@mayago/core/catalog/index.ts'
import type { Actor } from '@mayago/core/identity/actor.ts'
import type { Signer } from '@mayago/core/identity/signer.ts'
import { newId, type GuestId } from '@mayago/kernel/ids.ts'

const GUEST_COOKIE = 'mayago_guest'
const LINK_COOKIE = 'mayago_link'
const DAY = 86_400

/** Who browses: the holder of a mail's link on that booking's pages, else the guest of the signed cookie. */
export const actorOf = (cookies: Cookies, path: string, signer: Signer, now: Date): Actor => {
  const guestId = guestOf(cookies, signer)
  const link = signer.readBookingLink(cookies.get(LINK_COOKIE) ?? '', now)
  if (link && path.includes(`/bookings/${link.bookingId}`)) return { kind: 'link', ...link, guestId }
  return { kind: 'anonymous', guestId, holdToken: null }
}

const guestOf = (cookies: Cookies, signer: Signer): GuestId | null => {
  const cookie = cookies.get(GUEST_COOKIE)
  return cookie === undefined ? null : (signer.readGuestCookie(cookie) as GuestId | null)
}

/** A guest gets a cookie with the first form they send: somebody must be remembered for what it does. */
export const welcomeGuest = (cookies: Cookies, signer: Signer, now: Date, secure: boolean): GuestId => {
  const guestId = newId<'guest'>(now.getTime())
  cookies.set(GUEST_COOKIE, signer.guestCookie(guestId), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: GUEST_DAYS * DAY,
  })
  return guestId
}

/** Keeps a mail's link for one booking's pages, so that it can leave the address bar. */
export const keepLink = (cookies: Cookies, link: string, path: string, secure: boolean): void =>
  cookies.set(LINK_COOKIE, link, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * DAY })

/** The next person at this browser is another guest. */
export const forgetGuest = (cookies: Cookies): void => cookies.delete(GUEST_COOKIE, { path: '/' })
