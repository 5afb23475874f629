import type { RequestEvent } from '@sveltejs/kit'
import type { SignedIn } from '@mayago/core/identity/index.ts'

const [ACCESS, REFRESH] = ['mayago_access', 'mayago_refresh']

/** Over https the name itself promises Secure, our host alone and the whole site (RFC 6265bis §4.1.3.2). */
const nameOf = (name: string, { url }: RequestEvent): string => (url.protocol === 'https:' ? `__Host-${name}` : name)

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

export const dropSession = (event: RequestEvent): void => {
  for (const name of [ACCESS, REFRESH]) event.cookies.delete(nameOf(name, event), optionsOf(event))
}
