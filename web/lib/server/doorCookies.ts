import type { RequestEvent } from '@sveltejs/kit'

/** What a browser keeps between two steps at a door: for a while, for our pages only, never for scripts. */
const keep = ({ cookies, url }: RequestEvent, name: string, value: string, minutes: number): void =>
  cookies.set(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: minutes * 60,
  })

const MAILED = 'mayago_mailed'
const REGISTRATION = 'mayago_registration'

/** Where a mail went, so that the page that says so can be loaded again. */
export const keepMailed = (event: RequestEvent, email: string): void => keep(event, MAILED, email, 60)
export const readMailed = ({ cookies }: RequestEvent): string | null => cookies.get(MAILED) ?? null

/** Tells that the browser which opens the mail's link is the one that registered. */
export const keepRegistration = (event: RequestEvent, registration: string): void =>
  keep(event, REGISTRATION, registration, 1440)
export const readRegistration = ({ cookies }: RequestEvent): string | undefined => cookies.get(REGISTRATION)
export const dropRegistration = ({ cookies }: RequestEvent): void => {
  cookies.delete(REGISTRATION, { path: '/' })
  cookies.delete(MAILED, { path: '/' })
}
