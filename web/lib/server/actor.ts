import type { RequestEvent } from '@sveltejs/kit'
import { GUEST_DAYS } from '@mayago/core/catalog/index.ts'
import type { Actor } from '@mayago/core/identity/actor.ts'
import type { Signer } from '@mayago/core/identity/signer.ts'
import { newId, type GuestId } from '@mayago/kernel/ids.ts'
import { nameOf, nameOfPart } from './cookieName.ts'

type Jar = Pick<RequestEvent, 'cookies' | 'url'>

const GUEST_COOKIE = 'mayago_guest'
const LINK_COOKIE = 'mayago_link'
const DAY = 86_400

/** Who browses: the holder of a mail's link on that booking's pages, else the guest of the signed cookie. */
export const actorOf = (jar: Jar, signer: Signer, now: Date): Actor => {
  const guestId = guestOf(jar, signer)
  const link = signer.readBookingLink(jar.cookies.get(nameOfPart(LINK_COOKIE, jar)) ?? '', now)
  if (link && jar.url.pathname.includes(`/bookings/${link.bookingId}`)) return { kind: 'link', ...link, guestId }
  return { kind: 'anonymous', guestId, holdToken: null }
}

const guestOf = (jar: Jar, signer: Signer): GuestId | null => {
  const cookie = jar.cookies.get(nameOf(GUEST_COOKIE, jar))
  return cookie === undefined ? null : (signer.readGuestCookie(cookie) as GuestId | null)
}

/** A guest gets a cookie with the first form they send: somebody must be remembered for what it does. */
export const welcomeGuest = (jar: Jar, signer: Signer, now: Date): GuestId => {
  const guestId = newId<'guest'>(now.getTime())
  jar.cookies.set(nameOf(GUEST_COOKIE, jar), signer.guestCookie(guestId), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(jar),
    maxAge: GUEST_DAYS * DAY,
  })
  return guestId
}

/** Keeps a mail's link for one booking's pages, so that it can leave the address bar. */
export const keepLink = (jar: Jar, link: string, path: string): void =>
  jar.cookies.set(nameOfPart(LINK_COOKIE, jar), link, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(jar),
    maxAge: 30 * DAY,
  })

/** The next person at this browser is another guest. */
export const forgetGuest = (jar: Jar): void =>
  jar.cookies.delete(nameOf(GUEST_COOKIE, jar), { path: '/', secure: isSecure(jar) })

const isSecure = ({ url }: Jar): boolean => url.protocol === 'https:'
