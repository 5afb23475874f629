import type { RequestEvent } from '@sveltejs/kit'
import { pathHere } from './pathHere.ts'

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
const NEXT = 'mayago_next'

/** Where a mail went, so that the page that says so can be loaded again. */
export const keepMailed = (event: RequestEvent, email: string): void => keep(event, MAILED, email, 60)
export const readMailed = ({ cookies }: RequestEvent): string | null => cookies.get(MAILED) ?? null

/** Tells that the browser which opens the mail's link is the one that registered. */
export const keepRegistration = (event: RequestEvent, registration: string): void =>
  keep(event, REGISTRATION, registration, 1440)
/** Where somebody wanted to go when they registered: the mail's link leads there. */
export const keepNext = (event: RequestEvent, next: string | null): void =>
  next === null ? event.cookies.delete(NEXT, { path: '/' }) : keep(event, NEXT, next, 1440)
export const readNext = ({ cookies, url }: RequestEvent): string | null => {
  const kept = cookies.get(NEXT)
  return kept === undefined ? null : pathHere(kept, url)
}
export const readRegistration = ({ cookies }: RequestEvent): string | undefined => cookies.get(REGISTRATION)
export const dropRegistration = ({ cookies }: RequestEvent): void => {
  cookies.delete(REGISTRATION, { path: '/' })
  cookies.delete(MAILED, { path: '/' })
  cookies.delete(NEXT, { path: '/' })
}
