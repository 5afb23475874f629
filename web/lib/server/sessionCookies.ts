import type { RequestEvent } from '@sveltejs/kit'
import type { SignedIn } from '@mayago/core/identity/index.ts'
import { nameOf } from './cookieName.ts'

/** The last keeps an admin's own session while they act as somebody. */
const [ACCESS, REFRESH, ASIDE] = ['mayago_access', 'mayago_refresh', 'mayago_aside']

/** As long as a session lasts that nobody uses. */
const ASIDE_SECONDS = 30 * 86_400

const optionsOf = ({ url }: RequestEvent) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const

export interface SessionCookies {
  access: string | undefined
  refresh: string | undefined
}

/** The tokens a browser came with, or null for the many who came with none. */
export const readSessionCookies = (event: RequestEvent): SessionCookies | null => {
  const access = event.cookies.get(nameOf(ACCESS, event))
  const refresh = event.cookies.get(nameOf(REFRESH, event))
  return access === undefined && refresh === undefined ? null : { access, refresh }
}

/** Hands a browser the tokens of its session. Scripts never see them. */
export const keepSession = (event: RequestEvent, signedIn: SignedIn): void => {
  const options = optionsOf(event)
  const { accessToken, accessExpiresAt, refreshToken, refreshExpiresAt } = signedIn
  event.cookies.set(nameOf(ACCESS, event), accessToken, { ...options, expires: new Date(accessExpiresAt) })
  event.cookies.set(nameOf(REFRESH, event), refreshToken, { ...options, expires: new Date(refreshExpiresAt) })
}

/** Leaves no session in the browser, nor one that was laid aside. */
export const dropSession = (event: RequestEvent): void => drop(event, [ACCESS, REFRESH, ASIDE])

/** Takes back the tokens of a session that has ended. */
export const dropEnded = (event: RequestEvent): void => drop(event, [ACCESS, REFRESH])

const drop = (event: RequestEvent, names: readonly string[]): void => {
  for (const name of names) event.cookies.delete(nameOf(name, event), optionsOf(event))
}

/** Hands a browser the session in which an admin acts as somebody, and lays their own aside. */
export const keepActing = (event: RequestEvent, signedIn: SignedIn): void => {
  const own = event.cookies.get(nameOf(REFRESH, event))
  if (own !== undefined) event.cookies.set(nameOf(ASIDE, event), own, { ...optionsOf(event), maxAge: ASIDE_SECONDS })
  keepSession(event, signedIn)
}

/** The refresh token of the session that an admin laid aside. */
export const readAside = (event: RequestEvent): string | undefined => event.cookies.get(nameOf(ASIDE, event))

/** Gives the browser back to the admin: the next request refreshes their own session. */
export const stopKeptActing = (event: RequestEvent): void => {
  const own = readAside(event)
  dropSession(event)
  if (own !== undefined) event.cookies.set(nameOf(REFRESH, event), own, optionsOf(event))
}
